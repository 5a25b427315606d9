"""Lists the photos below a folder by their class folders, before any of them is opened."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.left_out import reasons
from cnn_desktop.dataset.reading.files import Folder, list_tree, no_data
from cnn_desktop.dataset.reading.layout import Layout, at_depth, class_name, layout_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_folder, is_missing
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, LeftOut, Level, Photo, Split, Together
from cnn_desktop.domain.text_out import as_text

_BAD_NAME = say("its name contains characters this computer cannot read. Rename it.")
_TWIN = say("another file here has the same name, written with different Unicode characters. Rename one of them.")
_NO_CLASS = say("it is not in a class folder. Move it into the folder of its class.")
_NAMED = 3
"""Folders named in one sentence."""


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
    class_level: int = 0
    """Which level of folders the classes are, see `Scan`; 0 for a table."""
    levels: list[Level] = []
    """Those that may be the classes, where there is a choice."""
    together: Together = ""


def list_folder(
    data: Path, control: Control, class_level: int = 0, only: Collection[str] = (), *, to_label: bool = False
) -> Listing:
    """Lists `data`: its class folders, where `dataset.reading.layout` finds them, and the photos in these.

    `class_level`: the classes are the folders so many levels below `data`; 0: find out. `only`: names of the folders in
    `data` that count; none: all. `to_label`: where no photo lies in a class folder, all are listed without a label.
    Raises DataError, also when no photo lies in a class folder, UsageError when there is no such level, and StopRequested.
    """
    data = _folder(data)
    return list_tree_of(
        data, list_tree(data, control.stop_if_asked, only), class_level, whole=not only, to_label=to_label
    )


def list_tree_of(
    data: Path, top: Folder, class_level: int = 0, *, whole: bool = True, to_label: bool = False, root: str = "1"
) -> Listing:
    """`list_folder` of `data` whose tree is read; `whole` as for `layout_of`, `root`: the id of its root."""
    lister = _Lister(top, layout_of(top, class_level, whole=whole), root)
    lister.take_all()
    listing = lister.listing
    if not listing.photos:
        if not (to_label and top.total and any(file.reason == _NO_CLASS for file in listing.left_out)):
            _nothing_found(data, listing)
        lister = _Lister(top, Layout(top, [], [], 1, 0, []), root)
        lister.take_unlabelled()
        listing = lister.listing
    listing.photos.sort(key=lambda photo: photo.path)
    listing.findings += lister.layout_findings()
    return listing


class _Lister:
    """Goes through the tree `top`, understood as `layout`."""

    def __init__(self, top: Folder, layout: Layout, root: str) -> None:
        self._top, self._layout, self._root = top, layout, root
        self.listing = Listing(
            {root: layout.root.place},
            has_splits=layout.has_splits,
            class_level=layout.class_level,
            levels=layout.levels,
        )
        self._classes: dict[Folder, Split | None] = {
            folder: base.split for base in layout.bases for folder in at_depth(base.folder, layout.depth)
        }
        self._known: set[str] = set()
        """Photos whose names are not ASCII."""

    def take_all(self) -> None:
        """Each photo in a class folder is taken; what lies elsewhere is left out."""
        waiting = [self._top]
        while waiting:
            folder = waiting.pop()
            if folder in self._classes:
                self._take_class(folder)
            elif folder in self._layout.beside:
                self._leave_out(folder.below, folder.closed or _why_beside(folder))
            else:
                for name in folder.photos:
                    self._leave_out(folder.path(name), _NO_CLASS)
                self._leave_out_others(folder)
                waiting += reversed(folder.folders)

    def take_unlabelled(self) -> None:
        """Each photo is taken, and none has a label."""
        for folder in self._top.everything():
            if not _is_utf8(folder.below):
                self._leave_out(folder.below, _BAD_NAME)
            else:
                self._take_photos(folder, "", None)
                self._leave_out_others(folder)

    def layout_findings(self) -> Iterator[Finding]:
        layout = self._layout
        places = {_place(base.folder, layout.root) for base in layout.bases}
        is_inside = layout.root is not self._top
        if is_inside and "/" not in layout.root.below:
            yield Finding(say("The class folders were found one level down, in {folder}.", folder=layout.root.place))
        elif is_inside or any("/" in place or (place and not layout.has_splits) for place in places):
            folders = layout.root.place if is_inside else ", ".join(sorted(places))
            yield Finding(say("The class folders were found further down, in {folders}.", folders=folders))
        if not layout.levels:
            yield from self._nested_findings()

    def _nested_findings(self) -> Iterator[Finding]:
        """Classes whose photos all lie in several folders within, where no other level may be the class."""
        for folder in self._classes:
            inner = [class_name(one) for one in folder.folders if one.total]
            if len(inner) > 1 and not folder.photos and len(self._classes) > 1:
                names = ", ".join(inner[:_NAMED]) + (", …" if len(inner) > _NAMED else "")
                yield Finding(
                    say(
                        "The folder “{name}” contains other folders ({names}). All photos in them are used as "
                        "“{name}”.",
                        name=class_name(folder),
                        names=names,
                    )
                )

    def _take_class(self, folder: Folder) -> None:
        below, split, label = self._below(folder.below), self._classes[folder], class_name(folder)
        if not _is_utf8(folder.name):
            self._leave_out(folder.below, _BAD_NAME)
            return
        if below in self.listing.folders:
            self._leave_out(folder.below, _TWIN)
            return
        self.listing.folders[below] = label
        waiting = [folder]
        while waiting:
            one = waiting.pop()
            if not _is_utf8(one.name):
                self._leave_out(one.below, _BAD_NAME)
                continue
            self._take_photos(one, label, split)
            self._leave_out_others(one)
            waiting += reversed(one.folders)

    def _take_photos(self, folder: Folder, label: str, split: Split | None) -> None:
        place, plain = self._below(folder.below), folder.below.isascii()
        for name in folder.photos:
            path = f"{place}/{name}" if place else name
            if not (plain and name.isascii()):
                path = unicodedata.normalize("NFC", path)
                if not _is_utf8(name) or path in self._known:
                    self._leave_out(folder.path(name), _TWIN if _is_utf8(name) else _BAD_NAME)
                    continue
                self._known.add(path)
            self.listing.photos.append(Photo(path, label, split, self._root))

    def _leave_out_others(self, folder: Folder) -> None:
        if folder.closed:
            self._leave_out(folder.below, folder.closed)
        for name, reason in folder.left_out:
            self._leave_out(folder.path(name), reason if _is_utf8(name) else _BAD_NAME)

    def _leave_out(self, path: str, reason: Message) -> None:
        """`path` is below the top of the tree."""
        told = self._below(path) if self._root == "1" else as_text(str(Path(self._top.place, path)))
        self.listing.left_out.append(LeftOut(told, reason))

    def _below(self, path: str) -> str:
        """`path`, which is below the top of the tree, below the root; "../x" for what lies above that."""
        root = self._layout.root.below
        if root:
            path = path[len(root) + 1 :] if path.startswith(root + "/") else os.path.relpath(path, root)
        return unicodedata.normalize("NFC", as_text(path))


def _place(folder: Folder, root: Folder) -> str:
    """Where `folder` lies below `root`."""
    return as_text(folder.below[len(root.below) + 1 if root.below else 0 :])


def _why_beside(folder: Folder) -> Message:
    if not folder.total:
        return say("it contains no photos.")
    return say(
        "it is outside the folders train, val and test, so its {n} {n:photo is|photos are} not used. Move it into "
        "one of them to use {n:it|them}.",
        n=folder.total,
    )


def _folder(data: Path) -> Path:
    """`data` as an absolute folder. Raises DataError when it is none."""
    if is_missing(data):
        raise DataError(
            "The folder {folder} does not exist. Check the name, or choose another folder.", folder=str(data)
        )
    if not is_folder(data):
        raise no_data(data)
    return data.absolute()


def _nothing_found(data: Path, listing: Listing) -> None:
    """Raises the DataError that fits a folder without any photo in a class folder."""
    if any(file.reason == _NO_CLASS for file in listing.left_out):
        raise DataError(
            "The photos are not sorted into classes in {folder}. Put them into one folder for each class, named "
            "after the class.",
            folder=str(data),
        )
    if not listing.left_out and not listing.folders:
        raise DataError(
            "The folder {folder} is empty. Choose one that contains one folder of photos for each class.",
            folder=str(data),
        )
    if listing.left_out:
        raise DataError(
            "No photos in {folder} can be used. {reasons}",
            folder=str(data), reasons=reasons(listing.left_out),
        )  # fmt: skip
    raise DataError(
        "There are no photos in {folder}. Choose a folder that contains one folder of photos for each class.",
        folder=str(data),
    )


def _is_utf8(name: str) -> bool:
    return as_text(name) == name
