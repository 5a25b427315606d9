"""The open project: opened, read by a child (the test answers in its place), taken in, left; what is known of its photos."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.project.facts import Contents
from tests.dataset.helpers import finish, folder_for_anyone, without_root
from tests.gui.state.watched_project import Watched, is_held


@pytest.fixture
def watched(begin_project: Callable[[], Watched]) -> Watched:
    return begin_project()


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    return photo_folder(classes=2, each=10, name="birds")


def test_a_dropped_folder_is_read_and_taken_in(watched: Watched, folder: Path) -> None:
    project = watched.project
    project.open_folder(folder)
    assert watched.jobs.now.running
    watched.read()
    assert project.info
    assert (project.info.name, project.info.folder) == ("birds", str(folder))
    assert project.photos
    assert (project.photos.count(), project.photos.names) == (20, ["class 0", "class 1"])
    assert project.gone == ("", "")
    contents, changed = watched.told
    assert isinstance(contents, Contents)
    assert contents.photos == project.photos
    assert changed == Changed(project=True, photos=True)
    assert not list((places.cache_folder() / "scans").iterdir()), "the child's result is gone once it is taken in"
    assert watched.notices == []


def test_it_opens_with_what_is_known_and_is_read_again(
    begin_project: Callable[[], Watched], watched: Watched, folder: Path
) -> None:
    watched.project.open_folder(folder)
    watched.read()
    known = watched.project.photos
    watched.close()
    again = begin_project()
    again.project.open_folder(folder)
    place = again.asked()
    assert again.project.photos == known, "shown before the folder is read"
    again.asker.end(place, "stopped")
    again.idle()
    assert (again.project.photos, again.notices) == (known, [])
    shutil.rmtree(folder / "class 1")
    (folder / "class 2").mkdir()
    shutil.copy(folder / "class 0/000.png", folder / "class 2")
    before = len(again.told)
    again.project.rescan()
    again.read()
    assert again.project.photos
    assert again.project.photos.names == ["class 0", "class 2"]
    assert again.told[before:] == [Changed(project=True, photos=True)], (
        "the same project: its contents do not come again"
    )


def test_another_project_closes_the_one_before(
    watched: Watched, begin_project: Callable[[], Watched], folder: Path, photo_folder: Callable[..., Path]
) -> None:
    watched.project.open_folder(folder)
    watched.read()
    first = Path(watched.project.info.path) if watched.project.info else Path()
    watched.project.open_folder(photo_folder(classes=2, each=6, name="shells"))
    watched.read()
    assert watched.project.info
    assert watched.project.info.name == "shells"
    watched.qtbot.waitUntil(lambda: not is_held(first))
    watched.project.leave()
    assert (watched.project.info, watched.project.photos, watched.project.opened) == (None, None, None)
    assert watched.told[-2:] == [None, Changed(project=True, photos=True)]
    with pytest.raises(LookupError):
        watched.project.run_folder("r")


def test_stop_before_the_child_was_asked(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.jobs.stop()
    watched.idle()
    assert (watched.asker.asked, watched.project.info, watched.notices) == ([], None, [])


def test_a_folder_that_cannot_be_read_is_said_and_leaves_what_was_open(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.read()
    before = watched.project.opened
    watched.project.open_folder(folder.parent / "empty")
    watched.asker.end(watched.asked(), "failed", "There is nothing.", "details")
    watched.idle()
    assert watched.notices == [Notice("error", "There is nothing.", "details", "opening")]
    assert watched.project.opened is before


def test_a_result_that_is_damaged_is_said(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.asker.end(watched.asked(), "finished")
    watched.idle()
    assert "Open the folder again" in watched.said()
    assert watched.project.info is None


def test_a_result_that_is_torn_is_said_and_changes_nothing(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.read()
    before = watched.project.photos
    watched.project.rescan()
    place = watched.asked()
    job = watched.asker.asked[place]
    assert isinstance(job, ScanFolder)
    save_scan(finish(read_data(folder / "class 0", Control(), to_label=True))[1], Path(job.result))
    whole = Path(job.result).read_bytes()
    Path(job.result).write_bytes(whole[:-20])
    watched.asker.end(place, "finished")
    watched.idle()
    assert "Open the folder again" in watched.said()
    assert watched.project.photos == before
    assert not Path(job.result).exists()


def test_stop_while_the_photos_are_taken_in_changes_nothing(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.read()
    before, opened = watched.project.photos, watched.project.opened
    watched.project.rescan()
    place = watched.asked()
    job = watched.asker.asked[place]
    assert isinstance(job, ScanFolder)
    shutil.rmtree(folder / "class 1")
    save_scan(finish(read_data(folder, Control(), to_label=True))[1], Path(job.result))
    go_on = threading.Event()
    watched.background.run(go_on.wait)  # what is done before it
    watched.asker.end(place, "finished")
    watched.jobs.stop()
    go_on.set()
    watched.idle()
    assert (watched.project.photos, watched.project.opened, watched.notices) == (before, opened, [])
    assert opened
    assert opened.photos.facts() == before
    watched.project.rescan()
    watched.read()
    assert watched.project.photos
    assert watched.project.photos.count() == 10


# Projects dropped, chosen, and what is wrong with them


def test_a_project_opened_as_a_folder_is_opened_as_a_project(watched: Watched, folder: Path) -> None:
    watched.project.open_folder(folder)
    watched.read()
    path = Path(watched.project.info.path) if watched.project.info else Path()
    watched.project.leave()
    watched.project.open_folder(path)
    watched.read()
    assert watched.project.info
    assert watched.project.info.path == str(path)
    watched.project.open_folder(path.parent / "nowhere.CNNPROJ")
    watched.idle()
    assert "There is no project in" in watched.said()
    assert watched.notices[-1].about == "opening"
    assert [file.name for file in places.projects_folder().iterdir()] == ["birds.cnnproj"]


def test_a_second_window_only_looks(begin_project: Callable[[], Watched], folder: Path) -> None:
    first, second = begin_project(), begin_project()
    first.project.open_folder(folder)
    first.read()
    second.project.open_folder(folder)
    second.qtbot.waitUntil(lambda: bool(second.notices) and not second.jobs.now.running)
    assert second.project.info
    assert second.project.info.read_only
    assert second.project.photos == first.project.photos
    assert second.asker.asked == [], "and reads nothing"
    second.project.rescan()
    second.project.relink("1", folder)
    assert [notice.kind for notice in second.notices] == ["warning", "info", "info"]
    assert {notice.text for notice in second.notices} == {second.notices[0].text}
    assert not second.jobs.now.running


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders")
def test_a_project_where_nothing_can_be_written_is_looked_at(
    begin_project: Callable[[], Watched], folder: Path
) -> None:
    watched = begin_project()
    watched.project.open_folder(folder)
    watched.read()
    project = Path(watched.project.info.path) if watched.project.info else Path()
    watched.project.leave()
    watched.qtbot.waitUntil(lambda: not list(project.glob("project.sqlite-*")))  # it is closed in the background
    with folder_for_anyone() as place:
        shutil.copytree(project, place / project.name)
        (place / project.name).chmod(0o555)
        with without_root():
            watched.project.open_project(place / project.name)
            watched.idle()
        assert watched.project.info
        assert (watched.project.info.read_only, watched.project.info.closed) == (True, True)
        assert "“birds” is in a folder you cannot change" in watched.said()
        assert watched.project.photos
        assert not watched.project.may_write()
        watched.project.leave()
        (place / project.name).chmod(0o755)


# Photos that have moved


def test_photos_that_are_gone_are_a_fact_and_can_be_found_again(
    begin_project: Callable[[], Watched], folder: Path, tmp_path: Path
) -> None:
    watched = begin_project()
    watched.project.open_folder(folder)
    watched.read()
    known, asked = watched.project.photos, len(watched.asker.asked)
    moved = folder.rename(tmp_path / "elsewhere")
    watched.project.rescan()
    watched.asker.end(watched.asked(), "failed", "There is no folder.")
    watched.qtbot.waitUntil(lambda: watched.project.gone == (str(folder), "1"))
    assert watched.told[-1] == Changed(photos=True)
    watched.close()

    again = begin_project()
    again.project.open_folder(folder)
    place = again.asked()  # it was asked for, so it is read, whatever was known
    assert again.project.gone == (str(folder), "1")
    again.asker.end(place, "failed", "There is no folder.")
    again.idle()
    again.project.relink("1", tmp_path)
    again.idle()
    assert "does not contain this project's photos" in again.said()
    again.project.relink("1", moved)
    again.read()
    assert again.project.photos == msgspec.structs.replace(known, roots={"1": str(moved)})  # type: ignore[type-var]
    assert again.project.info
    assert again.project.info.folder == str(moved)
    assert again.project.gone == ("", "")
    assert asked == 1


def test_a_project_whose_photos_are_gone_is_not_read(
    begin_project: Callable[[], Watched], watched: Watched, folder: Path
) -> None:
    watched.project.open_folder(folder)
    watched.read()
    path = Path(watched.project.info.path) if watched.project.info else Path()
    watched.close()
    shutil.rmtree(folder)
    again = begin_project()
    again.project.open_project(path)
    again.idle()
    assert again.project.gone == (str(folder), "1")
    assert (again.asker.asked, again.notices) == ([], [])


# Pages


def test_pages_come_later_and_only_of_the_project_that_is_open(watched: Watched, folder: Path) -> None:
    pages: list[list[PhotoRow]] = []

    def read(wanted: PhotoFilter) -> None:
        watched.project.find(wanted, PhotoSort(), lambda ids: watched.project.rows(ids[:3], pages.append))

    read(PhotoFilter())
    watched.project.open_folder(folder)
    watched.read()
    read(PhotoFilter(split="test"))
    watched.qtbot.waitUntil(lambda: bool(pages))
    assert [(photo.label, photo.split) for photo in pages[0]] == [
        ("class 0", "test"), ("class 1", "test"), ("class 0", "test")
    ]  # fmt: skip
    read(PhotoFilter())
    watched.project.leave()
    done: list[object] = []
    watched.background.run(lambda: None, done.append)
    watched.qtbot.waitUntil(lambda: bool(done))
    assert len(pages) == 1


# The sample


@pytest.mark.parametrize(("outcome", "notices"), [("finished", 0), ("stopped", 0), ("failed", 1)])
def test_the_sample_is_drawn_then_opened(watched: Watched, outcome: str, notices: int) -> None:
    watched.project.open_sample()
    (job,) = watched.asker.asked
    assert isinstance(job, DrawSample)
    watched.asker.end(watched.asked(), outcome, "The disk is full.")
    if outcome == "finished":
        place = watched.asked()
        assert watched.asker.asked[place] == ScanFolder(job.folder, watched.asker.asked[place].result)  # type: ignore[attr-defined]
        watched.asker.end(place, "stopped")
    watched.idle()
    assert len(watched.notices) == notices


def test_one_thing_at_a_time(watched: Watched, folder: Path) -> None:
    assert watched.jobs.begin(ScanFolder, say("Another job"))
    watched.project.open_folder(folder)
    watched.project.open_project(folder)
    watched.project.open_sample()
    watched.project.leave()
    assert [notice.kind for notice in watched.notices] == ["info"] * 4
    watched.jobs.end(Ended("stopped", say("")))
