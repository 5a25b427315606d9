"""The second opinion, in the window's state: looks are noted, opinions kept in their order, taken back, and applied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.state.blind import BlindReview
from cnn_desktop.gui.state.label_check import LabelChecks
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.sealed import Look
from tests.gui.state.test_label_changes import Labelled
from tests.project.review_helpers import Reviewed, write_check


class Asked(Labelled):
    """With who gives an opinion."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.checks = LabelChecks(self.jobs, self.project, self.background)
        self.labels.changed.connect(lambda _: self.checks.look())
        self.blind = BlindReview(self.project, self.checks, self.labels, self.undo, self.background)
        self.blind.notice.connect(self.notices.append)

    def open(self, project: Path) -> None:
        super().open(project)
        self.settle()

    def begin(self, name: str) -> BlindReview:
        self.blind.name_reviewer(name)
        self.blind.begin()
        self.settle()
        return self.blind

    def settle(self) -> None:
        """What is done makes more to do: three rounds are more than any has."""
        for _ in range(3):
            super().settle()

    @property
    def opened(self) -> Opened:
        assert self.project.opened
        return self.project.opened

    def looks(self) -> list[Look]:
        return self.opened.photos.seal.looks()

    def labels_of(self, ids: list[int]) -> list[tuple[str, Split | None]]:
        return [(row.label, row.split) for row in self.opened.photos.rows(ids)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Four validation and test photos are suspicious, all of class a."""
    reviewed = Reviewed(tmp_path / "a.cnnproj")
    reviewed.check([6, 8, 16, 18])
    reviewed.opened.close()
    return tmp_path / "a.cnnproj"


@pytest.fixture
def window(qtbot: QtBot, project: Path) -> Iterator[Asked]:
    asked = Asked(qtbot)
    asked.open(project)
    yield asked
    asked.close()


def test_photos_are_shown_once_that_is_noted(window: Asked) -> None:
    blind = window.blind
    blind.name_reviewer(" Ann ")
    window.settle()
    assert (blind.reviewer, blind.opinions.reviewer, blind.opinions.waiting) == ("Ann", "Ann", 8)
    assert (blind.path, blind.ids, window.looks()) == ("", [], [])
    blind.begin()
    blind.begin()
    assert not blind.reviewing, "not before it is noted"
    window.settle()
    assert [(look.who, look.photos) for look in window.looks()] == [("Ann", 4)]
    assert window.project.photos
    assert window.project.photos.looked == window.looks()[0].at, "the other steps tell it"
    assert blind.ids == window.opened.blind.queue("Ann").tolist()
    assert blind.path.startswith("/photos/")
    blind.name_reviewer("Bob")
    assert blind.reviewer == "Ann", "the one who looks stays"
    blind.leave()
    window.settle()
    assert (blind.path, len(window.looks())) == ("", 1)


def test_opinions_are_kept_in_their_order_and_taken_back(window: Asked) -> None:
    blind = window.begin("Ann")
    photos = list(blind.ids)
    for label in ("a", "", EXCLUDE):
        blind.give(label)
    assert (blind.place, blind.left) == (3, 5), "the next photo does not wait for the disk"
    window.settle()
    said = {one.photo: one.label for one in window.opened.blind.opinions()}
    assert [said[one] for one in photos[:3]] == ["a", None, ""]
    blind.go(-1)
    assert blind.said == ("",)
    blind.give("b")
    assert blind.place == 3
    for place, left in ((2, 5), (2, 6), (1, 7), (0, 8)):
        before = blind.left
        window.undo.undo()
        window.settle()
        assert blind.left == left
        if left > before:
            assert blind.place == place, "the photo is asked about again"
    window.undo.redo()
    window.settle()
    assert (blind.left, window.labels_of(photos)[0][0]) == (7, window.labels_of(photos)[0][0])
    assert not window.notices


def test_how_many_suspects_are_left_is_not_told_meanwhile(window: Asked) -> None:
    before = window.checks.found
    assert before
    blind = window.begin("Ann")
    for _ in range(5):
        blind.give("a")
        window.settle()
        assert window.checks.found == before, "else the rail tells which photo is suspicious"
    window.undo.undo()
    window.settle()
    assert window.checks.found == before
    blind.leave()
    window.settle()
    assert window.checks.found != before


def test_what_two_agree_on_is_applied_in_one_step(window: Asked) -> None:
    suspects = window.opened.suspects.ids("all", ("val", "test")).tolist()
    for name in ("Ann", "Bob"):
        blind = window.begin(name)
        while blind.reviewing:
            photo = blind.ids[blind.place]
            right = window.labels_of([photo])[0][0]
            blind.give("b" if photo in suspects[:2] else name if photo == suspects[2] else right)
        window.settle()
    known = blind.opinions
    assert (known.waiting, known.agreed, known.alone, known.reviewers) == (0, 2, 0, ("Ann", "Bob"))
    assert known.agreement
    assert (known.agreement.kappa.n, known.agreement.kappa.agreed) == (8, 7)
    assert [one.id for one in known.disputed] == [suspects[2]]
    before = window.labels_of(suspects)
    blind.apply()
    window.settle()
    assert [label for label, _ in window.labels_of(suspects)] == ["b", "b", "a", "a"]
    assert [(one.id, one.label, one.new) for one in blind.applied] == [(one, "a", "b") for one in suspects[:2]]
    assert blind.opinions.agreed == 0
    assert window.undo.name == "Labels agreed on in the second opinion"
    assert window.counts() == {"a": 18, "b": 22}
    window.undo.undo()
    window.settle()
    assert window.labels_of(suspects) == before
    assert (blind.applied, blind.opinions.agreed) == ((), 2)


def test_what_cannot_be_written_comes_back(window: Asked) -> None:
    blind = window.begin("Ann")
    while blind.place < 7:
        blind.give("a")
    window.settle()
    database = window.opened.photos.labels._database
    with database.reading() as db:
        db.execute("PRAGMA query_only=ON")
    blind.give("b")
    assert not blind.reviewing, "it was the last"
    window.settle()
    assert window.notices
    assert (blind.reviewing, blind.place, blind.left, blind.said) == (True, 7, 1, ())
    with database.reading() as db:
        db.execute("PRAGMA query_only=OFF")
    blind.give("b")
    window.settle()
    assert (blind.reviewing, blind.opinions.waiting) == (False, 0)


def test_another_check_or_split_ends_it(window: Asked, tmp_path: Path) -> None:
    blind = window.begin("Ann")
    photos = window.opened.photos.scan().photos
    window.opened.suspects.take(write_check(tmp_path / "another", photos))
    window.checks.hold(False)
    window.settle()
    assert not blind.reviewing
    assert blind.opinions.waiting == 16
    window.begin("Ann")
    assert (blind.reviewing, len(window.looks())) == (True, 2)
    window.labels.split(SplitPlan(seed=5))
    window.settle()
    assert not blind.reviewing
    window.begin("Ann")
    window.project.close()
    window.settle()
    assert (blind.reviewing, blind.ids, blind.opinions.asked) == (False, [], 0)


def test_read_only_nothing_is_shown(qtbot: QtBot, project: Path, window: Asked) -> None:
    second = Asked(qtbot)
    second.open(project)
    second.begin("Ann")
    assert "read-only" in second.said()
    assert (second.blind.reviewing, second.looks(), second.blind.opinions.waiting) == (False, [], 8)
    second.blind.apply()
    second.settle()
    second.close()


def test_the_same_name_is_not_looked_up_twice(window: Asked) -> None:
    told: list[object] = []
    window.blind.changed.connect(told.append)
    for name in ("A", "An", "Ann", "Ann "):
        window.blind.name_reviewer(name)
    window.settle()
    assert len(told) == 1
    assert window.blind.opinions.reviewer == "Ann"
