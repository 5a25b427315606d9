"""Which photos train, which check the training, which test the result: stratified, by a hash of each photo's path.

Every class gives each split its share: to the photo, or as nearly as groups of photos that stay together allow. Which
photos these are depends on the seed and on their paths alone, so the split is the same on every computer. A photo that has
a split keeps it: a project remembers its splits, and photos added later only fill up the shares.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from cnn_desktop.dataset.groups import clusters_of, groups_of, join, members
from cnn_desktop.domain.photos import SPLITS, ClassCount, Finding, Photo, Split
from cnn_desktop.domain.split_plan import SplitPlan

SHARES = (0.70, 0.15, 0.15)
"""Train, validation, test."""

_LATER: tuple[tuple[Split, int, int], ...] = (("test", 2, 3), ("val", 1, 2))
"""Split, its place in the shares, how many units a class needs to give one away; in the order in which they choose."""
_FINE = 1 << 64
"""Costs are whole numbers, so that they are the same everywhere."""


def assign_splits(
    photos: Iterable[Photo],
    seed: int = 0,
    shares: tuple[float, float, float] = SHARES,
    groups: Sequence[str] | None = None,
) -> list[Photo]:
    """The photos, each with a split, in their order; a photo that has one keeps it.

    Of a class of 3 photos and more at least one validates and one tests; of 2 one validates; a single one trains. A share
    of 0 means that split gets none. `groups`, one a photo: those of the same name stay together, "" stays alone, and a
    class's groups count as its photos do here; while there are training photos at all, each class keeps some. A group of
    which some photos have a split follows them.
    """
    photos = list(photos)
    return [
        photo if photo.split is not None else msgspec.structs.replace(photo, split=split)
        for photo, split in zip(photos, _splits(photos, seed, shares, groups), strict=True)
    ]


def split_by(
    photos: Sequence[Photo],
    plan: SplitPlan,
    clusters: Iterable[Sequence[int]] = (),
    given: Sequence[Split | None] | None = None,
    training: Iterable[int] = (),
) -> list[Photo]:
    """The photos shared out anew as `plan` says, whatever their splits are now.

    clusters: row numbers of photos that show the same, which stay together; given: of each photo the split that its folder
    or table says, kept if the plan says so; training: row numbers of photos that train whatever it says. Raises UsageError
    for a plan that nothing can follow.
    """
    splits = splits_by(photos, plan, clusters, given, training)
    return [msgspec.structs.replace(photo, split=split) for photo, split in zip(photos, splits, strict=True)]


def splits_by(
    photos: Collection[Photo],
    plan: SplitPlan,
    clusters: Iterable[Sequence[int]] = (),
    given: Sequence[Split | None] | None = None,
    training: Iterable[int] = (),
) -> list[Split]:
    """Of each photo the split that `split_by` gives it; as little is held as by `splits_of`."""
    told: list[Split | None] = list(given) if given is not None and plan.keep_given else [None] * len(photos)
    for row in training:
        told[row] = "train"
    return splits_of(_Told(photos, told), plan, clusters)


def split_rest(photos: Collection[Photo], plan: SplitPlan, clusters: Iterable[Sequence[int]] = ()) -> list[Photo]:
    """The photos of which those without a split get one as `plan` says; the others keep theirs. See `split_by`."""
    splits = splits_of(photos, plan, clusters)
    return [
        photo if photo.split is not None else msgspec.structs.replace(photo, split=split)
        for photo, split in zip(photos, splits, strict=True)
    ]


def splits_of(photos: Collection[Photo], plan: SplitPlan, clusters: Iterable[Sequence[int]] = ()) -> list[Split]:
    """Of each photo the split that `split_rest` gives it.

    Goes through `photos` more than once and holds none of them, but some 100 bytes of each: there may be a million.
    """
    plan.check()
    return _splits(photos, plan.seed, plan.shares, join(groups_of(photos, plan), clusters))


def share_out(photos: Sequence[Photo], plan: SplitPlan, findings: Iterable[Finding]) -> list[Photo]:
    """`split_rest`, where the copies and near copies that `findings` tell stay on one side: in a project and in a run of its own."""
    return split_rest(photos, plan, clusters_of(photos, findings))


def counts(
    photos: Iterable[Photo], classes: Sequence[str] = (), splits: Iterable[Split] | None = None
) -> list[ClassCount]:
    """How many photos each class has in each split, theirs or in `splits`; classes: their names in order, those of the
    photos if left out."""
    if splits is None:
        found = Counter((photo.label, photo.split) for photo in photos)
    else:
        found = Counter((photo.label, split) for photo, split in zip(photos, splits, strict=True))
    names = list(classes) or sorted({label for label, _ in found})
    return [ClassCount(name, *(found[name, split] for split in SPLITS)) for name in names]


def _splits(
    photos: Collection[Photo], seed: int, shares: tuple[float, float, float], groups: Sequence[str] | None
) -> list[Split]:
    """As `assign_splits`."""
    sharing = _Sharing(photos, seed, groups, guarded=groups is not None and shares[0] > 0)
    low = 0.0
    for split, at, needed in _LATER:
        sharing.give(split, low, shares[at], needed)
        low += shares[at]
    return [split or "train" for split in sharing.splits]


def _place(path: str, seed: int) -> float:
    """A number in 0..1 that is the photo's own; path and root decide between equals."""
    digest = hashlib.blake2b(f"{seed}/{path}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def _path(photo: Photo) -> str:
    return photo.path if photo.path.isascii() else unicodedata.normalize("NFC", photo.path)


class _Told(Collection[Photo]):
    """`photos` with other splits, made anew each time and never held."""

    def __init__(self, photos: Collection[Photo], splits: Sequence[Split | None]) -> None:
        self._photos, self._splits = photos, splits

    def __len__(self) -> int:
        return len(self._splits)

    def __iter__(self) -> Iterator[Photo]:
        for photo, split in zip(self._photos, self._splits, strict=True):
            yield photo if photo.split == split else msgspec.structs.replace(photo, split=split)

    def __contains__(self, photo: object) -> bool:
        return any(photo == one for one in self)


class _Sharing:
    """Gives photos to validation and test; `splits`, one a photo, tells what they were given, None for the rest.

    Units go as a whole: a group, known by the row of its photo that is first by path, or a photo that is in none.
    """

    def __init__(self, photos: Collection[Photo], seed: int, groups: Sequence[str] | None, guarded: bool) -> None:
        """guarded: each class keeps a unit for training, and one for the split that comes after."""
        self.splits: list[Split | None] = []
        self._guarded = guarded
        self._labels: list[str] = []
        self._places = array("d")
        """Of each photo, see `_place`."""
        names: dict[str, str] = {}  # one string for all photos of a class
        last, is_sorted = ("", ""), True
        for photo in photos:
            path = _path(photo)
            self.splits.append(next(split for split in (*SPLITS, None) if split == photo.split))
            self._labels.append(names.setdefault(photo.label, photo.label))
            self._places.append(_place(path, seed))
            is_sorted = is_sorted and last <= (path, photo.root)
            last = path, photo.root
        order: Sequence[int] = range(len(self.splits))
        """Row numbers by path and root, which decides between equals."""
        self._rank: Sequence[int] = order
        if not is_sorted:
            keys = [(_path(photo), photo.root) for photo in photos]
            order = sorted(order, key=keys.__getitem__)
            self._rank = sorted(order, key=order.__getitem__)
        self._photos = Counter(self._labels)
        self._has = Counter(both for both in zip(self.splits, self._labels, strict=True) if both[0])
        self._rows: dict[int, list[int]] = {}
        """Of each group."""
        heads: Sequence[int] = order
        if groups is not None and any(groups):
            for rows in members(groups).values():
                self._rows[min(rows, key=self._rank.__getitem__)] = rows
            heads = [row for row in order if not groups[row] or row in self._rows]
        self._in_group = {head: Counter(self._labels[row] for row in rows) for head, rows in self._rows.items()}
        self._alone = {label: {label: 1} for label in self._photos}
        self._units = self._count_of(heads)
        """Of each class those that hold some of it."""
        for rows in self._rows.values():
            self._follow(rows)
        free = [head for head in heads if self.splits[head] is None]
        self._left = sorted(free, key=self._places.__getitem__)
        """Units whose split is open, in order of their places; equal ones as in `order`."""
        self._free = self._count_of(free)

    def give(self, split: Split, low: float, share: float, needed: int) -> None:
        """Gives `split` its `share`: first what has its place from `low` on. A class needs `needed` units to give some."""
        want = {
            label: _count(n, share) if share > 0 and self._units[label] >= needed else 0
            for label, n in self._photos.items()
        }
        # the split that chooses next, validation, needs a unit of its own of every class that has enough
        later = {label for label in want if split == "test" and not self._has["val", label]}
        lacking = {label for label in want if self._has[split, label] < want[label]}
        for head in sorted(self._left, key=lambda head: not low <= self._places[head] < low + share):
            labels = self._of(head)
            if not lacking:
                break
            if lacking.isdisjoint(labels):
                continue
            if self._cost(labels, split, want) < 0 and self._may_go(labels, later):
                self._put(head, split)
                lacking -= {label for label in labels if self._has[split, label] >= want[label]}
        missing = [label for label in want if want[label] and not self._has[split, label]]
        for label in sorted(missing, key=lambda label: (self._units[label], label)):
            self._find_one(label, split, want, later)
        self._left = [head for head in self._left if self.splits[head] is None]

    def _find_one(self, label: str, split: Split, want: dict[str, int], later: set[str]) -> None:
        """Gives `split`, which has no photo of class `label`, the unit that does least harm, if one can be spared."""
        able = [
            head for head in self._left
            if self.splits[head] is None and label in self._of(head) and self._may_go(self._of(head), later)
        ]  # fmt: skip
        if able and not self._has[split, label]:
            self._put(min(able, key=lambda head: (self._cost(self._of(head), split, want), *self._at(head))), split)

    def _at(self, head: int) -> tuple[float, int]:
        return self._places[head], self._rank[head]

    def _of(self, head: int) -> dict[str, int]:
        """Class → how many photos of the unit."""
        return self._in_group.get(head) or self._alone[self._labels[head]]

    def _count_of(self, heads: Iterable[int]) -> Counter[str]:
        """Of each class the units that hold some of it."""
        if not self._in_group:
            return Counter(self._labels[head] for head in heads)
        return Counter(label for head in heads for label in self._of(head))

    def _cost(self, labels: dict[str, int], split: Split, want: dict[str, int]) -> int:
        """By how much the classes' shares are farther from what they should be with these; less than 0: nearer."""
        cost = 0
        for label, k in labels.items():
            change = k * (2 * (self._has[split, label] - want[label]) + k)
            cost += change * _FINE // self._photos[label] ** 2
        return cost

    def _may_go(self, labels: dict[str, int], later: set[str]) -> bool:
        """Whether each of these classes has units enough without one."""
        return not self._guarded or all(
            self._free[label] > (not self._has["train", label]) + (label in later and self._units[label] > 2)
            for label in labels
        )

    def _put(self, head: int, split: Split) -> None:
        for row in self._rows.get(head) or (head,):
            self.splits[row] = split
        for label, k in self._of(head).items():
            self._has[split, label] += k
            self._free[label] -= 1

    def _follow(self, rows: list[int]) -> None:
        """Puts the photos of a group that have no split where most of the others are."""
        told = [split for row in rows if (split := self.splits[row])]
        if not told:
            return
        most = max(SPLITS, key=told.count)
        for row in rows:
            if self.splits[row] is None:
                self.splits[row] = most
                self._has[most, self._labels[row]] += 1


def _count(n: int, share: float) -> int:
    """How many of a class's `n` photos belong to a split of `share`."""
    return max(1, math.floor(n * share + 0.5))
