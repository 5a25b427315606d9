"""ChildProcess with real processes: every way to end, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event, JobDone, Ready, Stopping
from cnn_desktop.domain.jobs.predict import Predict
from cnn_desktop.domain.jobs.train import Train, Trained
from cnn_desktop.domain.wire import Do
from cnn_desktop.gui.children.process import ChildProcess, Exit
from tests.patience import PATIENCE

FAKE = Path(__file__).with_name("fake_child.py")
TRAIN = Do("1", Train(config=TrainConfig(data="d"), run="r"))


class Heard:
    """Starts a fake child and collects what comes from it."""

    def __init__(self, how: str, grace: float = 0.5) -> None:
        self.news: queue.SimpleQueue[Event | Exit] = queue.SimpleQueue()
        self.child = ChildProcess(
            [sys.executable, str(FAKE), how], lambda told: self.news.put(told.event), self.news.put, grace
        )

    def until(self, kind: type) -> Event | Exit:
        while True:
            item = self.news.get(timeout=PATIENCE)
            if isinstance(item, kind):
                return item
            assert not isinstance(item, Exit), f"the child ended: {item}"

    def exit(self) -> Exit:
        item = self.until_exit()
        assert self.child.join(PATIENCE)
        assert self.news.empty(), "nothing may come after the exit"
        return item

    def until_exit(self) -> Exit:
        while not isinstance(item := self.news.get(timeout=PATIENCE), Exit):
            pass
        return item


def of_a_child(thread: threading.Thread) -> bool:
    return thread.name.startswith("child ") or isinstance(thread, threading.Timer)


def descriptors() -> int:
    return psutil.Process().num_fds()


def test_events_come_before_the_exit_and_end_of_input_ends_the_child() -> None:
    heard = Heard("")
    heard.child.send(TRAIN)
    heard.until(Ready)
    heard.until(Trained)
    heard.until(JobDone)
    heard.child.close_input()
    assert heard.exit() == Exit(0, False, "", 0)


def test_stop_is_acknowledged_before_the_child_ends() -> None:
    heard = Heard("long")
    heard.child.send(TRAIN)
    heard.until(Ready)
    heard.child.stop()
    heard.until(Stopping)
    assert heard.exit().code == 0


@pytest.mark.parametrize(("how", "ready"), [("deaf", False), ("deaf after ready", True)])
def test_a_deaf_child_is_killed(how: str, ready: bool) -> None:
    heard = Heard(how, grace=0.3)
    if ready:
        heard.until(Ready)
    heard.child.stop()
    exit_ = heard.exit()
    assert exit_.killed
    assert exit_.code == -signal.SIGKILL


def test_a_deaf_child_does_not_block_who_sends_it_more_than_its_pipe_holds() -> None:
    heard = Heard("deaf after ready", grace=0.2)
    heard.until(Ready)
    for number in range(10):
        heard.child.send(Do(str(number), Predict(run="r", paths=["x" * 100_000])))  # would never come back
    heard.child.stop()
    assert heard.exit().killed


def test_the_error_output_is_kept_for_details_after_a_crash() -> None:
    heard = Heard("segfault")
    heard.child.send(TRAIN)
    exit_ = heard.exit()
    assert exit_.code == -signal.SIGSEGV
    assert exit_.details == "about to crash"


def test_garbage_is_counted_and_kept() -> None:
    heard = Heard("garbage")
    heard.child.send(TRAIN)
    exit_ = heard.exit()
    assert exit_.garbage == 52
    assert "not an event" in exit_.details


@pytest.mark.parametrize("run", ["same group", "loose"])
def test_a_grandchild_that_holds_the_pipe_does_not_delay_the_end(run: str) -> None:
    heard = Heard("grandchild")
    heard.child.send(Do("1", Train(config=TrainConfig(data="d"), run=run)))
    heard.until(Trained)
    exit_ = heard.exit()
    grandchild = int(exit_.details.split()[-1])
    if run == "loose":
        os.kill(grandchild, signal.SIGKILL)  # it left the group, so it is not ours any more; the test tidies up
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(grandchild).wait(timeout=PATIENCE)  # raises TimeoutExpired when it lives on


def test_a_missing_program_raises_and_leaks_nothing() -> None:
    before = descriptors()
    with pytest.raises(FileNotFoundError):
        ChildProcess(["/nowhere/at/all"], print, print)
    assert descriptors() <= before


def test_fifty_starts_and_stops_leave_nothing() -> None:
    heard = Heard("long")  # whatever is made once is made now
    heard.child.kill()
    heard.exit()
    me = psutil.Process()
    before, threads = (descriptors(), len(me.children(recursive=True))), set(threading.enumerate())
    for number in range(50):
        heard = Heard("long")
        if number % 2:
            heard.child.send(TRAIN)
            heard.until(Ready)
        heard.child.stop()
        heard.exit()
    now = descriptors(), len(me.children(recursive=True))
    assert all(here <= there for here, there in zip(now, before, strict=True)), "fewer: what other tests had left went"
    # Pools of other tests' windows start and end threads at any time; a timer that was called off may be just waking up.
    new = [one for one in set(threading.enumerate()) - threads if of_a_child(one)]
    for one in new:
        one.join(PATIENCE)
    assert not [one.name for one in new if one.is_alive()]


def test_the_child_ends_when_the_window_is_killed(tmp_path: Path) -> None:
    script = f"""
import sys, threading
from cnn_desktop.gui.children.process import ChildProcess
from cnn_desktop.domain.events import Ready
child = ChildProcess([sys.executable, {str(FAKE)!r}, ""], lambda e: print(child.pid, flush=True), print)
threading.Event().wait()
"""
    window = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert window.stdout
    child = psutil.Process(int(window.stdout.readline()))
    window.kill()
    window.wait()
    window.stdout.close()
    child.wait(timeout=PATIENCE)  # raises TimeoutExpired when it lives on
