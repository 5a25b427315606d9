"""Photos that belong together and lie in two parts: what one of them teaches makes the answer for the other worth nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cnn_desktop.domain.photos import SPLITS, Photo
from cnn_desktop.domain.split_plan import Leak, Side


def leaks(photos: Sequence[Photo], clusters: Iterable[Sequence[int]]) -> Iterator[Leak]:
    """One pair for each photo that has company in another part; `clusters`: row numbers of photos that belong together.

    The other one of a pair is the first of its cluster in training, else in validation: pairs name every photo that may
    have to move, without naming each against each.
    """
    for cluster in clusters:
        sides = [_side(photos[row]) for split in SPLITS for row in cluster if photos[row].split == split]
        for side in sides:
            if side.split != sides[0].split:
                yield Leak(sides[0], side)


def _side(photo: Photo) -> Side:
    assert photo.split is not None
    return Side(photo.path, photo.root, photo.split)
