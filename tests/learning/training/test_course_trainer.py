"""`exact_course` gives the losses of the course's loop, written out in `written_out.py`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained
from cnn_desktop.domain.run import CHECKPOINT
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.learning.training.fit import fit
from tests.learning.helpers import only, small, train, train_until
from tests.learning.written_out import courses_loop, draw_divided


@pytest.fixture
def divided(tmp_path: Path) -> Path:
    return draw_divided(tmp_path / "data")


@pytest.mark.parametrize("seed", [0, 7])
def test_loss_curve_is_the_courses(seed: int, divided: Path, tmp_path: Path) -> None:
    config = small(divided, exact_course=True, epochs=4, seed=seed, batch_size=4, precision="auto")
    events = train(config, tmp_path / "run")
    ours = [epoch.train_loss for epoch in only(EpochDone, events)]
    assert ours == pytest.approx(courses_loop(divided / "train", 3, config), abs=1e-4)
    assert only(Planned, events)[0].precision == "float32"
    assert ours != pytest.approx(courses_loop(divided / "train", 3, small(divided, epochs=4, seed=seed + 1)), abs=1e-4)


def test_a_stopped_epoch_starts_again(divided: Path, tmp_path: Path) -> None:
    config = small(divided, exact_course=True, epochs=3, batch_size=4)
    whole = train(config, tmp_path / "whole")
    before = only(EpochDone, train_until(config, tmp_path / "parts", looks=9))
    assert len(before) == 1
    resumed = only(EpochDone, train(config, tmp_path / "parts", resume=True))
    assert [e.train_loss for e in before + resumed] == [e.train_loss for e in only(EpochDone, whole)]


def test_a_photo_that_goes_bad_is_left_out(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, events = photo_folder(2, 8), []
    for event in fit(small(data, exact_course=True, batch_size=1, epochs=2), tmp_path / "run", Control()):
        events.append(event)
        if isinstance(event, Planned):
            snapshot = load_snapshot(tmp_path / "run")
            bad = [snapshot.file(photo) for photo in snapshot.of_split("train")[:2]]
            for file in bad:
                file.write_bytes(b"broken")
    assert isinstance(events[-1], Trained)
    assert {event.path for event in only(Skipped, events)} == {str(file) for file in bad}
    assert (tmp_path / "run" / CHECKPOINT).exists()
