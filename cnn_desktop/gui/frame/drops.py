"""What was dropped on the window or pasted into it: folders, a table or a project to open, or photos for the viewer.

The window takes every drop; no widget in it takes one of its own, but for text fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from cnn_desktop.dataset.reading.files import is_photo, is_table
from cnn_desktop.domain import places
from cnn_desktop.domain.files import is_folder, is_there, replacing
from cnn_desktop.project.place import is_project

KEPT = 20
"""Pictures that came without a file and are kept; older ones go."""


class Dropped(msgspec.Struct, frozen=True):
    """Local paths by kind, in the order they came."""

    folders: tuple[Path, ...] = ()
    projects: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    photos: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()


def may_be_taken(data: QMimeData) -> bool:
    """True for what can be dropped: files, folders, a picture. Asked while it is dragged, so nothing is read."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def paths_in(data: QMimeData) -> list[Path]:
    """Files and folders on this computer's disks; a picture without a file is saved first. Raises DataError when it cannot be."""
    if files := [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]:
        return files
    if data.hasImage():
        image = data.imageData()
        return [_save(image)] if isinstance(image, QImage) and not image.isNull() else []
    lines = [Path(line.strip().strip('"')) for line in data.text().splitlines() if line.strip()]
    return [path for path in lines if path.is_absolute() and is_there(path)]


def sort_out(paths: list[Path]) -> Dropped:
    """Looks at each path once. A file whose name does not say what it is may be a photo, as it was meant by itself."""
    kinds: dict[str, Callable[[Path], bool]] = {
        "projects": is_project,
        "folders": is_folder,
        "tables": is_table,
        "photos": lambda path: is_photo(path.name) or (not path.suffix and is_there(path) and path.is_file()),
        "others": lambda path: True,
    }
    found: dict[str, list[Path]] = {}
    for path in paths:
        kind = next(kind for kind, is_one in kinds.items() if is_one(path))
        found.setdefault(kind, []).append(path)
    return Dropped(**{kind: tuple(these) for kind, these in found.items()})


def _save(image: QImage) -> Path:
    """Writes `image` as a PNG named after its content, so that pasting it twice is one file."""
    folder = places.cache_folder() / "pasted"
    pixels = image.convertToFormat(QImage.Format.Format_RGBA8888)
    name = hashlib.sha256(bytes(pixels.constBits())).hexdigest()[:16]
    file = folder / f"pasted {name}.png"
    with replacing(file) as temporary:
        image.save(str(temporary), "PNG")  # type: ignore[call-overload]
    for old in sorted(folder.glob("pasted *.png"), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
    return file
