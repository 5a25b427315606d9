"""Session with the real light child (reads real photos), the real store, and small fake children in torch's place."""

from __future__ import annotations

import contextlib
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
from cnn_desktop.domain.estimate import key, load_rates, remember
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.photos import SPLITS, PhotoFacts, load_snapshot
from cnn_desktop.domain.run import BEST, CHECKPOINT, CONFIG, RunRecord
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.opened import open_existing
from cnn_desktop.project.runs import Runs

FAKE = str(Path(__file__).parents[1] / "children" / "fake_child.py")


class Watched:
    """A session and what it has told."""

    def __init__(self, how: str) -> None:
        fake = [sys.executable, FAKE, how]
        self.session = Session(Programs(full=fake, job=fake))
        self.notices: list[Notice] = []
        self.events: list[Event] = []
        self.session.notice.connect(self.notices.append)
        self.session.jobs.came.connect(self.events.append)

    def idle(self) -> bool:
        return not self.session.jobs.now.running

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
            every[-1].session.project.open_folder(folder)
            qtbot.waitUntil(lambda: every[-1].session.project.photos is not None and every[-1].idle(), timeout=20_000)
        return every[-1]

    yield make
    for one in every:
        one.session.close()
    assert not psutil.Process().children(recursive=True)


def give_model(watched: Watched) -> None:
    """Puts something where the child of a real training would have left its model."""
    session = watched.session
    (session.runs.folder(session.runs.all[0].id) / BEST).write_bytes(b"weights")


@contextlib.contextmanager
def opened(project: Path) -> Iterator[Runs]:
    """The runs of a project, without a window."""
    handle, _ = open_existing(project)
    yield handle.runs
    handle.close()


def train(qtbot: QtBot, watched: Watched) -> None:
    watched.session.runs.train()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle(), timeout=10_000)


def test_a_folder_becomes_a_project_without_questions(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=10, name="shells and stones")
    session = begin(folder=folder).session
    assert session.project.info
    assert (session.project.info.name, session.project.info.folder) == ("shells and stones", str(folder))
    assert Path(session.project.info.path) == places.projects_folder() / "shells and stones.cnnproj"
    assert session.project.photos
    assert session.project.photos.count() == 20
    assert all(session.project.photos.count(split=split) for split in SPLITS)
    assert session.settings.config.data == str(folder)
    assert not list((places.cache_folder() / "scans").iterdir())


def test_the_same_folder_opens_the_same_project_with_its_settings_and_another_of_that_name_a_new_one(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=6, name="one/photos")
    first = begin(folder=folder)
    first.session.settings.set(batch_size=8)
    first.session.close()
    again = begin(folder=folder)
    assert again.session.project.info
    assert Path(again.session.project.info.path).name == "photos.cnnproj"
    assert again.session.settings.config.batch_size == 8
    again.session.project.leave()
    assert again.session.project.info is None
    other = begin(folder=photo_folder(classes=2, each=6, name="two/photos"))
    assert other.session.project.info
    assert Path(other.session.project.info.path).name == "photos 2.cnnproj"
    assert other.session.settings.config.batch_size == 32


def test_a_folder_without_photos_is_said_and_leaves_no_project(
    qtbot: QtBot, begin: Callable[..., Watched], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    watched = begin()
    watched.session.project.open_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: bool(watched.notices) and watched.idle())
    assert watched.notices[0].kind == "error"
    assert "empty" in watched.said()
    assert watched.session.project.info is None
    assert not places.projects_folder().exists()


def test_a_project_open_in_another_window_can_be_looked_at_only(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    begin(folder=folder)
    second = begin(folder=folder)
    assert second.session.project.info
    assert second.session.project.info.read_only
    assert "open in another window" in second.said()
    second.session.runs.train()
    assert second.idle()
    assert not second.session.runs.all


def test_a_project_that_was_open_elsewhere_can_be_opened_again_and_changed_then(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first, second = begin(folder=folder), begin(folder=folder)
    for is_read_only in (True, False):
        second.notices.clear()
        second.session.project.open_folder(folder)
        qtbot.waitUntil(second.idle, timeout=20_000)
        assert second.session.project.info
        assert second.session.project.info.read_only is is_read_only
        assert ("open in another window" in second.said()) is is_read_only
        first.session.close()


def test_a_run_whose_settings_are_gone_is_not_called_running(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    runs = watched.session.runs
    runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    watched.session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    folder = runs.folder(runs.all[0].id)
    (folder / CHECKPOINT).write_bytes(b"x")
    (folder / CONFIG).unlink()
    runs.choose("")
    qtbot.waitUntil(lambda: runs.resumable is not None)
    runs.train(resume=True)
    qtbot.waitUntil(watched.idle)
    assert watched.session.jobs.result
    assert watched.session.jobs.result.outcome == "failed"
    runs.choose("")
    qtbot.waitUntil(lambda: runs.resumable is not None)
    assert [run.status for run in runs.all] == ["stopped"]


def test_a_training_leaves_its_settings_snapshot_and_history(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=10))
    session = watched.session
    session.settings.set(batch_size=4)
    train(qtbot, watched)
    (run,) = session.runs.all
    assert (run.status, run.val_accuracy, run.seconds) == ("finished", 0.7, 2.0)
    assert "batch_size = 4" in (session.runs.folder(run.id) / CONFIG).read_text()
    assert PhotoFacts.of(load_snapshot(session.runs.folder(run.id))) == session.project.photos
    assert session.jobs.result
    assert (session.jobs.result.outcome, session.jobs.result.run) == ("finished", run.id)
    assert session.runs.predictor is None, "the fake child leaves no model"
    assert len(watched.ended()) == 1


def test_stop_keeps_the_run_or_throws_it_away(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    for keep, statuses in ((True, ["stopped"]), (False, ["stopped"])):
        watched.events.clear()
        watched.session.runs.train()
        qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
        run = watched.session.jobs.now.run
        (watched.session.jobs.stop if keep else watched.session.runs.throw_away)()
        assert watched.session.jobs.now.stopping
        qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
        assert [one.status for one in watched.session.runs.all] == statuses
        assert watched.session.runs.folder(run).exists() is keep


def test_a_training_thrown_away_while_it_is_prepared_leaves_no_run(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    runs = watched.session.runs
    assert runs.train()
    runs.throw_away()  # before its folder is there
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert watched.session.project.info
    assert list(Path(watched.session.project.info.path, "runs").iterdir()) == []
    watched.events.clear()
    assert runs.train(), "what was thrown away is forgotten by the next one"
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    watched.session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert [run.status for run in runs.all] == ["stopped"]


def test_a_crash_leaves_a_usable_window(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("segfault", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    assert watched.session.runs.all[0].status == "crashed"
    assert watched.session.jobs.result
    assert "SIGSEGV" in watched.session.jobs.result.text
    assert watched.session.jobs.result.details == "about to crash"
    watched.events.clear()
    train(qtbot, watched)
    assert len(watched.session.runs.all) == 2


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
    watched.session.runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.result is not None and watched.idle())
    monkeypatch.undo()
    assert watched.session.jobs.result
    assert watched.session.jobs.result.text.startswith("The disk is full")
    assert watched.session.jobs.result.outcome == "failed"
    assert watched.session.project.info
    assert not list(Path(watched.session.project.info.path, "runs").iterdir())


def test_only_one_job_at_a_time(qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    watched.session.runs.train()
    watched.session.runs.train()
    watched.session.project.rescan()
    watched.session.project.leave()
    assert [notice.kind for notice in watched.notices] == ["info"] * 3
    assert watched.session.project.info
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    watched.session.jobs.stop()
    qtbot.waitUntil(watched.idle)


def test_closing_while_training_ends_the_child_and_the_history_says_stopped(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("long", photo_folder(classes=2, each=6))
    watched.session.runs.train()
    qtbot.waitUntil(lambda: watched.session.jobs.now.epoch == 1)
    project = Path(watched.session.project.info.path) if watched.session.project.info else Path()
    watched.session.close()
    assert not psutil.Process().children(recursive=True)
    with opened(project) as runs:
        assert [run.status for run in runs.all()] == ["stopped"]
        assert runs.all()[0].val_accuracy == 0.7, "what the child told last has arrived"


def test_a_run_cut_off_with_its_window_is_called_crashed(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    project = Path(first.session.project.info.path) if first.session.project.info else Path()
    first.session.close()
    with opened(project) as runs:
        runs.update(RunRecord("r", "resnet18", "running", "2026-01-01T00:00:00+00:00"))
    assert [run.status for run in begin(folder=folder).session.runs.all] == ["crashed"]


def test_the_newest_model_is_in_use_and_what_answers_is_known(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin(folder=photo_folder(classes=2, each=6))
    session = watched.session
    train(qtbot, watched)
    give_model(watched)
    watched.events.clear()
    train(qtbot, watched)
    assert session.runs.predictor
    assert session.runs.predictor.id == session.runs.all[1].id
    answers: list[Event] = []
    job = Predict(run=str(session.runs.folder(session.runs.predictor.id)), paths=["a.jpg", "b.jpg"])
    question = session.processes.ask(job, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [a.path for a in answers if isinstance(a, Predicted)] == ["a.jpg", "b.jpg"]
    assert session.device == ("cpu", "no NVIDIA card found")
    assert question.job == job


def test_a_worse_training_does_not_take_the_place_of_a_better_one_and_says_so(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    folder = photo_folder(classes=2, each=6)
    first = begin(folder=folder)
    train(qtbot, first)
    give_model(first)
    project, (run,) = (
        Path(first.session.project.info.path if first.session.project.info else ""),
        first.session.runs.all,
    )
    first.session.close()
    with opened(project) as runs:
        runs.update(msgspec.structs.replace(run, val_accuracy=0.9))
    watched = begin("long", folder)
    session = watched.session
    assert session.runs.train()
    qtbot.waitUntil(lambda: session.jobs.now.epoch == 1)
    (session.runs.folder(session.jobs.now.run) / BEST).write_bytes(b"weights")
    session.jobs.stop()
    qtbot.waitUntil(lambda: bool(watched.ended()) and watched.idle())
    assert (session.runs.predictor, session.runs.chosen) == (session.runs.all[1], None)
    assert "The earlier model stays in use because it is better" in watched.said()
    session.runs.choose(session.runs.all[0].id)
    qtbot.waitUntil(lambda: session.runs.chosen is not None)
    session.close()
    again = begin(folder=folder)
    assert again.session.runs.predictor == again.session.runs.all[0], "as it was chosen"


def test_settings_can_be_undone(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    session = begin().session
    session.settings.set(batch_size=8)
    session.settings.set(batch_size=16)  # the same field again: one step
    session.settings.set(lr=float("nan"))
    assert [problem.field for problem in session.settings.problems] == ["lr"]
    session.undo.undo()
    assert (session.settings.config.lr, session.settings.config.batch_size, session.settings.problems) == (1e-3, 16, [])
    session.undo.undo()
    assert session.settings.config.batch_size == 32
    assert not session.undo.name
    session.undo.redo()
    assert session.settings.config.batch_size == 16


def test_choices_and_later_numbers_are_steps_of_their_own(
    qtbot: QtBot, begin: Callable[..., Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin().session
    session.settings.set(model="resnet18")
    session.settings.set(model="vgg16")
    session.undo.undo()
    assert session.settings.config.model == "resnet18"
    session.settings.set(augmentation=Augmentation(flip=False))
    session.settings.set(augmentation=Augmentation(flip=False, crop=True))
    session.undo.undo()
    assert session.settings.config.augmentation == Augmentation(flip=False)
    clock = [1000.0]
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: clock[0])
        session.settings.set(lr=0.01)
        clock[0] += 0.5
        session.settings.set(lr=0.015)  # typed on
        clock[0] += 10
        session.settings.set(lr=0.5)  # thought again
    session.undo.undo()
    assert session.settings.config.lr == 0.015
    session.undo.undo()
    assert session.settings.config.lr == 1e-3


def test_an_invalid_setting_or_no_photos_start_nothing(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    watched = begin()
    watched.session.runs.train()
    watched.session.settings.set(image_size=8)
    watched.session.runs.train()
    watched.session.runs.evaluate()
    assert watched.idle()
    assert [notice.kind for notice in watched.notices] == ["info", "error", "info"]
    assert "Image size 8" in watched.said()


def test_measured_speed_is_remembered(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path]
) -> None:
    watched = begin("planned", photo_folder(classes=2, each=6))
    train(qtbot, watched)
    qtbot.waitUntil(lambda: bool(load_rates()))
    assert load_rates() == {key(watched.session.settings.config, "cpu", "head"): 8 / 2.0}
    remember({key(watched.session.settings.config, "cpu", "head"): 99.0})
    assert 99.0 not in load_rates().values(), "its photos had been looked at before"


def test_relinked_photos_keep_their_splits(
    qtbot: QtBot, begin: Callable[..., Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=10)
    watched = begin(folder=folder)
    session = watched.session
    before = session.project.photos
    assert before
    moved = folder.rename(tmp_path / "moved")
    watched.session.project.rescan()
    qtbot.waitUntil(lambda: bool(watched.notices) and watched.idle())
    assert str(folder) in watched.said()
    assert session.project.photos is before, "what is known stays"
    (root,) = before.roots
    session.project.relink(root, moved)
    qtbot.waitUntil(lambda: session.project.photos is not before and watched.idle())
    assert session.project.photos
    assert session.project.photos == msgspec.structs.replace(before, roots={root: str(moved)})
    assert session.project.info
    assert session.project.info.folder == session.settings.config.data == str(moved)


def test_the_sample_is_drawn_and_opened(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    watched = begin()
    watched.session.project.open_sample()
    assert watched.session.jobs.now.kind is DrawSample
    watched.session.jobs.stop()
    qtbot.waitUntil(watched.idle)
    assert watched.session.project.info is None


def test_notices_hold_plain_text() -> None:
    told = msgspec.structs.asdict(Notice("info", "Fine."))
    assert all(type(value) is str for value in told.values())
    assert (told["kind"], told["text"], told["details"]) == ("info", "Fine.", "")
