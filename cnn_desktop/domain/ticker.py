"""When it is time to tell how far a job is: ten times a second, and at its end."""

from __future__ import annotations

import time

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import Message

TICK = 0.1
"""Seconds between two progress events."""


class Ticker:
    """Of a job that does `total` things, and begins now."""

    def __init__(self, total: int) -> None:
        self._total, self._began = total, time.monotonic()
        self._last = self._began

    def is_due(self, done: int) -> bool:
        """`done` things are done: whether that is told."""
        return time.monotonic() - self._last >= TICK or done == self._total

    def told(self, doing: Message, done: int) -> Progress:
        """What is told; the next is due later."""
        self._last = time.monotonic()
        return Progress.after(self._last - self._began, doing, done, self._total)
