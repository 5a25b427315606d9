"""A model tells photos unlike its training photos: what is learnt, kept, found again, and done without."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from PIL import Image

from cnn_desktop.child.table import TABLE
from cnn_desktop.dataset.split import share_out
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, JobDone, Noted, Progress
from cnn_desktop.domain.jobs.explain import AlikeFound
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.run import BEST, FAMILIAR, UNKNOWN
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.unknown import UnknownSetting, load_yardstick, mark_of_model, save_unknown_setting
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.answers.unknown import familiar
from cnn_desktop.learning.answers.unknown.alike import Neighbours
from cnn_desktop.learning.answers.unknown.distance import Known, unit
from cnn_desktop.learning.answers.unknown.familiar import chosen, learn_familiar, load_familiar
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.train import train
from tests.conftest import draw_photo
from tests.fixtures.today import unpack
from tests.learning.helpers import only, remake_model, small
from tests.reliability.flips import DAMAGES

CLASSES = 2


def draw(folder: Path, each: int) -> Path:
    for label in range(CLASSES):
        for number in range(each):
            draw_photo(folder / f"class {label}" / f"{number:03}.png", label, number)
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the bundled model, with 21 photos for validation."""
    folder = tmp_path_factory.mktemp("real")
    config = small(draw(folder / "photos", 70), model="efficientnet_lite0", weights="auto", head_epochs=2, epochs=0)
    list(train(config, folder / "run", Control()))
    return folder / "run"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos, and a run of a small model that was made in a moment, with 10 of them for validation."""
    folder = tmp_path_factory.mktemp("made")
    config = small(draw(folder / "photos", 36), lr=1e-5)  # it is never sure
    list(train(config, folder / "run", Control()))
    return folder


@pytest.fixture
def run(made: Path, tmp_path: Path) -> Path:
    """A copy of the run, to be changed. Its photos stay where they are."""
    return Path(shutil.copytree(made / "run", tmp_path / "run"))


def strange(folder: Path) -> str:
    file = folder / "noise.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (48, 40, 3), np.uint8)).save(file)
    return str(file)


def ask(run: Path, *paths: str, setting: UnknownSetting | None = None) -> list[Predicted]:
    return only(Predicted, list(Predictor(run, "cpu").predict(paths, Control(), setting)))


def of_split(run: Path, split: str) -> list[str]:
    scan = load_snapshot(run)
    return [str(scan.file(photo)) for photo in scan.photos if photo.split == split]


def test_noise_is_unknown_and_test_photos_are_not(real: Path, tmp_path: Path) -> None:
    run, checked = real, len(of_split(real, "val"))
    tested = of_split(run, "test")
    *usual, noise = ask(run, *tested, strange(tmp_path))
    assert (noise.unknown, noise.why, noise.familiar) == (True, "far", 1 / (checked + 1))
    assert noise.checked == checked
    assert sum(one.unknown is True for one in usual) <= 0.25 * len(tested)
    assert all(one.unknown is not None and one.no_distance is None for one in usual)
    known = ask(run, *of_split(run, "train")[:5])
    assert [one.unknown for one in known] == [False] * 5, "it has seen these"
    measure = load_yardstick(run)
    assert measure is not None
    assert measure.photos == checked


def test_many_photos_are_judged_as_few(real: Path, tmp_path: Path) -> None:
    files = [strange(tmp_path), *of_split(real, "train")[:80], *of_split(real, "test")]
    assert len(files) >= 100
    predictor = Predictor(real, "cpu")
    many = only(Predicted, list(predictor.predict(files, Control())))
    few = ask(real, *files[:40])
    close = 2 / (many[0].checked + 1)
    assert [one.familiar for one in few] == pytest.approx([one.familiar for one in many[:40]], abs=close)


def test_the_setting_of_the_model_is_followed_at_once(run: Path, tmp_path: Path) -> None:
    file, predictor = strange(tmp_path), Predictor(run, "cpu")

    def asked(setting: UnknownSetting | None = None) -> Predicted:
        return only(Predicted, list(predictor.predict([file], Control(), setting)))[0]

    rare = asked()
    assert (rare.unknown, rare.familiar is None) == (None, False)
    assert "only 10 validation photos, too few to call 1 photo in 20 unknown" in str(rare.no_distance)
    save_unknown_setting(UnknownSetting(0.1), run)
    assert (asked().unknown, asked().no_distance) == (asked().familiar == 1 / 11, None)
    save_unknown_setting(UnknownSetting(0, 0.999), run)
    assert (asked().why, asked().no_distance) == ("unsure", None)
    save_unknown_setting(UnknownSetting(0, 0), run)
    assert asked().unknown is None
    assert asked(UnknownSetting(0, 1)).why == "unsure", "what is said now counts more"


@pytest.mark.parametrize(
    "damage", [*DAMAGES, "missing", "of another model", "nan", "labels", "wide", "many", "narrow labels", "large"]
)
def test_a_damaged_file_is_made_anew(damage: str, run: Path, tmp_path: Path) -> None:
    file = run / FAMILIAR
    if damage in DAMAGES:
        DAMAGES[damage](file)
    elif damage == "missing":
        file.unlink()
    elif damage == "of another model":
        remake_model(run, lambda facts: facts.update(best_epoch=7))
    else:
        _remake(file, damage)
    is_odd = file.is_symlink() or (file.exists() and not file.is_file() and not file.is_dir())
    if is_odd:  # nothing is opened in a run that has such
        with pytest.raises(DataError, match=r"familiar\.safetensors is "):
            ask(run, strange(tmp_path))
        return
    assert damage == "wide" or load_familiar(run, CLASSES, mark_of_model(run)) is None
    assert ask(run, strange(tmp_path))[0].familiar is not None
    assert (load_familiar(run, CLASSES, mark_of_model(run)) is not None) == (not file.is_dir()), (
        "and kept where that can be"
    )


def _remake(file: Path, kind: str) -> None:
    """Every checksum is right."""
    from cnn_desktop.learning.models.tensor_files import load_tensors, save_tensors

    found = load_tensors(file)
    if kind == "nan":
        found.tensors["rows"][0, 0] = torch.nan
    elif kind == "wide":
        found.tensors["rows"] = torch.ones(len(found.tensors["rows"]), 3, dtype=torch.float16)
    elif kind == "many":
        found.tensors["rows"] = torch.ones(1001, 3, dtype=torch.float16)
        found.tensors["labels"] = torch.zeros(1001, dtype=torch.int32)
    elif kind == "narrow labels":
        found.tensors["labels"] = found.tensors["labels"][:-1]
    elif kind == "large":
        found.tensors["rows"] = torch.ones(len(found.tensors["rows"]), 1 << 15, dtype=torch.float16)
    else:
        found.tensors["labels"][0] = CLASSES
    save_tensors(found.tensors, file, found.facts)


def test_without_its_photos_only_the_confidence_counts(run: Path, tmp_path: Path) -> None:
    (run / FAMILIAR).unlink()
    table = (run / "split.csv").read_text()
    (run / "dataset.json").write_text((run / "dataset.json").read_text().replace("/photos", "/gone"))
    (run / "split.csv").write_text(table)
    one = ask(run, strange(tmp_path))[0]
    assert (one.unknown, one.familiar) == (None, None)
    assert "no longer there" in str(one.no_distance)
    sure = ask(run, strange(tmp_path), setting=UnknownSetting(0.05, 0.9999))[0]
    assert sure.why == "unsure"
    (run / "split.csv").unlink()
    assert "split.csv is missing" in str(ask(run, strange(tmp_path))[0].no_distance)
    assert not (run / FAMILIAR).exists()


def test_with_its_photos_gone_what_was_learnt_stays(run: Path, tmp_path: Path) -> None:
    (run / "dataset.json").unlink()
    assert ask(run, strange(tmp_path))[0].familiar is not None


def test_few_validation_photos_are_said(tmp_path: Path) -> None:
    for number in range(10):
        draw_photo(tmp_path / "photos" / f"class {number % 2}" / f"{number}.png", number % 2, number)
    list(train(small(tmp_path / "photos"), tmp_path / "run", Control()))
    assert not (tmp_path / "run" / FAMILIAR).exists()
    one = ask(tmp_path / "run", strange(tmp_path))[0]
    assert one.unknown is None
    assert "has only 2 validation photos, too few" in str(one.no_distance)


def test_an_old_run_learns_it_when_it_is_asked_or_says_why_not(tmp_path: Path) -> None:
    run = unpack(tmp_path) / "run-finished"
    one = ask(run, strange(tmp_path))[0]
    assert (one.unknown is None) == (one.no_distance is not None)
    assert (run / FAMILIAR).exists() == (one.no_distance is None)


def test_stop_while_it_looks_at_its_photos_keeps_the_model(made: Path, tmp_path: Path) -> None:
    config = small(made / "photos")
    control, events = Control(), []
    for event in train(config, tmp_path / "run", control):
        events.append(event)
        if isinstance(event, Progress) and "look like" in str(event):
            control.stop()
    assert not only(Trained, events)[0].stopped
    assert (tmp_path / "run" / BEST).is_file()
    list(train(config, tmp_path / "run", Control(), resume=True))
    assert load_yardstick(tmp_path / "run") is not None


@pytest.mark.parametrize("error", [RuntimeError("CUDA error: out of memory"), MemoryError(), DataError("Disk full.")])
def test_whatever_goes_wrong_while_it_looks_at_its_photos_the_model_takes_its_place(
    error: Exception, made: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr("cnn_desktop.learning.training.train.load_marked", broken)
    before = mark_of_model(run)
    events = list(train(small(made / "photos", seed=5), run, Control()))
    assert isinstance(events[-1], Trained)
    assert not events[-1].stopped
    assert mark_of_model(run) != before
    assert sum("could not learn what your photos look like" in str(one) for one in only(Noted, events)) == 1
    assert load_yardstick(run) is None


def test_what_was_learnt_is_not_kept_for_a_model_that_came_meanwhile(run: Path, tmp_path: Path) -> None:
    (run / FAMILIAR).unlink()
    predictor = Predictor(run, "cpu")
    remake_model(run, lambda facts: facts.update(best_epoch=7))
    assert only(Predicted, list(predictor.predict([strange(tmp_path)], Control())))[0].familiar is not None
    assert not (run / FAMILIAR).exists()


@pytest.mark.parametrize("name", ["//server/share", "\\\\server\\share", "/\\server/share", "\\??\\UNC\\server\\share"])
def test_no_other_computer_is_asked_for_a_runs_photos(name: str, run: Path, tmp_path: Path) -> None:
    (run / FAMILIAR).unlink()
    table = (run / "split.csv").read_text()
    facts = json.loads((run / "dataset.json").read_text())
    save_snapshot(msgspec.structs.replace(load_snapshot(run), roots=dict.fromkeys(facts["roots"], name)), run)
    assert "on another computer" in str(ask(run, strange(tmp_path))[0].no_distance)
    found = list(Neighbours(run, Predictor(run, "cpu").net, "cpu").find(strange(tmp_path), 3, Control()))
    assert "on another computer" in str(only(AlikeFound, found)[0].reason)
    save_snapshot(msgspec.structs.replace(load_snapshot(run), roots=facts["roots"]), run)
    assert (run / "split.csv").read_text() == table
    photos = load_snapshot(run).photos
    save_snapshot(
        msgspec.structs.replace(
            load_snapshot(run), photos=[msgspec.structs.replace(photos[0], path=f"{name}/a.png"), *photos[1:]]
        ),
        run,
    )
    assert "on another computer" in str(ask(run, strange(tmp_path))[0].no_distance)


def test_a_few_are_answered_before_anything_is_learnt(run: Path, tmp_path: Path) -> None:
    (run / FAMILIAR).unlink()
    predictor = Predictor(run, "cpu")
    events = list(predictor.predict([strange(tmp_path)], Control(), learns_first=False))
    assert [type(event) for event in events] == [Predicted]
    assert (only(Predicted, events)[0].unknown, only(Predicted, events)[0].familiar) == (None, None)
    assert predictor.may_learn
    list(predictor.learn(Control()))
    assert not predictor.may_learn
    events = list(predictor.predict([strange(tmp_path)], Control(), learns_first=False))
    assert only(Predicted, events)[0].familiar is not None
    assert load_yardstick(run) is not None


def test_a_child_answers_and_learns_afterwards_until_another_model_is_asked(made: Path, tmp_path: Path) -> None:
    one, other = (str(shutil.copytree(made / "run", tmp_path / name)) for name in ("one", "other"))
    for run in (one, other):
        Path(run, FAMILIAR).unlink()
    file = strange(tmp_path)

    def begin(run: str) -> Iterator[Event]:
        events = iter(TABLE[Predict](Predict(run, [file], "cpu"), Control()))
        first = next(events)
        assert isinstance(first, Predicted)
        assert first.familiar is None
        assert isinstance(next(events), JobDone)
        return events

    rest = begin(one)
    assert isinstance(next(rest), Progress)
    left = begin(other)
    assert list(rest) == [], "nobody asks that model any more"
    list(left)
    assert (Path(one, FAMILIAR).exists(), Path(other, FAMILIAR).exists()) == (False, True)
    (judged,) = TABLE[Predict](Predict(other, [file], "cpu"), Control())
    assert isinstance(judged, Predicted)
    assert judged.familiar is not None
    (first, *_) = (
        e for e in TABLE[Predict](Predict(one, [file], "cpu", learns_first=True), Control()) if isinstance(e, Predicted)
    )
    assert first.familiar is not None


def test_a_new_training_begins_with_the_usual_setting(made: Path, run: Path) -> None:
    save_unknown_setting(UnknownSetting(0.1), run)
    config = small(made / "photos")
    list(train(config, run, Control()))
    assert not (run / UNKNOWN).exists()
    assert load_yardstick(run) is not None


def test_features_that_are_no_numbers_are_left_out(made: Path) -> None:
    scan = load_snapshot(made / "run")
    net, _ = load_trained(made / "run", "cpu")
    bad = net.preprocess(scan.file(scan.of_split("train")[0]))[0, 0, 0]

    def poison(_: object, inputs: tuple[torch.Tensor]) -> tuple[torch.Tensor]:
        return (torch.where(inputs[0][:, :1, :1, :1] == float(bad), torch.nan, inputs[0]),)

    net.module.register_forward_pre_hook(poison)
    part = msgspec.structs.replace(scan, photos=scan.of_split("train")[:40] + scan.of_split("val"))
    found = _finish(learn_familiar(net, "cpu", part, Control()))
    assert len(found.known.rows) < 40
    assert found.known.rows.isfinite().all()


def test_stop_is_heard(made: Path) -> None:
    net, _ = load_trained(made / "run", "cpu")
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        _finish(learn_familiar(net, "cpu", load_snapshot(made / "run"), control))


def _finish(job: object) -> object:
    while True:
        try:
            next(job)  # type: ignore[call-overload]
        except StopIteration as end:
            return end.value


def test_it_learns_from_equally_many_of_each_class(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(familiar, "LEARNT_FROM", 21)
    photos = [
        Photo(f"{label}/{number}.png", label)
        for label, many in (("a", 200), ("b", 1), ("c", 60))
        for number in range(many)
    ]
    scan = Scan({"1": "/photos"}, ["a", "b", "c"], share_out(photos, SplitPlan(0), []))
    train_, val = chosen(scan)
    counts = {label: sum(photo.label == label for photo in train_) for label in "abc"}
    assert counts in ({"a": 10, "b": 1, "c": 10}, {"a": 11, "b": 0, "c": 10})
    assert val == scan.of_split("val")
    assert chosen(scan) == (train_, val)


def test_the_nearest_of_each_class_counts_as_much_as_it_is_probable() -> None:
    rng = np.random.default_rng(0)
    rows, labels = unit(torch.from_numpy(rng.standard_normal((30, 8), np.float32))), torch.arange(30) % 2
    features, logits = torch.from_numpy(rng.standard_normal((5, 8), np.float32)), torch.randn(5, 3)
    found = Known(rows, labels).distances(features, logits)
    for one, row, shares in zip(found.tolist(), unit(features), logits.softmax(1), strict=True):
        cosines = [max(float(row @ rows[place]) for place in range(label, 30, 2)) for label in (0, 1)]
        assert one == pytest.approx(1 - float(shares[0] * cosines[0] + shares[1] * cosines[1] - shares[2]), abs=1e-5)
    assert Known(rows, labels).distances(features[:0], logits[:0]).tolist() == []


def test_what_is_told_of_a_photo_fits_its_features(made: Path) -> None:
    """The features are those that torch's own hook sees."""
    predictor = Predictor(made / "run", "cpu")
    file, seen = of_split(made / "run", "test")[0], list[torch.Tensor]()
    one = only(Predicted, list(predictor.predict([file], Control())))[0]
    predictor.net.heads[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.inference_mode():
        logits = predictor.net.module(torch.from_numpy(predictor.net.preprocess(file))[None])
    assert predictor.familiar is not None
    distance = predictor.familiar.known.distances(seen[0], logits)
    assert one.familiar == predictor.familiar.yardstick.familiar(float(distance))


def test_the_record_of_a_run_is_json(made: Path) -> None:
    lines = (made / "run" / "events.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["event"] == "trained"
