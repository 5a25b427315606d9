"""A double click on the file inside a project, a project's folder, or a run's: what the window makes of it, sound or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.run import BEST, CONFIG, MODEL
from cnn_desktop.gui.app import app
from cnn_desktop.gui.frame.drops import Dropped, sort_out
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.project.database import Database
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.place import OPENER
from cnn_desktop.project.schema import DATABASE, MIGRATIONS


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project with its file to open it."""
    folder = tmp_path / "ä shells.cnnproj"
    Opened(folder).close()
    return folder


def test_a_project_that_may_be_written_has_the_file_from_now_on(project: Path) -> None:
    assert from_json((project / OPENER).read_bytes(), dict[str, str])["app"] == places.APP
    (project / OPENER).unlink()
    with Database.open(project, read_only=True):
        assert not (project / OPENER).exists()
    Opened(project, create=False).close()
    (project / OPENER).write_text("of somebody")
    Opened(project, create=False).close()
    assert (project / OPENER).read_text() == "of somebody", "what is there stays"


def test_it_opens_what_lies_around_it_wherever_that_is(project: Path, tmp_path: Path) -> None:
    renamed, run, alone = tmp_path / "renamed", tmp_path / "run", tmp_path / "copied" / OPENER
    for folder in (renamed, run, alone.parent):
        folder.mkdir()
        (folder / OPENER).touch()
    (renamed / DATABASE).touch()
    for name in (CONFIG, MODEL, BEST):
        (run / name).touch()
    link = tmp_path / "on the desktop.CNNOPEN"
    link.symlink_to(project / OPENER)
    loop = tmp_path / "loop.cnnopen"
    loop.symlink_to(loop)
    (tmp_path / "folder.cnnopen").mkdir()
    assert sort_out([project / OPENER, renamed / OPENER, link]) == Dropped(projects=(project, renamed, project))
    assert sort_out([run / OPENER]) == Dropped(models=(run,))
    assert sort_out([alone, loop]) == Dropped(openers=(alone, loop))
    assert sort_out([tmp_path / "folder.cnnopen"]) == Dropped(folders=(tmp_path / "folder.cnnopen",))


def test_a_project_that_a_person_has_renamed_is_one_though_not_called_so(project: Path, tmp_path: Path) -> None:
    renamed, photos = tmp_path / "my shells", tmp_path / "photos"
    project.rename(renamed)
    photos.mkdir()
    (photos / DATABASE).write_text("of another program")
    bare = renamed / ".cnnopen"
    bare.touch()
    assert sort_out([renamed, bare]) == Dropped(projects=(renamed, renamed))
    assert sort_out([photos]) == Dropped(folders=(photos,))


def damaged(project: Path) -> None:
    (project / DATABASE).write_bytes(b"\xff" * 5000)


def newer(project: Path) -> None:
    with sqlite3.connect(project / DATABASE) as db:
        db.execute("UPDATE schema_version SET version = ?", (len(MIGRATIONS) + 1,))
        db.execute("UPDATE oldest_reader SET version = ?", (len(MIGRATIONS) + 1,))
    db.close()


def gone(project: Path) -> None:
    (project / DATABASE).unlink()


@pytest.mark.parametrize("by_opener", [True, False])
@pytest.mark.parametrize(
    ("harm", "said"), [(damaged, "is damaged"), (newer, "by a newer version"), (gone, "There is no project in")]
)
def test_a_project_that_cannot_be_opened_is_told_in_one_sentence(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project: Path, harm: Callable[[Path], None], said: str, by_opener: bool
) -> None:  # fmt: skip
    harm(project)
    before = {file.name: file.read_bytes() for file in project.iterdir() if file.is_file()}
    window = open_window(words=[str(project / OPENER if by_opener else project)])
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    (row,) = window.messages.rows
    assert said in row.notice.text
    assert project.name in row.notice.text
    assert "Traceback" not in row.notice.details
    assert Wiring.of(window).session.project.info is None
    after = {file.name: file.read_bytes() for file in project.iterdir() if file.is_file()}
    assert {name: after[name] for name in before} == before, "nothing is lost"


def test_a_sound_project_is_opened_by_its_file_and_a_copy_of_that_says_why_not(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project: Path, tmp_path: Path
) -> None:
    alone = tmp_path / OPENER
    alone.write_bytes((project / OPENER).read_bytes())
    window = open_window(words=[str(alone)])
    assert "but it is not in one" in window.messages.rows[0].notice.text
    assert str(alone) in window.messages.rows[0].notice.text
    app._open(Wiring.of(window), [project / OPENER], sample=False)
    session = Wiring.of(window).session
    qtbot.waitUntil(lambda: session.project.info is not None and not session.jobs.now.running)
    assert session.project.info.path == str(project)
    assert window.messages.rows == [], "that is over"
