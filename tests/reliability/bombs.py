"""Small files that would cost a careless reader minutes or gigabytes: `make_bombs(folder)` writes them."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.bombs_plain import HIGH, WIDE, _bmp, _jpegs, _others, _pngs, _small_jpeg
from tests.reliability.bombs_tiff import _heifs, _picture, _tiffs

_GB = 1 << 30


def _holes() -> dict[str, tuple[bytes, int]]:
    """Files that are nothing but a hole behind their first bytes: these, and the file's size."""
    return {
        "2 GB.jpg": (b"\xff\xd8\xff\xe0", 2 * _GB),
        "2 GB behind a photo.jpg": (_small_jpeg(), 2 * _GB),
        "3 GB.png": (b"\x89PNG\r\n\x1a\n", 3 * _GB),
        "3 GB.tif": (b"II*\0\x08\0\0\0", 3 * _GB),
        "2 GB.webp": (b"RIFF\0\0\0\x7fWEBPVP8 ", 2 * _GB),
        "masks.bmp": (_bmp(WIDE, HIGH, 16, 3, b""), 2 * WIDE * HIGH + 100),
        "masks of 32 bits.bmp": (_bmp(WIDE, HIGH, 32, 3, b""), 4 * WIDE * HIGH + 100),
        "palette.bmp": (_bmp(WIDE, HIGH, 8, 0, b""), WIDE * HIGH + 2000),
        "plain.tif": (_picture(16, 3, 1, b"", rows=HIGH)[:4000], 6 * WIDE * HIGH + 4000),
    }


def make_bombs(folder: Path) -> list[Path]:
    """Writes all of them into `folder`, some 150 MB and holes; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, make in (_jpegs() | _pngs() | _others() | _tiffs() | _heifs()).items():
        file = folder / name
        file.write_bytes(make())
        files.append(file)
    for name, (start, size) in _holes().items():
        file = folder / name
        with open(file, "wb") as hole:
            hole.write(start)
            hole.truncate(size)
        files.append(file)
    return files
