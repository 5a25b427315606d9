"""Hands: work in order; what hangs holds up neither the rest nor the end of the program."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref

import pytest

from cnn_desktop.gui.kit.hands import Hands
from tests.patience import PATIENCE


def test_one_pair_works_in_order_and_futures_tell_what_came_of_it() -> None:
    hands, done = Hands("test"), list[int]()
    futures = [hands.submit(lambda n=n: done.append(n) or n * n) for n in range(50)]  # type: ignore[func-returns-value]
    assert [future.result(10) for future in futures] == [n * n for n in range(50)]
    assert done == list(range(50))
    with pytest.raises(ZeroDivisionError):
        hands.submit(lambda: 1 // 0).result(10)
    assert hands.submit(lambda: threading.current_thread().daemon).result(10)


def test_what_waits_can_be_cancelled() -> None:
    hands, may = Hands("test"), threading.Event()
    first, second = hands.submit(lambda: may.wait(PATIENCE)), hands.submit(lambda: 2)
    assert second.cancel()
    may.set()
    assert first.result(10)
    assert hands.finish(10)


def test_what_hangs_is_left_alone_and_ends_when_it_can() -> None:
    hands, may = Hands("test"), threading.Event()
    hanging = hands.submit(lambda: may.wait(PATIENCE) and threading.current_thread())
    waiting = hands.submit(lambda: "done")
    assert not hands.finish(0.05)
    hands.renew()
    assert waiting.result(10) == "done"
    may.set()
    thread = hanging.result(10)
    assert isinstance(thread, threading.Thread)
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert hands.submit(lambda: 1).result(10) == 1


def test_threads_end_with_their_owner_and_hold_nothing() -> None:
    hands = Hands("test", 2)
    threads = {hands.submit(threading.current_thread).result(10) for _ in range(4)}

    class Thing:
        pass

    thing = Thing()
    kept = weakref.ref(thing)
    hands.submit(lambda thing=thing: None).result(10)
    del thing
    gc.collect()
    assert kept() is None, "the thread, which waits for more, holds what it did last"
    del hands
    gc.collect()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_a_program_ends_though_its_work_hangs(tmp_path: object) -> None:
    os.mkfifo(f"{tmp_path}/fifo")
    script = f"""
import threading
from cnn_desktop.gui.kit.hands import Hands
begun = threading.Event()
Hands("test").submit(lambda: (begun.set(), open({str(tmp_path)!r} + "/fifo")))
begun.wait()
"""
    assert subprocess.run([sys.executable, "-c", script], timeout=20, check=False).returncode == 0
