"""Which parts of a photo a class's probability hangs on: a grey square is laid on one part after the other.

Zeiler & Fergus 2014, "Visualizing and Understanding Convolutional Networks", section 4.2. It works for every model.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Generator
from typing import NamedTuple

import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.pace import Ticker
from cnn_desktop.learning.training.validate import photos_at_a_time
from cnn_desktop.learning.tuning.device import true_float32

_PARTS = 7
"""Squares side by side in a photo."""
_OVERLAP = 2
"""Each moved by its side over this."""


class Falls(NamedTuple):
    """What covering parts of a photo does to the probability of a class."""

    places: torch.Tensor
    """float32 [S, S] on the CPU: by how much it falls, in the mean of the squares over a place; 0 where it does not."""
    before: float
    """The probability with nothing covered."""
    lowest: float
    """With the square covered that lowers it most; `before` where none does."""


def occlusion(net: Net, photo: torch.Tensor, index: int, control: Control) -> Generator[Event, None, Falls]:
    """Of class `index`. `photo`: [1, 3, S, S], normalised, looked at one way round; 0 is its mean grey. Yields Progress.

    Raises StopRequested.
    """
    size, device = photo.shape[-1], photo.device.type
    side = max(1, round(size / _PARTS))
    step = max(1, side // _OVERLAP)
    starts = [*range(0, size - side, step), size - side]
    squares = list(itertools.product(starts, starts))
    falls, covered = torch.zeros(size, size), torch.zeros(size, size)
    (before,) = _probabilities(net, photo, index)
    lowest = before
    ticker, began = Ticker(), time.monotonic()
    for first in range(0, len(squares), photos_at_a_time(device)):
        control.stop_if_asked()
        some = squares[first : first + photos_at_a_time(device)]
        batch = photo.repeat(len(some), 1, 1, 1).contiguous(memory_format=torch.channels_last)  # in half the time
        for one, (top, left) in zip(batch, some, strict=True):
            one[:, top : top + side, left : left + side] = 0
        for (top, left), after in zip(some, _probabilities(net, batch, index), strict=True):
            lowest = min(lowest, after)
            falls[top : top + side, left : left + side] += before - after
            covered[top : top + side, left : left + side] += 1
        if ticker.due():
            ticker.restart()
            doing = say("Covering one part of the photo after the other")
            yield Progress.after(time.monotonic() - began, doing, first + len(some), len(squares))
    return Falls((falls / covered).relu(), before, lowest)


def _probabilities(net: Net, photos: torch.Tensor, index: int) -> list[float]:
    net.module.eval()
    with torch.inference_mode(), true_float32():
        shares: list[float] = net.module.forward(photos).softmax(1)[:, index].tolist()
    return shares
