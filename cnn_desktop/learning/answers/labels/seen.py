"""What backbones see in the photos whose labels are checked, in numbers that a million photos have room for."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np

from cnn_desktop.domain.catalog import find_architecture, title_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import Tones
from cnn_desktop.learning.features.backbones import Seen, features_of
from cnn_desktop.learning.features.reader import READING
from cnn_desktop.learning.models.weights import find_weights

_MOST_WHOLE = 200_000
"""Of more photos, fewer numbers are kept from the start."""
_FEWER = 512


def usable(backbones: Sequence[str]) -> tuple[tuple[str, ...], list[Message]]:
    """Those whose weights are on this computer, and a sentence for each other. Raises the error of the last one when none is left."""
    found, missing = list[str](), list[Message]()
    problem: DataError | UsageError | None = None
    for name in backbones:
        try:
            if find_architecture(name) is None or find_weights(name, "auto") is None:
                raise UsageError(
                    "There are no pretrained weights for {model}. Choose another model.", model=title_of(name)
                )
            found.append(name)
        except (DataError, UsageError) as error:
            problem = error
            missing.append(
                say("The photos were not compared by {model}: its weights are missing.", model=title_of(name))
            )
    if not found and problem is not None:
        raise problem
    return tuple(found), missing


def see(
    files: Sequence[Path], backbones: Sequence[str], tones: Tones, device: str, control: Control
) -> Generator[Event, None, Seen]:
    """Yields Progress, Warned, and a Skipped for each photo that cannot be read. Raises DataError, StopRequested."""
    return (
        yield from features_of(
            files, backbones, tones, device, control, READING, lambda rows: smaller(rows, len(files))
        )
    )


def smaller(rows: np.ndarray, photos: int) -> np.ndarray:
    """What is kept of `rows`, float32 [n, D], where there are so many `photos` in all: float16 [n, at most D]."""
    if photos > _MOST_WHOLE and rows.shape[1] > _FEWER:
        directions = np.random.default_rng(0).standard_normal((rows.shape[1], _FEWER), np.float32)
        rows = rows @ (directions / _FEWER**0.5)
    return np.clip(rows, -65504, 65504).astype(np.float16)
