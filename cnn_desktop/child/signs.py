"""The child's signs of life: while it comes up or has a job it says so every few seconds, however long one step may take."""

from __future__ import annotations

import threading
from collections.abc import Callable

from cnn_desktop.child.queue import Outbox
from cnn_desktop.domain.events import Alive

EVERY = 10.0
"""Seconds; the window wonders after a minute without any (`gui.children.silence`)."""


class SignsOfLife:
    """A thread that ends with the process. One that is held (SIGSTOP), or hangs with Python's lock, is silent."""

    def __init__(self, out: Outbox, every: float = EVERY) -> None:
        self.is_busy: Callable[[], bool] = lambda: True
        """Whether there is anything to do: the child comes up first."""
        self._out, self._every, self._clock = out, every, threading.Event()
        threading.Thread(target=self._tell, name="signs of life", daemon=True).start()

    def _tell(self) -> None:
        while not self._clock.wait(self._every):
            if self.is_busy():
                self._out.send(Alive())

    def end(self) -> None:
        """None any more."""
        self._clock.set()
