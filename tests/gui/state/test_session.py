"""Session with the real light child (reads real photos), the real store, and small fake children in torch's place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.photos import SPLITS
from cnn_desktop.gui.state.job_state import Notice
from tests.gui.state.watched import Watched


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
    assert told.pop("offer") is None
    assert all(type(value) is str for value in told.values())
    assert (told["kind"], told["text"], told["details"]) == ("info", "Fine.", "")
