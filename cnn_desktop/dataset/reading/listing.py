"""Lists the photos below a folder by their class folders, before any of them is opened."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.decode import PHOTO_SUFFIXES, printable
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import LeftOut, Photo, Split

SPLIT_FOLDERS: dict[str, Split] = {
    "train": "train", "training": "train",
    "val": "val", "valid": "val", "validation": "val",
    "test": "test", "testing": "test",
}  # fmt: skip
_JUNK = frozenset(
    ("thumbs.db", "desktop.ini", "icon\r", "__macosx", "ehthumbs.db", "$recycle.bin", "system volume information")
)


class Listing(msgspec.Struct):
    """What a folder holds, by name only."""

    root: Path
    photos: list[Photo] = []
    left_out: list[LeftOut] = []
    folders: dict[str, str] = {}
    """Class folders, as path below the root → class name; also those without photos."""
    has_splits: bool = False
    inner_names: dict[str, set[str]] = {}
    """Class → names of the folders right inside its folder; a class with photos right inside is missing."""


def list_folder(root: Path, control: Control | None = None) -> Listing:
    """Lists `root`, going down while it holds nothing but one folder of folders. Raises DataError, StopRequested."""
    entries = _entries(root)
    while (inner := _only_folder(entries)) is not None:
        inside = _entries(inner)
        if any(_is_photo(path) for path in inside) or not any(_is_folder(path) for path in inside):
            break
        root, entries = inner, inside
    listing = Listing(root)
    folders = [path for path in entries if _is_folder(path)]
    for file in (path for path in entries if not _is_folder(path)):
        listing.left_out.append(LeftOut(_below(root, file), _loose_reason(file)))
    if _are_splits(folders):
        listing.has_splits = True
        for folder in folders:
            _list_split(listing, folder, control)
    else:
        for folder in folders:
            _list_class(listing, folder, None, control)
    listing.photos.sort(key=lambda photo: photo.path)
    return listing


def _list_split(listing: Listing, folder: Path, control: Control | None) -> None:
    split = SPLIT_FOLDERS.get(folder.name.lower())
    if split is None:
        reason = say("this folder is none of train, val and test. Move it elsewhere, or into one of them.")
        listing.left_out.append(LeftOut(_below(listing.root, folder), reason))
        return
    for path in _entries(folder):
        if _is_folder(path):
            _list_class(listing, path, split, control)
        else:
            listing.left_out.append(LeftOut(_below(listing.root, path), _loose_reason(path)))


def _list_class(listing: Listing, folder: Path, split: Split | None, control: Control | None) -> None:
    if not _is_utf8(folder.name):
        listing.left_out.append(LeftOut(_below(listing.root, folder), _name_reason()))
        return
    label = unicodedata.normalize("NFC", folder.name)
    if _below(listing.root, folder) in listing.folders:
        listing.left_out.append(LeftOut(_below(listing.root, folder), _twin_reason()))
        return
    listing.folders[_below(listing.root, folder)] = label
    try:
        inside = _entries(folder)
    except DataError as error:
        listing.left_out.append(LeftOut(_below(listing.root, folder), error.message))
        return
    if not any(_is_photo(path) for path in inside):
        listing.inner_names[label] = {path.name for path in inside if _is_folder(path)}
    known: set[str] = set()
    for path, problem in _walk(folder, inside, {_identity(listing.root)}, control):
        below = _below(listing.root, path)
        reason = problem or (_twin_reason() if below in known else None)
        if reason is None:
            known.add(below)
            listing.photos.append(Photo(below, label, split))
        else:
            listing.left_out.append(LeftOut(below, reason))


def _walk(
    folder: Path, entries: list[Path], seen: set[tuple[int, int]], control: Control | None
) -> Iterator[tuple[Path, Message | None]]:
    """Every file at any depth, with None for a photo or the reason why it is none. Enters each real folder once."""
    try:
        identity = _identity(folder)
    except OSError:
        return  # gone since it was listed
    if identity in seen:
        return  # a link back to a folder we are in: following it would never end
    seen.add(identity)
    if control is not None and control.stopping:
        raise StopRequested
    for path in entries:
        if not _is_utf8(path.name):
            yield path, _name_reason()
        elif _is_folder(path):
            try:
                inside = _entries(path)
            except DataError as error:
                yield path, error.message
            else:
                yield from _walk(path, inside, seen, control)
        elif _is_photo(path):
            yield path, None
        else:
            yield path, _not_a_photo(path)


def _entries(folder: Path) -> list[Path]:
    """What lies in `folder`, sorted by name, without hidden files and the systems' own litter. Raises DataError."""
    try:
        # Of two names that are equal in NFC, the one written so comes first and is kept: it is what is looked up later.
        paths = sorted(folder.iterdir(), key=lambda path: (not unicodedata.is_normalized("NFC", path.name), path))
    except PermissionError as error:
        raise DataError(
            "You may not open the folder {folder}. Change its permissions, or copy the photos to a folder of your own.",
            folder=printable(folder),
        ) from error
    except OSError as error:
        raise DataError(
            "The folder {folder} could not be read: {reason}. Check the disk, then open it again.",
            folder=printable(folder),
            reason=error.strerror or str(error),
        ) from error
    return [path for path in paths if not path.name.startswith(".") and path.name.lower() not in _JUNK]


def _only_folder(entries: list[Path]) -> Path | None:
    """The one folder in `entries`, if there is exactly one and no photo beside it."""
    folders = [path for path in entries if _is_folder(path)]
    return folders[0] if len(folders) == 1 and not any(_is_photo(path) for path in entries) else None


def _are_splits(folders: list[Path]) -> bool:
    """True for a train folder beside a val or test folder, unless they hold photos directly: then they are classes."""
    kinds = {SPLIT_FOLDERS.get(folder.name.lower()) for folder in folders}
    if "train" not in kinds or not kinds & {"val", "test"}:
        return False
    train = [folder for folder in folders if SPLIT_FOLDERS.get(folder.name.lower()) == "train"]
    return all(any(_is_folder(path) for path in _entries(folder)) for folder in train)


def _is_photo(path: Path) -> bool:
    return path.suffix.lower() in PHOTO_SUFFIXES


def _is_folder(path: Path) -> bool:
    """False also where one may not look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _below(root: Path, path: Path) -> str:
    return unicodedata.normalize("NFC", printable(path.relative_to(root).as_posix()))


def _identity(folder: Path) -> tuple[int, int]:
    facts = folder.stat()
    return facts.st_dev, facts.st_ino


def _name_reason() -> Message:
    return say("its name holds bytes that are no letters in UTF-8. Rename it.")


def _twin_reason() -> Message:
    return say("its name equals that of another one here, only written with other Unicode letters. Rename one of them.")


def _not_a_photo(path: Path) -> Message:
    return say("it is not a photo this app reads. Save it as JPEG or PNG if it should be used.")


def _loose_reason(path: Path) -> Message:
    if _is_photo(path):
        return say("it lies in no class folder. Move it into the folder of its class.")
    return _not_a_photo(path)
