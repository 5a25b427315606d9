"""Copies of photos by their pixels, whatever files they come in; only those that may be copies are decoded in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

import numpy as np

from cnn_desktop.dataset.checks.look import Look
from cnn_desktop.dataset.checks.looks import Looks, over_all
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.message import say

_BRIGHTNESS, _BITS = 1.5, 10
"""By so much two reduced decodings of one picture may differ, in levels of 256 and in bits of its hash. (A JPEG is decoded at
an eighth, the PNG made of it in full and then reduced.)"""


def pixel_copies(
    files: Sequence[Path], seen: Sequence[Look], looks: Looks, control: Control
) -> Generator[Event, None, list[list[int]]]:
    """Groups of places in `files` whose photos are equal to the last pixel. Raises StopRequested."""
    pixels = [look.pixels for look in seen]
    wanted = _may_be_copies(seen, control)
    if wanted:
        doing = say("Comparing the photos")
        found = yield from over_all(
            lambda place: looks.pixels_of(files[place], seen[place]), wanted, doing, looks, control
        )
        for place, sha in zip(wanted, found, strict=True):
            pixels[place] = sha
    same: dict[bytes, list[int]] = defaultdict(list)
    for place, sha in enumerate(pixels):
        if sha:
            same[sha].append(place)
    return [group for group in same.values() if len(group) > 1]


def joined(groups: Iterable[Iterable[int]]) -> list[list[int]]:
    """Groups that share a member made one; only of what is equal, since what is alike would be chained."""
    group_of: dict[int, list[int]] = {}
    for group in groups:
        members = list(dict.fromkeys(one for place in group for one in group_of.get(place, [place])))
        group_of |= dict.fromkeys(members, members)
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())


def _may_be_copies(seen: Sequence[Look], control: Control) -> list[int]:
    """Places of photos that were decoded at a smaller size and look like another one of their size."""
    by_size: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, look in enumerate(seen):
        by_size[look.width, look.height].append(place)
    wanted: set[int] = set()
    for places in by_size.values():
        if len(places) < 2 or all(seen[place].pixels for place in places):
            continue
        places.sort(key=lambda place: seen[place].mean)
        means = np.array([seen[place].mean for place in places])
        hashes = np.array([seen[place].hash for place in places], np.uint64)
        ends = np.searchsorted(means, means + _BRIGHTNESS, "right")
        for number, end in enumerate(ends.tolist()):
            control.stop_if_asked()
            near = np.bitwise_count(hashes[number + 1 : end] ^ hashes[number]) <= _BITS
            if near.any():
                wanted.update(places[number + 1 + int(other)] for other in np.flatnonzero(near))
                wanted.add(places[number])
    return sorted(place for place in wanted if not seen[place].pixels)
