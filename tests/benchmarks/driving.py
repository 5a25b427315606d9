"""What benchmarks of the window share: letting its event loop turn until something is so, and seeing when it did not turn."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypedDict

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QTimerEvent

PATIENCE = 900.0
"""Seconds."""
TICK = 5


class Gaps(TypedDict):
    """The longest time the event loop did not turn, in milliseconds; how often it was more than 100."""

    worst: float
    over: int


def wait(happened: Callable[[], bool], limit: float) -> float:
    """Runs the event loop until something is so, `limit` seconds at most; returns the seconds it took."""
    began, loop, clock = time.perf_counter(), QEventLoop(), QTimer(interval=2)
    clock.timeout.connect(lambda: loop.quit() if happened() or time.perf_counter() - began > limit else None)
    clock.start()
    loop.exec()
    clock.stop()
    return time.perf_counter() - began


def until(happened: Callable[[], bool], limit: float = PATIENCE) -> float:
    """As `wait`, and ends the program when it is not so by then."""
    seen = happened()

    def look() -> bool:
        nonlocal seen
        seen = seen or happened()  # it may be otherwise again a moment later
        return seen

    took = 0.0 if seen else wait(look, limit)
    if not seen:
        sys.exit("It took too long; is this computer busy?")
    return took


def pause(seconds: float) -> None:
    """Lets the window live."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


class Stalls(QObject):
    """How long the event loop ever did not turn."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._gaps = time.perf_counter(), list[float]()
        self.startTimer(2, Qt.TimerType.PreciseTimer)

    def timerEvent(self, event: QTimerEvent) -> None:
        now = time.perf_counter()
        self._gaps.append(1000 * (now - self._last))
        self._last = now

    def taken(self) -> Gaps:
        """Since it was asked last."""
        gaps, self._gaps, self._last = self._gaps, [], time.perf_counter()
        return {"worst": max(gaps, default=0.0), "over": sum(gap > 100 for gap in gaps)}


class StallMeter:
    """How late a timer fires, in milliseconds, and how much of that the window has computed."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.busy: list[float] = []
        self._last = self._computed = 0.0
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK))
        computed = time.thread_time()
        self.busy.append((computed - self._computed) * 1000)
        self._last, self._computed = now, computed

    def start(self) -> None:
        """From now on."""
        self.late, self.busy = [], []
        self._last, self._computed = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> str:
        """What was measured, in words."""
        self._timer.stop()
        late = np.array(self.late or [0.0])
        return (
            f"p50 {np.percentile(late, 50):.1f} ms, p99 {np.percentile(late, 99):.1f} ms, worst {late.max():.1f} ms "
            f"(the window's own computing at most {max(self.busy, default=0.0):.1f} ms)"
        )
