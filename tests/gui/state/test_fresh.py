"""Suggestions in the window: confirmed in one step, taken back, learned from; what goes wrong is said, and others come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.suggest_labels import SuggestLabels
from cnn_desktop.domain.label_suggestions import BATCH, CurvePoint, LabelSuggestions, Suggestion, save_suggestions
from cnn_desktop.domain.own_files import read_json
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.gui.state.fresh import FreshLabels
from cnn_desktop.gui.state.label_changes import LabelChanges
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.project.opened import Opened
from tests.gui.state.watched_project import Watched


class Suggesting(Watched):
    """A project of ten labelled photos and sixty without a label; the test answers in the child's place."""

    def __init__(self, qtbot: QtBot, place: Path) -> None:
        super().__init__(qtbot)
        self.undo = Undo()
        self.labels = LabelChanges(self.project, self.undo, self.background)
        self.fresh = FreshLabels(self.jobs, self.project, self.labels, self.background)
        for notices in (self.labels.notice, self.fresh.notice):
            notices.connect(self.notices.append)
        photos = [Photo(f"{'ab'[k % 2]}/{k:03}.jpg", "ab"[k % 2]) for k in range(10)]
        photos += [Photo(f"new/{k:03}.jpg", "") for k in range(60)]
        opened = Opened(place)
        opened.photos.take(Scan({"1": "/photos"}, ["a", "b"], photos))
        opened.close()
        self.project.open_project(place)
        self.idle()

    def settle(self) -> None:
        done: list[object] = []
        self.background.run(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def answer(self) -> Scan:
        """The child suggests "a" for all that it was given; what it was given."""
        place = self.asked()
        job = self.asker.asked[place]
        assert isinstance(job, SuggestLabels)
        scan = load_scan(Path(job.photos))
        self.suggested = read_json(Path(job.suggested), list[str])
        fresh = [photo.key for photo in scan.photos if not photo.label]
        found = tuple(Suggestion(key, "a", 0.6) for key in fresh[: job.most])
        labelled = len(scan.photos) - len(fresh)
        result = LabelSuggestions(
            suggestions=found, point=CurvePoint(labelled, 8, 6), unlabelled=len(fresh), expected=0.6
        )
        save_suggestions(result, Path(job.out))
        self.asker.end(place)
        self.idle()
        return scan

    def begin(self) -> None:
        self.fresh.begin()
        self.answer()
        self.qtbot.waitUntil(lambda: len(self.fresh.batch) == BATCH)

    def ids(self) -> list[int]:
        return [row.id for row in self.fresh.open]

    def counts(self) -> dict[str, int]:
        assert self.project.photos
        return {row.name: row.total for row in self.project.photos.classes}


@pytest.fixture
def suggesting(qtbot: QtBot, tmp_path: Path) -> Iterator[Suggesting]:
    watched = Suggesting(qtbot, tmp_path / "a.cnnproj")
    yield watched
    watched.close()


def test_a_batch_is_confirmed_in_one_step_and_taken_back(suggesting: Suggesting) -> None:
    suggesting.begin()
    ten = suggesting.ids()[:10]
    suggesting.fresh.confirm(ten)
    assert len(suggesting.fresh.open) == BATCH - 10, "it is shown at once"
    suggesting.settle()
    suggesting.settle()
    assert suggesting.counts() == {"a": 15, "b": 5}
    assert suggesting.undo.name == "Label as “a”"
    assert suggesting.fresh.last == (10, 10)
    suggesting.undo.undo()
    suggesting.qtbot.waitUntil(lambda: len(suggesting.fresh.open) == BATCH)
    assert suggesting.fresh.last == (0, 0)
    assert suggesting.counts() == {"a": 5, "b": 5}


def test_after_a_batch_it_learns_by_itself(suggesting: Suggesting) -> None:
    suggesting.begin()
    first = set(suggesting.ids())
    suggesting.fresh.label(suggesting.ids()[:4], "b")
    suggesting.fresh.confirm(suggesting.ids())
    scan = suggesting.answer()
    assert len([photo for photo in scan.photos if photo.label]) > BATCH
    assert len(suggesting.suggested) == BATCH, "these do not measure the model"
    suggesting.qtbot.waitUntil(lambda: bool(suggesting.fresh.open))
    assert not first & set(suggesting.ids())
    assert suggesting.fresh.last == (BATCH - 4, BATCH)
    assert len(suggesting.fresh.curve) == 2
    assert suggesting.counts() == {"a": 5 + BATCH - 4, "b": 9}


def test_what_is_skipped_teaches_nothing(suggesting: Suggesting) -> None:
    suggesting.begin()
    first = set(suggesting.ids())
    suggesting.fresh.skip(first)
    assert len(suggesting.asker.asked) == 1, "there is nothing new to learn"
    assert len(suggesting.ids()) == BATCH
    assert not first & set(suggesting.ids())
    suggesting.fresh.begin()
    suggesting.answer()
    assert not first & set(suggesting.ids()), "it was said once that nobody knows"
    assert suggesting.fresh.last == (0, 0)


@pytest.mark.parametrize("outcome", ["stopped", "crashed"])
def test_when_it_cannot_learn_other_suggestions_come(suggesting: Suggesting, outcome: str) -> None:
    suggesting.begin()
    first = set(suggesting.ids())
    suggesting.fresh.confirm(first)
    suggesting.asker.end(suggesting.asked(), outcome, "It broke.")
    suggesting.idle()
    assert len(suggesting.ids()) == BATCH
    assert not first & set(suggesting.ids())
    assert ("It broke." in suggesting.said()) == (outcome == "crashed")


def test_while_another_job_runs_other_suggestions_come(suggesting: Suggesting) -> None:
    suggesting.begin()
    suggesting.jobs.begin(SuggestLabels, SuggestLabels("", "").starting())
    suggesting.fresh.confirm(suggesting.ids())
    suggesting.qtbot.waitUntil(lambda: len(suggesting.ids()) == BATCH)
    assert len(suggesting.asker.asked) == 1
    suggesting.jobs.end()


def test_labelled_elsewhere_is_not_asked_any_more(suggesting: Suggesting) -> None:
    suggesting.begin()
    one = suggesting.ids()[0]
    suggesting.labels.relabel([one], "b")  # type: ignore[arg-type]
    suggesting.qtbot.waitUntil(lambda: one not in suggesting.ids())
    assert suggesting.fresh.said[one] is None
    assert suggesting.fresh.last == (0, 0)


def test_what_cannot_be_written_comes_back(suggesting: Suggesting) -> None:
    suggesting.begin()
    opened = suggesting.project.opened
    assert opened
    opened.read_only = True
    suggesting.fresh.confirm(suggesting.ids()[:3])
    suggesting.qtbot.waitUntil(lambda: len(suggesting.fresh.open) == BATCH)
    assert "read-only" in suggesting.said()


def test_a_damaged_result_is_said_and_the_strip_given_back(suggesting: Suggesting) -> None:
    suggesting.fresh.begin()
    place = suggesting.asked()
    job = suggesting.asker.asked[place]
    assert isinstance(job, SuggestLabels)
    Path(job.out).write_text("{")
    suggesting.asker.end(place)
    suggesting.idle()
    assert "suggestions.json could not be read" in suggesting.said()
    assert not suggesting.fresh.running


def test_another_project_forgets_them(suggesting: Suggesting) -> None:
    suggesting.begin()
    suggesting.project.close()
    assert suggesting.fresh.batch == ()
    assert suggesting.fresh.curve == ()
