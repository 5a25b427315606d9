"""Pictures with more than 8 bits a number: as the file holds them, and as 8 bits by the rule of a data set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from PIL import Image, ImageFile

from cnn_desktop.dataset.reading.bands import rows_of, spans
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


def ranges(samples: Samples, tones: Tones) -> tuple[Range, Range]:
    """Of the colours and of the alpha: which numbers become 0 and 255."""
    range_ = samples.fixed or range_of(samples.values, tones, samples.declared)
    return range_, Range(0, 1 if samples.alpha is None else _opaque(samples.alpha, range_))


def as_bytes(samples: Samples, rows: slice, range_: Range, of_alpha: Range) -> Image.Image:
    """Some rows of the picture with 8 bits a number: L, LA, RGB, RGBA or CMYK."""
    image = Image.fromarray(_bytes(samples.values[rows], range_, samples.is_inverted), samples.colours)
    if samples.alpha is None or samples.colours == "CMYK":
        return image
    alpha = _bytes(samples.alpha[rows], of_alpha, False)
    if samples.is_premultiplied:
        share = np.maximum(alpha.astype(np.float32), 1)
        share = share if samples.colours == "L" else share[..., None]
        image = Image.fromarray(np.rint(np.minimum(np.asarray(image) * (255 / share), 255)).astype(np.uint8))
    image.putalpha(Image.fromarray(alpha))
    return image


def is_wide(raw_mode: str) -> bool:
    """True for 16 bits in each of several bands, of which Pillow itself keeps 8."""
    return raw_mode in _WIDE


def wide(again: Callable[[], ImageFile.ImageFile], raw_mode: str, key: Any) -> Samples:
    """A picture with 16 bits in each of several bands: Pillow reads one byte of each at a time.

    `again` opens the file; `raw_mode` is the one that Pillow found for it; `key`: the colour that is transparent, if any.
    """
    if raw_mode == "LA;16B":  # four bytes a pixel, high ones first
        four = _decoded(again(), "RGBA", "RGBA")
        values, alpha = _rooms(four, 1)
        for rows, part in _parts(four):
            values[rows] = part[..., 0] << 8 | part[..., 1]
            alpha[rows] = part[..., 2] << 8 | part[..., 3]
        return Samples(values, "L", alpha)
    mode = raw_mode.partition(";")[0]
    has_alpha = mode == "RGBA"
    decoded = _decoded(again(), mode, f"{mode};16B")
    values, alpha = _rooms(decoded, 3)
    for rows, part in _parts(decoded):
        values[rows] = part[..., :3] << 8
        if has_alpha:
            alpha[rows] = part[..., 3] << 8
    del decoded  # before the other one comes
    decoded = _decoded(again(), mode, f"{mode};16L")
    for rows, part in _parts(decoded):
        values[rows] |= part[..., :3]
        if has_alpha:
            alpha[rows] |= part[..., 3]
    return Samples(values, "RGB", alpha if has_alpha else keyed(values, key))


def keyed(values: np.ndarray, key: Any) -> np.ndarray | None:
    """The alpha of [H, W] or [H, W, bands] where one colour, `key`, is transparent (a PNG's tRNS); None where none is."""
    if not isinstance(key, int | tuple):
        return None
    alpha = np.empty(values.shape[:2], np.uint16)
    for rows in spans(*values.shape[:2]):
        same = values[rows] == np.asarray(key)
        alpha[rows] = np.where(same if same.ndim == 2 else same.all(-1), np.uint16(0), np.uint16(65535))
    return alpha


def _rooms(image: Image.Image, bands: int) -> tuple[np.ndarray, np.ndarray]:
    """For the numbers of its colours and of its alpha."""
    shape = (image.height, image.width)
    return np.empty(shape if bands == 1 else (*shape, bands), np.uint16), np.empty(shape, np.uint16)


def _parts(image: Image.Image) -> Iterator[tuple[slice, np.ndarray]]:
    """Some rows at a time, and their bytes as uint16 [rows, W, bands]."""
    for rows in spans(image.height, image.width):
        yield rows, np.asarray(rows_of(image, rows)).astype(np.uint16)


def _decoded(image: ImageFile.ImageFile, mode: str, raw_mode: str) -> Image.Image:
    """The picture decoded as `mode` from `raw_mode`, whatever Pillow would have taken."""
    tiles = []
    for tile in image.tile:
        args = (raw_mode, *tile.args[1:]) if isinstance(tile.args, tuple) else raw_mode
        tiles.append(tile._replace(args=args))
    image.tile = tiles
    image._mode = mode
    image.load()
    return image


def _opaque(alpha: np.ndarray, range_: Range) -> float:
    """The number that means opaque: the range's white, unless the alpha goes beyond it."""
    most = float(alpha.max(initial=0))
    if alpha.dtype.kind == "f":
        return 1.0 if most <= 1 else max(most, range_.white)
    return range_.white if most <= range_.white else float(np.iinfo(alpha.dtype).max)


def _bytes(values: np.ndarray, range_: Range, is_inverted: bool) -> np.ndarray:
    """uint8, of the shape of `values`: black to white as 0 to 255."""
    out = np.empty(values.shape, np.uint8)
    table = None
    if values.dtype in (np.uint8, np.uint16):
        table = _shares(np.arange(np.iinfo(values.dtype).max + 1), range_, is_inverted)
    step = max(1, _ROWS // max(1, values[:1].size))
    for top in range(0, len(values), step):  # as an index, numpy takes 8 bytes for a number
        part = values[top : top + step]
        out[top : top + step] = _shares(part, range_, is_inverted) if table is None else table[part]
    return out


def _shares(values: np.ndarray, range_: Range, is_inverted: bool) -> np.ndarray:
    with np.errstate(all="ignore"):
        shares = (values.astype(np.float64) - range_.black) / (range_.white - range_.black)
        if is_inverted:
            shares = 1 - shares
        return np.rint(np.clip(np.nan_to_num(shares, nan=0, posinf=1, neginf=0), 0, 1) * 255).astype(np.uint8)
