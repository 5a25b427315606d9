"""Finds photos that show parts of one another: those in which a backbone sees much the same, laid on each other.

No hash of the whole photo finds a crop. The backbone is the one that comes with the app; what it sees is kept in the cache
of features, so a second time, or after Stop, only new photos are read.
"""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np

from cnn_desktop.dataset.checks.align import Alignment, align, shrunk
from cnn_desktop.dataset.checks.near import groups
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, decoded
from cnn_desktop.domain.catalog import DEFAULT_MODEL
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.crops import Overlap, Overlaps, save_overlaps
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.jobs.find_crops import CropsFound, FindCrops
from cnn_desktop.domain.message import say
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.tones import OWN, Tones
from cnn_desktop.learning.features.backbones import features_of
from cnn_desktop.learning.training.pace import Ticker, hold
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.tuning.device import choose_device

ALIKE = 0.7
"""Cosine of the features from which on two photos are laid on each other; of a 90 % crop it is 0.86 and more."""
NEIGHBOURS = 10
"""A photo is laid on at most so many others, the most alike."""
_IMAGE_SIZE = 224
_DIRECTIONS = 256
"""Random directions that features are kept in, so that a million photos take half a gigabyte: a cosine changes by 0.03."""
_AT_A_TIME, _ROWS = 8192, 512
"""Photos whose features are read together; rows of a table of cosines."""
_SMALL_KEPT = 4096
"""Small pictures kept for the next comparison: 80 MB."""
_AHEAD = 4

Pair = tuple[int, int]


def find_crops(job: FindCrops, control: Control) -> Generator[Event, None, None]:
    """Compares the photos of `job`: Progress, a Skipped for each that cannot be read, at last CropsFound.

    Raises DataError, UsageError (an unknown device), StopRequested.
    """
    scan = load_scan(Path(job.photos))
    files = [scan.file(photo) for photo in scan.photos]
    tones = OWN if scan.tones is None else scan.tones
    pairs = yield from overlaps(files, tones, choose_device(job.device).device, control)
    found = Overlaps(pairs, grouped(len(files), pairs))
    save_overlaps(found, Path(job.result))
    yield CropsFound(job.result, photos=sum(map(len, found.groups)), groups=len(found.groups))


def overlaps(
    files: Sequence[Path], tones: Tones, device: str, control: Control
) -> Generator[Event, None, list[Overlap]]:
    """The pairs of photos of which one shows a part of the other, sorted. Raises DataError, StopRequested."""
    features = yield from _features(files, tones, device, control)
    pairs = yield from _candidates(features, control)
    return (yield from _laid(files, pairs, tones, control))


def grouped(photos: int, pairs: Sequence[Overlap]) -> list[list[int]]:
    """Groups of two and more photos that overlap with one of theirs, never a chain."""
    near = [[place] for place in range(photos)]
    for pair in pairs:
        near[pair.one].append(pair.other)
        near[pair.other].append(pair.one)
    return groups(photos, lambda place: np.array(sorted(near[place])))


def _features(files: Sequence[Path], tones: Tones, device: str, control: Control) -> Generator[Event, None, np.ndarray]:
    """float16 [N, directions], each of length 1; zeros for a photo that cannot be read."""
    found = yield from features_of(files, [DEFAULT_MODEL], tones, device, control, smaller=_in_directions)
    return found.parts[0]


def _in_directions(rows: np.ndarray) -> np.ndarray:
    """float32 [N, numbers] → float16 [N, directions], each of length 1."""
    rows = rows @ _directions(rows.shape[1])
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float16)


def _directions(numbers: int) -> np.ndarray:
    """float32 [numbers, directions], the same each time."""
    return np.random.default_rng(0).standard_normal((numbers, _DIRECTIONS), np.float32)


def _candidates(features: np.ndarray, control: Control) -> Generator[Event, None, list[Pair]]:
    """Pairs (smaller place first, sorted) of the photos in which much the same is seen."""
    pairs, ticker, began = set[Pair](), Ticker(), time.monotonic()
    for start in range(0, len(features), _ROWS):
        rows = features[start : start + _ROWS].astype(np.float32)
        best = np.empty((len(rows), 0), np.float32)
        places = np.empty((len(rows), 0), np.int64)
        for column in range(0, len(features), _AT_A_TIME):
            began += yield from hold(control)
            control.stop_if_asked()
            cosines = rows @ features[column : column + _AT_A_TIME].astype(np.float32).T
            own = np.arange(start, start + len(rows)) - column
            inside = (own >= 0) & (own < cosines.shape[1])
            cosines[np.flatnonzero(inside), own[inside]] = -1
            best, places = _largest(
                np.hstack((best, cosines)),
                np.hstack((places, np.broadcast_to(np.arange(cosines.shape[1]) + column, cosines.shape))),
            )
            if ticker.due():
                ticker.restart()
                doing = say("Comparing your photos")
                yield Progress.after(time.monotonic() - began, doing, start, len(features))
        for row, place in zip(*np.nonzero(best >= ALIKE), strict=True):
            one, other = start + int(row), int(places[row, place])
            pairs.add((min(one, other), max(one, other)))
    return sorted(pairs)


def _largest(values: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each row the `NEIGHBOURS` largest values, and their places."""
    if values.shape[1] <= NEIGHBOURS:
        return values, places
    chosen = np.argpartition(-values, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
    return np.take_along_axis(values, chosen, 1), np.take_along_axis(places, chosen, 1)


def _laid(
    files: Sequence[Path], pairs: Sequence[Pair], tones: Tones, control: Control
) -> Generator[Event, None, list[Overlap]]:
    """Those of `pairs` of which one really shows a part of the other."""
    ticker, began, found = Ticker(), time.monotonic(), list[Overlap]()
    for done, ((one, other), alignment) in enumerate(_alignments(files, pairs, tones), 1):
        if alignment is not None:
            found.append(Overlap(one, other, alignment.score, alignment.share, alignment.mirrored))
        began += yield from hold(control)
        control.stop_if_asked()
        if ticker.due() or done == len(pairs):
            ticker.restart()
            doing = say("Comparing pairs of photos that look alike")
            yield Progress.after(time.monotonic() - began, doing, done, len(pairs))
    return found


def _alignments(files: Sequence[Path], pairs: Sequence[Pair], tones: Tones) -> Iterator[tuple[Pair, Alignment | None]]:
    """In the order of `pairs`, on all cores, a few ahead."""

    @lru_cache(_SMALL_KEPT)
    def picture(place: int) -> np.ndarray:
        with decoded(files[place], side=_IMAGE_SIZE, tones=tones) as photo:
            return shrunk(photo)

    def compare(pair: Pair) -> Alignment | None:
        try:
            return align(picture(pair[0]), picture(pair[1]))
        except UnreadablePhoto:  # it has gone meanwhile; the next check says so
            return None

    pool = ThreadPoolExecutor(decode_threads(), "align")
    pending, upcoming = deque[Future[Alignment | None]](), iter(pairs)
    try:
        for pair in pairs:
            ahead = _AHEAD * decode_threads() - len(pending)
            pending.extend(pool.submit(compare, one) for one in itertools.islice(upcoming, ahead))
            yield pair, pending.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
