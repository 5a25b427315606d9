"""What the Dataset tab shows, worked out from a scan. Pure: no Qt widgets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import attrgetter

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Photo, Scan, Split

IMBALANCE = 3
"""From this many times as many photos in the largest class as in the smallest, the tab says so."""


@dataclass(frozen=True)
class ClassRow:
    """One bar of the chart."""

    name: str
    train: int
    val: int
    test: int
    unassigned: int = 0

    @property
    def total(self) -> int:
        return self.train + self.val + self.test + self.unassigned

    def of(self, split: Split | None) -> int:
        """Photos in `split`, all for None."""
        if split is None:
            return self.total
        return {"train": self.train, "val": self.val, "test": self.test}[split]


@dataclass(frozen=True)
class DatasetView:
    """The whole tab as plain values."""

    headline: Message
    folder: str
    rows: tuple[ClassRow, ...] = ()
    train: int = 0
    val: int = 0
    test: int = 0
    left_out: int = 0
    notes: tuple[Message, ...] = field(default_factory=tuple)
    """Sentences worth knowing: imbalance first, then what the scan found."""
    split_note: Message | None = None
    ready: bool = False
    """True when a model can be trained on it: two classes at least."""


@dataclass(frozen=True)
class Photos:
    """A scan's photos by class, made once a scan: every filter after it is quick, also for 100,000 photos."""

    by_class: dict[str, list[Photo]]

    @staticmethod
    def of(scan: Scan) -> Photos:
        by_class: dict[str, list[Photo]] = {name: [] for name in scan.classes}
        for photo in scan.photos:
            by_class[photo.label].append(photo)
        return Photos(by_class)

    def chosen(self, label: str | None, split: Split | None) -> list[Photo]:
        """The photos of class `label` in `split`, all for None. Of all classes: taking turns, so that the first screen
        shows each."""
        groups = list(self.by_class.values()) if label is None else [self.by_class.get(label, [])]
        if split is not None:
            groups = [[photo for photo in group if photo.split == split] for group in groups]
        if len(groups) == 1:
            return groups[0]
        return [photo for turn in zip_longest(*groups) for photo in turn if photo is not None]


def dataset_view(scan: Scan, photos: Photos) -> DatasetView:
    """Facts of `scan` in the order they are shown."""
    rows = class_rows(photos)
    notes = [note for note in (imbalance(rows),) if note is not None] + [found.text for found in scan.findings]
    return DatasetView(
        headline=say(
            "{photos} {photos:photo|photos} in {classes} {classes:class|classes}",
            photos=len(scan.photos),
            classes=len(scan.classes),
        ),
        folder=next(iter(scan.roots.values()), ""),
        rows=rows,
        train=sum(row.train for row in rows),
        val=sum(row.val for row in rows),
        test=sum(row.test for row in rows),
        left_out=len(scan.left_out),
        notes=tuple(notes),
        split_note=split_note(scan, rows),
        ready=sum(row.total > 0 for row in rows) >= 2,
    )


def class_rows(photos: Photos) -> tuple[ClassRow, ...]:
    """Photos of each class in each split, classes in the scan's order."""
    rows = []
    for name, group in photos.by_class.items():
        counts = Counter(map(attrgetter("split"), group))
        rows.append(ClassRow(name, counts["train"], counts["val"], counts["test"], counts[None]))
    return tuple(rows)


def imbalance(rows: tuple[ClassRow, ...]) -> Message | None:
    """A sentence when the largest class has more than three times as many photos as the smallest."""
    used = [row for row in rows if row.total]
    if len(used) < 2:
        return None
    large, small = max(used, key=lambda row: row.total), min(used, key=lambda row: row.total)
    if large.total <= IMBALANCE * small.total:
        return None
    return say(
        "“{large}” has {times} times as many photos as “{small}”: the model may prefer it. More photos of “{small}” help.",
        large=large.name,
        small=small.name,
        times=round(large.total / small.total, 1) if large.total < 10 * small.total else large.total // small.total,
    )


def split_note(scan: Scan, rows: tuple[ClassRow, ...]) -> Message | None:
    """Where the split comes from."""
    if not scan.photos:
        return None
    if scan.has_splits:
        return say("The split is the folder's own: it came with train, validation and test folders.")
    if sum(row.unassigned for row in rows) == len(scan.photos):
        return None
    return say("Chosen at random, class by class. Photos added later do not change it.")


def split_name(split: Split | None) -> Message:
    """The split in words."""
    match split:
        case "train":
            return say("training")
        case "val":
            return say("validation")
        case "test":
            return say("test")
        case _:
            return say("not assigned")


def photo_text(photo: Photo) -> Message:
    """What a screen reader says for one photo."""
    return say(
        "{name}, {label}, {split}", name=photo.path.rsplit("/", 1)[-1], label=photo.label, split=split_name(photo.split)
    )
