"""The child of a label check, or of a round of suggestions, killed by hand: one sentence, nothing is lost, another one works."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.opened import Opened
from tests.gui.labels.planted import planted, settle

CHILD = str(Path(__file__).parent / "labelling_child.py")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


class Killing:
    """A session with a real child for jobs that run alone."""

    def __init__(self, qtbot: QtBot, place: Path, project: Path) -> None:
        child = [sys.executable, CHILD, str(place)]
        self.qtbot, self.place = qtbot, place
        self.session = Session(Programs(job=child, spare=child))
        self.notices: list[Notice] = []
        self.session.notice.connect(self.notices.append)
        self.session.project.open_project(project)
        qtbot.waitUntil(lambda: self.session.project.photos is not None and self.idle())
        self.notices.clear()
        settle(qtbot, self.session)

    @property
    def opened(self) -> Opened:
        assert self.session.project.opened
        return self.session.project.opened

    def idle(self) -> bool:
        return not self.session.jobs.now.running

    def kill(self) -> None:
        """Once the child is at its job."""
        busy = self.place / "busy"
        self.qtbot.waitUntil(busy.exists, timeout=20_000)
        os.kill(int(busy.read_text()), signal.SIGKILL)
        self.end()

    def end(self) -> None:
        self.qtbot.waitUntil(self.idle, timeout=20_000)
        settle(self.qtbot, self.session)


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Killing]]:
    begun: list[Killing] = []

    def begin(project: Path) -> Killing:
        begun.append(Killing(qtbot, tmp_path, project))
        return begun[-1]

    yield begin
    for one in begun:
        one.session.close()


def test_a_check_that_was_killed_leaves_the_one_before_with_its_decisions(
    begin: Callable[[Path], Killing], tmp_path: Path
) -> None:
    it = begin(planted(tmp_path, wanted=7, draw=False))
    checks, review = it.session.label_checks, it.session.review
    review.decide("suggested")
    settle(it.qtbot, it.session)
    labels = [photo.label for photo in it.opened.photos.scan().photos]
    checks.begin()
    it.kill()
    assert len(it.notices) == 1
    assert it.notices[0].kind == "error"
    assert it.notices[0].text.count(". ") <= 1, "what happened, and what to do"
    assert "\n" not in it.notices[0].text
    assert not checks.running
    assert checks.found
    assert checks.found.summary.suspects == 7
    assert checks.found.progress.decided == 1
    assert [photo.label for photo in it.opened.photos.scan().photos] == labels
    assert not list((cache_folder() / "scans").iterdir())
    checks.begin()
    it.end()
    assert checks.found.summary.suspects == 30
    assert len(it.notices) == 1
    assert review.left > 0


def test_suggestions_that_were_killed_leave_those_before(begin: Callable[[Path], Killing], tmp_path: Path) -> None:
    photos = [Photo(f"{'ab'[k % 2]}/{k:03}.jpg", "ab"[k % 2]) for k in range(10)]
    photos += [Photo(f"new/{k:03}.jpg", "") for k in range(60)]
    opened = Opened(tmp_path / "a.cnnproj")
    opened.photos.take(Scan({"1": str(tmp_path / "photos")}, ["a", "b"], photos))
    opened.close()
    it = begin(tmp_path / "a.cnnproj")
    fresh = it.session.fresh
    fresh.begin()
    it.kill()
    assert len(it.notices) == 1
    assert it.notices[0].kind == "error"
    assert not fresh.running
    assert not list((cache_folder() / "scans").iterdir())
    fresh.begin()
    it.end()
    assert len(it.notices) == 1
    assert fresh.batch
    assert fresh.curve
    first = fresh.batch[0].id
    fresh.confirm([first])
    settle(it.qtbot, it.session)
    (it.place / "busy").unlink()  # the next child is killed, too
    fresh.begin()
    it.kill()
    assert len(it.notices) == 2
    assert it.opened.photos.rows([first])[0].label == "a", "what was confirmed is kept"
    assert fresh.open, "and what is left of the batch can be gone on with"
