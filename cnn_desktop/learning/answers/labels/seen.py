"""What backbones see in the photos whose labels are checked."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from cnn_desktop.domain.catalog import find_architecture, title_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import Tones
from cnn_desktop.learning.answers.logits import of_part
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.reader import PLAIN, READING, FeatureReader, trunk_sha256
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.run_photos import decode_threads

_AT_A_TIME = 8192
_MOST_WHOLE = 200_000
"""Of more photos, fewer numbers are kept from the start."""
_FEWER = 512
_IMAGE_SIZE = 224


class Seen(NamedTuple):
    """Of N photos."""

    parts: list[np.ndarray]
    """Of each backbone float16 [N, D]; zeros where `readable` is False."""
    readable: np.ndarray
    """bool [N]."""


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
    readable, parts = np.ones(len(files), bool), list[np.ndarray]()
    for name in backbones:
        reader = _reader(name, tones, device, len(files), control)
        kept = np.zeros((len(files), 0), np.float16)
        for start in range(0, len(files), _AT_A_TIME):
            some, skipped = files[start : start + _AT_A_TIME], list[Skipped]()

            def on_skip(place: int, reason: Message, start: int = start, skipped: list[Skipped] = skipped) -> None:
                if readable[start + place]:
                    skipped.append(Skipped(path=str(files[start + place]), reason=reason))
                readable[start + place] = False

            found = yield from of_part(reader.read(some, [PLAIN], on_skip, control, READING), start, len(files))
            yield from skipped
            if found.readable.any():
                rows = smaller(found.rows[0].reshape(len(some), -1), len(files))
                kept = kept if kept.shape[1] else np.zeros((len(files), rows.shape[1]), np.float16)
                kept[start : start + len(some)] = rows
        parts.append(kept)
    return Seen(parts, readable)


def smaller(rows: np.ndarray, photos: int) -> np.ndarray:
    """What is kept of `rows`, float32 [n, D], where there are so many `photos` in all: float16 [n, at most D]."""
    if photos > _MOST_WHOLE and rows.shape[1] > _FEWER:
        directions = np.random.default_rng(0).standard_normal((rows.shape[1], _FEWER), np.float32)
        rows = rows @ (directions / _FEWER**0.5)
    return np.clip(rows, -65504, 65504).astype(np.float16)


def _reader(name: str, tones: Tones, device: str, photos: int, control: Control) -> FeatureReader:
    weights = find_weights(name, "auto")
    assert weights is not None
    net = build(name, 2, _IMAGE_SIZE, load_weights(weights, _IMAGE_SIZE))
    net.preprocess = msgspec.structs.replace(net.preprocess, tones=tones)
    net.module.to(device)
    cut, threads = head_cut(net), decode_threads()
    digest = trunk_sha256(cut)
    engine, _ = choose_engine(cut, device, digest, threads, photos, control)
    return FeatureReader(cut, engine, digest, threads)
