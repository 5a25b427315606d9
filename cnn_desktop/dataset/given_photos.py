"""Files and folders that a person gave become photos: files as they are, folders as the photos in and below them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.left_out import reasons
from cnn_desktop.dataset.reading.files import photos_below
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.photos import LeftOut


class GivenPhotos(msgspec.Struct):
    """What was found, sorted within each folder; each file once."""

    below: dict[str, str] = {}
    """Path of each photo → its path below the folder that was given; of a file that was given its name."""
    folders: list[str] = []
    left_out: list[LeftOut] = []


def find_given(
    paths: Sequence[str], stop: Callable[[], object] = lambda: None, are_folders: bool = False
) -> GivenPhotos:
    """Never raises for a folder that cannot be opened: that is left out, with its reason. `stop` may raise.

    `are_folders`: they are known to be, so that one that is gone is no file.
    """
    found = GivenPhotos()
    for path in paths:
        if not (are_folders or is_folder(path)):
            found.below.setdefault(path, Path(path).name)
            continue
        found.folders.append(path)
        try:
            photos, left_out = photos_below(Path(path), stop)
        except DataError as error:
            found.left_out.append(LeftOut(path, error.message))
            continue
        start = len(str(Path(path, "_"))) - 1
        for photo in map(str, photos):
            found.below.setdefault(photo, photo[start:].replace(os.sep, "/"))
        found.left_out += left_out
    return found


def need_photos(found: GivenPhotos) -> None:
    """Raises DataError when there is no photo in it, with what is there instead."""
    if found.below:
        return
    folder = found.folders[0] if found.folders else ""
    if found.left_out:
        raise DataError(
            "The folder “{path}” contains no photos to classify. {reasons}",
            path=folder,
            reasons=reasons(found.left_out),
        )
    raise DataError("The folder “{path}” contains no photos. Choose another folder.", path=folder)
