"""Sessions for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.children.silence import Patience
from tests.gui.state.reviewing import BeginReview, Reviewing
from tests.gui.state.watched import Watched
from tests.gui.state.watched_project import Watched as WatchedProject


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[..., Watched]]:
    every: list[Watched] = []

    def make(how: str = "", folder: Path | None = None, patience: Patience | None = None) -> Watched:
        every.append(Watched(how, patience))
        if folder:
            every[-1].session.project.open_folder(folder)
            qtbot.waitUntil(lambda: every[-1].session.project.photos is not None and every[-1].idle(), timeout=20_000)
        return every[-1]

    yield make
    for one in every:
        one.session.close()
    assert not psutil.Process().children(recursive=True)


@pytest.fixture
def begin_project(qtbot: QtBot) -> Iterator[Callable[[], WatchedProject]]:
    """`begin_project()`: the open project of a window, with everything it says; each is another window's."""
    every: list[WatchedProject] = []

    def make() -> WatchedProject:
        every.append(WatchedProject(qtbot))
        return every[-1]

    yield make
    for one in every:
        one.close()


@pytest.fixture
def begin_review(qtbot: QtBot) -> Iterator[BeginReview]:
    """`begin_review(project)`: a session that reviews it, without a child; with None nothing is open."""
    begun: list[Reviewing] = []

    def begin(project: Path | None = None) -> Reviewing:
        begun.append(Reviewing(qtbot, project))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()
