"""The one rule of which files are photos and which folders are entered: whoever lists files goes by it. Opens no file.

In a folder the ending of a file's name says whether it is a photo. What is hidden, and what systems, network disks and
archives leave behind, is passed over in silence; every other file that is no photo has its reason. Links are followed,
and each folder is entered once: where it lies, rather than where a link leads to it.
"""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.no_photos import ARCHIVES, SHEETS, by_suffix
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import LeftOut

PHOTO_SUFFIXES = frozenset(
    (
        ".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".jfi", ".pjpeg", ".png", ".apng", ".bmp", ".dib", ".gif", ".webp",
        ".tif", ".tiff", ".heic", ".heif", ".hif", ".avif",
    )
)  # fmt: skip
TABLE_SUFFIXES = (".csv", ".tsv")
_NOTES = frozenset(
    (
        ".txt", ".xml", ".json", ".jsonl", ".csv", ".tsv", ".yaml", ".yml", ".md", ".rst", ".html", ".htm", ".pdf", ".log",
        ".mat", ".npy", ".npz", ".pkl", ".py", ".ipynb", ".names", ".data", ".ini", ".cfg", ".docx", *SHEETS,
    )
)  # fmt: skip
"""Endings of what is written about photos."""
_LITTER = frozenset(
    (
        "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "picasa.ini", "zbthumbnail.info",
        "__macosx", "@eadir", "@recycle", "@recently-snapshot", "#recycle", "#snapshot", "$recycle.bin", "recycler",
        "lost+found", "system volume information", "network trash folder", "temporary items", "__pycache__",
    )
)  # fmt: skip
_NO_PHOTO = say("it is not a photo this app can read. Save it as JPEG or PNG to use it.")
_NO_ENDING = say("its name has no ending such as .jpg or .png. Add one if it is a photo.")
_NO_FILE = say("it is a pipe, a socket or a device, not a file.")
_NOWHERE = say("it is a link to something that is no longer there. Put that back, or delete the link.")
_AGAIN = say("it is a link to a folder that is already used.")


class Folder(msgspec.Struct, eq=False):
    """A folder and all below it. Names are as the disk spells them, bytes that are not UTF-8 as in `os.fsdecode`."""

    place: str
    """Absolute."""
    name: str
    below: str = ""
    """Its path below the folder that was listed, "/" between folders; "" for that one itself."""
    is_link: bool = False
    photos: list[str] = []
    """Names of the photos right inside."""
    left_out: list[tuple[str, Message]] = []
    """Other files right inside, and links that are not followed: name and reason."""
    folders: list[Folder] = []
    closed: Message | None = None
    """Why it could not be opened."""
    total: int = 0
    """Photos in it, at any depth."""
    notes: int = 0
    """Files in it, at any depth, that are written about photos: texts, tables."""
    others: int = 0
    """What else is left out in it, at any depth."""

    def path(self, name: str) -> str:
        """The path of `name`, right inside, below the folder that was listed."""
        return f"{self.below}/{name}" if self.below else name

    def everything(self) -> Iterator[Folder]:
        """This folder and those in it at any depth, each before those inside it, by name."""
        waiting = [self]
        while waiting:
            folder = waiting.pop()
            yield folder
            waiting += reversed(folder.folders)


def list_tree(top: Path, stop: Callable[[], object] = lambda: None, only: Collection[str] = ()) -> Folder:
    """All that lies in `top`, at any depth; with `only`, nothing but these names right inside it.

    `stop` is called at each folder and may raise. Raises DataError when `top` itself cannot be opened.
    """
    tree = Folder(str(top), top.name)
    with _opening(str(top)):
        seen = {_identity(str(folder)) for folder in (top, *top.parents)}  # a link to one of these would lead back here
    order = [tree]
    real: list[Folder] = []
    links: list[Folder] = []
    """Waiting to be entered, the next one last; links only when no folder waits."""
    parents: dict[str, Folder] = {}

    def enter(folder: Folder, only: Collection[str] = ()) -> None:
        for one in reversed(_read(folder, only)):
            parents[one.place] = folder
            (links if one.is_link else real).append(one)

    enter(tree, only)
    while real or links:
        folder = (real or links).pop()
        parent = parents.pop(folder.place)
        stop()
        try:
            identity = _identity(folder.place)
        except FileNotFoundError:
            continue  # gone since it was listed
        except OSError:
            identity = folder.place  # opening it says what is wrong
        if identity in seen:
            parent.left_out.append((folder.name, _AGAIN))
            continue
        seen.add(identity)
        parent.folders.append(folder)
        order.append(folder)
        try:
            enter(folder)
        except DataError as error:
            folder.closed = error.message
    for folder in reversed(order):
        folder.folders.sort(key=lambda one: _by_name(one.name))
        folder.total = len(folder.photos) + sum(one.total for one in folder.folders)
        notes = sum(_suffix(name) in _NOTES for name, _ in folder.left_out)
        folder.notes = notes + sum(one.notes for one in folder.folders)
        others = len(folder.left_out) - notes + (folder.closed is not None)
        folder.others = others + sum(one.others for one in folder.folders)
    return tree


def photos_below(folder: Path, stop: Callable[[], object] = lambda: None) -> tuple[list[Path], list[LeftOut]]:
    """The photos in `folder`, at any depth, and what else lies there, sorted; all as `folder` / path.

    `stop` is called at each folder and may raise. Raises DataError when `folder` cannot be opened.
    """
    photos: list[str] = []
    left_out: list[tuple[str, Message]] = []
    for inner in list_tree(folder.absolute(), stop).everything():
        photos += map(inner.path, inner.photos)
        left_out += [(inner.path(name), reason) for name, reason in inner.left_out]
        if inner.closed:
            left_out.append((inner.below, inner.closed))
    photos.sort(key=lambda path: path.split("/"))
    left_out.sort(key=lambda file: file[0].split("/"))
    return [folder / path for path in photos], [LeftOut(str(folder / path), reason) for path, reason in left_out]


def is_photo(name: str) -> bool:
    """True when a file of this name in a folder counts as a photo."""
    return _suffix(name) in PHOTO_SUFFIXES


def is_table(path: Path) -> bool:
    """True when `path` is a file that lists photos."""
    return path.suffix.lower() in TABLE_SUFFIXES and is_there(path) and path.is_file()


def no_data(file: Path) -> DataError:
    """Why `file`, which is no table and no folder that can be looked at, cannot be opened as a data set."""
    name = file.name
    try:
        file.stat()
    except OSError as error:
        return DataError(
            "{file} could not be read: {reason}. Check its permissions and the disk, then open it again.",
            file=str(file), reason=error.strerror or str(error),
        )  # fmt: skip
    if is_archive(file):
        return DataError("{file} is an archive. Unpack it, then open the unpacked folder.", file=name)
    if _suffix(name) in SHEETS:
        return DataError("{file} is a spreadsheet. Save it as CSV, then open the CSV file.", file=name)
    if is_photo(name):
        return DataError(
            "{file} is a single photo. Open a folder that contains one folder of photos for each class.", file=name
        )
    return DataError(
        "{file} is neither a folder of photos nor a table of photos (CSV). Open a folder that contains one folder "
        "of photos for each class.",
        file=name,
    )


def is_archive(file: Path) -> bool:
    """True for what has to be unpacked first, by its name."""
    return _suffix(file.name) in ARCHIVES


def _read(folder: Folder, only: Collection[str] = ()) -> list[Folder]:
    """Fills in the files right inside `folder`; returns the folders there, by name. Raises DataError."""
    with _opening(folder.place), os.scandir(folder.place) as found:
        entries = sorted(found, key=lambda entry: _by_name(entry.name))
    inside = []
    for entry in entries:
        name = entry.name
        if only and name not in only:
            continue
        if name.startswith(".") or name.lower() in _LITTER:
            continue
        if (problem := _problem(entry)) is not None:
            folder.left_out.append((name, problem))
        elif _is_folder(entry):
            inside.append(Folder(entry.path, name, folder.path(name), entry.is_symlink()))
        elif is_photo(name):
            folder.photos.append(name)
        else:
            folder.left_out.append((name, _why_no_photo(name)))
    return inside


@contextlib.contextmanager
def _opening(folder: str) -> Iterator[None]:
    """Turns what is wrong with the folder `folder` into a DataError."""
    try:
        yield
    except PermissionError as error:
        raise DataError(
            "You do not have permission to open the folder {folder}. Change its permissions, or copy the photos to "
            "a folder of your own.",
            folder=folder,
        ) from error
    except OSError as error:
        raise DataError(
            "The folder {folder} could not be read: {reason}. Check the disk, then open it again.",
            folder=folder, reason=error.strerror or str(error),
        ) from error  # fmt: skip


def _why_no_photo(name: str) -> Message:
    suffix = _suffix(name)
    return by_suffix(suffix) or (_NO_PHOTO if suffix else _NO_ENDING)


def _problem(entry: os.DirEntry[str]) -> Message | None:
    """Why `entry` is neither a folder nor a file; None where that cannot be found out, too."""
    try:
        if entry.is_dir() or entry.is_file():
            return None
        entry.stat()
    except PermissionError:
        return None
    except OSError:
        return _NOWHERE
    return _NO_FILE


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # one may not look
        return False


def _identity(folder: str) -> tuple[int, int] | str:
    """What is equal for the same folder, whichever way leads to it. Raises OSError."""
    facts = Path(folder).stat()
    return (facts.st_dev, facts.st_ino) if facts.st_ino else str(Path(folder).resolve())  # some disks number nothing


def _by_name(name: str) -> tuple[bool, str]:
    """Of two names that are equal in NFC, the one written so comes first and is kept: it is what is looked up later."""
    return not (name.isascii() or unicodedata.is_normalized("NFC", name)), name


def _suffix(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f".{ending.lower()}" if stem and ending else ""
