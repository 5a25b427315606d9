"""Which photos train, which check the training, which test the result: by a hash of each photo's path.

A photo's place depends on its own path alone, so it is the same on every computer and photos added later do not move
the others. Chance makes small classes lopsided; there the counts are kept within half and one and a half times their
share (and at least one photo), for which a photo near the border may change sides when such a class grows. A project
remembers its splits, so there not even that happens.
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
        least, most = _bounds(len(numbers), share, needed)
        left = [number for number in free if splits[number] is None]
        wished = [number for number in left if low <= places[number][0] < low + share]
        others = [number for number in left if not low <= places[number][0] < low + share]
        count = max(0, min(max(len(wished), least - has), most - has))
        for number in (wished + others)[:count]:
            splits[number] = split
        low += share
    for number in free:
        splits[number] = splits[number] or "train"


def _bounds(n: int, share: float, needed: int) -> tuple[int, int]:
    """Fewest and most photos a class of `n` gives to a split of `share`."""
    if share <= 0 or n < needed:
        return 0, 0
    return max(1, math.floor(n * share / 2)), max(1, math.floor(n * share * 1.5))
