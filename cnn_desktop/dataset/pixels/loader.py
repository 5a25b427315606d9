"""Batches of photos: threads read ahead, the order and the pixels are the same however they are scheduled."""

from __future__ import annotations

import itertools
import math
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from cnn_desktop.dataset.pixels.source import PixelSource
from cnn_desktop.domain.message import Message

OnSkip = Callable[[int, Message], None]


@dataclass(frozen=True)
class Batch:
    """Photos of one step, in the order asked for."""

    pixels: np.ndarray
    """uint8 [B, S, S, 3]."""
    labels: np.ndarray
    """int64 [B]."""
    indices: list[int]
    """Places of the photos in the source."""
    number: int
    """Its place in the epoch, from 0 (of the last one, where batches were joined). Go on with `first_batch=number+1`."""


@dataclass
class _Pending:
    number: int
    indices: list[int]
    pixels: np.ndarray
    results: list[Future[list[Message | None]]]
    """A part of the batch each."""


def plan_batches(order: Sequence[int], batch_size: int) -> list[list[int]]:
    """`order` cut into batches; a last batch of one joins the one before it (BatchNorm needs two photos)."""
    batches = [list(order[start : start + batch_size]) for start in range(0, len(order), batch_size)]
    if batch_size > 1 and len(batches) > 1 and len(batches[-1]) == 1:
        batches[-2:] = [batches[-2] + batches[-1]]
    return batches


def load_batches(
    source: PixelSource,
    labels: Sequence[int] | np.ndarray,
    order: Sequence[int],
    batch_size: int,
    threads: int,
    on_skip: OnSkip,
    first_batch: int = 0,
) -> Generator[Batch, None, None]:
    """Yields the photos `order` (places in `labels`), `batch_size` at a time, from batch `first_batch` on.

    Photos are read by `threads` threads, a few batches ahead; closing the generator ends them. A photo that cannot be
    read is told to `on_skip(index, reason)`, in this thread, and is missing from its batch. A batch left with one
    photo joins its neighbour, unless `batch_size` is 1.
    """
    plan = plan_batches(order, batch_size)
    ahead = max(3, math.ceil(2 * threads / batch_size))
    pool = ThreadPoolExecutor(max(1, threads), "decode")
    closing = threading.Event()

    def read(indices: list[int], into: np.ndarray) -> list[Message | None]:
        results: list[Message | None] = []
        for place, index in enumerate(indices):
            if closing.is_set():
                break
            results.append(source.read(index, into[place]))
        return results

    def begin(number: int) -> _Pending:
        # A task for each thread and not for each photo: photos that are in the store take 20 µs, a task as long.
        indices = plan[number]
        pixels = np.empty((len(indices), source.side, source.side, 3), np.uint8)
        share = math.ceil(len(indices) / max(1, threads))
        parts = range(0, len(indices), share)
        results = [pool.submit(read, indices[at : at + share], pixels[at : at + share]) for at in parts]
        return _Pending(number, indices, pixels, results)

    def decoded() -> Iterator[Batch]:
        pending: deque[_Pending] = deque()
        upcoming = iter(range(first_batch, len(plan)))
        while True:
            while len(pending) < ahead and (number := next(upcoming, None)) is not None:
                pending.append(begin(number))
            if not pending:
                return
            batch = _finish(pending.popleft(), labels, on_skip)
            if batch.indices:
                yield batch

    try:
        yield from decoded() if batch_size == 1 else _join_lone(decoded())
    finally:
        closing.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _finish(pending: _Pending, labels: Sequence[int] | np.ndarray, on_skip: OnSkip) -> Batch:
    """Waits for a batch's photos and leaves out those that could not be read."""
    kept = []
    reasons = itertools.chain.from_iterable(result.result() for result in pending.results)
    for place, reason in enumerate(reasons):
        if reason is None:
            kept.append(place)
        else:
            on_skip(pending.indices[place], reason)
    indices = [pending.indices[place] for place in kept]
    pixels = pending.pixels if len(kept) == len(pending.indices) else pending.pixels[kept]
    return Batch(pixels, np.array([labels[index] for index in indices], np.int64), indices, pending.number)


def _join_lone(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Joins a batch of one photo to the one before it (or, at the start, after it)."""
    held: Batch | None = None
    for batch in batches:
        if held is None:
            held = batch
        elif len(batch.indices) == 1 or len(held.indices) == 1:
            held = Batch(
                np.concatenate((held.pixels, batch.pixels)),
                np.concatenate((held.labels, batch.labels)),
                held.indices + batch.indices,
                batch.number,
            )
        else:
            yield held
            held = batch
    if held is not None:
        yield held
