"""Folders of classes that hold copies of photos: their names, and what is asked before anything is copied into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cnn_desktop.dataset.reading.files import is_photo
from cnn_desktop.dataset.safe_names import Names
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Noted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.space import MARGIN, free_bytes

_BLOCK = 4096
"""Bytes: a disk gives room to files in pieces of about this size."""
_NAMED = 3


def folder_names(labels: Iterable[str], names: Names) -> dict[str, str]:
    """Class → its folder's name, out of `names`. Those that need no change are given first, so that they stay."""
    return {label: names.give(label) for label in sorted(labels, key=lambda one: (Names().give(one) != one, one))}


def told_changed(names: Iterable[tuple[str, str]]) -> Iterator[Noted]:
    """Of classes and their folders' names: which of them differ, in one sentence."""
    changed = [f"“{label}” → “{name}”" for label, name in names if label != name]
    if changed:
        yield Noted(
            say(
                "Some folders could not have the names of their classes, so these were changed: {names}.",
                names=", ".join(changed[:_NAMED]) + (", …" if len(changed) > _NAMED else ""),
            )
        )


def room_for(size: int) -> int:
    """Bytes of disk that a file of `size` bytes takes."""
    return -(-size // _BLOCK) * _BLOCK


def need_room(need: int, out: Path) -> None:
    """Raises DataError when the disk of `out` has no room for `need` bytes and some to spare."""
    free = free_bytes(out)
    if free < need + MARGIN:
        raise DataError(
            "There is not enough disk space: the copies need {need} MB in {folder}, but only {free} MB is free. "
            "Free some space, or choose another folder.",
            need=round((need + MARGIN) / 1e6), free=round(free / 1e6), folder=str(out),
        )  # fmt: skip


def need_no_photo(out: Path) -> None:
    """Raises UsageError when the table that is to be saved is called like a photo."""
    if is_photo(out.name):
        raise UsageError(
            "{file} has the name of a photo, so no table was saved there. Choose a name that ends in .csv.",
            file=str(out),
        )


def need_outside(out: Path, photos: Iterable[str]) -> None:
    """Raises UsageError when `out` lies in one of the folders `photos`: copies there would be photos of it, too."""
    places = {mark(above) for above in with_parents(out)}
    for folder in photos:
        if mark(Path(folder).resolve()) in places:
            raise UsageError(
                "{folder} lies in the folder of the photos, where the copies would be read as further photos. Choose a "
                "folder outside {root}.",
                folder=str(out), root=folder,
            )  # fmt: skip


def with_parents(folder: Path) -> tuple[Path, ...]:
    """`folder` without links, and all that it lies in."""
    place = folder.resolve()
    return (place, *place.parents)


def mark(folder: Path) -> object:
    """What a folder is known by, however its name is written; its path while it is not there."""
    try:
        found = folder.stat()
    except OSError:
        return folder
    return (found.st_dev, found.st_ino) if found.st_ino else folder
