"""The numbers of a TIFF whose compression is one of bytes, whatever these mean: some rows at a time."""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading.bands import spans

BY_THE_BYTE = (1, 5, 8, 32773, 32946, 34925, 50000)
"""None, LZW, deflate, PackBits, LZMA, Zstandard."""
_AT_A_TIME = 8 << 20
"""Bytes of strips or tiles that are unpacked together."""
_LARGEST_TILE = 1 << 16
"""Pixels."""


class Form(NamedTuple):
    """How the numbers lie in a file."""

    width: int
    height: int
    bands: int
    is_planar: bool
    """Each band by itself."""
    is_tiled: bool
    wide: int
    """Of a strip or tile, in pixels."""
    high: int
    offsets: tuple[int, ...]
    """Of the strips or tiles."""
    counts: tuple[int, ...]
    """Their bytes."""
    compression: int
    predictor: int

    @property
    def parts(self) -> int:
        """Strips or tiles, of all bands. Raises ValueError."""
        across, down = self._grid
        return across * down * (self.bands if self.is_planar else 1)

    @property
    def _grid(self) -> tuple[int, int]:
        """Strips or tiles beside and below each other. Raises ValueError."""
        if self.wide < 1 or self.high < 1 or (self.is_tiled and max(self.wide, self.high) > _LARGEST_TILE):
            raise ValueError("impossible tiles")
        return math.ceil(self.width / self.wide), math.ceil(self.height / self.high)

    def read(
        self, stream: BinaryIO, size: int, dtype: np.dtype, colours: int, alpha: int | None
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """The first `colours` bands [H, W, colours] and the band `alpha` [H, W], in this computer's order of bytes.

        `size`: of the file. Raises ValueError when strips or tiles are missing, and what Pillow raises when they are damaged.
        """
        if min(len(self.offsets), len(self.counts)) < self.parts:
            raise ValueError("strips or tiles are missing")
        counts = self.counts if self.compression != 1 else self._plain_counts(dtype)
        if sum(counts[: self.parts]) > size:
            raise ValueError("strips or tiles lie on top of each other")
        native = dtype.newbyteorder("=")
        values = np.empty((self.height, self.width, colours), native)
        opaque = None if alpha is None else np.empty((self.height, self.width), native)
        for layer in range(self.bands if self.is_planar else 1):
            if self.is_planar and layer >= colours and layer != alpha:
                continue
            for rows, numbers in self._bands(stream, counts, dtype, layer):
                if not self.is_planar:
                    values[rows] = numbers[..., :colours]
                elif layer < colours:
                    values[rows, :, layer] = numbers[..., 0]
                if opaque is not None and (layer == alpha or not self.is_planar):
                    opaque[rows] = numbers[..., 0 if self.is_planar else alpha]
        return values, opaque

    def _plain_counts(self, dtype: np.dtype) -> tuple[int, ...]:
        """Some programs tell other numbers than they write."""
        across, down = self._grid
        pixel = dtype.itemsize * (1 if self.is_planar else self.bands)
        lines = [self.high if self.is_tiled else min(self.high, self.height - at * self.high) for at in range(down)]
        counts = tuple(line * self.wide * pixel for line in lines for _ in range(across))
        return counts * (self.bands if self.is_planar else 1)

    def _bands(
        self, stream: BinaryIO, counts: tuple[int, ...], dtype: np.dtype, layer: int
    ) -> Iterator[tuple[slice, np.ndarray]]:
        """Rows and their numbers [rows, W, bands], from the top."""
        across, down = self._grid
        bands = 1 if self.is_planar else self.bands
        row_bytes = self.wide * bands * dtype.itemsize
        first = layer * across * down
        if self.compression == 1 and not self.is_tiled:
            yield from self._plain(stream, dtype, first, row_bytes, bands)
            return
        together = max(1, _AT_A_TIME // (across * self.high * row_bytes))
        for at in range(0, down, together):
            until = min(at + together, down)
            places = range(first + at * across, first + until * across)
            parts = []
            for place in places:
                stream.seek(self.offsets[place])
                parts.append(stream.read(counts[place]))
            top = at * self.high
            rows = (until - at) * self.high if self.is_tiled else min(until * self.high, self.height) - top
            with _unpacked(
                parts, self.compression, across * row_bytes, rows, self.high, row_bytes * self.is_tiled
            ) as image:
                del parts
                for some in spans(min(rows, self.height - top), across * row_bytes):
                    packed = np.asarray(image.crop((0, some.start, across * row_bytes, some.stop)))
                    numbers = self._numbers(packed.reshape(-1, across, self.wide, bands * dtype.itemsize), dtype)
                    numbers = numbers.reshape(len(packed), across * self.wide, bands)[:, : self.width]
                    yield slice(top + some.start, top + some.stop), numbers

    def _plain(
        self, stream: BinaryIO, dtype: np.dtype, first: int, row_bytes: int, bands: int
    ) -> Iterator[tuple[slice, np.ndarray]]:
        """Of strips that are not compressed."""
        for top in range(0, self.height, self.high):
            for some in spans(min(self.high, self.height - top), row_bytes):
                stream.seek(self.offsets[first + top // self.high] + some.start * row_bytes)
                content = stream.read((some.stop - some.start) * row_bytes)
                numbers = np.frombuffer(content, dtype).reshape(some.stop - some.start, self.width, bands)
                yield slice(top + some.start, top + some.stop), numbers

    def _numbers(self, packed: np.ndarray, dtype: np.dtype) -> np.ndarray:
        """[rows, strips or tiles across, columns, bands] from their bytes: the predictor undone, in this computer's order."""
        predictor = self.predictor if self.compression != 1 else 1
        rows, across, columns, wide = packed.shape
        bands = wide // dtype.itemsize
        native = dtype.newbyteorder("=")
        if predictor == 3:  # bytes of equal weight lie together, and each is kept as the step from the one before it
            steps = packed.reshape(rows, across, dtype.itemsize * columns, bands)
            weights = np.cumsum(steps, 2, dtype=np.uint8).reshape(rows, across, dtype.itemsize, columns * bands)
            values = np.ascontiguousarray(weights.swapaxes(2, 3)).view(dtype.newbyteorder(">")).astype(native)
            return values.reshape(rows, across, columns, bands)
        if predictor == 2:
            whole = np.dtype(f"u{dtype.itemsize}")
            steps = packed.view(whole.newbyteorder(dtype.byteorder)).astype(whole)
            return np.cumsum(steps, 2, dtype=whole).view(native)
        return packed.view(dtype).astype(native, copy=False)


def _unpacked(
    parts: list[bytes], compression: int, row_bytes: int, rows: int, high: int, tile_bytes: int
) -> Image.Image:
    """Strips or tiles decompressed, as the bytes of a grey TIFF, decoded by Pillow. `tile_bytes`: of a tile's row, 0: strips."""
    values = {
        256: [row_bytes], 257: [rows], 258: [8], 259: [compression], 262: [1], 277: [1],
        **({322: [tile_bytes], 323: [high]} if tile_bytes else {278: [high]}),
    }  # fmt: skip
    start = 8
    places = []
    for part in parts:
        places.append(start)
        start += len(part)
    values |= {324 if tile_bytes else 273: places, 325 if tile_bytes else 279: list(map(len, parts))}
    table, beyond = struct.pack("<H", len(values)), b""
    behind = start + 2 + 12 * len(values) + 4
    for tag, numbers in sorted(values.items()):
        content = struct.pack(f"<{len(numbers)}I", *numbers)
        if len(numbers) > 1:
            content, beyond = struct.pack("<I", behind + len(beyond)), beyond + content
        table += struct.pack("<HHI", tag, 4, len(numbers)) + content
    plain = b"".join((b"II*\0", struct.pack("<I", start), *parts, table, bytes(4), beyond))
    image = Image.open(io.BytesIO(plain), formats=("TIFF",))
    image.load()
    return image
