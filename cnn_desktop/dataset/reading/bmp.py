"""BMP files that Pillow reads wrongly, slowly or not at all: any masks of bits, and 16 or 256 colours from a palette."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

import numpy as np

from cnn_desktop.dataset.reading.bands import spans
from cnn_desktop.dataset.reading.cost import Cost, other_cost
from cnn_desktop.dataset.reading.deep import Samples
from cnn_desktop.domain.tones import Range

DIB_HEADS = (12, 40, 52, 56, 64, 108, 124)
_PLAIN, _MASKS, _RUNS = 0, 3, (1, 2)
"""Kinds of compression."""
_PALETTES = ((_PLAIN, 4), (_PLAIN, 8), (1, 8), (2, 4))
"""Compression and bits of what has its colours in a palette."""
_RUN, _SLOW_RUN = 0.5e-6, 0.5e-6
"""Seconds for a byte of runs; for a pixel of them by Pillow."""
_BYTES = Range(0, 255)


class Bmp:
    """A BMP file, by its header."""

    is_deep = is_decimal = False
    orientation = 1
    profile: bytes | None = None
    mode = "RGB"

    def __init__(self, stream: BinaryIO) -> None:
        """Raises ValueError or struct.error when it is none."""
        start = stream.read(14 + 124)
        self._size = stream.seek(0, os.SEEK_END)
        if start[:2] != b"BM":
            raise ValueError("no BMP")
        (self._place,) = struct.unpack_from("<I", start, 10)
        (head,) = struct.unpack_from("<I", start, 14)
        if head not in DIB_HEADS:
            raise ValueError("no header of a BMP")
        self.compression, self._masks, used, high = _PLAIN, (0, 0, 0, 0), 0, 0
        if head == 12:
            self.width, high, _, self.bits = struct.unpack_from("<HHHH", start, 18)
        else:
            self.width, high, _, self.bits, self.compression = struct.unpack_from("<iiHHI", start, 18)
            (used,) = struct.unpack_from("<I", start, 46)
            if self.compression == _MASKS:
                red, green, blue, alpha = struct.unpack_from("<4I", start, 54)
                self._masks = (red, green, blue, alpha if head >= 56 else 0)  # of 16 bits, what lies above is nothing
        self.height, self._is_top_down = abs(high), high < 0
        self._palette_at, self._entry = 14 + head, 3 if head == 12 else 4
        self._colours = min(used or 1 << min(self.bits, 8), 256)

    @property
    def is_ours(self) -> bool:
        """True for what Pillow does not read, or reads wrongly or slowly."""
        if self.width < 1 or self.height < 1:
            return False
        return (self.compression == _MASKS and self.bits in (16, 32)) or (self.compression, self.bits) in _PALETTES

    @property
    def _row(self) -> int:
        """Bytes of a row, with its padding."""
        return (self.width * self.bits + 31) // 32 * 4

    @property
    def is_cut(self) -> bool:
        if self.compression in _RUNS:
            return self._place >= self._size
        return self._place + self._row * self.height > self._size

    @property
    def cost(self) -> Cost:
        """Of decoding it and making sRGB of it."""
        told = other_cost(self.width, self.height, 0)
        return told._replace(seconds=told.seconds + self._size * _RUN) if self.compression in _RUNS else told

    def read(self, stream: BinaryIO) -> Samples:
        """Its pixels. Raises ValueError when they are damaged."""
        values = np.empty((self.height, self.width, 3), np.uint8)
        if self.compression == _MASKS:
            return self._read_masks(stream, values)
        stream.seek(self._palette_at)
        palette = np.frombuffer(stream.read(self._colours * self._entry), np.uint8).reshape(-1, self._entry)
        table = np.zeros((256, 3), np.uint8)
        table[: len(palette)] = palette[:, 2::-1]
        runs = self._runs(stream) if self.compression in _RUNS else None
        for rows in spans(self.height, self.width):
            numbers = self._rows(stream, rows) if runs is None else runs[::-1][rows]
            if self.bits == 4 and runs is None:
                numbers = np.stack((numbers >> 4, numbers & 15), -1).reshape(len(numbers), -1)
            values[rows] = table[numbers[:, : self.width]]
        return Samples(values, "RGB", fixed=_BYTES)

    def _read_masks(self, stream: BinaryIO, values: np.ndarray) -> Samples:
        alpha = np.empty(values.shape[:2], np.uint8) if self._masks[3] else None
        for rows in spans(self.height, self.width):
            pixels = np.ascontiguousarray(self._rows(stream, rows)).view(f"<u{self.bits // 8}")[:, : self.width]
            for band, mask in enumerate(self._masks[:3]):
                values[rows, :, band] = _band(pixels, mask)
            if alpha is not None:
                alpha[rows] = _band(pixels, self._masks[3])
        # programs leave an alpha at 0 that they do not know
        return Samples(values, "RGB", alpha if alpha is not None and alpha.any() else None, fixed=_BYTES)

    def _rows(self, stream: BinaryIO, rows: slice) -> np.ndarray:
        """uint8 [rows, bytes of a row], from the top. Raises ValueError when they are not there."""
        first = rows.start if self._is_top_down else self.height - rows.stop
        stream.seek(self._place + first * self._row)
        count = rows.stop - rows.start
        content = np.frombuffer(stream.read(count * self._row), np.uint8).reshape(count, self._row)
        return content if self._is_top_down else content[::-1]

    def _runs(self, stream: BinaryIO) -> np.ndarray:
        """uint8 [H, W], from the bottom: the numbers of the colours, from codes of a length and a number."""
        stream.seek(self._place)
        content, width, height = stream.read(), self.width, self.height
        out, x, y, at = bytearray(width * height), 0, 0, 0
        while y < height:
            if at + 2 > len(content):
                if y == height - 1 and x >= width:
                    break
                raise ValueError("a BMP that breaks off")
            count, value = content[at], content[at + 1]
            at += 2
            if count:
                count = min(count, width - x)
                out[y * width + x : y * width + x + count] = self._run(value, count)
                x += count
            elif value == 0:
                x, y = 0, y + 1
            elif value == 1:
                break
            elif value == 2:
                right, up = content[at : at + 2].ljust(2, b"\0")
                x, y, at = min(width, x + right), y + up, at + 2
            else:
                length = (value + 1) // 2 if self.bits == 4 else value
                some = content[at : at + length]
                if len(some) < length:
                    raise ValueError("a BMP that breaks off")
                count = min(value, width - x)
                out[y * width + x : y * width + x + count] = _numbers(some, self.bits)[:count]
                x, at = x + count, at + length + length % 2
        return np.frombuffer(out, np.uint8).reshape(height, width)

    def _run(self, value: int, count: int) -> bytes:
        if self.bits == 8:
            return bytes((value,)) * count
        return (bytes((value >> 4, value & 15)) * ((count + 1) // 2))[:count]


def _numbers(content: bytes, bits: int) -> bytes:
    if bits == 8:
        return content
    return bytes(number for byte in content for number in (byte >> 4, byte & 15))


def dib_cost(start: bytes, size: int) -> Cost:
    """Of a BMP without the first part of its header, which Pillow reads. Raises struct.error, TooCostly."""
    if start[0] == 12:
        wide, high = struct.unpack_from("<HH", start, 4)
        return other_cost(wide, high, size)
    wide, high, _, _, compression = struct.unpack_from("<iiHHI", start, 4)
    told = other_cost(abs(wide), abs(high), size)
    return told._replace(seconds=told.seconds + abs(wide * high) * _SLOW_RUN) if compression in _RUNS else told


def _band(pixels: np.ndarray, mask: int) -> np.ndarray:
    """uint8: the bits under `mask`, 0 to all of them as 0 to 255."""
    if not mask:
        return np.zeros(pixels.shape, np.uint8)
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    numbers = (pixels & pixels.dtype.type(mask)) >> pixels.dtype.type(shift)
    if most < 1 << 16:
        return np.rint(np.arange(most + 1) * (255 / most)).astype(np.uint8)[numbers]
    return np.rint(numbers * (255 / most)).astype(np.uint8)
