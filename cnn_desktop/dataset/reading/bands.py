"""A picture a band of rows at a time, so that what is made on the way takes little memory, however large it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

AT_A_TIME = 1 << 21
"""Pixels."""


def spans(height: int, width: int, at_a_time: int = AT_A_TIME) -> Iterator[slice]:
    """The rows of a picture, so many at a time as make `at_a_time` pixels."""
    step = max(1, at_a_time // max(1, width))
    for top in range(0, height, step):
        yield slice(top, min(top + step, height))


def piecewise(size: tuple[int, int], part: Callable[[slice], Image.Image]) -> Image.Image:
    """An RGB picture of `size` (width, height), put together from what `part` makes of some of its rows."""
    width, height = size
    if width * height <= AT_A_TIME:
        return part(slice(0, height))
    whole = Image.new("RGB", size)
    for rows in spans(height, width):
        whole.paste(part(rows), (0, rows.start))
    return whole


def rows_of(image: Image.Image, rows: slice) -> Image.Image:
    """Some rows of a decoded picture; itself where these are all."""
    if (rows.start, rows.stop) == (0, image.height):
        return image
    return image.crop((0, rows.start, image.width, rows.stop))


def numbers_of(image: Image.Image) -> np.ndarray:
    """[H, W] or [H, W, bands] of a decoded picture, in this computer's order of bytes."""
    first = np.asarray(image.crop((0, 0, min(1, image.width), min(1, image.height))))
    out = np.empty((image.height, image.width, *first.shape[2:]), first.dtype.newbyteorder("="))
    for rows in spans(image.height, image.width):
        out[rows] = np.asarray(rows_of(image, rows))
    return out
