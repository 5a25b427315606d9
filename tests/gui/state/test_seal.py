"""Sealed test photos, in the window's state: opened when that is written down, closed with another split or project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.known_label import find_sealed
from cnn_desktop.gui.state.seal import Seal
from cnn_desktop.project.sealed import Look
from tests.gui.state.test_label_changes import Labelled
from tests.project.helpers import filled


class Sealed(Labelled):
    """With the seal."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.seal = Seal(self.project, self.background)
        self.seal.changed.connect(self.told.append)
        self.seal.notice.connect(self.notices.append)
        self.labels.split_changed.connect(self.seal.close)

    def looks(self) -> list[Look]:
        assert self.project.opened
        return self.project.opened.photos.seal.looks()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    filled(tmp_path / "a.cnnproj")
    return tmp_path / "a.cnnproj"


@pytest.fixture
def begin(qtbot: QtBot, project: Path) -> Iterator[Callable[[], Sealed]]:
    begun: list[Sealed] = []

    def begin() -> Sealed:
        begun.append(Sealed(qtbot))
        begun[-1].open(project)
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def test_a_look_is_written_down_once(begin: Callable[[], Sealed]) -> None:
    window = begin()
    window.seal.show()
    window.seal.show()
    assert window.seal.open == frozenset(), "not before it is written down"
    window.settle()
    assert window.told[-1] == Changed(photos=True)
    window.seal.show("blurred")
    window.settle()
    assert window.seal.open == {None}, "all are open already"
    assert [(look.photos, look.finding) for look in window.looks()] == [(6, None)]
    assert window.project.photos
    assert window.project.photos.looked == window.looks()[0].at


def test_which_photos_are_sealed_is_found_by_their_paths(begin: Callable[[], Sealed]) -> None:
    window, told = begin(), list[frozenset[str]]()
    opened = window.project.opened
    assert opened
    scan = opened.photos.scan()
    paths = [str(scan.file(photo)) for photo in scan.photos]
    tested = {str(scan.file(photo)) for photo in scan.of_split("test")}
    assert 0 < len(tested) < len(paths)

    def find() -> frozenset[str]:
        find_sealed(window.project, window.seal, window.background, [*paths, "/elsewhere.png"], told.append)
        window.settle()
        return told[-1]

    assert find() == tested
    window.seal.show()
    window.settle()
    assert find() == frozenset()


def test_another_split_is_sealed_and_so_is_the_one_it_is_taken_back_to(begin: Callable[[], Sealed]) -> None:
    window = begin()
    window.seal.show()
    window.settle()
    window.labels.relabel(window.ids()[:3], "b")
    window.settle()
    assert window.seal.open == {None}, "the same photos test"
    window.labels.split(SplitPlan(seed=5))
    window.settle()
    assert window.seal.open == frozenset()
    window.seal.show()
    window.settle()
    window.undo.undo()
    window.settle()
    assert window.seal.open == frozenset()
    assert len(window.looks()) == 2


def test_another_project_is_sealed(begin: Callable[[], Sealed], project: Path) -> None:
    window = begin()
    window.seal.show()
    window.settle()
    window.project.close()
    assert window.seal.open == frozenset()
    window.open(project)
    assert window.seal.open == frozenset()


def test_what_cannot_be_written_down_stays_sealed(begin: Callable[[], Sealed]) -> None:
    first, second = begin(), begin()
    said = len(second.notices)
    second.seal.show("blurred")
    second.settle()
    assert len(second.notices) == said, "nobody has asked in so many words"
    second.seal.show()
    second.settle()
    assert len(second.notices) == said + 1
    assert "open in another window" in second.notices[-1].text
    assert second.seal.open == frozenset()
    assert first.project.opened
    database = first.project.opened.photos.labels._database
    with database.reading() as db:
        db.execute("PRAGMA query_only=ON")
    first.seal.show()
    first.settle()
    assert first.notices
    assert first.seal.open == frozenset()
    with database.reading() as db:
        db.execute("PRAGMA query_only=OFF")
    first.seal.show()
    first.settle()
    assert first.seal.open == {None}


def test_the_plan_is_read_in_the_background(begin: Callable[[], Sealed]) -> None:
    window, plans = begin(), list[SplitPlan]()
    window.labels.split(SplitPlan(seed=5))
    window.labels.read_plan(plans.append)
    assert plans == []
    window.settle()
    assert plans == [SplitPlan(seed=5)]
