"""The one place where the window decodes a picture file: a small one, in the cache, of a plain kind that a child has written.

All else that is a picture is decoded in a child. The cache is a folder that anything may have been put into, and recent
projects name pictures by their paths; so a file is looked at before Qt sees it: where it lies (`cached_picture`), its size, its kind and its
pixels. Such a file costs a few milliseconds, whatever is in it.
"""

from __future__ import annotations

import contextlib
import os
import struct
from pathlib import Path

from PySide6.QtGui import QImage

from cnn_desktop.dataset.reading.jpeg import plain_size
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.places import cache_folder

MOST_BYTES, LONGEST = 4 << 20, 1024
"""Of a file; of a side, in pixels."""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_PLAIN = b"\x08\x02\0\0\0"
"""8 bits of red, green and blue, not interlaced."""


def own_picture(file: str) -> QImage:
    """The picture in `file`; null when it is gone, or not of the kind that this app writes. Any thread."""
    image = QImage()
    with contextlib.suppress(OSError, ValueError):
        with open_regular(Path(file)) as stream:
            content = stream.read(MOST_BYTES + 1)
        if kind := _kind(content):
            image.loadFromData(content, kind)
    return image


def cached_picture(file: str) -> QImage:
    """As `own_picture`, of a path that was read from a file: null, too, when it leads out of the cache."""
    try:
        is_in_cache = bool(file) and Path(os.path.realpath(file)).is_relative_to(os.path.realpath(cache_folder()))
    except ValueError:  # a name that no file can have
        return QImage()
    return own_picture(file) if is_in_cache else QImage()


def _kind(content: bytes) -> str:
    """What Qt calls the format; "" for what is not plain or too large."""
    size = None
    if len(content) > MOST_BYTES:
        return ""
    if content.startswith(_PNG) and content[24:29] == _PLAIN and b"iCCP" not in content[:64]:
        size, kind = struct.unpack_from(">II", content, 16), "PNG"
    elif (size := plain_size(content)) is not None:
        kind = "JPEG"
    return kind if size and min(size) > 0 and max(size) <= LONGEST else ""
