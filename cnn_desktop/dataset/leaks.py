"""Photos that belong together and lie in two parts: what one of them teaches makes the answer for the other worth nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cnn_desktop.dataset.groups import join
from cnn_desktop.domain.photos import SPLITS, Finding, LeakCount, Photo, Split
from cnn_desktop.domain.split_plan import Leak, Side


def leaks(
    photos: Sequence[Photo], clusters: Iterable[Sequence[int]], splits: Sequence[Split | None] | None = None
) -> Iterator[Leak]:
    """One pair for each photo that has company in another part; `clusters`: row numbers of photos that belong together;
    `splits`: where the photos are, if that is not what they say themselves.

    The other one of a pair is the first of its cluster in training, else in validation: pairs name every photo that may
    have to move, without naming each against each.
    """
    for cluster in clusters:
        told = [photos[row].split if splits is None else splits[row] for row in cluster]
        if len({*told} - {None}) < 2:
            continue
        sides = [
            Side(photos[row].path, photos[row].root, split)
            for split in SPLITS for row, one in zip(cluster, told, strict=True) if one == split
        ]  # fmt: skip
        for side in sides:
            if side.split != sides[0].split:
                yield Leak(sides[0], side)


def leak_of(findings: Iterable[Finding]) -> Finding | None:
    """All that `findings` tell of photos in two splits as one; groups that share a photo are one. None: there is nothing."""
    told = [finding for finding in findings if finding.kind == "same_photo_two_splits"]
    rows: dict[str, int] = {}
    clusters: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, finding in enumerate(told):
        for path, number in zip(finding.photos, finding.group, strict=True):
            clusters[place, number].append(rows.setdefault(path, len(rows)))
    if not rows:
        return None
    names = join([""] * len(rows), clusters.values())
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return msgspec.structs.replace(told[0], photos=list(rows), group=[numbers[name] for name in names])


def count_leaks(leak: Finding, photos: Iterable[Photo]) -> LeakCount | None:
    """How many pairs these are by the splits of `photos`, as `leaks` tells them, and the first one."""
    known = {photo.key: photo for photo in photos}
    clusters: dict[int, list[int]] = defaultdict(list)
    told = [(known[key], number) for key, number in zip(leak.photos, leak.group, strict=True) if key in known]
    for row, (_, number) in enumerate(told):
        clusters[number].append(row)
    pairs = list(leaks([photo for photo, _ in told], clusters.values()))
    return LeakCount(len(pairs), pairs[0].one.path, pairs[0].other.path) if pairs else None
