"""The clock of a job: sums kept on the device and fetched ten times a second, progress as often, and pauses."""

from __future__ import annotations

import math
import time
from collections.abc import Generator

import msgspec
import torch
from torch import nn

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Paused, Resumed

TICK = 0.1
"""Seconds between two progress events at least."""


class Totals(msgspec.Struct, frozen=True):
    """Sums over `count` photos, on the computer's own side."""

    loss: float = 0.0
    right: float = 0.0
    count: int = 0
    broken: bool = False
    """True when a loss was not a number: nothing counts as right then."""

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.loss + other.loss, self.right + other.right, self.count + other.count, self.broken or other.broken
        )

    @property
    def mean_loss(self) -> float | None:
        """None when it is not a number."""
        return None if self.broken or not self.count else self.loss / self.count

    @property
    def accuracy(self) -> float:
        return self.right / max(self.count, 1)


class Sums:
    """Sums of loss and right answers on the device; adding waits for nothing.

    The loss is the plain cross-entropy of training and validation photos alike, whatever a phase learns by.
    """

    def __init__(self, device: str) -> None:
        self._sums = torch.zeros(2, dtype=torch.float32 if device == "mps" else torch.float64, device=device)
        self._count = 0

    def add(self, logits: torch.Tensor, labels: torch.Tensor) -> None:
        """`logits` [B, classes], `labels` [B]."""
        logits = logits.detach()
        loss = nn.functional.cross_entropy(logits, labels) * len(labels)
        right = (logits.argmax(1) == labels).sum()
        self._sums += torch.stack((loss, right)).to(self._sums.dtype)
        self._count += len(labels)

    def take(self) -> Totals:
        """Fetches the sums, which waits for the device, and starts again from zero."""
        loss, right = self._sums.tolist()
        count, self._count = self._count, 0
        self._sums.zero_()
        broken = not math.isfinite(loss)
        return Totals(0.0, 0.0, count, broken) if broken else Totals(loss, right, count)


class Ticker:
    """Says when it is time for the next progress event."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def due(self) -> bool:
        return time.monotonic() - self._last >= TICK

    def restart(self) -> float:
        """Seconds since the last restart."""
        now = time.monotonic()
        passed, self._last = now - self._last, now
        return max(passed, 1e-9)


def hold(control: Control) -> Generator[Event, None, float]:
    """Waits while the job is paused; returns the seconds it took."""
    if not control.paused:
        return 0.0
    began = time.monotonic()
    yield Paused()
    control.wait_while_paused()
    if not control.stopping:
        yield Resumed()
    return time.monotonic() - began
