"""The review in the window's state: decisions are shown at once, written in their order, taken back, and never lost unsaid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from tests.gui.labels.planted import make, plant, planted
from tests.gui.state.reviewing import BeginReview


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """30 photos: 24 for training, all of them suspicious."""
    return planted(tmp_path, draw=False)


def test_a_project_opens_at_its_first_suspicious_training_photo(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    assert (len(review.ids), review.left, review.place, review.blind_left) == (24, 24, 0, 6)
    assert (window.row().rank, window.row().label, window.row().suggested) == (1, "glass", "metal")
    assert review.now
    assert review.now.path.endswith("000000.png")
    assert [one.label for one in review.now.near_label + review.now.near_suggested] == ["paper", "metal"]
    assert [Path(one).name for one in review.ahead()] == ["000001.png", "000002.png", "000003.png"]


def test_a_decision_is_shown_at_once_and_written(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.decide("suggested")
    assert (review.place, review.left, window.name()) == (1, 23, "000001.png"), "before anything was written"
    before = review.known(0)
    assert before
    assert review.said(before) == "suggested"
    window.settle()
    assert window.labels()["000000.png"] == "metal"
    assert (review.place, review.left) == (1, 23), "what was read again has moved nothing"
    assert review.progress
    assert (review.progress.decided, review.progress.real_errors) == (1, 1)
    assert window.session.project.photos
    assert {row.name: row.total for row in window.session.project.photos.classes} == {
        "glass": 9,
        "metal": 11,
        "paper": 10,
    }


def test_ten_keys_in_a_row_and_ten_times_undo(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review, undo = window.review, window.session.undo
    untouched = window.labels()
    kinds = ["keep", "suggested", "unsure", "exclude", "other"] * 2
    for kind in kinds:
        review.decide(kind, "paper" if kind == "other" else "")  # type: ignore[arg-type]
    assert (review.place, review.left) == (10, 14)
    for _ in range(10):  # nothing was waited for
        undo.undo()
    window.settle()
    assert window.labels() == untouched
    assert (review.place, review.left, undo.name) == (0, 24, "")
    assert window.stand() == []
    for _ in range(10):
        undo.redo()
    window.settle()
    assert (review.left, undo.redo_name) == (14, "")
    done = window.labels()
    # "paper" is suggested for the first one that it was said of, and the label of the second
    assert window.stand() == [*kinds[:4], "suggested", *kinds[5:9], "keep"]
    window.close()
    again = begin_review(project)
    assert (again.labels(), again.review.left, again.name()) == (done, 14, "000012.png")
    for left in range(15, 25):
        again.session.undo.undo()
        again.settle()
        assert (again.review.left, again.row().rank) == (left, _rank(24 - left)), "each goes to its photo"
    assert again.labels() == untouched


def _rank(place: int) -> int:
    """Of the training photo at `place` of the list: two of ten are for validation and test."""
    return place + 1 + place // 8 * 2


def test_undo_between_two_decisions_takes_the_first_back(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    window.review.decide("suggested")
    window.session.undo.undo()
    window.review.go(1)
    window.review.decide("exclude")
    window.settle()
    assert window.stand() == ["exclude"]
    assert window.labels()["000000.png"] == "glass"
    assert window.session.undo.name == "Exclude photos"
    assert window.session.undo.redo_name == "", "what was done since cannot be made again over it"


def test_deciding_again_replaces_and_undo_brings_the_first_back(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.decide("suggested")
    review.go(-1)
    review.decide("exclude")
    window.settle()
    assert window.stand() == ["exclude"]
    review.go(5)
    window.session.undo.undo()
    window.settle()
    assert review.now
    assert (review.place, review.said(review.now)) == (0, "suggested"), "it goes where it happens"
    assert window.labels()["000000.png"] == "metal"


def test_the_last_one_leads_to_those_that_were_passed_over(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.go(1)
    for _ in range(23):
        assert review.now or window.settle() is None
        review.decide("keep")
    assert (review.place, review.left) == (0, 1)
    review.go(23)
    review.go(1)
    assert review.place == 0
    review.decide("keep")
    assert review.at_end
    window.settle()
    assert (review.at_end, review.left) == (True, 0)
    review.go(-1)
    window.settle()
    assert window.row().rank == 28
    review.go(-99)
    assert review.place == 0


def test_what_cannot_be_written_is_said_and_the_photo_comes_back(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.decide("keep")
    window.settle()
    with window.cannot_write():
        for _ in range(3):
            review.decide("suggested")
        assert review.place == 4
    assert (review.place, review.left, window.session.undo.name) == (1, 23, "Keep label “glass”")
    assert len(window.notices) == 3
    assert {str(project) in notice.text for notice in window.notices} == {True}, "it says which project"
    assert window.stand() == ["keep"], "what was acknowledged is there"
    review.decide("suggested")
    window.settle()
    assert window.stand() == ["keep", "suggested"]


def test_a_full_disk_loses_nothing_that_was_acknowledged(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    database = window.opened._database
    with database.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count={pages}")
    review = window.review
    for number in range(150):
        review.go_to(int(review.ids[number % 10]))
        review.decide("keep" if number % 3 else "suggested")
    window.settle()
    assert "The disk is full" in window.said()
    written = window.opened.decisions.newest(most=1000)
    assert 0 < len(written) < 150
    assert len(window.notices) == 150 - len(written)
    assert len(window.session.undo.steps.done) == len(written)
    said = {row.id: row.decision.number for row in window.opened.suspects.page("decided") if row.decision}
    assert said == {one.photo: one.number for one in reversed(written)}
    assert review.left == 24 - len(said)
    with database.reading() as db:
        db.execute("PRAGMA max_page_count=1073741823")
    review.decide("unsure")
    window.settle()
    assert len(window.opened.decisions.newest(most=1000)) == len(written) + 1


def test_undo_that_cannot_be_written_keeps_its_steps(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    undo = window.session.undo
    for _ in range(3):
        window.review.decide("suggested")
    window.settle()
    with window.cannot_write():
        for _ in range(3):
            undo.undo()
    assert (len(undo.steps.done), undo.redo_name) == (3, "")
    for _ in range(3):
        undo.undo()
    window.settle()
    assert (len(undo.steps.done), window.review.left) == (0, 24)


def test_a_project_that_is_only_read_is_looked_at(begin_review: BeginReview, project: Path) -> None:
    begin_review(project)
    second = begin_review(project)
    assert second.review.left == 24
    second.review.decide("keep")
    second.review.decide_many(second.review.open_ids(), "keep")
    second.settle()
    assert (second.review.left, second.stand()) == (24, [])
    assert "is open in another window" in second.said()


def test_many_at_once_is_one_step(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.show_together(True)
    every = review.open_ids()
    review.decide_many(every[:9], "suggested")
    assert (review.left, review.place) == (15, 9), "they are gone at once"
    window.settle()
    assert (review.left, window.session.undo.name) == (15, "Take 9 suggestions")
    assert window.stand() == ["suggested"] * 9
    window.session.undo.undo()
    window.settle()
    assert (review.left, review.place, window.session.undo.name) == (24, 0, "")
    assert review.together
    with window.cannot_write():
        review.decide_many(every, "exclude")
        assert review.left == 0
    assert (review.left, len(window.notices)) == (24, 1)
    review.go_to(int(every[7]))
    window.settle()
    assert (review.together, window.row().id) == (False, int(every[7]))


def test_only_one_pair_of_classes(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    review.only(("metal", "paper"))
    window.settle()
    assert {window.row().label, window.row().suggested} == {"metal", "paper"}
    assert len(review.ids) == 8
    review.decide("suggested")
    window.settle()
    assert (len(review.ids), review.left) == (8, 7)
    review.only(("glass", "paper"))
    window.settle()
    assert (len(review.ids), review.at_end) == (0, True)
    review.only(None)
    window.settle()
    assert (len(review.ids), review.left) == (24, 23)


def test_labels_that_change_elsewhere(begin_review: BeginReview, project: Path) -> None:
    window = begin_review(project)
    review = window.review
    found: list[np.ndarray] = []
    window.session.project.find(PhotoFilter("glass", split="train"), PhotoSort("name"), found.append)
    window.settle()
    window.session.labels.relabel(found[0][:1], "metal")
    window.settle()
    assert (review.place, review.left) == (1, 23), "it is as suggested: nothing is left to decide about it"
    assert window.session.label_checks.found
    assert window.session.label_checks.found.is_older
    window.session.labels.relabel(found[0][1:2], "paper")
    window.settle()
    review.go_to(int(found[0][1]))
    window.settle()
    assert (window.row().label, window.row().kept_label) == ("paper", "paper")
    at = review.place
    window.session.labels.exclude(review.ids[at : at + 1])
    window.settle()
    assert (len(review.ids), review.left) == (23, 22), "it is no longer one of them"
    assert window.row().id != int(found[0][1])
    window.session.undo.undo()
    window.settle()
    assert (len(review.ids), review.left) == (24, 23)


def test_another_project_meanwhile(begin_review: BeginReview, project: Path, tmp_path: Path) -> None:
    other = planted(tmp_path / "other", n=20, wanted=3, draw=False)
    window = begin_review(project)
    window.review.show_together(True)
    window.review.decide("keep")
    window.review.decide("suggested")
    window.session.project.open_project(other)
    window.qtbot.waitUntil(lambda: window.session.project.opened is not None and window.opened.folder == other)
    window.settle()
    review = window.review
    assert (len(review.ids), review.left, review.place, review.together) == (3, 3, 0, False)
    assert review.now
    assert review.said(review.now) is None
    assert not window.notices
    window.open(project)
    assert window.stand() == ["keep", "suggested"], "what was decided before is kept"
    assert window.session.undo.name == "Label as “paper”"


def test_a_project_without_a_check(begin_review: BeginReview, project: Path, tmp_path: Path) -> None:
    bare = make(tmp_path / "bare", draw=False)
    window = begin_review(bare)
    assert (len(window.review.ids), window.review.progress, window.session.label_checks.found) == (0, None, None)
    window.review.decide("keep")
    window.review.go(1)
    plant(window.opened, tmp_path, 5)
    window.session.label_checks.look()
    window.settle()
    assert (len(window.review.ids), window.row().rank) == (5, 1)
    plant(window.opened, tmp_path, 8)
    window.session.label_checks.look()
    window.settle()
    assert len(window.review.ids) == 8, "the newest check counts"
