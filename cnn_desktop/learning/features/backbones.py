"""What pretrained backbones see in photos, several of them side by side, each by way of the cache of features.

What a training has seen at the same size is found here, and the other way round; after Stop only what is missing is read.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from cnn_desktop.domain.catalog import size_for
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.estimate import look_seconds
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.tones import Tones
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.reader import PLAIN, READING, FeatureReader, trunk_sha256
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.weights import find_weights, load_weights
from cnn_desktop.learning.training.run_photos import decode_threads

_AT_A_TIME = 8192
"""Photos whose features are in memory before they are made smaller."""

Smaller = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Seen:
    """What backbones see in some photos."""

    parts: tuple[np.ndarray, ...]
    """Of each backbone float32 (or as `smaller` makes it) [photos, numbers]; zeros where `readable` is False."""
    readable: np.ndarray
    """bool [photos]; False for those a Skipped was told of."""

    def side_by_side(self) -> np.ndarray:
        """[photos, numbers of all backbones]; a copy when there are several."""
        return self.parts[0] if len(self.parts) == 1 else np.concatenate(self.parts, axis=1)


def features_of(
    files: Sequence[Path],
    backbones: Sequence[str],
    tones: Tones,
    device: str,
    control: Control,
    doing: Message = READING,
    smaller: Smaller = np.asarray,
) -> Generator[Event, None, Seen]:
    """What each of `backbones` (names of the table of models) with its pretrained weights sees before its head.

    Photos are prepared as `Preprocess` says, at the size the weights are for. `smaller`: [n, numbers] float32 of one backbone
    → what is kept of it, [n, fewer], row by row. Tells Progress over all backbones (weighted by how long they take; none while all
    is found in the cache at once), once a Skipped for each photo that cannot be read, and Warned. Pauses and stops between photos. Raises
    StopRequested, with what was read kept in the cache; DataError where weights are not on this computer; UsageError.
    """
    cores = decode_threads()
    bar = _Bar(doing, len(files), {name: look_seconds(name, device, cores) for name in backbones})
    readable, parts = np.ones(len(files), bool), list[np.ndarray]()
    for name in backbones:
        control.stop_if_asked()
        parts.append((yield from _one(files, name, tones, device, control, smaller, readable, bar)))
    for part in parts:
        part[~readable] = 0  # also what one backbone saw before a photo went away
    return Seen(tuple(parts), readable)


class _Bar:
    """One bar for several backbones, in photos: each counts for as much of it as it is expected to take."""

    def __init__(self, doing: Message, photos: int, seconds: Mapping[str, float]) -> None:
        self._doing, self._photos = doing, photos
        self._share = {name: cost / sum(seconds.values()) for name, cost in seconds.items()}
        self._done = dict.fromkeys(seconds, 0.0)
        self._spent = 0.0

    def after(self, name: str, start: int, told: Progress) -> Progress:
        """`told` of a part of the photos, from `start` on, as it stands in the whole."""
        self._done[name] = start + told.done
        seconds = self._spent + told.done / max(told.per_second, 1e-9)
        done = sum(self._share[one] * count for one, count in self._done.items())
        return Progress.after(seconds, self._doing, min(self._photos, round(done)), self._photos)

    def finish(self, name: str, end: int, seconds: float) -> None:
        """The photos before `end` have been through `name`, the last part of them in so many `seconds`."""
        self._done[name] = end
        self._spent += seconds


def _one(
    files: Sequence[Path], name: str, tones: Tones, device: str, control: Control, smaller: Smaller,
    readable: np.ndarray, bar: _Bar,
) -> Generator[Event, None, np.ndarray]:  # fmt: skip
    """[photos, numbers] of one backbone. In `readable` the photos become False that cannot be read."""
    if not files:
        return np.zeros((0, 0), np.float32)
    reader = pretrained_reader(name, tones, device, len(files), control)
    kept: np.ndarray | None = None
    for start in range(0, len(files), _AT_A_TIME):
        some, skipped = files[start : start + _AT_A_TIME], list[Skipped]()

        def on_skip(place: int, reason: Message, start: int = start, skipped: list[Skipped] = skipped) -> None:
            if readable[start + place]:
                skipped.append(Skipped(path=str(files[start + place]), reason=reason))
            readable[start + place] = False

        reading = reader.read(some, [PLAIN], on_skip, control, READING)
        while True:
            try:
                event = next(reading)
            except StopIteration as end:
                found = end.value
                break
            yield bar.after(name, start, event) if isinstance(event, Progress) else event
        yield from skipped
        bar.finish(name, start + len(some), found.seconds)
        if found.readable.any():
            rows = smaller(found.rows[0].reshape(len(some), -1))
            kept = np.zeros((len(files), rows.shape[1]), rows.dtype) if kept is None else kept
            kept[start : start + len(some)] = rows
    return np.zeros((len(files), 0), np.float32) if kept is None else kept


def pretrained_reader(name: str, tones: Tones, device: str, photos: int, control: Control) -> FeatureReader:
    """Reads what reaches the head of `name` with its pretrained weights, by the quickest engine for so many `photos`.

    Raises DataError where the weights are not on this computer, UsageError, StopRequested.
    """
    size = size_for(name)
    weights = find_weights(name, "auto")
    net = build(name, 2, size, load_weights(weights, size) if weights is not None else None)
    net.preprocess = msgspec.structs.replace(net.preprocess, tones=tones)
    net.module.to(device)
    cut, threads = head_cut(net), decode_threads()
    digest = trunk_sha256(cut)
    engine, _ = choose_engine(cut, device, digest, threads, photos, control)
    return FeatureReader(cut, engine, digest, threads)
