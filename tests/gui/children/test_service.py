"""Service with a real child: questions wait until it is up, a crash fails one question and no more."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Ended, Event, Failed, Ready, Warned
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.wire import Do, Stop
from cnn_desktop.gui.children.service import RESTARTS, Service
from cnn_desktop.gui.children.silence import Patience
from tests.patience import PATIENCE

QUICK = Patience(grace=0.3, dropped=0.6)
FAKE = str(Path(__file__).with_name("fake_child.py"))


class Talk:
    def __init__(self, how: str, program: list[str] | None = None, patience: Patience = Patience()) -> None:  # noqa: B008
        self.service = Service(program or [sys.executable, FAKE, how], patience=patience)
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

    def begin(how: str = "", program: list[str] | None = None, patience: Patience = QUICK) -> Talk:
        talks.append(Talk(how, program, patience))
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


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("raise MemoryError", "keeps running out of memory and was not restarted. Close other programs"),
        ("sys.exit('There is not enough memory for this. Close other programs.')", "keeps running out of memory"),
        (
            "sys.exit('Half of it\\nThis is damaged.')",
            "keeps crashing and was not restarted. It last said: “This is damaged.”",
        ),
        ("raise OSError('x' * 9999)", "xxx” Quit and reopen the app"),
    ],
)
def test_giving_up_it_tells_what_the_child_said_last(
    qtbot: QtBot, talk: Callable[..., Talk], last: str, told: str
) -> None:
    it = talk(program=[sys.executable, "-c", f"import sys; {last}"])
    it.ask("a", "1.jpg")
    qtbot.waitUntil(lambda: bool(it.of(Failed)))
    said = str(it.of(Failed)[0])
    assert told in said
    assert len(said) < 400


def test_a_missing_program_fails_what_was_asked(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk(program=["/nowhere/at/all"])
    it.ask("a", "1.jpg")
    assert it.ends()["a"].outcome == "crashed"
    assert "could not be started" in str(it.ends()["a"])


def test_a_missing_program_is_told_though_nothing_was_asked_yet(talk: Callable[..., Talk]) -> None:
    it = talk(program=["/nowhere/at/all"])
    it.service.start()
    assert [str(event) for event in it.of(Failed)] == [
        "The helper process could not be started: No such file or directory. If this happens again, reinstall the app."
    ]
    it.ask("a", "1.jpg")
    assert it.ends()["a"].outcome == "crashed"
    assert len(it.of(Failed)) == 1


def test_nothing_is_heard_after_close(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk()
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.told))
    it.service.close()
    heard = len(it.told)
    it.ask("late", "1.jpg")
    assert it.service.pid is None
    assert len(it.told) == heard


@pytest.fixture(params=["fifo", "held"])
def hang(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A photo upon which the child hangs: in the system, deaf to SIGTERM; or stopped as a whole."""
    os.mkfifo(tmp_path / "fifo")
    return str(tmp_path / request.param)


def test_a_child_that_does_not_stop_is_killed_which_is_no_crash_and_the_others_are_answered(
    qtbot: QtBot, talk: Callable[..., Talk], hang: str
) -> None:
    it = talk()
    for number in range(RESTARTS + 1):
        it.ask(f"bad{number}", "1.jpg", hang)
        it.ask(f"good{number}", "2.jpg")
        qtbot.waitUntil(lambda: bool(it.of(TrainProgress)), timeout=10_000)
        it.service.stop(Stop(f"bad{number}"))
        qtbot.waitUntil(lambda number=number: f"good{number}" in it.ends(), timeout=10_000)
        it.told = [(id_, event) for id_, event in it.told if not isinstance(event, TrainProgress)]
    ends = it.ends()
    assert [ends[f"{kind}{n}"].outcome for n in range(RESTARTS + 1) for kind in ("bad", "good")] == [
        "stopped",
        "finished",
    ] * (RESTARTS + 1)
    assert it.of(Warned) + it.of(Failed) == []
    assert it.service.pid is not None


def test_what_waits_behind_a_job_that_hangs_can_be_stopped(qtbot: QtBot, talk: Callable[..., Talk], hang: str) -> None:
    it = talk()
    it.ask("bad", hang)
    it.ask("waits", "1.jpg")
    it.ask("last", "2.jpg")
    qtbot.waitUntil(lambda: bool(it.of(TrainProgress)))
    it.service.stop(Stop("waits"))
    assert {id_: ended.outcome for id_, ended in it.ends().items()} == {"waits": "stopped"}
    it.service.stop(Stop("bad"))
    qtbot.waitUntil(lambda: "last" in it.ends(), timeout=10_000)
    assert [id_ for id_, event in it.told if isinstance(event, Predicted)] == ["last"]
    assert [event.outcome for _, event in it.told if isinstance(event, Ended)] == ["stopped", "stopped", "finished"]


def test_a_question_that_is_dropped_or_replaced_does_not_stand_in_the_way_for_long(
    qtbot: QtBot, talk: Callable[..., Talk], hang: str
) -> None:
    it = talk()
    it.service.ask(Do("old", Thumbnails([hang], "cache")))
    qtbot.waitUntil(lambda: bool(it.of(TrainProgress)))
    it.service.ask(Do("new", Thumbnails(["1.jpg"], "cache")))
    qtbot.waitUntil(lambda: list(it.ends()) == ["old", "new"], timeout=10_000)
    it.ask("bad", hang)
    it.ask("good", "1.jpg")
    qtbot.waitUntil(lambda: len(it.of(TrainProgress)) == 2)
    it.service.drop(Stop("bad"))
    qtbot.waitUntil(lambda: "good" in it.ends(), timeout=10_000)
    assert it.of(Warned) == []


def test_a_child_that_hangs_is_closed(qtbot: QtBot, talk: Callable[..., Talk], hang: str) -> None:
    it = talk()
    it.ask("bad", hang)
    qtbot.waitUntil(lambda: bool(it.of(TrainProgress)))
    began, pid = time.monotonic(), it.service.pid
    it.service.close()
    assert pid is not None
    assert not psutil.pid_exists(pid)
    assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("how", ["deaf", "deaf after ready", "held before ready"])
def test_a_child_that_never_answers_is_closed(qtbot: QtBot, talk: Callable[..., Talk], how: str) -> None:
    it = talk(how)
    it.ask("a", "1.jpg")
    if how == "deaf after ready":
        qtbot.waitUntil(lambda: bool(it.told))
    pid = it.service.pid
    it.service.close()
    assert pid is not None
    assert not psutil.pid_exists(pid)


def test_a_crash_upon_which_somebody_drops_their_question_is_no_error(qtbot: QtBot, talk: Callable[..., Talk]) -> None:
    it = talk()
    it.service.told.connect(
        lambda id_, _: [it.service.stop(Stop(name)) for name in ("bad", "good")] if not id_ else None
    )
    it.service.start()
    qtbot.waitUntil(lambda: bool(it.told))
    it.ask("bad", "crash.jpg")
    it.ask("good", "1.jpg")
    qtbot.waitUntil(lambda: set(it.ends()) == {"bad", "good"})
    assert {ended.outcome for ended in it.ends().values()} == {"stopped"}
    assert len([event for _, event in it.told if isinstance(event, Ended)]) == 2


class Ear:
    """What is told of a child's silence. Ticks are short, so that a minute is none."""

    def __init__(self, it: Talk) -> None:
        self.heard: list[str] = []
        it.service.silence.noticed.connect(lambda: self.heard.append("silent"))
        it.service.silence.over.connect(lambda: self.heard.append("speaks"))


SHORT = Patience(grace=0.3, silence=10, tick_ms=30)


def test_a_child_that_is_held_is_noticed_and_speaks_again(
    qtbot: QtBot, talk: Callable[..., Talk], tmp_path: Path
) -> None:
    it = talk(patience=SHORT)
    ear = Ear(it)
    it.ask("a", str(tmp_path / "held"), "1.jpg")
    qtbot.waitUntil(lambda: ear.heard.count("silent") > ear.heard.count("speaks") and bool(it.of(TrainProgress)))
    ear.heard.clear()
    it.service.silence.wait()
    qtbot.waitUntil(lambda: ear.heard == ["silent"])
    assert it.service.pid
    os.kill(it.service.pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: "a" in it.ends())
    assert ear.heard == ["silent", "speaks"]
    assert it.ends()["a"].outcome == "finished"


def test_a_child_that_is_silent_can_be_stopped_and_the_others_are_answered(
    qtbot: QtBot, talk: Callable[..., Talk], tmp_path: Path
) -> None:
    it = talk(patience=SHORT)
    ear = Ear(it)
    it.ask("bad", str(tmp_path / "held"))
    it.ask("good", "1.jpg")
    qtbot.waitUntil(lambda: ear.heard[-1:] == ["silent"] and bool(it.of(TrainProgress)))
    it.service.stop_hanging()
    qtbot.waitUntil(lambda: list(it.ends()) == ["bad", "good"], timeout=10_000)
    assert [ended.outcome for ended in it.ends().values()] == ["stopped", "finished"]
    assert ear.heard[-1] == "speaks"
    assert it.of(Warned) == []


def test_a_child_that_never_comes_up_is_silent_once_somebody_waits_for_it(
    qtbot: QtBot, talk: Callable[..., Talk]
) -> None:
    it = talk("held before ready", patience=SHORT)
    ear = Ear(it)
    it.service.start()
    qtbot.wait(20 * SHORT.tick_ms)
    assert ear.heard == []
    it.ask("a", "1.jpg")
    qtbot.waitUntil(lambda: ear.heard == ["silent"])
    first = it.service.pid
    it.service.stop_hanging()
    assert it.ends()["a"].outcome == "stopped"
    qtbot.waitUntil(lambda: it.service.pid not in (first, None))
    assert ear.heard == ["silent", "speaks"]
