"""How maps travel to the window: a file of plain bytes, written by a child of ours and checked before it is read."""

from __future__ import annotations

import struct
from typing import NamedTuple

MAGIC = b"CNNMAPS1"
_HEAD = struct.Struct("<8sIII")
HEAD_BYTES = _HEAD.size
MOST_BYTES = 64_000_000
FOLDER = "maps"
"""In the cache."""


class Head(NamedTuple):
    """The first bytes of a file; then `maps` maps of `height` rows of `width` bytes."""

    maps: int
    height: int
    width: int

    def packed(self) -> bytes:
        return _HEAD.pack(MAGIC, *self)

    @classmethod
    def read(cls, start: bytes, file_bytes: int) -> Head | None:
        """From what a file of `file_bytes` begins with; None when it is not ours."""
        if len(start) < HEAD_BYTES:
            return None
        magic, *numbers = _HEAD.unpack_from(start)
        found = cls(*numbers)
        size = found.maps * found.height * found.width
        if magic != MAGIC or not 0 < size <= MOST_BYTES:
            return None
        return found if HEAD_BYTES + size == file_bytes else None
