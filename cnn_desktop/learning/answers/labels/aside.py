"""Work that cannot yield, such as a solver's, done in a thread while its job tells how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.training.pace import TICK

T = TypeVar("T")
Step = Callable[[float], object]
"""Told the share that is done, 0..1. Raises StopRequested when the job must end."""


def aside(work: Callable[[Step], T], doing: Message, photos: int, control: Control) -> Generator[Event, None, T]:
    """What `work` returns, or raises; it calls its `Step` often. Yields Progress, as if it did so many
    `photos` one after the other."""
    share, began = 0.0, time.monotonic()

    def step(done: float) -> None:
        nonlocal share
        share = max(share, done)
        control.stop_if_asked()

    with ThreadPoolExecutor(1, "aside") as pool:
        running = pool.submit(work, step)
        try:
            while not wait([running], TICK).done:
                yield Progress.after(time.monotonic() - began, doing, int(share * photos), photos)
        except BaseException:  # whoever asked has gone
            control.stop()
            raise
        return running.result()
