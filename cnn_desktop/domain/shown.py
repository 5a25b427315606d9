"""How a decoded photo travels to the window: a file of plain pixels, written by a child of ours and checked before it is read."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"CNNPHOT2"
_HEAD = struct.Struct("<8sIIII")
HEAD_BYTES = _HEAD.size
MOST_PIXELS = 40_000_000
"""Of the largest size; photos of more are shown smaller."""
SMALLEST = 256
"""Sizes are halved as long as the longer side is more than twice as long."""
FOLDER = "shown"
"""In the cache."""
PIXEL = 4
"""Bytes: blue, green, red and 255, which is what the screen takes without further ado."""


def sizes(width: int, height: int) -> Iterator[tuple[int, int]]:
    """Width and height of all that is in a file: the photo, and halves of it, as they follow each other."""
    yield width, height
    while max(width, height) > 2 * SMALLEST:
        width, height = (width + 1) // 2, (height + 1) // 2
        yield width, height


class Head(NamedTuple):
    """The first bytes of a file."""

    width: int
    height: int
    """Of the largest size in it."""
    own_width: int
    own_height: int
    """Of the photo itself."""

    def packed(self) -> bytes:
        return _HEAD.pack(MAGIC, *self)

    @classmethod
    def read(cls, start: bytes, file_bytes: int) -> Head | None:
        """From what a file of `file_bytes` begins with; None when it is not ours."""
        if len(start) < HEAD_BYTES:
            return None
        magic, *numbers = _HEAD.unpack_from(start)
        found = cls(*numbers)
        if magic != MAGIC or not 0 < found.width * found.height <= MOST_PIXELS:
            return None
        whole = HEAD_BYTES + sum(PIXEL * wide * high for wide, high in sizes(found.width, found.height))
        return found if whole == file_bytes else None
