"""Labels changed in the window: made in the background, undone and made again across restarts, refused where one may not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.checks.remedies import remedies
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Finding
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.label_changes import LabelChanges
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.facts import Contents
from cnn_desktop.project.query import Ids
from tests.gui.state.watched_project import Watched
from tests.project.helpers import filled, known

ORDER = PhotoSort("name")


class Labelled(Watched):
    """With what changes labels."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.undo = Undo()
        self.project.came.connect(self._take_steps)
        self.labels = LabelChanges(self.project, self.undo, self.background)
        self.labels.changed.connect(self.told.append)
        self.labels.notice.connect(self.notices.append)

    def _take_steps(self, contents: Contents | None) -> None:
        if contents:
            self.undo.put(contents.steps)

    def open(self, project: Path) -> None:
        self.project.open_project(project)
        self.idle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.background._pieces)

    def ids(self, wanted: PhotoFilter | None = None) -> Ids:
        found: list[Ids] = []
        self.project.find(wanted or PhotoFilter(), ORDER, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def counts(self) -> dict[str, int]:
        assert self.project.photos
        return {row.name: row.total for row in self.project.photos.classes}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    filled(tmp_path / "a.cnnproj")
    return tmp_path / "a.cnnproj"


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[[], Labelled]]:
    begun: list[Labelled] = []

    def begin() -> Labelled:
        begun.append(Labelled(qtbot))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def test_labels_change_and_the_step_is_told(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    window.labels.relabel(window.ids(PhotoFilter("a", split="train"))[:4], "b")
    window.settle()
    assert window.counts() == {"a": 16, "b": 24}
    assert window.undo.name == "Label as “b”"
    assert window.told[-1] == Changed(photos=True, labels=True)
    window.labels.relabel(window.ids(PhotoFilter("b"))[:4], "b")
    window.settle()
    assert len(window.undo.steps.done) == 1, "nothing was changed"


def test_undo_and_redo_also_after_a_restart(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    window.labels.relabel(window.ids(PhotoFilter("a", split="train"))[:4], "b")
    window.labels.exclude(window.ids(PhotoFilter("b"))[:2])
    window.labels.rename_class("b", "c")
    window.settle()
    window.undo.undo()
    window.undo.undo()
    window.settle()
    assert window.counts() == {"a": 16, "b": 24}
    window.close()
    again = begin()
    again.open(project)
    assert (again.undo.name, again.undo.redo_name) == ("Label as “b”", "Exclude photos")
    again.undo.redo()
    again.undo.redo()
    again.settle()
    assert again.counts() == {"a": 16, "c": 22}
    for _ in range(3):
        again.undo.undo()
    again.settle()
    assert again.counts() == {"a": 20, "b": 20}
    again.close()
    facts, _ = known(project)
    assert facts
    assert facts.revision == 3 + 2 + 2 + 3, "each of them is in the history"


def test_a_second_window_changes_nothing(begin: Callable[[], Labelled], project: Path) -> None:
    first, second = begin(), begin()
    first.open(project)
    second.open(project)
    second.labels.exclude(second.ids())
    second.settle()
    assert "is open in another window" in second.said()
    assert second.counts() == {"a": 20, "b": 20}


def test_what_makes_no_sense_is_said(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    window.labels.add_class("  ")
    window.settle()
    assert "A class needs a name" in window.said()
    assert not window.undo.steps.done


def test_a_step_that_cannot_be_taken_back_stays(
    begin: Callable[[], Labelled], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = begin()
    window.open(project)
    window.labels.exclude(window.ids()[:3])
    window.settle()
    assert window.project.opened
    database = window.project.opened.photos.labels._database
    with database.reading() as db:
        db.execute("PRAGMA query_only=ON")
    window.undo.undo()
    window.settle()
    assert window.notices
    assert window.undo.name == "Exclude photos"
    with database.reading() as db:
        db.execute("PRAGMA query_only=OFF")
    window.undo.undo()
    window.settle()
    assert window.counts() == {"a": 20, "b": 20}


def test_a_remedy_that_leaves_nothing_to_do_says_so(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    dark = Finding(say("Dark."), "dark", ["a/000000.jpg"])
    (exclude,) = remedies(dark)
    window.labels.mend(dark, exclude)
    window.settle()
    assert (window.counts()["a"], window.notices) == (19, [])
    window.labels.mend(dark, exclude)
    window.settle()
    assert "nothing was changed" in window.said()
    assert len(window.undo.steps.done) == 1


def test_test_photos_keep_their_labels_and_that_is_said(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    test = window.ids(PhotoFilter(split="test"))
    window.labels.relabel(window.ids(), "c")
    window.settle()
    assert window.counts() == {"a": 3, "b": 3, "c": 34}
    assert "6 test photos keep their labels" in window.said()
    assert len(window.undo.steps.done) == 1
    window.labels.relabel(test, "c")
    window.settle()
    assert "only by a second opinion" in window.said()
    assert len(window.undo.steps.done) == 1
    window.undo.undo()
    window.settle()
    assert window.counts() == {"a": 20, "b": 20}


def test_a_decision_is_undone_like_any_other_step(begin: Callable[[], Labelled], project: Path) -> None:
    window = begin()
    window.open(project)
    opened = window.project.opened
    assert opened
    (photo,) = window.ids(PhotoFilter("a", split="train"))[:1].tolist()
    for kind, new in (("keep", ""), ("other", "c"), ("unsure", "")):
        decided = opened.decide(photo, kind, window.undo.steps, new)  # type: ignore[arg-type]
        window.undo.put(window.undo.steps.add(decided.step))
    for name, kinds in (("Mark as unsure", ["keep", "other"]), ("Label as “c”", ["keep"]), ("Keep label “a”", [])):
        assert window.undo.name == name
        window.undo.undo()
        window.settle()
        back = {one.takes_back for one in opened.decisions.newest()}
        standing = [one.kind for one in opened.decisions.newest() if one.number not in back and not one.takes_back]
        assert standing[::-1] == kinds
        assert window.told[-1] == Changed(photos=True, labels=True)
    assert window.counts() == {"a": 20, "b": 20}
    assert not window.notices
