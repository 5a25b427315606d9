"""Batches of decoded photos: threads decode ahead, the order and the pixels are the same however they are scheduled."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cnn_desktop.dataset.augment import augment, photo_rng
from cnn_desktop.dataset.decode import UnreadablePhoto, open_photo
from cnn_desktop.dataset.preprocess import Preprocess
from cnn_desktop.domain.config import Augmentation
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
    """Places of the photos in `files`."""
    number: int
    """Its place in the epoch, from 0 (of the last one, where batches were joined). Go on with `first_batch=number+1`."""


@dataclass
class _Pending:
    number: int
    indices: list[int]
    pixels: np.ndarray
    results: list[Future[Message | None]]


def plan_batches(order: Sequence[int], batch_size: int) -> list[list[int]]:
    """`order` cut into batches; a last batch of one joins the one before it (BatchNorm needs two photos)."""
    batches = [list(order[start : start + batch_size]) for start in range(0, len(order), batch_size)]
    if batch_size > 1 and len(batches) > 1 and len(batches[-1]) == 1:
        lone = batches.pop()
        batches[-1] += lone
    return batches


def load_batches(
    files: Sequence[Path | str],
    labels: Sequence[int],
    order: Sequence[int],
    batch_size: int,
    preprocess: Preprocess,
    augmentation: Augmentation | None,
    seed: int,
    epoch: int,
    threads: int,
    on_skip: OnSkip,
    first_batch: int = 0,
    reduced: bool = False,
) -> Iterator[Batch]:
    """Yields the photos `order` (places in `files`), `batch_size` at a time, from batch `first_batch` on.

    Photos are decoded by `threads` threads, a few batches ahead; closing the generator ends them. A photo that
    cannot be read is told to `on_skip(index, reason)`, in this thread, and is missing from its batch. A batch left
    with one photo joins its neighbour, unless `batch_size` is 1. `reduced` lets JPEGs be decoded smaller (training).
    """
    size = preprocess.image_size

    def decode(index: int, into: np.ndarray) -> Message | None:
        try:
            image = open_photo(files[index], side=2 * size if reduced else None)
        except UnreadablePhoto as error:
            return error.reason
        if augmentation is not None and augmentation.any:
            into[:] = augment(image, augmentation, size, photo_rng(seed, epoch, index))
        else:
            into[:] = preprocess.pixels(image)
        return None

    plan = plan_batches(order, batch_size)
    ahead = max(3, math.ceil(2 * threads / batch_size))
    pool = ThreadPoolExecutor(max(1, threads), "decode")

    def begin(number: int) -> _Pending:
        indices = plan[number]
        pixels = np.empty((len(indices), size, size, 3), np.uint8)
        results = [pool.submit(decode, index, pixels[place]) for place, index in enumerate(indices)]
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
        pool.shutdown(wait=True, cancel_futures=True)


def _finish(pending: _Pending, labels: Sequence[int], on_skip: OnSkip) -> Batch:
    """Waits for a batch's photos and leaves out those that could not be read."""
    kept = []
    for place, result in enumerate(pending.results):
        reason = result.result()
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
