"""The waiting child: there when a job wants it, gone when memory, settings or the window say so, silent when it breaks."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended, Event, Ready
from cnn_desktop.domain.jobs.train import Train, Trained
from cnn_desktop.domain.wire import Do
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.gui.children.spare import MOST_CRASHES, NEEDED, Spare, free_memory
from cnn_desktop.gui.children.worker import JobWorker
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.session import Session
from tests.patience import PATIENCE

ORDER = Do("1", Train(config=TrainConfig(data="d"), run="r"))
FAKE = str(Path(__file__).with_name("fake_child.py"))


class Computer:
    """Its free memory."""

    def __init__(self) -> None:
        self.free = NEEDED

    def memory(self) -> int:
        return self.free


class Made:
    """A spare on a computer, and the children it had."""

    def __init__(self, how: str) -> None:
        self.computer = Computer()
        self.spare = Spare([sys.executable, FAKE, how], self.computer.memory, settle=10, every=50)


@pytest.fixture
def make(qapp: object) -> Iterator[Callable[..., Made]]:
    every: list[Made] = []

    def begin(how: str = "") -> Made:
        every.append(Made(how))
        return every[-1]

    yield begin
    for one in every:
        one.spare.close()
    assert not psutil.Process().children(recursive=True)


def is_gone(pid: int) -> bool:
    return not psutil.pid_exists(pid)


def work(qtbot: QtBot, worker: JobWorker) -> tuple[list[Event], Ended]:
    """What the worker tells, and how it ends."""
    events: list[Event] = []
    worker.told.connect(lambda _, event: events.append(event))
    worker.start()
    qtbot.waitUntil(lambda: bool(events) and isinstance(events[-1], Ended), timeout=10_000)
    assert worker.wait(int(1000 * PATIENCE))
    ended = events.pop()
    assert isinstance(ended, Ended)
    return events, ended


def test_a_training_in_the_waiting_child_is_like_one_in_its_own_and_the_next_child_waits_after_it(
    qtbot: QtBot, make: Callable[..., Made]
) -> None:
    spare = make().spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    first = spare.pid
    started = spare.take()
    assert started
    assert started.child.pid == first
    worker = JobWorker(ORDER, ["/nowhere/at/all"], spare=started)
    events, ended = work(qtbot, worker)
    assert isinstance(events[0], Ready)
    assert isinstance(events[-1], Trained)
    assert ended.outcome == "finished"
    assert first is not None
    assert is_gone(first)
    assert spare.pid is None, "none while a job may run"
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    assert spare.pid != first


def test_one_that_is_not_ready_is_ended_and_the_job_starts_its_own(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make("deaf").spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.pid is not None)
    pid = spare.pid
    assert spare.take() is None
    assert pid is not None
    qtbot.waitUntil(lambda: is_gone(pid))


def test_one_that_dies_just_before_the_job_is_replaced_without_a_word(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make().spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    started = spare.take()
    assert started
    os.kill(started.child.pid, signal.SIGKILL)
    worker = JobWorker(ORDER, [sys.executable, FAKE, "planned"], spare=started)
    events, ended = work(qtbot, worker)
    assert ended.outcome == "finished"
    assert sum(isinstance(event, Trained) for event in events) == 1


def test_a_job_that_kills_the_waiting_child_is_not_done_twice(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make("exception").spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    worker = JobWorker(ORDER, ["/nowhere/at/all"], spare=spare.take())
    assert work(qtbot, worker)[1].outcome == "failed"


def test_stop_at_once_stops_the_waiting_child_too(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make("long").spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    worker = JobWorker(ORDER, ["/nowhere/at/all"], spare=spare.take())
    worker.stop()
    assert work(qtbot, worker)[1].outcome == "stopped"


def test_a_crash_is_repaired_a_few_times_only(qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "starts"
    spare = Spare([sys.executable, "-c", f"open({str(log)!r}, 'a').write('!'); exit(3)"], lambda: NEEDED, settle=10)
    spare.keep()
    qtbot.waitUntil(lambda: log.exists() and len(log.read_text()) == MOST_CRASHES and spare.pid is None)
    spare.keep()
    qtbot.wait(200)  # many times what would start another
    assert spare.pid is None
    assert len(log.read_text()) == MOST_CRASHES
    spare.close()


def test_a_waiting_child_that_is_killed_is_replaced(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make().spare
    spare.keep()
    qtbot.waitUntil(lambda: spare.ready)
    first = spare.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: spare.ready and spare.pid != first)


def test_it_is_given_up_when_memory_is_short_and_comes_back_with_it(qtbot: QtBot, make: Callable[..., Made]) -> None:
    made = make()
    made.computer.free = NEEDED - 1
    made.spare.keep()
    qtbot.wait(150)
    assert made.spare.pid is None
    made.computer.free = NEEDED
    qtbot.waitUntil(lambda: made.spare.ready)
    pid = made.spare.pid
    assert pid is not None
    made.computer.free = NEEDED // 2 - 1
    qtbot.waitUntil(lambda: made.spare.pid is None and is_gone(pid))
    made.computer.free = NEEDED
    qtbot.waitUntil(lambda: made.spare.ready)


def test_it_can_be_switched_off_and_on(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make().spare
    spare.allow(False)
    spare.keep()
    qtbot.wait(100)
    assert spare.pid is None
    spare.allow(True)
    qtbot.waitUntil(lambda: spare.ready)
    pid = spare.pid
    assert pid is not None
    spare.allow(False)
    qtbot.waitUntil(lambda: is_gone(pid))


def test_a_program_that_is_missing_is_no_trouble(qtbot: QtBot) -> None:
    spare = Spare(["/nowhere/at/all"], lambda: NEEDED, settle=10, every=50)
    spare.keep()
    qtbot.wait(100)
    assert spare.take() is None
    spare.close()


def test_fifty_times_taken_or_given_up_leaves_nothing(qtbot: QtBot, make: Callable[..., Made]) -> None:
    spare = make("long").spare
    me = psutil.Process()

    def cycle(number: int) -> None:
        spare.keep()
        qtbot.waitUntil(lambda: spare.ready)
        pid = spare.pid
        assert pid is not None
        if number % 2:
            worker = JobWorker(ORDER, ["/nowhere/at/all"], spare=spare.take())
            worker.stop()
            work(qtbot, worker)
        else:
            spare.allow(False)
            qtbot.waitUntil(lambda: is_gone(pid))
            spare.allow(True)

    for number in range(2):  # whatever is made once is made now
        cycle(number)
    spare.take()
    qtbot.waitUntil(lambda: not me.children())
    before = (me.num_fds(), me.num_threads())
    for number in range(50):
        cycle(number)
    spare.take()
    qtbot.waitUntil(lambda: not me.children())
    # Fewer than before is fine: the last threads of the first cycles may still have been on their way out.
    qtbot.waitUntil(lambda: me.num_fds() <= before[0] and me.num_threads() <= before[1], timeout=15_000)


def test_one_that_is_held_is_noticed_by_the_job_that_takes_it_and_can_be_stopped(qtbot: QtBot) -> None:
    fake = [sys.executable, FAKE, "long"]
    patience = Patience(grace=0.3, silence=5, tick_ms=40)
    children = Children(Programs(full=fake, job=["/nowhere"], spare=fake), patience=patience)
    silent: list[str] = []
    ends: list[Ended] = []
    children.silent.connect(lambda key, _: silent.append(key))
    children.spare._settle.setInterval(10)
    children.spare.keep()
    qtbot.waitUntil(lambda: children.spare.ready, timeout=10_000)
    pid = children.spare.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    question = children.ask(ORDER.job, None, ends.append)
    qtbot.waitUntil(lambda: silent == [question.id])
    children.stop_hanging(question.id)
    qtbot.waitUntil(lambda: bool(ends))
    assert ends[0].outcome == "stopped"
    assert is_gone(pid)
    children.close()
    assert not psutil.Process().children(recursive=True)


def test_the_free_memory_is_of_this_computer() -> None:
    assert 0 < free_memory() <= psutil.virtual_memory().total


def test_a_session_has_a_child_waiting_for_its_trainings(qtbot: QtBot, photo_folder: Callable[..., Path]) -> None:
    session = Session(Programs(full=[sys.executable, FAKE, ""], job=["/nowhere"], spare=[sys.executable, FAKE, ""]))
    ended: list[Event] = []
    session.jobs.came.connect(lambda event: ended.append(event) if isinstance(event, Ended) else None)
    session.project.open_folder(photo_folder(classes=2, each=6))
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
    assert session.processes.spare.pid is None
    session.warm_up()
    qtbot.waitUntil(lambda: session.processes.spare.ready, timeout=15_000)
    session.runs.train()
    qtbot.waitUntil(lambda: bool(ended), timeout=15_000)
    assert isinstance(ended[0], Ended)
    assert ended[0].outcome == "finished", "in the waiting child: there is no other program"
    qtbot.waitUntil(lambda: session.processes.spare.ready, timeout=15_000)
    session.close()
    assert not psutil.Process().children(recursive=True)


def test_the_window_takes_the_waiting_child_along_when_it_closes(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window()
    session = Wiring.of(window).session
    session.warm_up()
    qtbot.waitUntil(lambda: session.processes.spare.ready, timeout=15_000)
    pid = session.processes.spare.pid
    assert pid is not None
    with qtbot.waitSignal(window.closed, timeout=10_000):
        Wiring.of(window).close()
    assert is_gone(pid)
