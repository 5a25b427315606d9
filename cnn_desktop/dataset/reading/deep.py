"""Pictures with more than 8 bits a number: as the file holds them, and as 8 bits by the rule of a data set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image, ImageFile

from cnn_desktop.dataset.reading.ranges import Held, held, range_of
from cnn_desktop.domain.tones import Range, Tones

Colours = Literal["L", "RGB", "CMYK"]
_ROWS = 1 << 20
"""Numbers turned into bytes at a time."""
_WIDE = ("RGB;16B", "RGBA;16B", "LA;16B")
"""Pillow's raw modes of PNGs of which it keeps the high bytes only."""


@dataclass(frozen=True)
class Samples:
    """A picture as its file holds it."""

    values: np.ndarray
    """[H, W] of grey, else [H, W, bands]; unsigned or signed whole numbers, or float."""
    colours: Colours = "L"
    alpha: np.ndarray | None = None
    """[H, W]."""
    is_premultiplied: bool = False
    """True when the colours are already weighted with `alpha`."""
    is_inverted: bool = False
    """True when the smallest number is white."""
    fixed: Range | None = None
    """When the file itself leaves no doubt, as with 12 bits that are packed."""
    declared: tuple[float, float] | None = None
    """Smallest and largest number, as the file tells them."""

    @property
    def held(self) -> Held | None:
        """What a data set's range is decided from; None when it has no say in it."""
        return held(self.values, self.declared) if self.fixed is None else None


def eight_bits(samples: Samples, tones: Tones) -> Image.Image:
    """The picture with 8 bits a number: L, LA, RGB, RGBA or CMYK."""
    range_ = samples.fixed or range_of(samples.values, tones, samples.declared)
    image = Image.fromarray(_bytes(samples.values, range_, samples.is_inverted), samples.colours)
    if samples.alpha is None or samples.colours == "CMYK":
        return image
    alpha = _bytes(samples.alpha, Range(0, _opaque(samples.alpha, range_)), False)
    if samples.is_premultiplied:
        share = np.maximum(alpha.astype(np.float32), 1)
        share = share if samples.colours == "L" else share[..., None]
        image = Image.fromarray(np.rint(np.minimum(np.asarray(image) * (255 / share), 255)).astype(np.uint8))
    image.putalpha(Image.fromarray(alpha))
    return image


def grey_of(image: Image.Image) -> np.ndarray:
    """[H, W] of a loaded Pillow image of mode I;16…, I or F."""
    values = np.asarray(image)
    return values.astype(values.dtype.newbyteorder("=")) if not values.dtype.isnative else values


def is_wide(raw_mode: str) -> bool:
    """True for 16 bits in each of several bands, of which Pillow itself keeps 8."""
    return raw_mode in _WIDE


def wide(again: Callable[[], ImageFile.ImageFile], raw_mode: str) -> np.ndarray:
    """uint16 [H, W, bands] of a picture with 16 bits in each of several bands: Pillow reads one byte of each at a time.

    `again` opens the file; `raw_mode` is the one that Pillow found for it.
    """
    if raw_mode == "LA;16B":  # four bytes a pixel, high ones first
        four = _decoded(again(), "RGBA", "RGBA").astype(np.uint16)
        return four[..., 0::2] << 8 | four[..., 1::2]
    mode = raw_mode.partition(";")[0]
    high, low = _decoded(again(), mode, f"{mode};16B"), _decoded(again(), mode, f"{mode};16L")
    return high.astype(np.uint16) << 8 | low


def _decoded(image: ImageFile.ImageFile, mode: str, raw_mode: str) -> np.ndarray:
    """uint8 [H, W, bands]: the picture decoded as `mode` from `raw_mode`, whatever Pillow would have taken."""
    tiles = []
    for tile in image.tile:
        args = (raw_mode, *tile.args[1:]) if isinstance(tile.args, tuple) else raw_mode
        tiles.append(tile._replace(args=args))
    image.tile = tiles
    image._mode = mode
    image.load()
    return np.asarray(image)


def _opaque(alpha: np.ndarray, range_: Range) -> float:
    """The number that means opaque: the range's white, unless the alpha goes beyond it."""
    most = float(alpha.max(initial=0))
    if alpha.dtype.kind == "f":
        return 1.0 if most <= 1 else max(most, range_.white)
    return range_.white if most <= range_.white else float(np.iinfo(alpha.dtype).max)


def _bytes(values: np.ndarray, range_: Range, is_inverted: bool) -> np.ndarray:
    """uint8, of the shape of `values`: black to white as 0 to 255."""
    if values.dtype in (np.uint8, np.uint16):
        table = _shares(np.arange(np.iinfo(values.dtype).max + 1), range_, is_inverted)
        return table[values]
    flat, out = values.reshape(-1), np.empty(values.size, np.uint8)
    for start in range(0, values.size, _ROWS):
        part = slice(start, start + _ROWS)
        out[part] = _shares(flat[part], range_, is_inverted)
    return out.reshape(values.shape)


def _shares(values: np.ndarray, range_: Range, is_inverted: bool) -> np.ndarray:
    with np.errstate(all="ignore"):
        shares = (values.astype(np.float64) - range_.black) / (range_.white - range_.black)
        if is_inverted:
            shares = 1 - shares
        return np.rint(np.clip(np.nan_to_num(shares, nan=0, posinf=1, neginf=0), 0, 1) * 255).astype(np.uint8)
