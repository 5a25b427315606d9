"""What reading a photo may cost: told by its first bytes, and refused before anything of it is decoded.

A file of a few kilobytes may decode to gigabytes, or keep a decoder busy for minutes. So each format's reader says what a
picture will take at its peak (pixels × samples × depth × passes, and what is made of them afterwards), by figures that were
measured; and what is read of a file goes through `Bounded`, which ends the loops that no header tells of.
"""

from __future__ import annotations

import contextlib
import os
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from cnn_desktop.domain.message import Message, say

MAX_PIXELS = 120_000_000
"""Photos that decode to more are not read: 120 megapixels are 360 MB as RGB."""
MOST_BYTES = 1 << 30
"""Of memory that one photo may take, everything included."""
MOST_SECONDS = 4.5
"""Of a usual processor."""
MOST_FILE_BYTES = 1 << 30
_MOST_READS = 400_000
_READ_AGAIN, _READ_ANYHOW = 4, 64 << 20
"""Times its size, and bytes besides, that may be read of a file."""
_BYTES_A_CORE = 256 << 20
"""Of memory that is found for a photo on each core; so usual ones never wait for each other."""

_EXIF_TYPES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Type → its bytes; all others have one."""
_EXIF_TABLES = (0x8769, 0x8825, 0xA005)
_MOST_TABLES = 8

RGB = 4
"""Bytes that Pillow takes for a pixel of three or four bands."""
SMALL = 8 << 20
"""Bytes that any photo takes."""


class TooCostly(Exception):
    """`reason` says what is wrong with the file."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Cost(NamedTuple):
    """Of decoding a picture and making sRGB of it."""

    bytes: int
    """At its peak."""
    seconds: float
    scale: int = 1
    """A JPEG is decoded at 1/`scale` of its size."""

    def check(self) -> Cost:
        """Itself. Raises TooCostly."""
        if self.bytes > MOST_BYTES:
            raise TooCostly(
                say(
                    "reading it would take more than {most:.0f} GB of memory. Save it at a smaller size, or as a JPEG.",
                    most=MOST_BYTES / 1e9,
                )
            )
        if self.seconds > MOST_SECONDS:
            raise too_long()
        return self


def too_long() -> TooCostly:
    return TooCostly(say("reading it would take too long. Save it at a smaller size, or as an ordinary JPEG."))


def check_pixels(width: int, height: int) -> None:
    """Raises TooCostly."""
    if width * height > MAX_PIXELS:
        raise TooCostly(
            say(
                "it has {size:.0f} megapixels, more than the {most:.0f} this app can read. Save it at a smaller size.",
                size=width * height / 1e6,
                most=MAX_PIXELS / 1e6,
            )
        )


def check_file(size: int) -> None:
    """`size`: of a file, in bytes. Raises TooCostly."""
    if size > MOST_FILE_BYTES:
        raise TooCostly(
            say(
                "the file is {size:.1f} GB, more than the {most:.0f} GB this app can read. Save it at a smaller size.",
                size=size / 1e9,
                most=MOST_FILE_BYTES / 1e9,
            )
        )


def of_pixels(pixels: int, decoding: float, nanoseconds: float, kept: float = RGB, besides: int = 0) -> Cost:
    """`decoding`: bytes a pixel while it is decoded; `kept`: while sRGB is made of it, which may then be turned."""
    return Cost(int(pixels * max(decoding, kept + RGB, 2 * RGB)) + besides + SMALL, pixels * nanoseconds * 1e-9)


def png_cost(start: bytes, size: int) -> Cost:
    """`start`: the first bytes of a PNG of `size` bytes. Raises struct.error, TooCostly."""
    wide, high, bits, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", start, 16)
    check_pixels(wide, high)
    bands = {0: 1, 2: 3, 4: 2, 6: 4}.get(colour, 1)
    is_wide = bits == 16 and bands > 1  # Pillow decodes one byte of each number at a time
    row = 3.6 * bands * bits / 8 * (1.2 if interlaced else 1) + (bits < 8) * 2
    kept = (2 * bands if bands > 1 else 4) if bits == 16 else 1 if bands == 1 else RGB
    seconds = row * 2 + 5 * bands if is_wide else row + (10 if bits == 16 else 4)
    return of_pixels(wide * high, kept + RGB if is_wide else kept, seconds, kept, min(size, 4 << 20))


def webp_cost(start: bytes, size: int) -> Cost:
    """Raises struct.error, TooCostly."""
    kind = start[12:16]
    wide = high = 0
    if kind == b"VP8X":
        wide, high = (int.from_bytes(start[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        wide, high = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        wide, high = (part & 0x3FFF for part in struct.unpack_from("<HH", start, 26))
    check_pixels(wide, high)
    return of_pixels(wide * high, 16, 30, besides=3 * size)


def other_cost(wide: int, high: int, size: int) -> Cost:
    """Of a format that holds pixels of 8 bits and says its size in its header. Raises TooCostly."""
    check_pixels(wide, high)
    return of_pixels(wide * high, RGB, 10, besides=min(size, 4 << 20))


def is_modest_exif(content: bytes) -> bool:
    """False for EXIF data of which Pillow would make much more than there is: tags that share their values."""
    start = content.removeprefix(b"Exif\0\0")
    order = "<" if start.startswith(b"II") else ">"
    waiting, told = [start[4:8]], 0
    seen: set[int] = set()
    while waiting:
        place = int.from_bytes(waiting.pop(), "little" if order == "<" else "big")
        if place in seen or len(seen) > _MOST_TABLES:
            continue
        seen.add(place)
        count = int.from_bytes(start[place : place + 2], "little" if order == "<" else "big")
        table = start[place + 2 : place + 2 + 12 * count]
        for tag, kind, number, value in struct.iter_unpack(f"{order}HHI4s", table[: len(table) // 12 * 12]):
            told += number * _EXIF_TYPES.get(kind, 1)
            if tag in _EXIF_TABLES:
                waiting.append(value)
    return told <= 2 * len(start) + 4096


class Bounded:
    """A file that is read only so often and so far: Pillow's loops over tags, chunks and frames end with it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        self.read = _bounded(stream.read, _READ_ANYHOW + _READ_AGAIN * self.size)
        """Raises TooCostly."""
        self.seek, self.tell = stream.seek, stream.tell

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> Bounded:
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()


def _bounded(read: Callable[[int], bytes], most: int) -> Callable[..., bytes]:
    """`read`, up to `most` bytes of it. A function of its own, as it is called fifty times for the header of a JPEG."""
    reads = _MOST_READS

    def bounded(count: int = -1, /) -> bytes:
        nonlocal reads, most
        found = read(count)
        reads -= 1
        most -= len(found)
        if reads < 0 or most < 0:
            raise too_long()
        return found

    return bounded


class _Mine(threading.local):
    """What this thread has of a room."""

    bytes = 0


class Room:
    """Memory that photos share that are decoded at the same time: large ones wait for each other."""

    def __init__(self, most: int) -> None:
        self._most, self._used, self._mine = most, 0, _Mine()
        self._turn, self._changed = threading.Lock(), threading.Condition()

    @contextlib.contextmanager
    def taken(self, count: int) -> Iterator[None]:
        """Waits until there are `count` bytes; a photo that is larger than the whole room has it to itself.

        Within `taken`, what this thread has counts, and it never waits for more.
        """
        held = self._mine.bytes
        more = max(0, count - held)
        with contextlib.nullcontext() if held else self._turn, self._changed:  # nobody is overtaken again and again
            self._changed.wait_for(lambda: held or not self._used or self._used + more <= self._most)
            self._used += more
        self._mine.bytes = held + more
        try:
            yield
        finally:
            self._mine.bytes = held
            with self._changed:
                self._used -= more
                self._changed.notify_all()


ROOM = Room(MOST_BYTES + _BYTES_A_CORE * (os.cpu_count() or 2))
"""Of this process."""
