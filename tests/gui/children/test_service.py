"""Service with a real child: questions wait until it is up, a crash fails one question and no more."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Ended, Event, Failed, Ready, Warned
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.wire import Do, Stop
from cnn_desktop.gui.children.service import Service

FAKE = str(Path(__file__).with_name("fake_child.py"))


class Talk:
    def __init__(self, how: str, program: list[str] | None = None) -> None:
        self.service = Service(program or [sys.executable, FAKE, how])
        self.told: list[tuple[str, Event]] = []
        self.service.told.connect(lambda id_, event: self.told.append((id_, event)))

    def ask(self, id_: str, *paths: str) -> None:
        self.service.ask(Do(id_, Predict(run="r", paths=list(paths))))

    def of(self, kind: type) -> list[Event]:
        return [event for _, event in self.told if isinstance(event, kind)]

    def ends(self) -> dict[str, Ended]:
        return {id_: event for id_, event in self.told if isinstance(event, Ended)}


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
    qtbot.waitUntil(lambda: list(it.ends()) == ["a", "b"])
    answers = [(id_, event.path) for id_, event in it.told if isinstance(event, Predicted)]
    assert answers == [("a", "1.jpg"), ("a", "2.jpg"), ("b", "3.jpg")]
    assert it.told[0][0] == ""
    assert isinstance(it.told[0][1], Ready)
    assert {ended.outcome for ended in it.ends().values()} == {"finished"}


def test_after_a_crash_the_question_at_fault_fails_and_the_next_is_answered(
    qtbot: QtBot, talk: Callable[..., Talk]
) -> None:
    it = talk()
    it.ask("bad", "crash.jpg")
    it.ask("good", "1.jpg")
    qtbot.waitUntil(lambda: list(it.ends()) == ["bad", "good"])
    assert it.ends()["bad"].outcome == "crashed"
    assert "SIGSEGV" in str(it.ends()["bad"])
    assert [str(event) for event in it.of(Warned)] == ["A helper process crashed and was restarted."]
    assert len(it.of(Predicted)) == 1


def test_stop_ends_one_question_and_not_what_waits_behind_it(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk("long")
    it.ask("a", "1.jpg")
    it.ask("b", "2.jpg")
    it.service.stop(Stop("b"))  # before the child is up
    assert it.ends()["b"].outcome == "stopped"
    qtbot.waitUntil(lambda: bool(it.of(TrainProgress)))
    it.service.stop(Stop("a"))
    qtbot.waitUntil(lambda: "a" in it.ends())
    assert it.ends()["a"].outcome == "stopped"
    assert it.service.pid, "the child goes on"


def test_it_gives_up_after_three_restarts_in_a_minute(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk("silent exit")
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.of(Failed)))
    assert len(it.of(Warned)) == 3
    assert "keeps crashing" in str(it.of(Failed)[0])
    assert it.service.pid is None


def test_a_missing_program_fails_what_was_asked(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk(program=["/nowhere/at/all"])
    it.ask("a", "1.jpg")
    assert it.ends()["a"].outcome == "crashed"
    assert "could not be started" in str(it.ends()["a"])


def test_nothing_is_heard_after_close(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk()
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.told))
    it.service.close()
    heard = len(it.told)
    it.ask("late", "1.jpg")
    assert it.service.pid is None
    assert len(it.told) == heard
