"""The one job that has the strip: it is known by what it says of itself, whatever it is."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QObject

from cnn_desktop.domain.events import Ended, Event, Noted, Paused, Progress, Ready, Result, Warned
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.children.children import Children
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import IDLE, Notice
from cnn_desktop.gui.state.jobs import Jobs
from tests.gui.a_child import AChild


class Tell(Job, frozen=True, tag="test_tell"):
    """Its ending belongs into the message bar."""

    alone = True
    busy = say("Telling.")


class Show(Job, frozen=True, tag="test_show"):
    """Its step shows how it ended, until the next one begins."""

    alone = True
    tells = False
    of_run = True
    step = "evaluation"


class Watched(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.child = AChild()
        self.jobs = Jobs(cast(Children, self.child))
        self.notices: list[Notice] = []
        self.changes: list[Changed] = []
        self.came: list[Event] = []
        self.jobs.notice.connect(self.notices.append)
        self.jobs.changed.connect(self.changes.append)
        self.jobs.came.connect(self.came.append)

    def said(self) -> list[tuple[str, str]]:
        return [(notice.kind, notice.text) for notice in self.notices]


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched()


def test_a_job_that_tells_is_heard_in_the_message_bar(watched: Watched) -> None:
    assert watched.jobs.start(Tell())
    watched.child.tell(Warned(say("Careful.")))
    watched.child.tell(Noted(say("By the way.")))
    watched.child.end(Ended("finished", say("All told.")))
    assert watched.said() == [("warning", "Careful."), ("info", "By the way."), ("info", "All told.")]
    assert watched.jobs.now == IDLE
    assert watched.jobs.result is None
    assert isinstance(watched.came[-1], Ended)


def test_its_failure_is_an_error_with_details_and_an_ending_without_words_is_not_said(watched: Watched) -> None:
    watched.jobs.start(Tell())
    watched.child.end(Ended("crashed", say("It broke off."), "trace"))
    watched.jobs.start(Tell())
    watched.child.end(Ended("finished", Message("")))
    assert watched.notices == [Notice("error", "It broke off.", "trace")]


def test_a_job_whose_step_shows_it_leaves_its_result_there_until_the_next(watched: Watched) -> None:
    assert watched.jobs.begin(Show, say("Starting"))
    assert watched.jobs.now.shown_by == "evaluation"
    watched.jobs.hand_over(Show(), None, watched.jobs.end, run="r")
    watched.child.end(Ended("failed", say("No photos.")))
    assert watched.notices == []
    assert watched.jobs.result
    assert (watched.jobs.result.step, watched.jobs.result.run, watched.jobs.result.is_bad) == ("evaluation", "r", True)
    watched.jobs.start(Tell())
    assert watched.jobs.result, "another kind of job leaves it"
    watched.child.end(Ended("finished", Message("")))
    watched.jobs.begin(Show, say("Starting"))
    assert watched.jobs.result is None


def test_a_second_job_is_refused_in_the_words_of_the_first(watched: Watched) -> None:
    watched.jobs.start(Tell())
    assert not watched.jobs.start(Show())
    assert watched.said() == [("info", "Telling.")]


def test_a_job_that_was_stopped_while_it_was_prepared_never_begins(watched: Watched) -> None:
    watched.jobs.begin(Show, say("Starting"))
    watched.jobs.stop()
    watched.jobs.hand_over(Show(), None, watched.jobs.end)
    assert not hasattr(watched.child, "job")
    assert watched.jobs.result
    assert watched.jobs.result.outcome == "stopped"


def test_progress_moves_the_strip_and_is_no_change(watched: Watched) -> None:
    ticks: list[float | None] = []
    watched.jobs.progressed.connect(lambda: ticks.append(watched.jobs.now.fraction))
    watched.jobs.start(Tell())
    before = len(watched.changes)
    for done in (1, 2, 3):
        watched.child.tell(Progress(say("Telling"), done, 4))
    assert ticks[-3:] == [0.25, 0.5, 0.75]
    assert len(watched.changes) == before


def test_a_result_is_an_event_like_any_other_for_who_asked(watched: Watched) -> None:
    class Told(Result, frozen=True):
        """Of this test."""

    heard: list[Event] = []
    watched.jobs.start(Tell(), heard.append)
    watched.child.tell(Told())
    assert heard == [Told()]


def test_what_arrives_after_stop_does_not_take_it_back(watched: Watched) -> None:
    watched.jobs.start(Tell())
    watched.jobs.stop()
    for late in (Paused(), Progress(say("Telling"), 1, 2)):
        watched.child.tell(late)
    now = watched.jobs.now
    assert (now.stopping, now.paused, str(now.sentence)) == (True, False, "Stopping…")


def test_only_a_training_or_test_loads_a_model_when_its_child_is_up(watched: Watched) -> None:
    watched.jobs.start(Tell())
    watched.child.tell(Ready(seconds=0.1))
    assert str(watched.jobs.now.sentence) == "Starting"
    watched.child.end(Ended("finished", Message("")))
    watched.jobs.start(Show())
    watched.child.tell(Ready(seconds=0.1))
    assert str(watched.jobs.now.sentence) == "Loading the model and photos"


def test_the_end_is_told_before_the_next_job_may_begin(watched: Watched) -> None:
    order: list[str] = []
    watched.jobs.came.connect(lambda event: order.append("end") if isinstance(event, Ended) else None)
    watched.jobs.start(Tell())
    watched.jobs.changed.connect(lambda _: order.append("free"))
    watched.child.end(Ended("finished", Message("")))
    assert order == ["end", "free"]
