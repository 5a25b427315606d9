"""BMP files that Pillow reads wrongly or not at all: any masks of bits, and 16 or 256 colours from a palette."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

import numpy as np

from cnn_desktop.dataset.reading.deep import Samples
from cnn_desktop.domain.tones import Range

_HEADS = (12, 40, 52, 56, 64, 108, 124)
_PLAIN, _MASKS = 0, 3
"""Kinds of compression."""
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
        if head not in _HEADS:
            raise ValueError("no header of a BMP")
        self.compression, self._masks, used, high = _PLAIN, (0, 0, 0, 0), 0, 0
        if head == 12:
            self.width, high, _, self.bits = struct.unpack_from("<HHHH", start, 18)
        else:
            self.width, high, _, self.bits, self.compression = struct.unpack_from("<iiHHI", start, 18)
            (used,) = struct.unpack_from("<I", start, 46)
            if self.compression == _MASKS:
                red, green, blue, alpha = struct.unpack_from("<4I", start, 54)
                self._masks = (red, green, blue, alpha if head >= 56 else 0)
        self.height, self._is_top_down = abs(high), high < 0
        self._palette_at, self._entry = 14 + head, 3 if head == 12 else 4
        self._colours = min(used or 1 << min(self.bits, 8), 256)

    @property
    def is_ours(self) -> bool:
        """True for what Pillow does not read, or reads wrongly."""
        if self.width < 1 or self.height < 1:
            return False
        return (self.compression == _MASKS and self.bits in (16, 32)) or (
            self.compression == _PLAIN and self.bits in (4, 8)
        )

    @property
    def _row(self) -> int:
        """Bytes of a row, with its padding."""
        return (self.width * self.bits + 31) // 32 * 4

    @property
    def is_cut(self) -> bool:
        return self._place + self._row * self.height > self._size

    def read(self, stream: BinaryIO) -> Samples:
        """Its pixels. Raises ValueError when they are damaged."""
        stream.seek(self._place)
        content = np.frombuffer(stream.read(self._row * self.height), np.uint8).reshape(self.height, self._row)
        content = content if self._is_top_down else content[::-1]
        if self.compression == _MASKS:
            pixels = np.ascontiguousarray(content).view(f"<u{self.bits // 8}")[:, : self.width].astype(np.uint32)
            bands = [_band(pixels, mask) for mask in self._masks]
            alpha = (
                bands[3] if self._masks[3] and bands[3].any() else None
            )  # programs leave an alpha at 0 that they do not know
            return Samples(np.stack(bands[:3], -1), "RGB", alpha, fixed=_BYTES)
        if self.bits == 4:
            content = np.stack((content >> 4, content & 15), -1).reshape(self.height, -1)
        stream.seek(self._palette_at)
        palette = np.frombuffer(stream.read(self._colours * self._entry), np.uint8).reshape(-1, self._entry)
        table = np.zeros((256, 3), np.uint8)
        table[: len(palette)] = palette[:, 2::-1]
        return Samples(table[content[:, : self.width]], "RGB", fixed=_BYTES)


def _band(pixels: np.ndarray, mask: int) -> np.ndarray:
    """uint8: the bits under `mask`, 0 to all of them as 0 to 255."""
    if not mask:
        return np.zeros(pixels.shape, np.uint8)
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    return np.rint(((pixels & mask) >> shift) * (255 / most)).astype(np.uint8)
