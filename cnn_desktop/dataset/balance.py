"""What evens out classes of different sizes: how much a photo of each weighs, or how often each is shown. From labels alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def class_weights(labels: Sequence[int]) -> np.ndarray:
    """float32 [largest label + 1]: by how much the loss of a photo of each class counts.

    In inverse proportion to the photos of its class, so that all classes weigh the same and the photos 1 on average.
    A class without photos gets 1.
    """
    counts = np.bincount(np.asarray(labels, np.int64))
    even = len(labels) / max(int(np.count_nonzero(counts)), 1)
    return np.where(counts > 0, even / np.maximum(counts, 1), 1).astype(np.float32)


def photos_of_epoch(labels: Sequence[int], balanced: bool, seed: int, epoch: int) -> np.ndarray:
    """int64 [N]: the photos that an epoch shows, by their places in `labels`: each once, or `balanced`.

    Balanced there are equally many of each class: numbers differ by one where the classes do not divide N. Photos of a
    small class are shown several times, none of them more than once more often than another; of a large class some are
    left out, others in each epoch.
    """
    count = len(labels)
    if not (balanced and count):
        return np.arange(count)
    rng = np.random.default_rng((seed, epoch, 3))
    numbers = np.asarray(labels, np.int64)
    classes = rng.permutation(np.unique(numbers))
    shown = []
    for place, number in enumerate(classes):
        photos = np.flatnonzero(numbers == number)
        wanted = count // len(classes) + (place < count % len(classes))
        rounds = [rng.permutation(photos) for _ in range(-(-wanted // len(photos)))]
        shown.append(np.concatenate(rounds)[:wanted])
    return np.concatenate(shown)
