"""What was dropped on the window or pasted into it: folders, a table or a project to open, or photos for the viewer.

The window takes every drop of files; no widget in it takes one of its own, but for text fields. Photos that are dragged from
the grid onto a class are no files: the list of classes takes these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from cnn_desktop.dataset.cache import Piece, facts_of, keep_newest
from cnn_desktop.dataset.reading.files import is_photo, is_table
from cnn_desktop.domain import places
from cnn_desktop.domain.files import files_in, is_folder, is_there, write_bytes
from cnn_desktop.gui.state.viewed_model import is_run
from cnn_desktop.project.place import around, holds_project, is_opener, is_project, is_renamed

_KINDS = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/avif": ".avif", "image/tiff": ".tif",
    "image/bmp": ".bmp", "image/gif": ".gif",
}  # fmt: skip
"""What programs offer a picture as, the best first: kept as it is, and decoded by a child as any photo."""
KEPT = 20
"""Pictures that came without a file and are kept; older ones go."""


class Dropped(msgspec.Struct, frozen=True):
    """Local paths by kind, in the order they came."""

    folders: tuple[Path, ...] = ()
    projects: tuple[Path, ...] = ()
    models: tuple[Path, ...] = ()
    """Folders of training runs."""
    tables: tuple[Path, ...] = ()
    photos: tuple[Path, ...] = ()
    openers: tuple[Path, ...] = ()
    """Files that open the project they lie in, and lie in none."""
    others: tuple[Path, ...] = ()


def may_be_taken(data: QMimeData) -> bool:
    """True for what can be dropped: files, folders, a picture. Asked while it is dragged, so nothing is read."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def paths_in(data: QMimeData) -> list[Path]:
    """Files and folders on this computer's disks; a picture without a file is saved first. Raises DataError when it cannot be."""
    if files := [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]:
        return files
    for kind, ending in _KINDS.items():
        if data.hasFormat(kind) and (content := bytes(data.data(kind).data())):
            return [_keep(content, ending)]
    if data.hasImage():  # there are no bytes of a file: the system itself hands over pixels
        image = data.imageData()
        return [_keep(as_png(image), ".png")] if isinstance(image, QImage) and not image.isNull() else []
    lines = [Path(line.strip().strip('"')) for line in data.text().splitlines() if line.strip()]
    return [path for path in lines if path.is_absolute() and is_there(path)]


def sort_out(paths: list[Path]) -> Dropped:
    """Looks at each path once. A file whose name does not say what it is may be a photo, as it was meant by itself."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        kind, meant = _look_at(path)
        found.setdefault(kind, []).append(meant)
    return Dropped(**{kind: tuple(these) for kind, these in found.items()})


def _look_at(path: Path) -> tuple[str, Path]:
    """Its kind, a field of `Dropped`, and what is opened by it."""
    if is_opener(path) and not is_folder(path):
        folder = around(path)
        if holds_project(folder) or is_project(folder):
            return "projects", folder
        return ("models", folder) if is_run(folder) else ("openers", path)
    kinds: dict[str, Callable[[Path], bool]] = {
        "projects": lambda path: is_project(path) or is_renamed(path),
        "models": lambda path: is_folder(path) and is_run(path),
        "folders": is_folder,
        "tables": is_table,
        "photos": lambda path: is_photo(path.name) or (not path.suffix and is_there(path) and path.is_file()),
        "others": lambda path: True,
    }
    return next(kind for kind, is_one in kinds.items() if is_one(path)), path


def as_png(image: QImage) -> bytes:
    """What a PNG file of `image` holds."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def _keep(content: bytes, ending: str) -> Path:
    """Writes the bytes of a picture as a file named after them, so that pasting it twice is one file. They aren't decoded."""
    folder = places.cache_folder() / "pasted"
    file = folder / f"pasted {hashlib.sha256(content).hexdigest()[:16]}{ending}"
    write_bytes(file, content)
    own = (one for one in files_in(folder, "pasted *") if one.suffix in _KINDS.values())
    keep_newest((Piece(*facts_of(one), (one,)) for one in own), most=KEPT)
    return file
