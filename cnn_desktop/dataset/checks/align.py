"""Whether one photo shows a part of another one: the part is laid on it at every place, in several sizes, also mirrored.

What is compared are the edges: light and colour change when a photo is edited, and on a plain table photos of different
things are much alike in them. The measure is the normalised correlation of the gradients, by FFT (Lewis 1995, sections 4 and
5). Small pictures tell about how, larger ones whether it is so.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import numpy as np
from PIL import Image

SIDE = 160
"""Pixels of the longer side of the pictures that are compared at last."""
ALIKE = 0.65
"""Score from which on one photo is taken for a part of the other; see `tests.benchmarks.bench_near`."""
_COARSE = 48
_WORTH_A_CLOSER_LOOK = 0.6
_SMALLEST = 0.6
"""Share of the whole photo's width or height that a part takes at least, if it is to be found."""
_COARSE_STEP, _FINE_STEP = 0.04, 0.01
_FFT_UNIT = 16
"""Sides are filled up to a multiple, which is transformed quickly."""
_LEAST_SIDE = 8
"""Pixels."""
_LEAST_EDGE = 0.3
"""Mean gradient, in grey levels a pixel, below which there is nothing to compare."""


class Alignment(msgspec.Struct, frozen=True):
    """How one photo lies in the other."""

    score: float
    """Correlation of the edges, at most 1."""
    share: float
    """How much of the whole photo's width or height the part takes, whichever is more."""
    mirrored: bool = False


def shrunk(photo: Image.Image) -> np.ndarray:
    """uint8 [h, w] for `align`, from a photo of any size."""
    size = _fitted(photo.size, SIDE)
    return np.asarray(photo.convert("L").resize(size, Image.Resampling.BOX))


def align(one: np.ndarray, other: np.ndarray) -> Alignment | None:
    """How one of two photos lies in the other, whichever is the part; None where it does not, or there is too little to see.

    `one`, `other`: as `shrunk` makes them.
    """
    pictures = Image.fromarray(one).convert("F"), Image.fromarray(other).convert("F")
    for mirrored in (False, True):
        found = _align(*pictures, mirrored)
        if found is not None:
            return found
    return None


def _align(one: Image.Image, other: Image.Image, mirrored: bool) -> Alignment | None:
    ways = list[tuple[float, float, Image.Image, Image.Image]]()
    for whole, part in ((one, other), (other, one)):
        laid = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else part
        rough = _Whole(whole, _COARSE).best(laid, np.arange(1, _SMALLEST, -_COARSE_STEP))
        if rough is not None:
            ways.append((*rough, whole, laid))
    score, share, whole, laid = max(ways, key=lambda way: way[0], default=(0.0, 0.0, one, other))
    if score < _WORTH_A_CLOSER_LOOK:
        return None
    shares = share + _FINE_STEP * np.arange(-3, 4)
    fine = _Whole(whole, SIDE).best(laid, shares[shares < 1 + _FINE_STEP / 2])
    return Alignment(*fine, mirrored) if fine is not None and fine[0] >= ALIKE else None


class _Whole:
    """A photo on which others are laid."""

    def __init__(self, photo: Image.Image, side: int) -> None:
        """`side`: how large it is made, in pixels."""
        self._width, self._height = _fitted(photo.size, side)
        edges = _edges(_resized(photo, self._width, self._height))
        self._padded = tuple(-(-size // _FFT_UNIT) * _FFT_UNIT for size in edges.shape)
        self._spectrum = np.fft.fft2(edges, s=self._padded)
        self._energy = np.zeros((self._height + 1, self._width + 1))
        """Of the edges above and left of each place."""
        self._energy[1:, 1:] = (edges.real**2 + edges.imag**2).cumsum(0, np.float64).cumsum(1)

    def best(self, part: Image.Image, shares: Iterable[float]) -> tuple[float, float] | None:
        """(score, share) of the best way to lay `part` on it, with `shares` of the size that just fits; None: there is none."""
        fits = min(self._width / part.width, self._height / part.height)
        ways = list[tuple[float, float]]()
        for share in shares:
            width, height = round(part.width * fits * share), round(part.height * fits * share)
            if min(width, height) >= _LEAST_SIDE:
                edges = _edges(_resized(part, min(width, self._width), min(height, self._height)))
                ways.append((self._score(edges), float(share)))
        return max(ways, default=None)

    def _score(self, edges: np.ndarray) -> float:
        """At the best place; 0 where there is too little to see."""
        least = _LEAST_EDGE**2 * edges.size
        own = float((edges.real**2 + edges.imag**2).sum())
        if own < least:
            return 0.0
        height, width = edges.shape
        energy = self._energy
        under = (
            energy[height:, width:] - energy[:-height, width:] - energy[height:, :-width] + energy[:-height, :-width]
        )
        products = np.fft.ifft2(self._spectrum * np.fft.fft2(edges, s=self._padded).conj()).real
        scores = products[: under.shape[0], : under.shape[1]] / np.sqrt(np.maximum(under, least))
        return float(scores.max()) / own**0.5


def _edges(grey: np.ndarray) -> np.ndarray:
    """complex64 [h, w]: how much brighter it gets to the right, and (imaginary) downwards, a pixel; 0 at the border."""
    edges = np.zeros(grey.shape, np.complex64)
    edges.real[1:-1, 1:-1] = (grey[1:-1, 2:] - grey[1:-1, :-2]) / 2
    edges.imag[1:-1, 1:-1] = (grey[2:, 1:-1] - grey[:-2, 1:-1]) / 2
    return edges


def _resized(picture: Image.Image, width: int, height: int) -> np.ndarray:
    return np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))


def _fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Width and height with the longer one `side`."""
    scale = side / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
