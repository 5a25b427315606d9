"""Photos, classes and splits as plain records.

A photo is a root (id of an absolute folder) plus a path below it, always with "/" and in Unicode NFC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

import msgspec

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.tones import Tones

Split = Literal["train", "val", "test"]
SPLITS: tuple[Split, ...] = ("train", "val", "test")
FindingKind = Literal[
    "note", "unreadable", "truncated", "tiny", "huge", "odd_aspect", "grey", "uniform", "dark", "bright", "blurred",
    "shallow", "exact_duplicate", "near_duplicate", "same_photo_two_labels", "same_photo_two_splits", "small_class",
    "similar_class_names", "imbalance",
]  # fmt: skip
"""What a finding is about; "note": anything else."""
Checked = Literal["", "checked", "outdated"]
"""Not yet; yes; yes, but photos have changed since."""
Together = Literal["", "classes", "roots"]
"""What several folders that were opened together are: each a class, or each a root with class folders; "" for one."""
SplitBy = Literal["given", "none", "folder", "name", "column"]
"""What the split was made by: it came with the photos; by chance, of single photos, or of groups by what tells them."""
Severity = Literal["info", "warning", "error"]
"""Of a finding: good to know; makes the model or its test worse; makes what they say wrong."""


class Photo(msgspec.Struct, frozen=True, omit_defaults=True):
    """One photo with its label. `path` is below the root, "/" between folders."""

    path: str
    label: str
    """Class name; "" of a photo that is not labelled yet."""
    split: Split | None = None
    root: str = "1"
    group: str = ""
    """Photos of one group are on one side of the split; "": of none."""
    number: Count = 0
    """By which its project knows it, wherever it lies; 0: it is of none."""

    @property
    def key(self) -> str:
        """What tells it from all others: its path, and in roots beside the first one before that `//ROOT/`."""
        return self.path if self.root == "1" else f"//{self.root}/{self.path}"

    def told_path(self, roots: Mapping[str, str]) -> str:
        """As a person is told of it: its path below the first root, or all of it in another one."""
        return self.path if self.root == "1" else str(Path(roots[self.root], self.path))


class FileFacts(NamedTuple):
    """By which a photo's file is known again."""

    content: bytes
    """SHA-256 of the file; empty when it could not be read."""
    size: int
    """In bytes."""
    changed: int
    """When its content was, in nanoseconds since 1970."""


NO_FILE = FileFacts(b"", 0, 0)
"""Nothing is known of the file."""


class LeftOut(msgspec.Struct, frozen=True):
    """A file that is not used, and why."""

    path: str
    """Below the first root; absolute in another one."""
    reason: Message


class Finding(msgspec.Struct, frozen=True):
    """Something about the whole folder a person should know, e.g. a class with one photo."""

    text: Message
    kind: FindingKind = "note"
    photos: list[str] = []
    """Keys (`Photo.key`) of the photos it is about, where it is about photos: their paths, where there is one root."""
    group: list[int] = []
    """For each of `photos` a number; those that belong together, such as a photo and its copies, share it."""
    severity: Severity = "warning"


class Level(msgspec.Struct, frozen=True):
    """Folders of one depth that may be the classes."""

    number: int
    """1: the folders right inside the one that was opened."""
    names: list[str]
    """The first few of the classes, sorted."""
    count: int
    """How many classes these are."""


class FolderFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a folder besides its photos."""

    left_out: list[LeftOut] = []
    findings: list[Finding] = []
    has_splits: bool = False
    """True when the folder came with train/val/test folders."""
    tones: Tones | None = None
    """How its deep photos are read; None: it was read before that was kept."""
    class_level: int = 0
    """Number of the level of folders that are the classes; 0 for a table."""
    levels: list[Level] = []
    """The levels that may be the classes, where there is a choice: two and more."""
    together: Together = ""

    def told(self) -> dict[str, Any]:
        """These facts by name, for another record that has them."""
        return {name: getattr(self, name) for name in FolderFacts.__struct_fields__}


class Scan(FolderFacts, frozen=True):
    """What a folder holds."""

    roots: dict[str, str]
    """Root id → absolute folder."""
    classes: list[str]
    """Sorted; a photo's class index is its place here."""
    photos: list[Photo]
    """Sorted by path. Those that are not labelled yet are never of a training's or a test's scan."""
    files: list[FileFacts] = []
    """Of `photos`, in their order; empty where nobody needs them."""
    revision: int = 0
    """Number of the newest change of labels in it; 0: none, or not of a project."""

    def file(self, photo: Photo) -> Path:
        """Where `photo` lies on this computer."""
        return Path(self.roots[photo.root], photo.path)

    def of_split(self, split: Split) -> list[Photo]:
        return [photo for photo in self.photos if photo.split == split]


class ClassCount(msgspec.Struct, frozen=True):
    """How many photos a class has in each split."""

    name: str
    train: int = 0
    val: int = 0
    test: int = 0

    @property
    def total(self) -> int:
        return self.train + self.val + self.test

    def of(self, split: Split | None) -> int:
        """Photos in `split`, all for None."""
        return self.total if split is None else int(getattr(self, split))


class LeakCount(NamedTuple):
    """Photos that belong together and lie in different parts of the split."""

    pairs: int
    one: str
    other: str
    """Paths of the first pair."""


class Placed(Protocol):
    """What lies below a root."""

    @property
    def path(self) -> str: ...
    @property
    def root(self) -> str: ...


class PhotoFacts(FolderFacts, frozen=True):
    """What is known of a project's photos without holding them: there may be a million."""

    roots: dict[str, str]
    """Root id → absolute folder."""
    classes: list[ClassCount]
    """In the order of their numbers."""
    revision: int = 0
    """Number of the newest change of labels; 0: none."""
    excluded: int = 0
    """Photos that a person has excluded; they are not counted in `classes`."""
    checked: Checked = ""
    """Whether a person has had the photos checked."""
    unlabelled: int = 0
    """Photos that are used once they are labelled; likewise."""
    set_aside: frozenset[str] = frozenset()
    """Keys of photos that `findings` name and that are not there: excluded, left out, or gone."""
    split_by: SplitBy = "none"
    leak: LeakCount | None = None
    """What the findings `same_photo_two_splits` tell, together."""
    looked: str = ""
    """When test photos were shown last, all or some: ISO 8601; "" for never."""

    def open_findings(self) -> list[Finding]:
        """What is still worth telling: not what is about photos of which each is excluded, or gone."""
        left_out = {file.path for file in self.left_out} if self.set_aside else ()
        return [
            one
            for one in self.findings
            if not one.photos or any(path not in self.set_aside or path in left_out for path in one.photos)
        ]

    @property
    def names(self) -> list[str]:
        """Of the classes."""
        return [row.name for row in self.classes]

    @property
    def can_train(self) -> bool:
        """Whether at least two classes have training photos."""
        return sum(row.train > 0 for row in self.classes) >= 2

    def count(self, split: Split | None = None) -> int:
        """Photos of a class in `split`, all for None."""
        return sum(row.of(split) for row in self.classes)

    def file(self, photo: Placed) -> Path:
        """Where `photo` lies on this computer."""
        return Path(self.roots[photo.root], photo.path)

    @staticmethod
    def of(scan: Scan) -> PhotoFacts:
        """The facts of a scan whose photos have their splits."""
        counts = Counter((photo.label, photo.split) for photo in scan.photos)
        classes = [ClassCount(name, *(counts[name, split] for split in SPLITS)) for name in scan.classes]
        unlabelled = sum(count for (label, _), count in counts.items() if not label)
        return PhotoFacts(scan.roots, classes, scan.revision, unlabelled=unlabelled, **scan.told())


def may_be_path(path: str) -> bool:
    """False for what no file or folder can be called."""
    return "\0" not in path


def place_of(key: str) -> tuple[str, str]:
    """Root and path of the photo whose `key` that is."""
    if not key.startswith("//"):
        return "1", key
    root, _, path = key[2:].partition("/")
    return root, path
