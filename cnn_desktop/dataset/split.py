"""Which photos train, which check the training, which test the result: stratified, by a hash of each photo's path.

Every class gives each split its share, to the photo. Which photos these are depends on the seed and on their paths alone,
so the split is the same on every computer. A photo that has a split keeps it: a project remembers its splits, and photos
added later only fill up the shares.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from cnn_desktop.domain.photos import Photo, Split

SHARES = (0.70, 0.15, 0.15)
"""Train, validation, test."""

Place = tuple[float, str, str]


def assign_splits(photos: Iterable[Photo], seed: int = 0, shares: tuple[float, float, float] = SHARES) -> list[Photo]:
    """The photos, each with a split, in their order; a photo that has one keeps it.

    Each class is split for itself. Of 3 photos and more at least one validates and one tests; of 2 one validates; a
    single one trains. A share of 0 means that split gets none.
    """
    photos = list(photos)
    places = [_place(photo, seed) for photo in photos]
    of_class: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(photos)), key=places.__getitem__):
        of_class[photos[number].label].append(number)
    splits = [photo.split for photo in photos]
    for numbers in of_class.values():
        _split_class(numbers, places, shares, splits)
    return [
        photo if photo.split is not None else msgspec.structs.replace(photo, split=split)
        for photo, split in zip(photos, splits, strict=True)
    ]


def _place(photo: Photo, seed: int) -> Place:
    """A number in 0..1 that is the photo's own; path and root decide between equals."""
    path = unicodedata.normalize("NFC", photo.path)
    digest = hashlib.blake2b(f"{seed}/{path}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64, path, photo.root


def _split_class(
    numbers: list[int], places: list[Place], shares: tuple[float, float, float], splits: list[Split | None]
) -> None:
    """Fills `splits` for the photos `numbers` of one class, given in order of their place."""
    free = [number for number in numbers if splits[number] is None]
    low = 0.0
    later: tuple[tuple[Split, float, int], ...] = (("test", shares[2], 3), ("val", shares[1], 2))
    for split, share, needed in later:
        has = sum(splits[number] == split for number in numbers)
        left = [number for number in free if splits[number] is None]
        left.sort(key=lambda number: not low <= places[number][0] < low + share)  # those whose place it is come first
        for number in left[: max(0, _count(len(numbers), share, needed) - has)]:
            splits[number] = split
        low += share
    for number in free:
        splits[number] = splits[number] or "train"


def _count(n: int, share: float, needed: int) -> int:
    """How many of a class's `n` photos belong to a split of `share`; it needs `needed` to give one away."""
    if share <= 0 or n < needed:
        return 0
    return max(1, math.floor(n * share + 0.5))
