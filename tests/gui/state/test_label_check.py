"""A check of labels from its beginning to what the project keeps of it; a child in whose place the test answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL
from cnn_desktop.domain.jobs.check_labels import CheckLabels
from cnn_desktop.domain.scan_files import load_scan
from tests.gui.labels.planted import leave_result, make, plant, planted
from tests.gui.state.reviewing import BeginReview, Reviewing


def asked(window: Reviewing) -> CheckLabels:
    """What the child is asked to do."""
    window.session.label_checks.begin()
    window.qtbot.waitUntil(lambda: bool(window.asker.asked))
    job = window.asker.asked[-1]
    assert isinstance(job, CheckLabels)
    return job


def answer(window: Reviewing, outcome: str = "finished", text: str = "Done.", wanted: int = 5) -> None:
    """The child has ended."""
    job = window.asker.asked[-1]
    assert isinstance(job, CheckLabels)
    if outcome == "finished":
        leave_result(load_scan(Path(job.photos)).photos, Path(job.out), wanted)
    window.asker.end(len(window.asker.asked) - 1, outcome, text)
    window.qtbot.waitUntil(lambda: not window.session.label_checks.running)
    window.settle()


def test_what_is_found_is_kept_and_shown(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review(make(tmp_path, draw=False))
    checks = window.session.label_checks
    job = asked(window)
    assert checks.running
    assert window.session.jobs.now.running
    assert job.backbones == tuple(row.name for row in ARCHITECTURES if row.bundled)
    assert len(load_scan(Path(job.photos)).photos) == 30
    answer(window)
    assert checks.found
    assert (checks.found.summary.suspects, checks.found.is_older) == (5, False)
    assert len(window.review.ids) == 5
    assert not Path(job.out).exists(), "nothing is left behind"
    assert not window.session.jobs.now.running
    assert not window.notices


def test_the_quick_check_looks_with_one_model(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review(make(tmp_path, draw=False))
    window.session.label_checks.thorough = False
    assert asked(window).backbones == (DEFAULT_MODEL,)
    answer(window)


@pytest.mark.parametrize("outcome", ["stopped", "failed"])
def test_one_that_is_stopped_or_fails_leaves_the_one_before(
    begin_review: BeginReview, tmp_path: Path, outcome: str
) -> None:
    window = begin_review(planted(tmp_path, wanted=7, draw=False))
    job = asked(window)
    answer(window, outcome, "The disk is full.")
    assert window.said() == ("" if outcome == "stopped" else "The disk is full.")
    assert window.session.label_checks.found
    assert window.session.label_checks.found.summary.suspects == 7
    assert len(window.review.ids) == 7
    assert not Path(job.out).exists()


def test_a_damaged_result_is_said(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review(make(tmp_path, draw=False))
    job = asked(window)
    leave_result(load_scan(Path(job.photos)).photos, Path(job.out))
    (Path(job.out) / "label_check.json").write_bytes(b"{")
    window.asker.end(0)
    window.qtbot.waitUntil(lambda: not window.session.label_checks.running)
    window.settle()
    assert len(window.notices) == 1
    assert window.session.label_checks.found is None


def test_labels_changed_while_it_runs_make_it_older(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review(make(tmp_path, draw=False))
    asked(window)
    window.session.labels.rename_class("glass", "clear glass")
    window.settle()
    answer(window)
    assert window.session.label_checks.found
    assert window.session.label_checks.found.is_older
    window.session.undo.undo()
    window.settle()
    assert not window.session.label_checks.found.is_older, "a change that was taken back is none"


def test_photos_that_vanish_meanwhile_are_no_suspects(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review(make(tmp_path, draw=False))
    asked(window)
    every = window.review.ids
    with window.opened._database.changing() as db:
        db.execute("UPDATE photos SET here = 0 WHERE path LIKE '%000000.png'")
    answer(window)
    assert len(every) == 0
    assert (len(window.review.ids), window.name()) == (4, "000001.png")


def test_a_project_that_is_only_read_is_checked(begin_review: BeginReview, tmp_path: Path) -> None:
    project = make(tmp_path, draw=False)
    begin_review(project)
    second = begin_review(project)
    asked(second)
    answer(second)
    assert second.review.left == 5
    second.review.decide("keep")
    second.settle()
    assert "is open in another window" in second.said()


def test_another_project_meanwhile_gets_none_of_it(begin_review: BeginReview, tmp_path: Path) -> None:
    other = make(tmp_path / "other", draw=False)
    window = begin_review(make(tmp_path, draw=False))
    plant(window.opened, tmp_path, 3)
    for _ in range(5):  # more often than can be looked up at once
        window.session.label_checks.look()
    window.session.project.open_project(other)
    window.qtbot.waitUntil(lambda: window.session.project.opened is not None and window.opened.folder == other)
    window.settle()
    assert window.session.label_checks.found is None
    assert len(window.review.ids) == 0


def test_nothing_begins_beside_another_job_or_without_a_project(begin_review: BeginReview, tmp_path: Path) -> None:
    window = begin_review()
    window.session.label_checks.begin()
    window.settle()
    assert not window.session.label_checks.running
    window.open(make(tmp_path, draw=False))
    asked(window)
    window.session.label_checks.begin()
    window.settle()
    assert len(window.asker.asked) == 1
    assert window.notices
    answer(window)
