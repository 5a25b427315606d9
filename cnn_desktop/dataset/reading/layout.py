"""What the folders of a tree are: which hold the splits, and which are the classes. Pure: looks at no disk.

People have their photos as CLASS/photo, as train, val and test folders of these, each of that with folders around it
("archive/photos", "train/train"), with other words in the names ("seg_train", "test_set"), and with folders that sort
otherwise above the classes (year/trip/species). Where several levels may be the classes, the outermost is taken.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

import msgspec

from cnn_desktop.dataset.reading.files import Folder
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import Level, Split
from cnn_desktop.domain.text_out import as_text

SPLIT_WORDS: dict[str, Split] = {
    "train": "train", "training": "train", "trn": "train",
    "val": "val", "valid": "val", "validation": "val", "dev": "val", "eval": "val", "evaluation": "val",
    "test": "test", "testing": "test", "tst": "test",
}  # fmt: skip
_AROUND = frozenset(
    (
        "data", "dataset", "datasets", "set", "sets", "image", "images", "img", "imgs", "photo", "photos", "picture",
        "pictures", "pic", "pics", "jpg", "jpeg", "png", "files", "folder", "folders", "split", "splits", "original",
        "originals", "raw",
    )
)  # fmt: skip
"""Words that name neither a class nor a split."""
_UNLABELLED = frozenset(
    (
        "pred", "predict", "prediction", "predictions", "unlabeled", "unlabelled", "unknown", "inference", "submission",
        "sample", "samples",
    )
)  # fmt: skip
_SPLIT_WORD = re.compile(rf"(.*?)({'|'.join(sorted(SPLIT_WORDS, key=len, reverse=True))})(.*)", re.DOTALL)
_NAMED = 3
"""Classes of a level that are named."""
_MOST_LOST = 0.1
"""A level that would leave out more of the photos than this share is none to choose."""


class Base(msgspec.Struct, frozen=True, eq=False):
    """Class folders lie in `folder`; their photos have `split`."""

    folder: Folder
    split: Split | None = None


class Layout(msgspec.Struct, frozen=True, eq=False):
    """What the folders of a tree are."""

    root: Folder
    """Photos are known by their path below it."""
    bases: list[Base]
    beside: list[Folder]
    """Folders in and above `root` that are neither classes nor splits."""
    depth: int
    """The class folders lie so many levels below each base: 1 is right inside."""
    class_level: int
    """The same, counted from the top of the tree."""
    levels: list[Level]
    """Those that may be the classes, where there are several."""

    @property
    def has_splits(self) -> bool:
        return any(base.split for base in self.bases)


def layout_of(top: Folder, class_level: int = 0, whole: bool = True) -> Layout:
    """The layout of the tree `top`; its classes are the folders `class_level` levels below it, 0: find out.

    `whole`: False when `top` itself is nothing but the place where the folders lie. Raises UsageError when there are
    no photos in folders of that level.
    """
    root, beside = _unwrapped(top) if whole else (top, [])
    bases, others = _bases(root)
    first = _depth(bases[0].folder)
    if 0 < class_level <= first:  # what was taken for something around the classes is the classes
        root, bases, others, beside, first = top, [Base(top)], [], [], 0
    depth = max(1, class_level - first)
    has_classes = any(folder.total for base in bases for folder in at_depth(base.folder, depth))
    if class_level and not has_classes:
        deepest = max(
            (_depth(folder) for base in bases for folder in base.folder.everything() if folder.photos), default=0
        )
        raise UsageError(
            "The folders at level {level} in {folder} contain no photos. Choose {deepest:level 1|a level from 1 to "
            "{deepest}}.",
            field="class_level", level=class_level, folder=top.place, deepest=max(1, deepest),
        )  # fmt: skip
    levels = _levels(bases, depth, first) if has_classes else []
    return Layout(root, bases, beside + others, depth, first + depth, levels)


def at_depth(folder: Folder, depth: int) -> list[Folder]:
    """The folders so many levels below `folder`, by name."""
    found = [folder]
    for _ in range(depth):
        found = [inner for one in found for inner in one.folders]
    return found


def class_name(folder: Folder) -> str:
    return unicodedata.normalize("NFC", as_text(folder.name))


def split_named(name: str) -> Split | None:
    """The split that a folder, or a cell of a table, names: "Train", "valid"."""
    return SPLIT_WORDS.get(name.lower())


def _depth(folder: Folder) -> int:
    return folder.below.count("/") + 1 if folder.below else 0


def _unwrapped(folder: Folder) -> tuple[Folder, list[Folder]]:
    """The folder inside that holds more than one folder of folders; and what lies beside on the way, all without photos."""
    beside = []
    while (inner := _only_inside(folder)) is not None:
        beside += [one for one in folder.folders if one is not inner]
        folder = inner
    return folder, beside


def _only_inside(folder: Folder) -> Folder | None:
    """The one folder of folders in `folder`, where nothing else there may be a class."""
    inside = [one for one in folder.folders if one.total or one.others or not one.notes]
    only = inside[0] if len(inside) == 1 and not folder.photos else None
    return only if only and only.folders and not only.photos else None


# Splits


def _bases(root: Folder) -> tuple[list[Base], list[Folder]]:
    """Where the class folders lie, and the folders beside."""
    splits = _splits_in(root)
    others = [one for one in root.folders if one not in splits]
    kinds = {splits[folder] for folder in splits}
    trained = [folder for folder in splits if splits[folder] == "train"]
    if not trained or not all(folder.folders for folder in trained):
        return [Base(root)], []
    if kinds == {"train"}:
        unused = all(not one.total or _words(one.name) & _UNLABELLED for one in others)
        is_alone = len(trained) == 1 and others and unused
        return ([Base(_inside(trained[0], "train", set()))], others) if is_alone else ([Base(root)], [])
    train = [Base(_inside(folder, "train", set()), "train") for folder in trained]
    names = {class_name(one) for base in train for one in base.folder.folders}
    rest = [Base(_inside(folder, splits[folder], names), splits[folder]) for folder in splits if folder not in trained]
    bases = train + rest
    while all(_only_inside(base.folder) for base in bases if base.folder.total):
        bases = [Base(_only_inside(base.folder) or base.folder, base.split) for base in bases]
    return bases, others


def _splits_in(root: Folder) -> dict[Folder, Split]:
    """The folders in `root` that are named after splits, alone or all in the same way: "seg_train", "seg_test"."""
    found: dict[Folder, tuple[Split, tuple[str, ...]]] = {}
    for folder in root.folders:
        if (match := _SPLIT_WORD.fullmatch(folder.name.lower())) is not None and folder.name.isascii():
            before, word, after = match.groups()
            if not before[-1:].isalpha() and (not after[:1].isalpha() or after.strip("_-. ") in _AROUND):
                found[folder] = SPLIT_WORDS[word], tuple(re.findall(r"[a-z0-9]+", f"{before} {after}"))
    splits: dict[Folder, Split] = {}
    for folder, (split, rest) in found.items():
        is_plain = all(word in _AROUND or word.isdecimal() for word in rest)
        if is_plain or any(other != split and like == rest for other, like in found.values()):
            splits[folder] = split
    return splits


def _inside(folder: Folder, split: Split, classes: set[str]) -> Folder:
    """What lies in `folder` below folders that only repeat its name or say nothing: "train/train", "test/images"."""
    while len(folder.folders) == 1 and not folder.photos:
        inner = folder.folders[0]
        words = _words(inner.name)
        says_nothing = bool(words) and all(word in _AROUND or SPLIT_WORDS.get(word) == split for word in words)
        repeats = inner.name.lower() == folder.name.lower()
        if class_name(inner) in classes or not (says_nothing or repeats) or (split == "train" and not inner.folders):
            break
        folder = inner
    return folder


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", name.lower()))


# Levels


def _levels(bases: list[Base], chosen: int, first: int) -> list[Level]:
    """The levels that may be the classes, counted from `first` on; none where only the `chosen` one may."""
    photos = sum(base.folder.total for base in bases)
    found: dict[int, set[tuple[str, ...]]] = {}
    """Depth → the names on the way to each folder there that holds photos."""
    ways: list[tuple[tuple[str, ...], Folder]] = [((), base.folder) for base in bases]
    for depth in itertools.count(1):
        ways = [((*names, class_name(one)), one) for names, folder in ways for one in folder.folders if one.total]
        if not ways:
            break
        if depth == chosen or sum(folder.total for _, folder in ways) >= (1 - _MOST_LOST) * photos:
            found[depth] = {names for names, _ in ways}
    levels = {chosen: _level(found[chosen], chosen, first)}
    for depth, names in found.items():
        level = _level(names, depth, first)
        tells_apart = level.count > 1 and not all(split_named(way[-1]) for way in names)
        if tells_apart and not any(_sorts_alike(found, depth, other) for other in levels):
            levels[depth] = level
    return [levels[depth] for depth in sorted(levels)] if len(levels) > 1 else []


def _level(ways: set[tuple[str, ...]], depth: int, first: int) -> Level:
    names = sorted({way[-1] for way in ways})
    return Level(first + depth, names[:_NAMED], len(names))


def _sorts_alike(found: dict[int, set[tuple[str, ...]]], one: int, other: int) -> bool:
    """True when the photos of a class at one depth are just those of a class at the other."""
    pairs = {(way[one - 1], way[other - 1]) for way in found[max(one, other)]}
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
