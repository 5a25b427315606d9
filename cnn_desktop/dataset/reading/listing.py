"""Lists the photos below a folder by their class folders, before any of them is opened."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.decode import PHOTO_SUFFIXES, printable
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, Split

SPLIT_FOLDERS: dict[str, Split] = {
    "train": "train", "training": "train",
    "val": "val", "valid": "val", "validation": "val",
    "test": "test", "testing": "test",
}  # fmt: skip
_JUNK = frozenset(
    ("thumbs.db", "desktop.ini", "icon\r", "__macosx", "ehthumbs.db", "$recycle.bin", "system volume information")
)
_BAD_NAME = say("its name holds bytes that are not text. Rename it.")
_TWIN = say("its name equals that of another one here, only written with other Unicode letters. Rename one of them.")
_NO_PHOTO = say("it is not a photo this app reads. Save it as JPEG or PNG if it should be used.")
_NO_CLASS = say("it lies in no class folder. Move it into the folder of its class.")
_NO_SPLIT = say("this folder is none of train, val and test. Move it elsewhere, or into one of them.")


class Listing(msgspec.Struct):
    """What a folder or a table holds, before any photo is opened."""

    roots: dict[str, str]
    """Root id → absolute folder."""
    photos: list[Photo] = []
    left_out: list[LeftOut] = []
    folders: dict[str, str] = {}
    """Class folders, as path below the root → class name; also those without photos."""
    has_splits: bool = False
    findings: list[Finding] = []
    """What its layout may mean."""


def list_folder(data: Path, control: Control) -> Listing:
    """Lists `data`, going down while it holds nothing but one folder of folders.

    Raises DataError, also when no photo lies in a class folder, and StopRequested.
    """
    data = _folder(data)
    root, entries = data, _entries(data)
    while (inner := _only_folder(entries)) is not None:
        inside = _entries(inner)
        if any(_is_photo(path) for path in inside) or not any(_is_folder(path) for path in inside):
            break
        root, entries = inner, inside
    folders = [path for path in entries if _is_folder(path)]
    lister = _Lister(root, _are_splits(folders), control)
    if lister.listing.has_splits:
        for folder in folders:
            split = SPLIT_FOLDERS.get(folder.name.lower())
            if split is None:
                lister.leave_out(folder, _NO_SPLIT)
            else:
                lister.take_classes(_entries(folder), split)
        entries = [path for path in entries if path not in folders]
    lister.take_classes(entries, None)
    listing = lister.listing
    if not listing.photos:
        _nothing_found(data, listing)
    listing.photos.sort(key=lambda photo: photo.path)
    listing.findings += lister.layout_findings(data)
    return listing


class _Lister:
    """Goes through the class folders below `root`."""

    def __init__(self, root: Path, has_splits: bool, control: Control) -> None:
        self.listing = Listing({"1": str(root)}, has_splits=has_splits)
        self._root, self._control = root, control
        self._inner_names: dict[str, set[str]] = {}
        """Class → names of the folders right inside its folder; a class with photos right inside is missing."""

    def take_classes(self, entries: Iterable[Path], split: Split | None) -> None:
        """Takes each folder in `entries` as a class; a file there lies in none."""
        for path in entries:
            below, label = self._below(path), unicodedata.normalize("NFC", path.name)
            if not _is_folder(path):
                self.leave_out(path, _NO_CLASS if _is_photo(path) else _NO_PHOTO)
            elif not _is_utf8(path.name):
                self.leave_out(path, _BAD_NAME)
            elif below in self.listing.folders:
                self.leave_out(path, _TWIN)
            else:
                self.listing.folders[below] = label
                self._take_photos(path, label, split)

    def leave_out(self, path: Path, reason: Message) -> None:
        self.listing.left_out.append(LeftOut(self._below(path), reason))

    def layout_findings(self, data: Path) -> Iterator[Finding]:
        """`data`: the folder that was asked for."""
        if self._root != data:
            yield Finding(say("The class folders were found one level down, in {folder}.", folder=str(self._root)))
        names = self._inner_names
        shared = set.intersection(*names.values()) if len(names) > 1 else set()
        classes = set(self.listing.folders.values())
        if len(names) == len(classes) and len(shared) > 1 and not self.listing.has_splits:
            yield Finding(
                say(
                    "The outer folders, such as “{outer}”, are taken as the classes. If the classes are the folders "
                    "inside them, such as “{inner}”, open {folder} instead.",
                    outer=min(names),
                    inner=min(shared),
                    folder=str(self._root / min(names)),
                )
            )

    def _take_photos(self, folder: Path, label: str, split: Split | None) -> None:
        known: set[str] = set()
        for path, problem in self._walk(self._root, [folder], set()):
            below = self._below(path)
            if problem is None and below not in known:
                known.add(below)
                self.listing.photos.append(Photo(below, label, split))
            else:
                self.leave_out(path, problem or _TWIN)

    def _walk(
        self, folder: Path, entries: list[Path], seen: set[tuple[int, int]]
    ) -> Iterator[tuple[Path, Message | None]]:
        """Every file at any depth, with None for a photo or the reason why it is none. Enters each real folder once."""
        try:
            facts = folder.stat()
        except OSError:
            return  # gone since it was listed
        identity = facts.st_dev, facts.st_ino
        if identity in seen:
            return  # a link back to a folder we are in: following it would never end
        seen.add(identity)
        self._control.stop_if_asked()
        for path in entries:
            if not _is_utf8(path.name):
                yield path, _BAD_NAME
            elif _is_folder(path):
                try:
                    inside = _entries(path)
                except DataError as error:
                    yield path, error.message
                    continue
                if folder == self._root and not any(_is_photo(one) for one in inside):
                    names = {one.name for one in inside if _is_folder(one)}
                    self._inner_names[unicodedata.normalize("NFC", path.name)] = names
                yield from self._walk(path, inside, seen)
            else:
                yield path, None if _is_photo(path) else _NO_PHOTO

    def _below(self, path: Path) -> str:
        return unicodedata.normalize("NFC", printable(path.relative_to(self._root).as_posix()))


def _folder(data: Path) -> Path:
    """`data` as an absolute folder. Raises DataError when it is none."""
    name = printable(data)
    try:
        exists, is_folder = data.exists(), data.is_dir()
    except OSError as error:
        raise DataError(
            "The folder {folder} could not be read: {reason}. Check the disk, then open it again.",
            folder=name, reason=error.strerror or str(error),
        ) from error  # fmt: skip
    if not exists:
        raise DataError("There is no folder {folder}. Check its name, or choose another.", folder=name)
    if not is_folder:
        raise DataError(
            "{file} is not a folder. Choose the folder that holds one folder of photos for each class.", file=name
        )
    return data.absolute()


def _nothing_found(data: Path, listing: Listing) -> None:
    """Raises the DataError that fits a folder without any photo in a class folder."""
    if any(_is_photo(Path(file.path)) for file in listing.left_out):
        raise DataError(
            "The photos lie directly in {folder}. Put them into one folder for each class, named after the class.",
            folder=str(data),
        )
    if not listing.left_out and not listing.folders:
        raise DataError(
            "The folder {folder} is empty. Choose one that holds one folder of photos for each class.", folder=str(data)
        )
    closed = next((file for file in listing.left_out if file.path in listing.folders), None)
    if closed:
        raise DataError("There are no photos to read in {folder}: {reason}", folder=str(data), reason=closed.reason)
    raise DataError(
        "There are no photos in {folder}. Choose a folder that holds one folder of photos for each class.",
        folder=str(data),
    )


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
    return name.encode(errors="replace").decode() == name
