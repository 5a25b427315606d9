"""Blind review: who is asked learns nothing from it, opinions change nothing until people agree, and then test labels too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain.decisions import EXCLUDE
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.project.opened import Opened
from tests.project.review_helpers import Reviewed


def opinion(reviewed: Reviewed, photo: int, label: str, reviewer: str) -> None:
    reviewed.add(reviewed.opened.give_opinion(photo, label, reviewer, reviewed.steps))


@pytest.fixture
def reviewed(project: Path) -> Iterator[Reviewed]:
    """Of 100 photos."""
    found = Reviewed(project, 100)
    yield found
    found.opened.close()


def test_suspects_are_mixed_with_as_many_others_in_an_order_that_stays(reviewed: Reviewed) -> None:
    suspects = reviewed.check([6, 8, 9, 18, 19, 0, 1, 2])
    blind = reviewed.opened.blind
    queue = blind.queue("Ann").tolist()
    asked = set(suspects[:5])
    assert asked < set(queue)
    assert len(queue) == 10, "none that trains is asked about"
    assert {reviewed.rows()[one].split for one in queue} == {"val", "test"}
    assert blind.queue(" Ann ").tolist() == queue
    assert blind.queue("Bob").tolist() != queue
    opinion(reviewed, queue[3], "a", "Ann")
    reviewed.reopen()
    blind = reviewed.opened.blind
    assert blind.queue("Ann").tolist() == queue[:3] + queue[4:]
    assert (blind.count("Ann"), blind.count("Bob")) == ((1, 10), (0, 10))
    reviewed.opened.edit(lambda labels: labels.exclude([queue[0]]), reviewed.steps)
    assert blind.queue("Ann").tolist() == queue[1:3] + queue[4:]
    assert len(blind.queue("Ann", ("train",))) == 6
    reviewed.check([6, 8, 9, 18, 19])
    assert blind.queue("Ann").tolist() != queue, "another check mixes anew"


def test_nothing_suspicious_asks_nothing(reviewed: Reviewed) -> None:
    assert not len(reviewed.opened.blind.queue("Ann"))
    reviewed.check([0, 1])
    assert not len(reviewed.opened.blind.queue("Ann"))
    assert reviewed.opened.blind.agreement() is None
    assert reviewed.opened.apply_agreed(reviewed.steps) is None


def test_opinions_change_no_label_and_are_undone(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 9, 18])
    labels = reviewed.rows()
    opinion(reviewed, ids[0], "b", "Ann")
    opinion(reviewed, ids[1], "", "Ann")
    opinion(reviewed, ids[2], EXCLUDE, "Ann")
    opinion(reviewed, ids[0], "a", "Ann")
    blind = reviewed.opened.blind
    said = {one.photo: one.label for one in blind.opinions()}
    assert said == {ids[0]: "a", ids[1]: None, ids[2]: ""}
    assert reviewed.rows() == labels
    assert not reviewed.opened.photos.labels.newest()
    assert [one.kind for one in reviewed.opened.decisions.newest()] == ["keep", "exclude", "unsure", "suggested"]
    assert all(one.blind and one.who == "Ann" for one in reviewed.opened.decisions.newest())
    reviewed.undo()
    assert {one.label for one in blind.opinions(ids[0])} == {"b"}
    for _ in range(3):
        reviewed.undo()
    assert blind.opinions() == []
    reviewed.redo()
    assert [one.reviewer for one in blind.opinions()] == ["Ann"], "it stays hers"
    for name in ("", " ", "x" * 101, "a\nb"):
        with pytest.raises(UsageError):
            reviewed.opened.give_opinion(ids[0], "a", name, reviewed.steps)


def test_what_people_agree_on_changes_test_labels_in_one_step(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 18, 28, 38, 48, 58])  # all of class a
    for reviewer in ("Ann", "Bob"):
        opinion(reviewed, ids[0], "b", reviewer)
        opinion(reviewed, ids[1], "a", reviewer)
        opinion(reviewed, ids[2], EXCLUDE, reviewer)
    opinion(reviewed, ids[3], "b", "Ann")
    opinion(reviewed, ids[3], "c", "Bob")
    opinion(reviewed, ids[4], "b", "Ann")
    opinion(reviewed, ids[4], "", "Bob")
    opinion(reviewed, ids[5], "b", "Ann")
    blind = reviewed.opened.blind
    assert [(one.id, one.new, one.reviewers) for one in blind.agreed()] == [
        (ids[0], "b", ("Ann", "Bob")), (ids[2], "", ("Ann", "Bob")),
    ]  # fmt: skip
    before = reviewed.state()
    edited = reviewed.add(reviewed.opened.apply_agreed(reviewed.steps))
    assert (edited.revision.source, str(edited.step.name)) == ("blind review", "Labels agreed on in the second opinion")
    assert str(edited.revision.name) == str(edited.step.name), "the history calls it what undo does"
    rows = reviewed.rows()
    assert (rows[ids[0]].label, rows[ids[2]].excluded, rows[ids[5]].label) == ("b", True, "a")
    assert (blind.agreed(), blind.seen_by_one()) == ([], 1), "one person's word is not enough once two take part"
    newest = reviewed.opened.decisions.newest(2)
    assert [(one.kind, one.blind, one.revision) for one in newest] == [("agreed", True, edited.revision.number)] * 2
    check = reviewed.opened.suspects.check()
    assert check
    assert not check.is_older
    reviewed.undo()
    assert reviewed.state() == before
    assert len(blind.agreed()) == 2
    reviewed.redo()
    assert reviewed.rows() == rows


def test_one_persons_word_counts_until_a_second_takes_part(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 18, 28])
    opinion(reviewed, ids[0], "b", "Ann")
    opinion(reviewed, ids[1], "b", "Ann")
    blind = reviewed.opened.blind
    assert ([one.id for one in blind.agreed()], blind.seen_by_one()) == ([ids[0], ids[1]], 0)
    opinion(reviewed, ids[2], "", "Bob")
    assert (blind.agreed(), blind.seen_by_one()) == ([], 2), "he was unsure, and took part"
    assert reviewed.opened.apply_agreed(reviewed.steps) is None
    opinion(reviewed, ids[0], "b", "Bob")
    opinion(reviewed, ids[0], "b", "Cem")
    reviewed.add(reviewed.opened.apply_agreed(reviewed.steps))
    assert [reviewed.rows()[one].label for one in ids] == ["b", "a", "a"]
    for _ in range(4):
        reviewed.undo()
    assert ([one.id for one in blind.agreed()], blind.seen_by_one()) == ([ids[0], ids[1]], 0), "he took it all back"


def test_agreement_of_two_reviewers(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 9, 18, 19, 28, 29])
    for photo, ann, bob in zip(ids, ("a", "a", "b", "b", "", "a"), ("a", "b", "b", "b", "a", EXCLUDE), strict=True):
        opinion(reviewed, photo, ann, "Ann")
        opinion(reviewed, photo, bob, "Bob")
    opinion(reviewed, ids[0], "b", "Cem")
    found = reviewed.opened.blind.agreement()
    assert found
    assert (found.one, found.other, found.unsure, found.kappa.n, found.kappa.agreed) == ("Ann", "Bob", 1, 5, 3)
    # observed 3/5; by chance a: 3·1, b: 2·3, of no use: 0·1, of 25
    assert found.kappa.value == pytest.approx((3 / 5 - 9 / 25) / (1 - 9 / 25))
    assert [one.name for one in found.kappa.classes] == ["", "a", "b"]
    assert reviewed.opened.blind.reviewers() == ["Ann", "Bob", "Cem"]
    other = reviewed.opened.blind.agreement("Bob", "Cem")
    assert other
    assert (other.kappa.n, other.kappa.value) == (1, 0)
    assert reviewed.opened.blind.agreement("Bob", "Nobody") is None


def test_everybody_is_asked_about_the_same_photos(reviewed: Reviewed) -> None:
    reviewed.check([8, 9, 18])
    blind = reviewed.opened.blind
    assert sorted(blind.order("Ann")) == sorted(blind.order("Bob"))
    assert blind.order("Ann") == blind.queue("Ann").tolist()
    opinion(reviewed, blind.order("Ann")[0], "a", "Ann")
    assert len(blind.order("Ann")) == len(blind.queue("Ann")) + 1, "those with an opinion stay in their place"


def test_what_is_not_agreed_on_is_listed_and_keeps_its_label(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 18, 28, 38])
    for photo, ann, bob in zip(ids, ("a", "b", "", "b"), ("a", "c", "b", "b"), strict=True):
        opinion(reviewed, photo, ann, "Ann")
        opinion(reviewed, photo, bob, "Bob")
    found = reviewed.opened.blind.disputed()
    assert [(one.id, one.label, one.said) for one in found] == [
        (ids[1], "a", (("Ann", "b"), ("Bob", "c"))), (ids[2], "a", (("Ann", None), ("Bob", "b"))),
    ]  # fmt: skip
    reviewed.add(reviewed.opened.apply_agreed(reviewed.steps))
    assert [reviewed.rows()[one].label for one in ids] == ["a", "a", "a", "b"]
    assert reviewed.opened.blind.disputed() == found


def test_showing_test_photos_for_an_opinion_is_a_look(reviewed: Reviewed) -> None:
    reviewed.check([6, 8, 9])
    opened = reviewed.opened
    ids = opened.show_for_opinion(" Ann ")
    splits = [reviewed.rows()[one].split for one in ids]
    (look,) = opened.photos.seal.looks()
    assert (look.who, look.photos, look.finding) == ("Ann", splits.count("test"), None)
    assert 0 < look.photos < len(ids)
    facts = opened.photos.facts()
    assert facts
    assert facts.looked == look.at
    for name in ("", "x" * 101):
        with pytest.raises(UsageError):
            opened.show_for_opinion(name)
    for photo in ids:
        opinion(reviewed, photo, "a", "Ann")
    assert opened.show_for_opinion("Ann") == ids
    assert len(opened.photos.seal.looks()) == 1, "nothing waits, so nothing is shown"
    other = Opened(reviewed.folder)
    with pytest.raises(DataError, match="open in another window"):
        other.show_for_opinion("Bob")
    assert len(other.photos.seal.looks()) == 1
    other.close()


def test_only_validation_photos_are_no_look(reviewed: Reviewed) -> None:
    reviewed.check([6])
    opened = reviewed.opened
    test = [one for one, row in reviewed.rows().items() if row.split == "test"]
    reviewed.add(opened.edit(lambda labels: labels.exclude(test), reviewed.steps))
    assert opened.show_for_opinion("Ann")
    assert opened.photos.seal.looks() == []


def test_ordinary_photos_that_are_mixed_in_are_not_counted_as_looked_at(reviewed: Reviewed) -> None:
    ids = reviewed.check([8, 18, 28, 38], suspects=2)
    for one in ids:
        opinion(reviewed, one, "a", "Ann")
    progress = reviewed.opened.suspects.progress()
    assert progress
    assert (progress.decided, progress.left) == (2, 0)
