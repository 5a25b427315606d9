"""A training goes on to the bit: after kills at any moment, from the older checkpoint where the newest is damaged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Noted, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Trained
from cnn_desktop.domain.run import (
    BEST,
    BEST_BEFORE,
    CHECKPOINT,
    CHECKPOINT_BEFORE,
    EARLIER,
    EPOCHS,
    LAST,
    MODEL,
    load_model_facts,
)  # fmt: skip
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.checkpoint import checkpoints
from tests.dataset.helpers import one_sentence
from tests.learning.helpers import only, small, train, train_until

Make = Callable[..., Path]


def spoil(file: Path) -> None:
    """4 kB of it are not what was written."""
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 4096] = bytes(255 - byte for byte in whole[middle : middle + 4096])
    file.write_bytes(whole)


def same_weights(one: Path, other: Path) -> bool:
    mine, others = load_file(one), load_file(other)
    return mine.keys() == others.keys() and all(torch.equal(mine[key], others[key]) for key in mine)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import draw_photo

    folder = tmp_path_factory.mktemp("two") / "photos"
    for label in range(2):
        for number in range(10):
            draw_photo(folder / f"class {label}" / f"{number}.png", label, number)
    return folder


@pytest.fixture(scope="module")
def trained_runs(photos: Path) -> tuple[Path, Path]:
    """A training of three epochs that nothing disturbed, and one that was stopped in its third."""
    whole, stopped = photos.with_name("whole"), photos.with_name("stopped")
    train(small(photos, epochs=3), whole)
    train_until(small(photos, epochs=3), stopped, 10)
    return whole, stopped


@pytest.fixture
def stopped(trained_runs: tuple[Path, Path], tmp_path: Path) -> Path:
    return shutil.copytree(trained_runs[1], tmp_path / "run")


@pytest.fixture
def whole(trained_runs: tuple[Path, Path]) -> Path:
    return trained_runs[0]


def test_a_training_under_way_has_two_checkpoints_and_a_finished_one_has_one(whole: Path, stopped: Path) -> None:
    newest, earlier = checkpoints(stopped)
    assert not isinstance(newest, DataError)
    assert not isinstance(earlier, DataError)
    assert (newest.standing.epoch, newest.standing.next_batch) > (earlier.standing.epoch, earlier.standing.next_batch)
    assert not any((whole / name).exists() for name in EARLIER)
    assert (whole / CHECKPOINT).is_file()


@pytest.mark.parametrize("lost", ["damaged", "missing", "empty", "folder"])
def test_the_checkpoint_before_a_damaged_one_is_as_good(photos: Path, whole: Path, stopped: Path, lost: str) -> None:
    newest = stopped / CHECKPOINT
    if lost == "damaged":
        spoil(newest)
    else:
        newest.unlink()
    if lost == "empty":
        newest.touch()
    elif lost == "folder":
        newest.mkdir()
        with pytest.raises(DataError, match=r"checkpoint.pt could not be saved"):
            train(small(photos, epochs=3), stopped, resume=True)
        return
    events = train(small(photos, epochs=3), stopped, resume=True)
    told = [str(event) for event in only(Warned, events)]
    expected = f"The newest checkpoint in {stopped} is damaged. Training resumes from the one before."
    assert told == ([] if lost == "missing" else [expected])
    assert same_weights(whole / LAST, stopped / LAST)
    assert same_weights(whole / BEST, stopped / BEST)
    assert not any((stopped / name).exists() for name in EARLIER)


def test_with_both_damaged_it_says_what_to_do(photos: Path, stopped: Path) -> None:
    spoil(stopped / CHECKPOINT)
    spoil(stopped / CHECKPOINT_BEFORE)
    before = {file.name: file.stat().st_mtime_ns for file in stopped.iterdir()}
    with pytest.raises(DataError, match=r"cannot be resumed. Train again from the start") as refused:
        train(small(photos, epochs=3), stopped, resume=True)
    assert str(stopped) in one_sentence(refused.value)
    assert before == {file.name: file.stat().st_mtime_ns for file in stopped.iterdir()}
    assert isinstance(train(small(photos, epochs=1), stopped)[-1], Trained)


def test_a_model_newer_than_the_checkpoint_is_not_taken_up(photos: Path, whole: Path, stopped: Path) -> None:
    """As a kill leaves it between the best model and the checkpoint that names it."""
    shutil.copyfile(stopped / BEST, stopped / BEST_BEFORE)
    newer = {key: value + 1 for key, value in load_file(stopped / BEST).items()}
    save_tensors(newer, stopped / BEST, '{"of": "another epoch"}')
    (stopped / MODEL).write_text("{}")
    (stopped / f"{CHECKPOINT}.4711.part").write_text("of the killed one")
    assert only(EpochDone, train(small(photos, epochs=3), stopped, resume=True))
    assert same_weights(whole / BEST, stopped / BEST)
    assert load_model_facts(stopped) == load_model_facts(whole)
    assert not list(stopped.glob("*.part"))


def test_without_the_best_model_it_says_what_to_do(photos: Path, stopped: Path) -> None:
    for name in (BEST, BEST_BEFORE):
        if (stopped / name).exists():
            spoil(stopped / name)
    with pytest.raises(DataError, match=r"cannot be resumed. Train again from the start") as refused:
        train(small(photos, epochs=3), stopped, resume=True)
    assert str(stopped) in one_sentence(refused.value)


def test_a_checkpoint_of_an_earlier_version_goes_on(photos: Path, whole: Path, stopped: Path) -> None:
    content = torch.load(stopped / CHECKPOINT, weights_only=True)
    del content["best"]
    torch.save(content, stopped / CHECKPOINT)
    (stopped / CHECKPOINT_BEFORE).unlink()
    train(small(photos, epochs=3), stopped, resume=True)
    assert same_weights(whole / LAST, stopped / LAST)


def _changed(content: dict[str, object], change: str) -> None:
    trainer, weights = content["trainer"], content["weights"]
    assert isinstance(trainer, dict)
    assert isinstance(weights, dict)
    match change:
        case "weights of another network":
            weights.pop("fc2.bias")
        case "no optimiser":
            trainer.pop("optimizer")
        case "moments of another shape":
            trainer["optimizer"]["state"][0]["exp_avg"] = torch.zeros(1, 2)
        case "a rate that is no number":
            trainer["optimizer"]["param_groups"][0]["lr"] = "fast"
        case "no random numbers":
            content["random"] = {}
        case "a standing that cannot be":
            content["standing"] = str(content["standing"]).replace('"epoch":', '"epoch":9', 1)
        case "no standing":
            content["standing"] = 3
        case "a cut nowhere":
            content["standing"] = str(content["standing"]).replace('"cut":""', '"cut":"nowhere.0"')


@pytest.mark.parametrize(
    "change",
    ["weights of another network", "no optimiser", "moments of another shape", "a rate that is no number",
     "no random numbers", "a standing that cannot be", "no standing", "a cut nowhere"],
)  # fmt: skip
def test_a_checkpoint_that_somebody_else_made_is_refused(photos: Path, stopped: Path, change: str) -> None:
    content = torch.load(stopped / CHECKPOINT, weights_only=True)
    _changed(content, change)
    torch.save(content, stopped / CHECKPOINT)
    (stopped / CHECKPOINT_BEFORE).unlink()
    with pytest.raises(DataError, match=r"checkpoint.pt is damaged. Delete it"):
        train(small(photos, epochs=3), stopped, resume=True)


def test_a_changed_letter_of_a_class_or_number_of_the_input_is_noticed(whole: Path, tmp_path: Path) -> None:
    run = shutil.copytree(whole, tmp_path / "run")
    model = (run / BEST).read_bytes()
    for was, becomes in ((b"class 0", b"glass 0"), (b"0.485", b"0.085"), (b"F32", b"I32"), (b"fc1.bias", b"fc2.bias")):
        assert was in model
        (run / BEST).write_bytes(model.replace(was, becomes))
        with pytest.raises(DataError, match=r"model.safetensors is missing or damaged. Train again."):
            load_trained(run, "cpu")
    (run / BEST).write_bytes(model)
    facts = load_model_facts(whole)
    (run / MODEL).write_text((run / MODEL).read_text().replace("class 0", "glass 0"))
    assert load_trained(run, "cpu")[1] == load_model_facts(run) == facts, "what stands in the model itself counts"


def test_weights_that_are_no_numbers_or_of_another_kind_give_no_answers(whole: Path, tmp_path: Path) -> None:
    """As damage does to models of earlier versions, which have no checksum."""
    from safetensors.torch import save_file

    run = shutil.copytree(whole, tmp_path / "run")
    state = load_file(whole / BEST)
    save_file(state, run / BEST)
    assert load_trained(run, "cpu")[1].classes == ["class 0", "class 1"]
    for key, value in (
        ("fc2.bias", torch.tensor([1.0, torch.nan])), ("fc2.bias", torch.zeros(2, dtype=torch.float64)),
        ("fc2.bias", torch.zeros(2, dtype=torch.complex64)), ("fc2.bias", torch.zeros(3)), ("more", torch.zeros(1)),
    ):  # fmt: skip
        save_file({**state, key: value}, run / BEST)
        with pytest.raises(DataError, match=r"missing or damaged|cannot be used"):
            load_trained(run, "cpu")


def test_epochs_that_the_record_lacks_are_told_when_it_goes_on(photos: Path, stopped: Path) -> None:
    from cnn_desktop.domain.control import Control
    from cnn_desktop.domain.recording import earlier_events, recorded
    from cnn_desktop.learning.training.fit import fit

    (stopped / "events.jsonl").write_bytes(b'{"type":"Noted","text":{"te')  # the kill came in the middle of a line
    list(recorded(fit(small(photos, epochs=3), stopped, Control(), resume=True), stopped))
    assert [event.epoch for event in earlier_events(stopped) if isinstance(event, EpochDone)] == [1, 2, 3]
    assert len((stopped / EPOCHS).read_text().splitlines()) == 4
    assert only(Noted, earlier_events(stopped))


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_killed_at_any_file_operation_it_ends_as_if_never_killed(tmp_path: Path) -> None:
    """A few of them here; all, with random moments, in the torture tests."""
    command = [sys.executable, "-m", "tests.reliability.kills", str(tmp_path), "phases,scratch", "140", "65"]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(", 0 resumed to something else") == 2
    assert "0 kills" not in done.stdout
