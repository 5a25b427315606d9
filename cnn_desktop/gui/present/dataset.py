"""What the Dataset tab shows, worked out from a scan. Pure: no Qt widgets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

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


def dataset_view(scan: Scan) -> DatasetView:
    """Facts of `scan` in the order they are shown."""
    rows = class_rows(scan)
    notes = [note for note in (imbalance(rows),) if note is not None] + [found.text for found in scan.findings]
    folder = next(iter(scan.roots.values()), "")
    used = [row for row in rows if row.total]
    return DatasetView(
        headline=say(
            "{photos} {photos:photo|photos} in {classes} {classes:class|classes}",
            photos=len(scan.photos),
            classes=len(scan.classes),
        ),
        folder=folder,
        rows=rows,
        train=sum(row.train for row in rows),
        val=sum(row.val for row in rows),
        test=sum(row.test for row in rows),
        left_out=len(scan.left_out),
        notes=tuple(notes),
        split_note=split_note(scan),
        ready=len(used) >= 2,
    )


def class_rows(scan: Scan) -> tuple[ClassRow, ...]:
    """Photos of each class in each split, classes in the scan's order."""
    counts = Counter((photo.label, photo.split) for photo in scan.photos)
    return tuple(
        ClassRow(name, *(counts[name, split] for split in ("train", "val", "test", None))) for name in scan.classes
    )


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


def split_note(scan: Scan) -> Message | None:
    """Where the split comes from."""
    if not scan.photos:
        return None
    if scan.has_splits:
        return say("The split is the folder's own: it came with train, validation and test folders.")
    if all(photo.split is None for photo in scan.photos):
        return None
    return say("Chosen at random, class by class. Photos added later do not change it.")


def filtered(photos: list[Photo], label: str | None, split: Split | None) -> list[Photo]:
    """The photos of class `label` (None: all) in `split` (None: all), in their order."""
    if label is None and split is None:
        return photos
    return [
        photo for photo in photos if (label is None or photo.label == label) and (split is None or photo.split == split)
    ]


def interleaved(photos: list[Photo]) -> list[Photo]:
    """The photos with classes taking turns, so that the first screen shows all of them."""
    by_class: dict[str, list[Photo]] = {}
    for photo in photos:
        by_class.setdefault(photo.label, []).append(photo)
    mixed: list[Photo] = []
    queues = [iter(group) for group in by_class.values()]
    while queues:
        alive = []
        for queue in queues:
            following = next(queue, None)
            if following is not None:
                mixed.append(following)
                alive.append(queue)
        queues = alive
    return mixed


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
