"""Session with the real light child (reads real photos), the real store, and small fake children in torch's place."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import files, places
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.events import Ended, Event, PictureReady
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.photos import load_snapshot
from cnn_desktop.domain.run import BEST, CONFIG, RunRecord
from cnn_desktop.gui.children.service import Programs
from cnn_desktop.gui.state import rates
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.store import ProjectStore

FAKE = str(Path(__file__).parents[1] / "children" / "fake_child.py")


class Watched:
    """A session and what it has told."""

    def __init__(self, how: str) -> None:
        fake = [sys.executable, FAKE, how]
        self.session = Session(Programs(full=fake, job=fake))
        self.notices: list[Notice] = []
        self.events: list[Event] = []
        self.session.notice.connect(self.notices.append)
        self.session.job_event.connect(self.events.append)

    def idle(self) -> bool:
        return not self.session.job.running

    def ended(self) -> list[Ended]:
        return [event for event in self.events if isinstance(event, Ended)]

    def said(self) -> str:
        return " / ".join(notice.text for notice in self.notices)


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[..., Watched]]:
    every: list[Watched] = []

    def make(how: str = "", folder: Path | None = None) -> Watched:
        every.append(Watched(how))
        if folder:
            every[-1].session.open_folder(folder)
            qtbot.waitUntil(lambda: every[-1].session.scan is not None and every[-1].idle(), timeout=20_000)
        return every[-1]

    yield make
    for one in every:
        one.session.close()
    assert not psutil.Process().children(recursive=True)


def give_model(watched: Watched) -> None:
    """Puts something where the child of a real training would have left its model."""
    session = watched.session
    (session.run_folder(session.runs[0].id) / BEST).write_bytes(b"weights")


def train(qtbot: QtBot, watched: Watched) -> None:
    watched.session.train()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle(), timeout=10_000)


def test_a_folder_becomes_a_project_without_questions(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=10, name="shells and stones")
    session = begin(folder=folder).session
    assert session.project
    assert (session.project.name, session.project.folder) == ("shells and stones", str(folder))
    assert Path(session.project.path) == places.projects_folder() / "shells and stones.cnnproj"
    assert session.scan
    assert len(session.scan.photos) == 20
    assert {photo.split for photo in session.scan.photos} == {"train", "val", "test"}
    assert session.config.data == str(folder)
    assert not list((places.cache_folder() / "scans").iterdir())


def test_the_same_folder_opens_the_same_project_with_its_settings_and_another_of_that_name_a_new_one(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=6, name="one/photos")
    first = begin(folder=folder)
    first.session.set_config(batch_size=8)
    first.session.close()
    again = begin(folder=folder)
    assert again.session.project
    assert Path(again.session.project.path).name == "photos.cnnproj"
    assert again.session.config.batch_size == 8
    again.session.leave_project()
    assert again.session.project is None
    other = begin(folder=photo_folder(classes=2, each=6, name="two/photos"))
    assert other.session.project
    assert Path(other.session.project.path).name == "photos 2.cnnproj"
    assert other.session.config.batch_size == 32


def test_a_folder_without_photos_is_said_and_leaves_no_project(
    qtbot: QtBot, begin: Callable[..., Watched], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    watched = begin()
    watched.session.open_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: bool(watched.notices) and watched.idle())
    assert watched.notices[0].kind == "error"
    assert "empty" in watched.said()
    assert watched.session.project is None
    assert not places.projects_folder().exists()


def test_a_project_open_in_another_window_can_be_looked_at_only(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    begin(folder=folder)
    second = begin(folder=folder)
    assert second.session.project
    assert second.session.project.read_only
    assert "open in another window" in second.said()
    second.session.train()
    assert second.idle()
    assert not second.session.runs


def test_a_training_leaves_its_settings_snapshot_and_history(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=10))
    session = watched.session
    session.set_config(batch_size=4)
    train(qtbot, watched)
    (run,) = session.runs
    assert (run.status, run.val_accuracy, run.seconds) == ("finished", 0.7, 2.0)
    assert "batch_size = 4" in (session.run_folder(run.id) / CONFIG).read_text()
    assert load_snapshot(session.run_folder(run.id)).photos == session.scan.photos if session.scan else False
    assert session.result
    assert (session.result.outcome, session.result.run) == ("finished", run.id)
    assert session.predictor_run is None, "the fake child leaves no model"
    assert len(watched.ended()) == 1


def test_stop_keeps_the_run_or_throws_it_away(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    for keep, statuses in ((True, ["stopped"]), (False, ["stopped"])):
        watched.events.clear()
        watched.session.train()
        qtbot.waitUntil(lambda: watched.session.job.epoch == 1)
        run = watched.session.job.run
        watched.session.stop(keep=keep)
        assert watched.session.job.stopping
        qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
        assert [one.status for one in watched.session.runs] == statuses
        assert watched.session.run_folder(run).exists() is keep


def test_a_crash_leaves_a_usable_window(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("segfault", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    assert watched.session.runs[0].status == "crashed"
    assert watched.session.result
    assert "SIGSEGV" in watched.session.result.text
    assert watched.session.result.details == "about to crash"
    watched.events.clear()
    train(qtbot, watched)
    assert len(watched.session.runs) == 2


def test_a_full_disk_is_one_sentence_and_no_half_run(
    qtbot: QtBot,
    begin: Callable[..., Watched],
    photo_folder: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    watched.session.train()
    qtbot.waitUntil(lambda: watched.session.result is not None and watched.idle())
    monkeypatch.undo()
    assert watched.session.result
    assert watched.session.result.text.startswith("The disk is full")
    assert watched.session.result.outcome == "failed"
    assert watched.session.project
    assert not list(Path(watched.session.project.path, "runs").iterdir())


def test_only_one_job_at_a_time(qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    watched.session.train()
    watched.session.train()
    watched.session.rescan()
    watched.session.leave_project()
    assert [notice.kind for notice in watched.notices] == ["info"] * 3
    assert watched.session.project
    qtbot.waitUntil(lambda: watched.session.job.epoch == 1)
    watched.session.stop()
    qtbot.waitUntil(watched.idle)


def test_closing_while_training_ends_the_child_and_the_history_says_stopped(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    watched.session.train()
    qtbot.waitUntil(lambda: watched.session.job.epoch == 1)
    project = Path(watched.session.project.path) if watched.session.project else Path()
    watched.session.close()
    assert not psutil.Process().children(recursive=True)
    with ProjectStore.open(project) as store:
        assert [run.status for run in store.runs()] == ["stopped"]
        assert store.runs()[0].val_accuracy == 0.7, "what the child told last has arrived"


def test_a_run_cut_off_with_its_window_is_called_crashed(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    project = Path(first.session.project.path) if first.session.project else Path()
    first.session.close()
    with ProjectStore.open(project) as store:
        store.add_run(RunRecord("r", "resnet18", "running", "2026-01-01T00:00:00+00:00"))
    assert [run.status for run in begin(folder=folder).session.runs] == ["crashed"]


def test_the_viewer_asks_the_newest_model(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))
    session = watched.session
    assert session.predict([Path("a.jpg")]) == ""
    assert "Train one first" in watched.said()
    train(qtbot, watched)
    give_model(watched)
    watched.events.clear()
    train(qtbot, watched)
    assert session.predictor_run
    assert session.predictor_run.id == session.runs[1].id
    answers: list[Event] = []
    session.predicted.connect(answers.append)
    id_ = session.predict([Path("a.jpg"), Path("b.jpg")])
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [(a.id, a.path) for a in answers if isinstance(a, Predicted)] == [(id_, "a.jpg"), (id_, "b.jpg")]
    assert (session.device, session.device_reason) == ("cpu", "no NVIDIA card found")


def test_thumbnails_come_from_the_light_child(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))
    pictures: list[PictureReady] = []
    watched.session.picture_ready.connect(pictures.append)
    scan = watched.session.scan
    assert scan
    id_ = watched.session.request_thumbnails([scan.file(photo) for photo in scan.photos[:3]])
    qtbot.waitUntil(lambda: len(pictures) == 3)
    assert {picture.id for picture in pictures} == {id_}
    assert all(Path(picture.file).is_file() for picture in pictures)


def test_settings_can_be_undone(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    session = begin().session
    session.set_config(batch_size=8)
    session.set_config(batch_size=16)  # the same field again: one step
    session.set_config(lr=float("nan"))
    assert [problem.field for problem in session.problems] == ["lr"]
    session.undo()
    assert (session.config.lr, session.config.batch_size, session.problems) == (1e-3, 16, [])
    session.undo()
    assert session.config.batch_size == 32
    assert not session.can_undo
    session.redo()
    assert session.config.batch_size == 16


def test_choices_and_later_numbers_are_steps_of_their_own(
    qtbot: QtBot, begin: Callable[..., Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin().session
    session.set_config(model="resnet18")
    session.set_config(model="vgg16")
    session.undo()
    assert session.config.model == "resnet18"
    session.set_config(augmentation=Augmentation(flip=False))
    session.set_config(augmentation=Augmentation(flip=False, crop=True))
    session.undo()
    assert session.config.augmentation == Augmentation(flip=False)
    clock = [1000.0]
    with monkeypatch.context() as patched:
        patched.setattr(time, "monotonic", lambda: clock[0])
        session.set_config(lr=0.01)
        clock[0] += 0.5
        session.set_config(lr=0.015)  # typed on
        clock[0] += 10
        session.set_config(lr=0.5)  # thought again
    session.undo()
    assert session.config.lr == 0.015
    session.undo()
    assert session.config.lr == 1e-3


def test_an_invalid_setting_or_no_photos_start_nothing(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    watched = begin()
    watched.session.train()
    watched.session.set_config(image_size=8)
    watched.session.train()
    watched.session.evaluate()
    assert watched.idle()
    assert [notice.kind for notice in watched.notices] == ["info", "error", "info"]
    assert "Image size 8" in watched.said()


def test_measured_speed_is_remembered(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("planned", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    qtbot.waitUntil(lambda: bool(rates.load_rates()))
    assert rates.load_rates() == {rates.key(watched.session.config, "cpu", "head"): 8 / 2.0}
    rates.remember({rates.key(watched.session.config, "cpu", "head"): 99.0})
    assert 99.0 not in rates.load_rates().values(), "its photos had been looked at before"


def test_relinked_photos_keep_their_splits(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=10)
    watched = begin(folder=folder)
    session = watched.session
    before = session.scan
    assert before
    moved = folder.rename(tmp_path / "moved")
    watched.session.rescan()
    qtbot.waitUntil(lambda: bool(watched.notices) and watched.idle())
    assert str(folder) in watched.said()
    assert session.scan is before, "what is known stays"
    (root,) = before.roots
    session.relink(root, moved)
    qtbot.waitUntil(lambda: session.scan is not before and watched.idle())
    assert session.scan
    assert session.scan.roots == {root: str(moved)}
    assert session.scan.photos == before.photos
    assert session.project
    assert session.project.folder == session.config.data == str(moved)


def test_the_sample_is_drawn_and_opened(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    watched = begin()
    watched.session.open_sample()
    assert watched.session.job.kind == "sample"
    watched.session.stop()
    qtbot.waitUntil(watched.idle)
    assert watched.session.project is None


def test_notices_hold_plain_text() -> None:
    told = msgspec.structs.asdict(Notice("info", "Fine."))
    assert all(type(value) is str for value in told.values())
    assert (told["kind"], told["text"], told["details"]) == ("info", "Fine.", "")
