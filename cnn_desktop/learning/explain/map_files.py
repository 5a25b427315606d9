"""Writes maps into the cache, one byte a number, as `domain.pixel_file` lays them."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cnn_desktop.dataset.cache import Piece, facts_of, keep_newest
from cnn_desktop.domain.files import files_in, replacing
from cnn_desktop.domain.pixel_file import MOST_MAP_BYTES, MapsHead, packed

_MOST_FILES = 12
"""That are kept: the window may read one while the next is written."""
_ENDING = ".maps"
_WHITE = 255
_MIDDLE, _AROUND = 128, 127


class Bytes(NamedTuple):
    """Maps as bytes, and what 0 and 255 stand for in each."""

    maps: np.ndarray
    """uint8 [n, H, W]."""
    lows: tuple[float, ...]
    highs: tuple[float, ...]


def of_maps(maps: np.ndarray) -> Bytes:
    """float32 [n, H, W] → each from its lowest to its highest number; one without contrast is all 0."""
    lows, highs = (each(maps.reshape(len(maps), -1), axis=1).astype(np.float64) for each in (np.min, np.max))
    spans = np.where(highs > lows, highs - lows, 1.0)
    shares = (maps - lows[:, None, None]) / spans[:, None, None]
    return Bytes(_rounded(shares * _WHITE), tuple(lows.tolist()), tuple(highs.tolist()))


def of_kernels(kernels: np.ndarray) -> Bytes:
    """float32 [kernels, channels, h, w] → [kernels · channels, h, w]: 128 is 0, and the channels of a kernel share their scale."""
    count, channels, height, width = kernels.shape
    most = np.abs(kernels.reshape(count, -1)).max(1).astype(np.float64)
    scaled = _MIDDLE + kernels * (_AROUND / np.where(most > 0, most, 1.0))[:, None, None, None]
    lows, highs = np.repeat(-most * _MIDDLE / _AROUND, channels), np.repeat(most, channels)
    maps = _rounded(scaled).reshape(count * channels, height, width)
    return Bytes(maps, tuple(lows.tolist()), tuple(highs.tolist()))


def most_maps(height: int, width: int) -> int:
    """Of this size that go into one file; at least one, and 0 of a size that no file may have."""
    return MOST_MAP_BYTES // max(height * width, 1)


def write(maps: np.ndarray, folder: Path, name: str) -> Path:
    """Writes uint8 [n, H, W] into a new file in `folder`, of which the oldest go. Raises DataError."""
    file = folder / f"{name}-{secrets.token_hex(4)}{_ENDING}"
    with replacing(file, is_lasting=False) as temporary, open(temporary, "wb") as out:
        out.write(packed(MapsHead(*maps.shape)))
        out.write(np.ascontiguousarray(maps).data)
    ours = (one for one in files_in(folder, f"*{_ENDING}") if re.fullmatch(r"[a-z-]+-[0-9a-f]{8}\.maps", one.name))
    keep_newest((Piece(*facts_of(one), (one,), one == file) for one in ours), most=_MOST_FILES)
    return file


def _rounded(values: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(values), 0, _WHITE).astype(np.uint8)
