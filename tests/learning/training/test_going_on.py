"""A training that goes on is the one that was begun: with other settings or data it is refused, more epochs are real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.domain.config import Augmentation, load_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained
from cnn_desktop.domain.run import (
    BEST,
    CONFIG,
    EPOCHS,
    LAST,
    OTHER_PREDICTIONS,
    OTHER_REPORT,
    PREDICTIONS,
    REPORT,
    count_looks,
)
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.training.train import train
from tests.dataset.helpers import one_sentence
from tests.learning.helpers import only, small

Make = Callable[..., Path]
TINY = "timm:test_efficientnet"


def trained(data: Path, run: Path, resume: bool = False, **settings: object) -> list[Event]:
    return list(train(small(data, **settings), run, Control(), resume))


def test_other_settings_are_refused_by_name(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    trained(data, run)
    before = {file.name: file.read_bytes() for file in run.iterdir()}
    wanted: tuple[tuple[dict[str, object], str], ...] = (
        ({"model": "resnet18"}, "Model: simple_cnn, not resnet18"), ({"image_size": 40}, "Image size: 32, not 40"),
        ({"lr": 0.5}, "Learning rate: 0.001, not 0.5"), ({"seed": 7}, "Random seed: 0, not 7"),
        ({"batch_size": 4}, "Batch size: 8, not 4"),
        ({"epochs": None}, "Epochs, whole network: 1, not as in the recipe"),
        ({"augmentation": Augmentation(flip=True, crop=True)}, "Augmentation: flip, not flip, crop"),
        ({"exact_course": True}, "Plain training loop: off, not on"),
    )  # fmt: skip
    for changes, words in wanted:
        with pytest.raises(DataError) as refused:
            trained(data, run, resume=True, **changes)
        assert words in one_sentence(refused.value)
    assert {file.name: file.read_bytes() for file in run.iterdir()} == before


def test_settings_that_were_lost_from_the_run_are_noticed(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    trained(data, run, seed=7, lr=0.25)
    whole = (run / CONFIG).read_text().splitlines(keepends=True)
    lost = [next(line for line in whole if line.startswith(name)) for name in ("seed", "lr ")]
    for line in lost:
        (run / CONFIG).write_text("".join(one for one in whole if one != line))
        config = load_config(run / CONFIG)
        with pytest.raises(DataError, match="started with a different setting") as refused:
            list(train(config, run, Control(), resume=True))
        assert line.partition("= ")[2].strip() in one_sentence(refused.value)
    (run / CONFIG).write_text("".join(whole))
    assert isinstance(list(train(load_config(run / CONFIG), run, Control(), resume=True))[-1], Trained)


def test_other_data_is_refused_and_the_same_by_another_name_is_not(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    trained(data, run)
    other = photo_folder(2, 10, "other")
    with pytest.raises(DataError, match="learns from") as refused:
        trained(other, run, resume=True)
    assert str(other) in one_sentence(refused.value)
    assert load_config(run / CONFIG).data == str(data)
    (tmp_path / "link").symlink_to(data)
    assert isinstance(trained(tmp_path / "link", run, resume=True)[-1], Trained)


@pytest.mark.parametrize(
    "settings", [{}, {"model": TINY, "head_epochs": 2, "epochs": 0}], ids=["whole network", "head on features"]
)
def test_more_epochs_of_a_finished_training_are_as_if_they_had_been_asked_for_at_first(
    photo_folder: Make, tmp_path: Path, settings: dict[str, object]
) -> None:
    data, name = photo_folder(2, 10), "head_epochs" if "head_epochs" in settings else "epochs"
    trained(data, tmp_path / "whole", **{**settings, name: 4})
    trained(data, tmp_path / "parts", **{**settings, name: 2})
    more = trained(data, tmp_path / "parts", resume=True, **{**settings, name: 4})
    assert "Resuming in epoch 3 of 4, with the same photos as before." in [str(event) for event in only(Noted, more)]
    assert [(event.epoch, event.epochs) for event in only(EpochDone, more)] == [(3, 4), (4, 4)]
    one, other = load_file(tmp_path / "whole" / LAST), load_file(tmp_path / "parts" / LAST)
    assert all(torch.equal(one[key], other[key]) for key in one)
    assert getattr(load_config(tmp_path / "parts" / CONFIG), name) == 4
    assert len((tmp_path / "parts" / EPOCHS).read_text().splitlines()) == 5


def test_a_phase_may_follow_a_finished_training(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    settings: dict[str, object] = {"model": TINY, "head_epochs": 2}
    trained(data, run, **settings, epochs=0)
    more = trained(data, run, resume=True, **settings, epochs=1)
    assert [(event.epoch, event.phase) for event in only(EpochDone, more)] == [(3, "full")]


@pytest.mark.parametrize(
    ("first", "then"),
    [({"epochs": 3, "schedule": "cosine"}, {"epochs": 5, "schedule": "cosine"}), ({"epochs": 3}, {"epochs": 2}),
     ({"epochs": 3}, {"epochs": 3, "head_epochs": 1})],
    ids=["along a curve", "fewer than done", "another order"],
)  # fmt: skip
def test_epochs_that_would_not_have_been_the_same_are_refused(
    photo_folder: Make, tmp_path: Path, first: dict[str, object], then: dict[str, object]
) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    trained(data, run, **first)
    with pytest.raises(DataError, match="was planned with 3 epochs") as refused:
        trained(data, run, resume=True, **then)
    assert "another folder" in one_sentence(refused.value)
    assert load_config(run / CONFIG).epochs == 3


def test_a_stopped_training_may_end_with_the_epochs_it_has(photo_folder: Make, tmp_path: Path) -> None:
    data, run, control = photo_folder(2, 10), tmp_path / "run", Control()
    for event in train(small(data, epochs=50, exact_course=True), run, control):  # saved at the ends of epochs only
        if isinstance(event, EpochDone):
            control.stop()
    ended = trained(data, run, resume=True, epochs=1, exact_course=True)
    assert not only(EpochDone, ended)
    assert [str(event) for event in only(Noted, ended)] == ["This training run has already finished."]


def test_a_finished_training_says_that_it_is(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    first = only(Trained, trained(data, run))[0]
    again = trained(data, run, resume=True)
    assert [str(event) for event in only(Noted, again)] == ["This training run has already finished."]
    assert not only(EpochDone, again)
    assert only(Trained, again)[0].val_accuracy == first.val_accuracy


def test_a_report_is_of_the_model_it_tested(photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    trained(data, run)
    list(evaluate(run, None, "cpu", Control()))
    list(evaluate(run, data, "cpu", Control()))
    reports = [run / name for name in (REPORT, PREDICTIONS, OTHER_REPORT, OTHER_PREDICTIONS)]
    assert all(file.is_file() for file in reports)
    before, epochs = (run / BEST).read_bytes(), 1
    while (run / BEST).read_bytes() == before:
        assert all(file.is_file() for file in reports)
        trained(data, run, resume=True, epochs=(epochs := epochs + 1))
    assert not any(file.exists() for file in reports)
    assert count_looks(run) == 1


def test_the_photos_it_began_with_are_those_it_goes_on_with(photo_folder: Make, tmp_path: Path) -> None:
    data, run, control = photo_folder(2, 10), tmp_path / "run", Control()
    for event in train(small(data, epochs=2), run, control):
        if isinstance(event, EpochDone):
            control.stop()
    photo_folder(3, 20)  # more of each class, and another class
    more = trained(data, run, resume=True, epochs=2)
    (planned,) = only(Planned, more)
    assert (planned.classes, planned.train_photos) == (["class 0", "class 1"], 12)
