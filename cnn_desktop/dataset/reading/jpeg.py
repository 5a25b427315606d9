"""JPEGs, by their markers: what decoding one would cost, and at which size it is decoded."""

from __future__ import annotations

import io
import math
import struct
from typing import BinaryIO

from cnn_desktop.dataset.reading import cost
from cnn_desktop.dataset.reading.cost import MOST_BYTES, RGB, SMALL, Cost, check_pixels, too_long

SCALES = (1, 2, 4, 8)
"""A JPEG may be decoded at 1/2, 1/4 or 1/8 of its size."""
_SCAN, _END = 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITH_LENGTH = frozenset(range(0x02, 0xFF)) - {*range(0xD0, 0xD9), _END}
"""Markers behind which it says how long what follows is."""
_PROGRESSIVE, _ARITHMETIC, _LOSSLESS = (0xC2, 0xC6, 0xCA, 0xCE), range(0xC9, 0xD0), (0xC3, 0xC7, 0xCB, 0xCF)
_MOST_SEGMENTS = 20_000
"""Before the first scan. Cameras write some dozens."""
_PIECE = 1 << 20
BLOCK = 64
"""Pixels."""
VISIT, _SAMPLE, _BYTE = 75e-9, 1.5e-9, 11e-9
"""Seconds, measured: for a block in each scan that refines it, for a number, for a byte of the file."""


class Jpeg:
    """The first picture of a JPEG, by its header."""

    def __init__(self, stream: BinaryIO, size: int, most: int) -> None:
        """`size`: of the file, of which up to `most` bytes are searched for scans.

        Raises ValueError or struct.error when it is none, TooCostly when it would take too long to go through it.
        """
        self._size = size
        frame, first = _header(stream)
        self._mark = frame[0]
        _, self.height, self.width, bands = struct.unpack_from(">BHHB", frame, 1)
        factors = [frame[8 + 3 * band] for band in range(bands)]
        self._factors = [(max(1, one >> 4), max(1, one & 15)) for one in factors] or [(1, 1)]
        self._has_more = self._mark in _PROGRESSIVE or first < bands
        self._scans = first
        if self._has_more:
            self._scans += count_scans(stream, most)

    @property
    def is_plain(self) -> bool:
        """Decoded in one go."""
        return self._mark in (0xC0, 0xC1) and not self._has_more

    def cost(self, scale: int) -> Cost:
        """Of decoding it at 1/`scale`, making sRGB of it and turning it."""
        wide, high = max(one for one, _ in self._factors), max(one for _, one in self._factors)
        pixels = self.width * self.height
        samples = sum(pixels * across * down / (wide * high) for across, down in self._factors)
        shown = math.ceil(self.width / scale) * math.ceil(self.height / scale)
        kept = 1 if len(self._factors) == 1 else RGB
        coefficients = 2 * samples if self._has_more else 0
        peak = max(kept * shown + coefficients, (kept + RGB) * shown, 2 * RGB * shown)
        seconds = samples * _SAMPLE / min(scale, 2) + self._size * _BYTE + shown * 4e-9
        if self._has_more:
            seconds += self._scans * pixels / BLOCK * VISIT
        if self._mark in _ARITHMETIC or self._mark in _LOSSLESS:
            seconds += samples * 10e-9
        return Cost(int(peak) + SMALL, seconds, scale)

    def plan(self, side: int | None) -> Cost:
        """At which size it is decoded: both sides at least `side`, and as large as may be. Raises TooCostly."""
        least = 1 if side is None else min(self.width // max(1, side), self.height // max(1, side))
        start = max((scale for scale in SCALES if scale <= least), default=1)
        for scale in SCALES[SCALES.index(start) :]:
            plan = self.cost(scale)
            if self.width * self.height <= cost.MAX_PIXELS * scale**2 and plan.bytes <= MOST_BYTES:
                return plan.check()
        check_pixels(self.width // SCALES[-1], self.height // SCALES[-1])
        return plan.check()


def plain_size(content: bytes) -> tuple[int, int] | None:
    """(width, height) of a JPEG of the plainest kind, as this app writes them: one scan, Huffman codes. None for all others."""
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    try:
        jpeg = Jpeg(io.BytesIO(content), len(content), 0)
    except (ValueError, LookupError, struct.error, cost.TooCostly):
        return None
    return (jpeg.width, jpeg.height) if jpeg.is_plain else None


def _header(stream: BinaryIO) -> tuple[bytes, int]:
    """(marker and content of the frame, bands in the first scan); the stream then stands behind the first scan's head."""
    stream.seek(2)
    frame = b""
    for _ in range(_MOST_SEGMENTS):
        place = stream.tell()
        head = stream.read(4)
        if len(head) == 4 and head[0] == 0xFF and head[1] in _WITH_LENGTH:
            mark, length = head[1], head[2] << 8 | head[3]
        else:
            stream.seek(place)
            mark = _next_mark(stream)
            if mark == _END:
                break
            if mark not in _WITH_LENGTH:
                continue
            (length,) = struct.unpack(">H", stream.read(2))
        if mark == _SCAN:
            if len(frame) < 10:
                break
            return frame, stream.read(1)[0]
        if mark in _FRAMES:
            frame = bytes([mark]) + stream.read(max(0, length - 2))
        else:
            stream.seek(max(0, length - 2), 1)
    else:
        raise too_long()
    raise ValueError("a JPEG without a picture")


def _next_mark(stream: BinaryIO) -> int:
    """What is between is passed over, as Pillow does. Raises ValueError at the end."""
    for _ in range(_PIECE):
        byte = stream.read(1)
        while byte == b"\xff":
            byte = stream.read(1)
            if byte not in (b"\0", b"\xff"):
                if not byte:
                    break
                return byte[0]
        if not byte:
            break
    raise ValueError("a JPEG that breaks off")


def count_scans(stream: BinaryIO, most: int) -> int:
    """Bands in all further scans, as far as `most` bytes go."""
    found, tail = 0, b""
    while most > 0 and (piece := stream.read(min(_PIECE, most))):
        most -= len(piece)
        content = tail + piece
        at = content.find(b"\xff\xda")
        while 0 <= at < len(content) - 4:
            found += min(4, max(1, content[at + 4]))
            at = content.find(b"\xff\xda", at + 2)
        tail = content[at:] if at >= 0 else content[-1:] if content.endswith(b"\xff") else b""
    return found
