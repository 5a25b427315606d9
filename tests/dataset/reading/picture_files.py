"""Picture files written by hand, of kinds that Pillow does not write: TIFF, PNG, BMP."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

Tag = tuple[str, Sequence[float]]
"""Letter of `struct`, values."""
_KINDS = {"B": 1, "s": 2, "H": 3, "I": 4, "b": 6, "h": 8, "i": 9, "f": 11, "d": 12, "Q": 16}
W, H = 40, 24
"""Of `scene`."""


def scene() -> np.ndarray:
    """uint8 [H, W, 3]: four corners of different colours, smooth between, so that JPEG keeps it."""
    y, x = np.mgrid[0 : 1 : H * 1j, 0 : 1 : W * 1j]
    return np.stack([x * 255, y * 255, (1 - x) * 200], 2).round().astype(np.uint8)


def write_tiff(
    file: Path,
    values: np.ndarray,
    photometric: int,
    *,
    order: str = "<",
    planar: bool = False,
    deflate: bool = False,
    predictor: int = 1,
    tile: int = 0,
    rows: int = 7,
    big: bool = False,
    tags: Mapping[int, Tag] | None = None,
) -> None:
    """`values` [H, W] or [H, W, bands] as they are, in strips of `rows` rows or tiles of `tile` × `tile`."""
    values = values if values.ndim == 3 else values[..., None]
    height, width, bands = values.shape
    down, across = (tile, tile) if tile else (rows, width)
    parts = [
        _part(layer, top, left, down, across, order, deflate, predictor, bool(tile))
        for layer in (np.split(values, bands, -1) if planar else [values])
        for top in range(0, height, down)
        for left in range(0, width, across)
    ]
    kind = {"u": 1, "i": 2, "f": 3, "c": 6}[values.dtype.kind]
    all_tags: dict[int, Tag] = {
        256: ("I", [width]), 257: ("I", [height]), 258: ("H", [8 * values.itemsize] * bands), 259: ("H", [8 if deflate else 1]),
        262: ("H", [photometric]), 277: ("H", [bands]), 284: ("H", [2 if planar else 1]), 317: ("H", [predictor]),
        339: ("H", [kind] * bands), 324 if tile else 273: ("Q" if big else "I", [0] * len(parts)),
        325 if tile else 279: ("I", [len(part) for part in parts]),
        **({322: ("H", [tile]), 323: ("H", [tile])} if tile else {278: ("I", [rows])}), **dict.fromkeys(tags or {}, ("I", [0])),
    }  # fmt: skip
    head = {False: 8, True: 16}[big]
    at, places = head, []
    for part in parts:
        places.append(at)
        at += len(part)
    all_tags[324 if tile else 273] = ("Q" if big else "I", places)
    all_tags |= tags or {}
    word, count = ("Q", "Q") if big else ("I", "H")
    behind = at + struct.calcsize(order + count) + len(all_tags) * (20 if big else 12) + struct.calcsize(order + word)
    table, beyond = struct.pack(order + count, len(all_tags)), b""
    for tag, (letter, numbers) in sorted(all_tags.items()):
        content = struct.pack(f"{order}{len(numbers)}{letter}", *numbers)
        if len(content) > struct.calcsize(order + word):
            content, beyond = struct.pack(order + word, behind + len(beyond)), beyond + content
        table += struct.pack(order + "HH" + word, tag, _KINDS[letter], len(numbers))
        table += content.ljust(struct.calcsize(order + word), b"\0")
    start = (b"II" if order == "<" else b"MM") + struct.pack(order + "H", 43 if big else 42)
    start += struct.pack(order + "HHQ", 8, 0, at) if big else struct.pack(order + "I", at)
    file.write_bytes(b"".join((start, *parts, table, bytes(struct.calcsize(order + word)), beyond)))


def _part(
    values: np.ndarray,
    top: int,
    left: int,
    down: int,
    across: int,
    order: str,
    deflate: bool,
    predictor: int,
    pad: bool,
) -> bytes:
    """A strip or tile, [rows, columns, bands]."""
    part = values[top : top + down, left : left + across]
    if pad:
        part = np.pad(part, ((0, down - part.shape[0]), (0, across - part.shape[1]), (0, 0)))
    part = part.astype(part.dtype.newbyteorder(order))
    if predictor == 2:
        steps = part.astype(f"u{part.itemsize}") if part.dtype.kind != "f" else part.view(f"{order}u{part.itemsize}")
        steps = np.diff(
            steps.astype(f"u{part.itemsize}"), axis=1, prepend=np.zeros_like(steps[:, :1], f"u{part.itemsize}")
        )
        part = steps.astype(f"{order}u{part.itemsize}")
    if predictor == 3:
        rows, columns, bands = part.shape
        weights = np.ascontiguousarray(part.astype(part.dtype.newbyteorder(">"))).view(np.uint8)
        weights = weights.reshape(rows, columns * bands, part.itemsize).swapaxes(1, 2).reshape(rows, -1, bands)
        part = np.diff(weights, axis=1, prepend=np.zeros_like(weights[:, :1]))
    content = np.ascontiguousarray(part).tobytes()
    return zlib.compress(content) if deflate else content


def write_png(
    file: Path,
    values: np.ndarray,
    colour: int,
    bits: int,
    chunks: Sequence[tuple[bytes, bytes]] = (),
    adam7: bool = False,
) -> None:
    """`values` [H, W, bands], each of `bits`. `colour`: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA."""
    height, width = values.shape[:2]
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, int(adam7))
    passes = [(0, 0, 1, 1)]
    if adam7:
        passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
    lines = b"".join(
        b"\0" + _line(row, bits)
        for top, left, down, across in passes
        for row in values[top::down, left::across]
        if row.size
    )
    every = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in every
    ))  # fmt: skip


def _line(row: np.ndarray, bits: int) -> bytes:
    if bits == 16:
        return row.astype(">u2").tobytes()
    every = np.unpackbits(row.astype(np.uint8).reshape(-1, 1), axis=1)[:, 8 - bits :]
    return np.packbits(every.reshape(-1)).tobytes()


def write_bmp(
    file: Path,
    rows: Sequence[bytes],
    width: int,
    bits: int,
    *,
    compression: int = 0,
    palette: bytes = b"",
    used: int = 0,
    masks: Sequence[int] = (),
    head: int = 40,
    top_down: bool = False,
    content: bytes | None = None,
) -> None:
    """`rows` from top to bottom, without padding. `palette`: 4 bytes a colour, 3 with a `head` of 12."""
    height = len(rows)
    if head == 12:
        info = struct.pack("<IHHHH", 12, width, height, 1, bits)
    else:
        info = struct.pack(
            "<IiiHHIIiiII", head, width, -height if top_down else height, 1, bits, compression, 0, 0, 0, used, 0
        )
        info += struct.pack(f"<{len(masks)}I", *masks)
        info = info.ljust(head, b"\0")
    if content is None:
        ordered = rows if top_down else reversed(rows)
        content = b"".join(row.ljust((len(row) + 3) // 4 * 4, b"\0") for row in ordered)
    place = 14 + len(info) + len(palette)
    file.write_bytes(struct.pack("<2sIII", b"BM", place + len(content), 0, place) + info + palette + content)
