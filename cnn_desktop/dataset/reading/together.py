"""Lists the photos of several folders that were opened together: each is a class, or each holds class folders of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from cnn_desktop.dataset.reading.files import Folder, list_tree
from cnn_desktop.dataset.reading.layout import at_depth, class_name, layout_of
from cnn_desktop.dataset.reading.listing import Listing, list_tree_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_missing
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, Level, Together

_SHOWN = 3
"""Classes of a level that are named."""
_NAMED = 5
"""Folders named in one sentence."""


def list_together(folders: Sequence[Path], control: Control, together: Together = "", class_level: int = 0) -> Listing:
    """Lists `folders` (absolute): where none of them holds class folders, each is a class, else each is a root.

    Folders beside each other that are called train, val and test hold the splits, as in a folder around them. Each root
    has an id of its own, by its place among `folders`, so that equal paths in two of them are two photos. What is one or
    the other once stays so: `together` says what it was, "" for the first time. `class_level`: the classes are the folders so
    many levels below each of them, or the nearest level that may be; 0: the outermost. Raises DataError, also when one of the
    folders is gone or without photos: none of a project's photos is lost for a drive that is not there. StopRequested.
    """
    outer = _outermost(folders)
    around: dict[Path, list[str]] = defaultdict(list)
    for folder in outer:
        around[folder.parent].append(folder.name)
    trees = [list_tree(parent, control.stop_if_asked, names) for parent, names in around.items()]
    for parent, tree in zip(around, trees, strict=True):
        _need_photos(parent, tree, around[parent])
    has_splits = len(trees) == 1 and layout_of(trees[0], whole=False).has_splits
    holds_classes = any(map(_holds_classes, (folder for tree in trees for folder in tree.folders)))
    are_classes = together == "classes" or (not together and (has_splits or not holds_classes))
    if are_classes:
        listings = [
            list_tree_of(parent, tree, class_level if has_splits else 1, whole=False, root=str(number))
            for number, (parent, tree) in enumerate(zip(around, trees, strict=True), 1)
        ]
        levels = listings[0].levels if has_splits else []
    else:
        tops = [list_tree(folder, control.stop_if_asked) for folder in outer]
        levels = _levels(tops)
        listings = [
            list_tree_of(folder, tree, _nearest(tree, class_level), to_label=True, root=str(number))
            for number, (folder, tree) in enumerate(zip(outer, tops, strict=True), 1)
        ]
    whole = _merged(listings)
    whole.levels = levels
    if levels and not are_classes:
        whole.class_level = min((level.number for level in levels), key=lambda number: abs(number - class_level))
    whole.together = "classes" if are_classes else "roots"
    if not has_splits:
        whole.findings.insert(0, _decision(outer, are_classes))
    return whole


def _outermost(folders: Sequence[Path]) -> list[Path]:
    """Without those inside another one, and each once, also where a link leads to it. Raises DataError."""
    found: dict[Path, Path] = {}
    for folder in folders:
        _need(folder)
        found.setdefault(folder.resolve(), folder)
    return [folder for real, folder in found.items() if not any(other in real.parents for other in found)]


def _need(folder: Path) -> None:
    """Raises DataError."""
    if is_missing(folder):
        raise DataError(
            "The folder {folder} does not exist. Check the name, or choose another folder.", folder=str(folder)
        )


def _need_photos(parent: Path, tree: Folder, names: list[str]) -> None:
    """Raises DataError where one of the folders holds none: a drive that is not there may leave an empty folder behind."""
    totals = {folder.name: folder.total for folder in tree.folders}
    for name in names:
        if not totals.get(name):
            raise DataError(
                "There are no photos in {folder}. Choose a folder that contains one folder of photos for each class.",
                folder=str(parent / name),
            )


def _holds_classes(tree: Folder) -> bool:
    """Whether photos lie in several folders in it, and none beside these."""
    root = layout_of(tree).root
    return not root.photos and sum(folder.total > 0 for folder in root.folders) > 1


def _levels(tops: Sequence[Folder]) -> list[Level]:
    """The levels that may be the classes in any of the trees, and which classes all of them have then."""
    numbers = sorted({level.number for tree in tops for level in layout_of(tree).levels})
    levels = []
    for number in numbers:
        layouts = (layout_of(tree, _nearest(tree, number)) for tree in tops)
        folders = (one for found in layouts for base in found.bases for one in at_depth(base.folder, found.depth))
        names = sorted({class_name(folder) for folder in folders if folder.total})
        levels.append(Level(number, names[:_SHOWN], len(names)))
    return levels


def _nearest(tree: Folder, class_level: int) -> int:
    """Which level of `tree` is taken where `class_level` was chosen for all; 0 where it leaves no choice, or none was chosen."""
    numbers = [level.number for level in layout_of(tree).levels] if class_level else []
    return min(numbers, key=lambda number: abs(number - class_level), default=0)


def _merged(listings: list[Listing]) -> Listing:
    """As one. Where only some came with splits, the photos of the others are shared out."""
    whole = Listing(
        {root: folder for listing in listings for root, folder in listing.roots.items()},
        class_level=listings[0].class_level,
        has_splits=all(listing.has_splits for listing in listings),
    )
    for listing in listings:
        whole.photos += listing.photos
        whole.left_out += listing.left_out
        [(root, folder)] = listing.roots.items()
        whole.folders |= {
            place if root == "1" else str(Path(folder, place)): name for place, name in listing.folders.items()
        }
        whole.findings += listing.findings
    whole.photos.sort(key=lambda photo: (photo.path, photo.root))
    return whole


def _decision(folders: list[Path], are_classes: bool) -> Finding:
    names = ", ".join(folder.name or str(folder) for folder in folders[:_NAMED]) + (
        ", …" if len(folders) > _NAMED else ""
    )
    if are_classes:
        return Finding(
            say(
                "You opened {n} folders together. Each of them is used as a class: {names}.",
                n=len(folders),
                names=names,
            ),
            severity="info",
        )
    return Finding(
        say(
            "You opened {n} folders together: {names}. The class folders in them are used; those with the same name are "
            "one class.",
            n=len(folders), names=names,
        ),
        severity="info",
    )  # fmt: skip
