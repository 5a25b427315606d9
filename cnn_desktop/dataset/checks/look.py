"""One look at one photo: decoded once, reduced where its format allows it, and what all checks want to know of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from cnn_desktop.dataset.checks.near import perceptual_hash
from cnn_desktop.dataset.reading.decode import decoded, read_header
from cnn_desktop.domain.tones import Tones

SIDE = 256
"""Pixels of the longer side that are looked at: about what a network is fed, so what shows only in larger ones, such as a
little blur, does no harm there; and a JPEG of a camera is decoded at an eighth of its size."""
_COLOUR_SIDE = 64
"""Colour is looked at in so few pixels: in more of them, noise and what JPEG does to colours count, too."""
_LEAST_SIDE = 32
"""Of what is hashed."""
_BOX = 9
"""Pixels in a row that are averaged to blur a photo."""
_MOST_OUTSIDE = 0.01
"""Share of a photo's pixels that may be darker, and lighter, than what it is said to hold: specks, a lamp at night."""


class Look(msgspec.Struct, frozen=True, array_like=True):
    """What was seen of a photo, as it is read for a training: turned, in sRGB, 8 bits."""

    width: int
    height: int
    """In pixels of the whole photo, turned."""
    low: int
    high: int
    """All but a hundredth of the pixels are at least, and at most, so bright; 0..255."""
    mean: float
    """Brightness, 0..255."""
    span: int
    """From the darkest to the lightest in the liveliest of the three colours, but for a hundredth each and noise; 0..255."""
    colour: int
    """How far the three colours lie apart in all but the most colourful hundredth; 0: grey, 255."""
    blur: float
    """How much of its differences a photo keeps when it is blurred: 0 sharp, 1 blurred already."""
    hash: int
    mirrored: int
    """64 bits each: `near.perceptual_hash` of the photo."""
    pixels: bytes = b""
    """SHA-256 of size and pixels; empty where it was decoded at a smaller size."""


def look_at(file: Path, tones: Tones, content: bytes | None = None) -> Look:
    """`content`: the file's bytes, where they were read already. Raises UnreadablePhoto."""
    header = read_header(file, content)
    with decoded(file, SIDE, content, tones) as photo:
        is_whole = sorted(photo.size) == sorted((header.width, header.height)) or header.reduced
        pixels = _sha256(photo) if is_whole else b""
        is_turned = (photo.width > photo.height) != (header.width > header.height)
        photo.thumbnail((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    width, height = (header.height, header.width) if is_turned else (header.width, header.height)
    grey = np.asarray(photo.convert("L"))
    low, high = _range(np.bincount(grey.reshape(-1), minlength=256))
    span, colour = _span_and_colour(photo)
    hash_, mirrored = perceptual_hash(_hashable(photo))
    return Look(width, height, low, high, float(grey.mean()), span, colour, blur(grey), hash_, mirrored, pixels)


def pixels_sha256(file: Path, tones: Tones) -> bytes:
    """Of the photo decoded in full: equal for photos that are equal, whatever files they come in. Raises UnreadablePhoto."""
    with decoded(file, tones=tones) as photo:
        return _sha256(photo)


def blur(grey: np.ndarray) -> float:
    """Of uint8 [H, W], by Crété and others (2007): a sharp photo loses much when it is blurred, a blurred one little.

    In the blurrier of its two directions, as one who moves the camera blurs but one. 0 for what is too small to tell, or has
    no differences at all.
    """
    return max(_blur_along(rows) for rows in (grey.astype(np.float32), grey.T.astype(np.float32, order="C")))


def _blur_along(rows: np.ndarray) -> float:
    """Of float32 [H, W], along its rows."""
    if rows.shape[1] < 2 * _BOX:
        return 0.0
    sums = np.cumsum(rows, axis=1)
    smooth = (sums[:, _BOX:] - sums[:, :-_BOX]) / _BOX
    start = _BOX // 2 + 1
    own = np.abs(np.diff(rows[:, start : start + smooth.shape[1]], axis=1))
    kept = own - np.maximum(0, own - np.abs(np.diff(smooth, axis=1)))
    total = float(own.sum())
    return float(kept.sum()) / total if total else 0.0


def _range(counts: np.ndarray) -> tuple[int, int]:
    """(lowest, highest) of 256 levels with these counts, but for a hundredth at either end."""
    most = counts.sum() * _MOST_OUTSIDE
    low = int(np.argmax(np.cumsum(counts) > most))
    high = 255 - int(np.argmax(np.cumsum(counts[::-1]) > most))
    return low, high


def _span_and_colour(photo: Image.Image) -> tuple[int, int]:
    small = photo.copy()
    small.thumbnail((_COLOUR_SIDE, _COLOUR_SIDE), Image.Resampling.BOX)
    span = max(high - low for low, high in map(_range, np.reshape(small.histogram(), (3, 256))))
    rgb = np.asarray(small)
    apart = rgb.max(axis=2) - rgb.min(axis=2)
    return span, _range(np.bincount(apart.reshape(-1), minlength=256))[1]


def _hashable(photo: Image.Image) -> np.ndarray:
    """uint8 [H, W], no side below what a hash needs."""
    grey = photo.convert("L")
    if min(grey.size) < _LEAST_SIDE:
        grey = grey.resize((max(grey.width, _LEAST_SIDE), max(grey.height, _LEAST_SIDE)), Image.Resampling.BILINEAR)
    return np.asarray(grey)


def _sha256(photo: Image.Image) -> bytes:
    digest = hashlib.sha256(f"{photo.size} ".encode())
    digest.update(photo.tobytes())
    return digest.digest()
