"""The photos of the open project checked: a snapshot goes to a child, what it finds is taken in, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from cnn_desktop.child.table import TABLE
from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.crops import Overlaps, save_overlaps
from cnn_desktop.domain.jobs.check_data import CheckData
from cnn_desktop.domain.jobs.find_crops import FindCrops
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.checks import Checks
from tests.gui.state.watched import Watched as WatchedSession
from tests.gui.state.watched_project import Watched


class Checking(Watched):
    """With the checks; the test does the jobs where it does not let them fail."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.checks = Checks(self.jobs, self.project, self.background)
        self.checks.changed.connect(self.told.append)
        self.checks.notice.connect(self.notices.append)

    def settle(self) -> None:
        done: list[object] = []
        self.background.run(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def check(self) -> int:
        """The child looks at the photos; the place of its job."""
        place = self.asked()
        job = self.asker.asked[place]
        assert isinstance(job, CheckData)
        list(TABLE[CheckData](job, Control()))
        return place

    def kinds(self) -> set[str]:
        assert self.project.photos
        return {finding.kind for finding in self.project.photos.findings}

    def near(self) -> list[list[str]]:
        assert self.project.photos
        told = [one for one in self.project.photos.findings if one.kind == "near_duplicate"]
        return [one.photos for one in told]


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    """20 photos, of which one is black."""
    folder = photo_folder(classes=2, each=10, name="birds")
    Image.new("RGB", (48, 40)).save(folder / "class 0" / "003.png")
    return folder


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[[], Checking]]:
    every: list[Checking] = []

    def make() -> Checking:
        every.append(Checking(qtbot))
        return every[-1]

    yield make
    for one in every:
        one.close()


@pytest.fixture
def watched(begin: Callable[[], Checking], folder: Path) -> Checking:
    """With the project open."""
    watched = begin()
    watched.project.open_folder(folder)
    watched.read()
    return watched


def left_over() -> list[Path]:
    return list((places.cache_folder() / "scans").iterdir())


def test_a_real_child_finds_what_the_project_then_keeps(
    begin_session: Callable[..., WatchedSession], qtbot: QtBot, folder: Path
) -> None:
    watched = begin_session(folder=folder)
    session = watched.session
    changes: list[Changed] = []
    session.changed.connect(changes.append)
    session.checks.begin()
    assert session.checks.running
    assert session.jobs.now.step == "dataset"
    assert not session.jobs.now.shown_by, "the strip shows how far, and the photos can be looked at meanwhile"
    qtbot.waitUntil(watched.idle, timeout=20_000)
    assert not session.checks.running
    assert session.project.photos
    assert session.project.photos.checked == "checked"
    assert [one.photos for one in session.project.photos.findings if one.kind == "uniform"] == [["class 0/003.png"]]
    assert Changed(photos=True) in changes
    assert "20 photos checked" in watched.said()


@pytest.fixture
def begin_session(qtbot: QtBot) -> Iterator[Callable[..., WatchedSession]]:
    every: list[WatchedSession] = []

    def make(folder: Path) -> WatchedSession:
        every.append(WatchedSession(""))
        session = every[-1].session
        session.project.open_folder(folder)
        qtbot.waitUntil(lambda: session.project.photos is not None and every[-1].idle(), timeout=20_000)
        return every[-1]

    yield make
    for one in every:
        one.session.close()


def test_nothing_is_left_in_the_cache(watched: Checking) -> None:
    watched.checks.begin()
    watched.asker.end(watched.check())
    watched.idle()
    watched.settle()
    assert watched.kinds() >= {"uniform"}
    assert left_over() == []
    assert watched.told[-1] == Changed(photos=True)


def test_crops_are_looked_for_when_wanted_and_join_what_is_nearly_the_same(watched: Checking) -> None:
    watched.checks.crops = True
    watched.checks.begin()
    watched.asker.end(watched.check())
    place = watched.asked()
    assert watched.kinds() >= {"uniform"}, "what the first has found is there at once"
    assert watched.checks.running
    job = watched.asker.asked[place]
    assert isinstance(job, FindCrops)
    paths = [photo.path for photo in load_scan(Path(job.photos)).photos]
    save_overlaps(Overlaps([], [[0, 11], [4, 11]]), Path(job.result))
    watched.asker.end(place)
    watched.idle()
    watched.settle()
    assert [sorted(photos) for photos in watched.near()] == [sorted([paths[0], paths[4], paths[11]])]
    assert watched.kinds() >= {"uniform", "same_photo_two_labels"}
    assert (watched.checks.running, left_over()) == (False, [])


def test_a_check_without_crops_keeps_those_of_the_one_before(watched: Checking) -> None:
    assert watched.project.opened
    photos = watched.project.opened.photos.scan().photos
    watched.project.opened.photos.take_crops([[photos[0], photos[11]]])
    watched.checks.begin()
    watched.asker.end(watched.check())
    watched.idle()
    watched.settle()
    assert [sorted(keys) for keys in watched.near()] == [sorted([photos[0].path, photos[11].path])]
    assert watched.kinds() >= {"uniform"}


@pytest.mark.parametrize("outcome", ["stopped", "failed", "crashed"])
def test_what_was_found_first_is_kept_whatever_becomes_of_the_crops(watched: Checking, outcome: str) -> None:
    watched.checks.crops = True
    watched.checks.begin()
    watched.asker.end(watched.check())
    watched.asker.end(watched.asked(), outcome, "No luck.")
    watched.idle()
    watched.settle()
    assert watched.kinds() >= {"uniform"}
    assert "No luck." in watched.said()
    assert (watched.checks.running, left_over()) == (False, [])


@pytest.mark.parametrize("outcome", ["stopped", "failed", "crashed"])
def test_a_check_that_does_not_finish_changes_nothing(watched: Checking, outcome: str) -> None:
    before = watched.project.photos
    watched.checks.crops = True
    watched.checks.begin()
    watched.asker.end(watched.asked(), outcome, "No luck.")
    watched.idle()
    watched.settle()
    assert watched.project.photos is before
    assert len(watched.asker.asked) == 2, "crops are not looked for"
    assert (watched.checks.running, left_over()) == (False, [])


def test_a_result_that_cannot_be_read_is_one_sentence(watched: Checking) -> None:
    watched.checks.begin()
    place = watched.asked()
    job = watched.asker.asked[place]
    assert isinstance(job, CheckData)
    Path(job.result).write_text('{"no": "list"')
    watched.asker.end(place)
    watched.idle()
    watched.settle()
    assert "could not be read. Check the photos again." in watched.said()
    assert (watched.checks.running, left_over()) == (False, [])
    watched.checks.begin()
    assert watched.checks.running, "and may be tried again"
    watched.asker.end(watched.asked(), "stopped")


def test_stopped_while_the_snapshot_is_made(watched: Checking) -> None:
    watched.checks.crops = True
    watched.checks.begin()
    watched.jobs.stop()
    watched.idle()
    watched.settle()
    assert [type(job) for job in watched.asker.asked] == [ScanFolder]
    assert (watched.checks.running, left_over()) == (False, [])


def test_another_job_is_not_disturbed(watched: Checking) -> None:
    watched.project.rescan()
    watched.checks.begin()
    assert not watched.checks.running
    assert len(watched.notices) == 1
    watched.read()


def test_what_may_only_be_read_is_not_checked(begin: Callable[[], Checking], watched: Checking, folder: Path) -> None:
    assert watched.project.info
    second = begin()
    second.checks.begin()
    assert second.notices == [], "nothing is open"
    second.project.open_project(Path(watched.project.info.path))
    second.idle()
    second.checks.begin()
    assert not second.checks.running
    assert "is open in another window" in second.said()


def test_a_second_check_does_not_repeat_the_first(watched: Checking) -> None:
    assert watched.project.opened
    old = Finding(say("{n} {n:photo is|photos are} very dark, such as {file}.", n=9, file="x"), "truncated", ["x"])
    watched.project.opened.photos.take_findings([old])
    for _ in range(2):
        watched.checks.begin()
        watched.asker.end(watched.check())
        watched.idle()
        watched.settle()
    assert watched.project.photos
    kinds = [finding.kind for finding in watched.project.photos.findings]
    assert kinds.count("uniform") == 1
    assert "truncated" not in kinds
