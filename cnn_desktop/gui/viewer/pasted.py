"""Photos out of the clipboard or a drop: files as they are, a bare picture as a file in the cache."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from cnn_desktop.domain import places
from cnn_desktop.domain.files import replacing

KEPT = 20
"""Pasted pictures that are kept; older ones go."""


def pasted_photos(data: QMimeData) -> list[str]:
    """Paths of the files in `data`; a picture without a file is saved first. Raises DataError when it cannot be."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return files
    if data.hasImage():
        image = data.imageData()
        return [_save(image)] if isinstance(image, QImage) and not image.isNull() else []
    lines = [line.strip().strip('"') for line in data.text().splitlines()]
    return [line for line in lines if line and Path(line).is_absolute() and Path(line).exists()]


def _save(image: QImage) -> str:
    """Writes `image` as a PNG named after its content, so that pasting it twice is one file."""
    folder = places.cache_folder() / "pasted"
    pixels = image.convertToFormat(QImage.Format.Format_RGBA8888)
    name = hashlib.sha256(bytes(pixels.constBits())).hexdigest()[:16]
    file = folder / f"pasted {name}.png"
    with replacing(file) as temporary:
        image.save(str(temporary), "PNG")  # type: ignore[call-overload]
    old = sorted(folder.glob("*.png"), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]
    for each in old:
        each.unlink(missing_ok=True)
    return str(file)
