"""How pictures travel to the window: files of plain bytes, written by a child of ours and checked before they are read."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple, TypeVar

from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.places import cache_folder

MOST_MAP_BYTES = 64_000_000
MOST_PIXELS = 40_000_000
"""Of a photo's largest size; photos of more are shown smaller."""
SMALLEST = 256
"""Sizes are halved as long as the longer side is more than twice as long."""
PIXEL = 4
"""Bytes of a photo's: blue, green, red and 255, which is what the screen takes without further ado."""


class MapsHead(NamedTuple):
    """What a file of maps begins with; then come `maps` maps of `height` rows of `width` bytes."""

    maps: int
    height: int
    width: int

    @property
    def size(self) -> int:
        """Bytes that follow; 0 of what no file may hold."""
        size = self.maps * self.height * self.width
        return size if size <= MOST_MAP_BYTES else 0


class PhotoHead(NamedTuple):
    """What the file of a photo begins with; then come its sizes, the largest first."""

    width: int
    height: int
    """Of the largest size in it."""
    own_width: int
    own_height: int
    """Of the photo itself."""

    @property
    def size(self) -> int:
        """Bytes that follow; 0 of what no file may hold."""
        if not 0 < self.width * self.height <= MOST_PIXELS:
            return 0
        return sum(PIXEL * wide * high for wide, high in sizes(self.width, self.height))


Head = TypeVar("Head", MapsHead, PhotoHead)
_MAGIC: dict[type, bytes] = {MapsHead: b"CNNMAPS1", PhotoHead: b"CNNPHOT2"}
_INSIDE: dict[type, str] = {MapsHead: "maps", PhotoHead: "shown"}


def sizes(width: int, height: int) -> Iterator[tuple[int, int]]:
    """Width and height of all that is in a photo's file: the photo, and halves of it, as they follow each other."""
    yield width, height
    while max(width, height) > 2 * SMALLEST:
        width, height = (width + 1) // 2, (height + 1) // 2
        yield width, height


def pixel_folder(kind: type) -> Path:
    """The folder in the cache in which files with a head of this kind lie."""
    return cache_folder() / _INSIDE[kind]


def packed(head: Head) -> bytes:
    """`head` as the file begins."""
    return _layout(type(head)).pack(_MAGIC[type(head)], *head)


def open_pixels(file: Path, kind: type[Head]) -> tuple[Head, BufferedReader]:
    """The head of `file`, and what follows it, still to be read. Raises OSError, also when the file is not of this kind."""
    stream = open_regular(file)
    layout = _layout(kind)
    start = stream.read(layout.size)
    if len(start) == layout.size:
        magic, *numbers = layout.unpack(start)
        head = kind(*numbers)
        if magic == _MAGIC[kind] and 0 < head.size == os.fstat(stream.fileno()).st_size - layout.size:
            return head, stream
    stream.close()
    raise OSError("not a file of ours")


def is_in_cache(file: Path, kind: type) -> bool:
    """Whether `file` really lies where files of this kind do."""
    try:
        return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(pixel_folder(kind)))
    except ValueError:  # a name that no file can have
        return False


def _layout(kind: type[Head]) -> struct.Struct:
    return struct.Struct(f"<8s{len(kind._fields)}I")
