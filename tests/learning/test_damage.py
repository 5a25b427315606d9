"""Files of a run and of the caches, damaged: a model answers, a training goes on, or one sentence says why not; caches are made anew.

The tensors have tests of their own.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.domain.config import load_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import CONTENTS, PLAN
from cnn_desktop.learning.features.engine_choice import EngineChoice
from cnn_desktop.learning.features.store import FeatureStore, StoreFacts
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.models.weights_file import check_hash
from cnn_desktop.learning.training.contents import count_seen
from cnn_desktop.learning.tuning.compute_plan import ComputePlan, load_plans, save_plans
from cnn_desktop.learning.tuning.measured import measured_file, measured_once
from tests.fixtures.today import unpack
from tests.reliability.flips import DAMAGES, ends_well, files_of, flips

TENSORS = (".pt", ".safetensors")
FORESEEN = "Something went wrong"
"""How the sentence begins that is said when nobody foresaw it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(tmp_path_factory.mktemp("made"))


@pytest.fixture
def finished(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "run-finished", tmp_path / "run"))


def texts_of(run: Path) -> list[Path]:
    return [file for file in files_of(run, run, run) if file.suffix not in TENSORS]


def typed(capsys: pytest.CaptureFixture[str], *words: object) -> int:
    """The exit code of a command; what it says is checked."""
    code = main([str(word) for word in words])
    said = capsys.readouterr().err
    assert code in (0, 1, 2)
    assert FORESEEN not in said
    assert "Traceback" not in said
    assert not code or said.strip()[-1] in ".?"
    return code


def test_a_flipped_bit_and_a_photo_to_classify(finished: Path, made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = next(file for file in (made / "photos").rglob("*") if file.is_file())
    codes = [
        typed(capsys, "predict", finished, photo, "--device", "cpu")
        for file, _ in flips(texts_of(finished), 25, seed=5) if file.name == "model.json"
    ]  # fmt: skip
    assert {0, 1} <= set(codes)
    assert sum(1 for _ in flips(texts_of(finished), 1) if not ends_well(lambda: load_trained(finished, "cpu"))) > 5


def test_a_flipped_bit_and_a_training_to_go_on_with(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = made / "run-stopped"
    config, run = load_config(whole / "config.toml"), tmp_path / "run"
    shutil.copytree(whole, run)
    damaged = [
        file
        for file in texts_of(run)
        if file.name in ("config.toml", "dataset.json", "split.csv", "events.jsonl", "features.json")
    ]
    for _ in flips(damaged, 1, seed=2):
        copy = Path(shutil.copytree(run, tmp_path / "copy"))
        typed(capsys, "train", config.data, "--out", copy, "--resume", "--device", "cpu")
        shutil.rmtree(copy)


@pytest.mark.parametrize(
    "change",
    [{"image_size": 0}, {"image_size": 10**9}, {"std": [0.0, 1.0, 1.0]}, {"mean": [1.0]}, {"image_size": "224"}, {"tones": 3}, {"tones": {"whole": {}}}],
)  # fmt: skip
def test_a_model_that_would_be_fed_nonsense_is_damaged(finished: Path, change: dict[str, object]) -> None:
    facts = json.loads((finished / "model.json").read_text())
    (finished / "model.json").write_text(json.dumps(facts | {"preprocess": facts["preprocess"] | change}))
    assert str(finished) in ends_well(lambda: load_trained(finished, "cpu"))


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.timeout(30)
def test_what_photos_are_known_by(finished: Path, made: Path, damage: str) -> None:
    (finished / CONTENTS).write_text("root,path,split,picture_sha256\n1,a.png,train," + "ab" * 32 + "\n")
    DAMAGES[damage](finished / CONTENTS)
    job = count_seen(
        finished, [next(file for file in (made / "photos").rglob("*") if file.is_file())], Control(), ask_photos=False
    )
    assert ends_well(lambda: list(job)) == ""


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.timeout(30)
def test_a_plan(tmp_path: Path, damage: str) -> None:
    save_plans({"head": ComputePlan("cpu", "float32", 32)}, tmp_path)
    plans = load_plans(tmp_path)
    DAMAGES[damage](tmp_path / PLAN)
    said = ends_well(lambda: load_plans(tmp_path))
    assert PLAN in said or (damage == "gone" and load_plans(tmp_path) == {}) or load_plans(tmp_path) == plans


@pytest.mark.parametrize(
    "change", ['"most":0', '"most":-1', '"most":99999999999', '"precision":"int8"', '"engine":"none"']
)
def test_a_plan_that_cannot_be_followed_is_damaged(tmp_path: Path, change: str) -> None:
    (tmp_path / PLAN).write_text('{"head":{"device":"cpu","precision":"float32","most":4,' + change + "}}")
    assert PLAN in ends_well(lambda: load_plans(tmp_path))


@pytest.mark.parametrize("damage", [*DAMAGES, "words"])
@pytest.mark.timeout(30)
def test_what_was_measured_is_measured_again(home: Path, damage: str) -> None:
    asked: list[int] = []

    def measure() -> EngineChoice:
        asked.append(1)
        return EngineChoice("torch", say("as it is faster ({a:.0f} photos)", a=3.0))

    measured_once("facts", EngineChoice, measure)
    file = measured_file("facts")
    if damage == "words":
        file.write_bytes(file.read_bytes().replace(b'"a":3.0', b'"b":3.0'))
    else:
        DAMAGES[damage](file)
    choice = measured_once("facts", EngineChoice, measure)
    assert str(choice.reason).startswith("as it is faster")
    assert len(asked) == (1 if damage in ("words", "a byte order mark") else 2) or damage == "a long field"
    assert len(list(file.parent.iterdir())) == 1


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.timeout(30)
def test_kept_features_are_computed_again(tmp_path: Path, damage: str) -> None:
    facts = StoreFacts("m", "w", "c", {}, "plain", "torch", "cpu", {})
    store = FeatureStore(facts, tmp_path)
    store.add(b"k" * 32, np.ones(4, np.float32))
    store.save()
    (segment,) = (tmp_path / facts.name).glob("*.features")
    DAMAGES[damage](segment)
    again = FeatureStore(facts, tmp_path)
    row = again.get(b"k" * 32)
    assert row is None or row.tolist() == [1.0] * 4


def test_a_flipped_bit_in_kept_features_is_noticed(tmp_path: Path) -> None:
    facts = StoreFacts("m", "w", "c", {}, "plain", "torch", "cpu", {})
    store = FeatureStore(facts, tmp_path)
    store.add(b"k" * 32, np.ones(4, np.float32))
    store.save()
    (segment,) = (tmp_path / facts.name).glob("*.features")
    for file, _ in flips([segment], 200, seed=4):
        row = FeatureStore(facts, tmp_path).get(b"k" * 32)
        assert row is None or (row.tolist() == [1.0] * 4 and row.dtype == np.float32)
        file.touch()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", ["w.pth.json", "w.json", "w.pth.sha256"])
@pytest.mark.timeout(30)
def test_notes_beside_weights(tmp_path: Path, name: str, damage: str) -> None:
    (tmp_path / "w.pth").write_bytes(b"weights")
    note = tmp_path / name
    note.write_text("ab" * 32 if note.suffix == ".sha256" else '{"sha256": "%s"}' % ("ab" * 32))
    look: Callable[[], object] = lambda: check_hash(tmp_path / "w.pth", "ab" * 32)  # noqa: E731
    assert look() is True
    DAMAGES[damage](note)
    ends_well(look)


def test_standing_facts_are_plain(finished: Path) -> None:
    """What a run says of itself in numbers stays within what can be."""
    facts = json.loads((finished / "model.json").read_text())
    for name, value in (
        ("val_accuracy", 1e9),
        ("best_epoch", -1),
        ("classes", []),
        ("classes", ["a", "a"]),
        ("mirrored", "yes"),
    ):
        (finished / "model.json").write_bytes(msgspec.json.encode(facts | {name: value}))
        assert str(finished) in ends_well(lambda: load_trained(finished, "cpu")), name
