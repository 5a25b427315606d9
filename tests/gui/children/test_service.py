"""Service with a real child: questions wait until it is up, a crash fails one question and no more."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Event, Failed, JobDone, Ready, Warned
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.gui.children.service import Service

FAKE = str(Path(__file__).with_name("fake_child.py"))


class Talk:
    def __init__(self, how: str, program: list[str] | None = None) -> None:
        self.service = Service("full", program or [sys.executable, FAKE, how])
        self.events: list[Event] = []
        self.service.came.connect(self.events.append)

    def ask(self, id_: str, *paths: str) -> None:
        self.service.send(Predict(id=id_, run="r", paths=list(paths)))

    def of(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def done(self, *ids: str) -> bool:
        return [event.id for event in self.events if isinstance(event, JobDone)] == list(ids)


@pytest.fixture
def talk() -> Iterator[Callable[..., Talk]]:
    talks: list[Talk] = []

    def begin(how: str = "", program: list[str] | None = None) -> Talk:
        talks.append(Talk(how, program))
        return talks[-1]

    yield begin
    for each in talks:
        pid = each.service.pid
        each.service.close()
        assert pid is None or not psutil.pid_exists(pid)


def test_questions_asked_before_it_is_up_are_answered_in_order(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk()
    it.ask("a", "1.jpg", "2.jpg")
    it.ask("b", "3.jpg")
    qtbot.waitUntil(lambda: it.done("a", "b"))
    assert [event.path for event in it.events if isinstance(event, Predicted)] == ["1.jpg", "2.jpg", "3.jpg"]
    assert isinstance(it.events[0], Ready)
    assert it.events[0].device == "cpu"


def test_after_a_crash_the_question_at_fault_fails_and_the_next_is_answered(
    qtbot: QtBot, talk: Callable[..., Talk]
) -> None:
    it = talk()
    it.ask("bad", "crash.jpg")
    it.ask("good", "1.jpg")
    qtbot.waitUntil(lambda: it.done("bad", "good"))
    assert [event.id for event in it.events if isinstance(event, Failed)] == ["bad"]
    assert [str(event) for event in it.of(Warned)] == ["A helper process broke off and was started again."]
    assert len(it.of(Predicted)) == 1


def test_it_gives_up_after_three_restarts_in_a_minute(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk("silent exit")
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.of(Failed)))
    assert len(it.of(Warned)) == 3
    assert "keeps breaking off" in str(it.of(Failed)[0])
    assert it.service.pid is None


def test_a_missing_program_fails_what_was_asked(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk(program=["/nowhere/at/all"])
    it.ask("a", "1.jpg")
    assert it.done("a")
    assert "could not be started" in str(it.of(Failed)[0])


def test_nothing_is_heard_after_close(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk()
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.events))
    it.service.close()
    heard = len(it.events)
    it.ask("late", "1.jpg")
    assert it.service.pid is None
    assert len(it.events) == heard
