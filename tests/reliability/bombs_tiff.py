"""Bombs that are TIFF, HEIF or AVIF files."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Sequence

from PIL import Image

from tests import heic
from tests.reliability.bombs_plain import HIGH, WIDE, _frame, _jpeg, _progressive, _refining, _scan, zeros

Tag = tuple[int, int, bytes, int]
"""Number, type, packed values, how many."""


def _long(number: int, *values: int) -> Tag:
    return number, 4, struct.pack(f"<{len(values)}I", *values), len(values)


def _tiff(tags: Sequence[Tag], content: bytes, next_place: int | None = None) -> bytes:
    at = 8 + len(content)
    behind, beyond = at + 2 + 12 * len(tags) + 4, b""
    table = struct.pack("<H", len(tags))
    for number, kind, values, count in sorted(tags):
        if len(values) > 4:
            place, beyond = struct.pack("<I", behind + len(beyond)), beyond + values
        else:
            place = values.ljust(4, b"\0")
        table += struct.pack("<HHI", number, kind, count) + place
    return (
        b"II*\0" + struct.pack("<I", at) + content + table + struct.pack("<I", at if next_place is None else 0) + beyond
    )


def _picture(
    bits: int, bands: int, compression: int, content: bytes, *, kind: int = 1, planar: int = 1, predictor: int = 1,
    rows: int = HIGH, tile: int = 0, wide: int = WIDE, high: int = HIGH, photometric: int | None = None,
    more: Sequence[Tag] = (),
) -> bytes:  # fmt: skip
    number = (-(-wide // tile) * -(-high // tile) if tile else -(-high // rows)) * (bands if planar == 2 else 1)
    tags = [
        _long(256, wide), _long(257, high), _long(258, *[bits] * min(bands, 4)), _long(259, compression),
        _long(262, photometric if photometric is not None else 2 if bands >= 3 else 1), _long(277, bands), _long(284, planar),
        _long(317, predictor), _long(339, *[kind] * min(bands, 4)),
        _long(324 if tile else 273, *[8] * number), _long(325 if tile else 279, *[len(content)] * number),
        *([_long(322, tile), _long(323, tile)] if tile else [_long(278, rows)]), *more,
    ]  # fmt: skip
    return _tiff(tags, content)


def _packbits(count: int) -> bytes:
    return b"\x81\0" * (count // 128 + 1)


def _lzw(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, "TIFF", compression="tiff_lzw", tiffinfo={278: height})
    with Image.open(io.BytesIO(out.getvalue())) as image:
        place, count = image.tag_v2[273][0], image.tag_v2[279][0]  # type: ignore[attr-defined]
    return out.getvalue()[place : place + count]


def _tiffs() -> dict[str, Callable[[], bytes]]:
    area = WIDE * HIGH
    return {
        "16 bits.tif": lambda: _picture(16, 3, 8, zeros(6 * area)),
        "16 bits and alpha.tif": lambda: _picture(16, 4, 8, zeros(8 * area)),
        "16 bits in rows.tif": lambda: _picture(16, 3, 8, zeros(6 * WIDE), rows=1),
        "16 bits, steps.tif": lambda: _picture(16, 3, 8, zeros(6 * area), predictor=2),
        "decimal numbers.tif": lambda: _picture(32, 3, 8, zeros(12 * area), kind=3),
        "decimal numbers, steps.tif": lambda: _picture(32, 1, 8, zeros(4 * area), kind=3, predictor=3),
        "64 bits.tif": lambda: _picture(64, 3, 8, zeros(24 * area), kind=3),
        "layers.tif": lambda: _picture(8, 3, 8, zeros(area), planar=2),
        "layers of 200.tif": lambda: _picture(8, 200, 8, zeros(area // 16), planar=2, wide=WIDE // 4, high=HIGH // 4, rows=HIGH),
        "huge tile.tif": lambda: _picture(8, 3, 8, zeros(65_520 * 16), tile=65_520, wide=100, high=100),
        "huge tile of 16 bits.tif": lambda: _picture(16, 3, 8, zeros(65_520 * 16), tile=65_520, wide=100, high=100),
        "tiny tiles.tif": lambda: _picture(8, 3, 8, zeros(768), tile=16, wide=8000, high=8000),
        "tiny tiles of 16 bits.tif": lambda: _picture(16, 3, 8, zeros(1536), tile=16, wide=8000, high=8000),
        "65535 bands.tif": lambda: _picture(8, 65_535, 8, zeros(1 << 22), wide=3000, high=3000, rows=3000),
        "packbits.tif": lambda: _picture(16, 3, 32_773, _packbits(6 * area)),
        "lzw.tif": lambda: _picture(16, 3, 5, _lzw(6 * 1000, 1000), wide=1000, high=110_000, rows=1000),
        "8 bits.tif": lambda: _picture(8, 3, 8, zeros(3 * area)),
        "8 bits and alpha.tif": lambda: _picture(8, 4, 8, zeros(4 * area)),
        "four colours.tif": lambda: _picture(8, 4, 8, zeros(4 * area), photometric=5),
        "more than there is.tif": lambda: _picture(16, 3, 8, zeros(1_000_000_000), wide=64, high=64, rows=64),
        "jpeg inside.tif": lambda: _picture(8, 3, 7, _jpeg(_frame(0xC0, WIDE, HIGH, 3), _scan(range(3))), photometric=6),
        "progressive jpeg inside.tif": lambda: _picture(8, 1, 7, _progressive(1, 300), photometric=1),
        "tiles of refining jpeg.tif": lambda: _picture(8, 1, 7, _refining(90, 1456, 1456), tile=1456, wide=9000, high=9000),
        "strips of refining jpeg.tif": lambda: _picture(8, 1, 7, _refining(90, 9000, 256), wide=9000, high=9000, rows=256),
        "tags to the whole file.tif": lambda: _tiff(
            [_long(256, 64), _long(257, 64), _long(259, 1), *((n, 4, struct.pack("<I", 8), 3_900_000) for n in range(40_000, 40_900))],
            bytes(15_700_000),
        ),
        "60000 tags.tif": lambda: _tiff(
            [_long(256, 64), _long(257, 64), *(_long(n, 0) for n in range(1000, 61_000))], bytes(64 * 64)
        ),
        "strips without number.tif": lambda: _tiff(
            [_long(256, 64), _long(257, 64), (273, 4, struct.pack("<I", 8), 3_900_000), (279, 4, struct.pack("<I", 8), 3_900_000)],
            bytes(15_700_000),
        ),
    }  # fmt: skip


def _patched_heif(name: str, side: int) -> bytes:
    """Says of itself that it is larger than it is."""
    heic.can_be_written()
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, name)
    content = bytearray(out.getvalue())
    at = content.find(b"ispe")
    while at >= 0:
        struct.pack_into(">II", content, at + 8, side, side)
        at = content.find(b"ispe", at + 4)
    return bytes(content)


def _heifs() -> dict[str, Callable[[], bytes]]:
    return {
        f"{side}.{ending}": lambda side=side, name=name: _patched_heif(name, side)  # type: ignore[misc]
        for side in (10_900, 60_000)
        for name, ending in (("HEIF", "heic"), ("AVIF", "avif"))
    }
