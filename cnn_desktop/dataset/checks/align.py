"""Whether one photo shows a part of another one: the part is laid on it at every place, in several sizes, also mirrored.

What is compared are the edges: light and colour change when a photo is edited, and on a plain table photos of different
things are much alike in them. The measure is the normalised correlation of the gradients, by FFT (Lewis 1995, sections 4 and
5). Small pictures tell about how, larger ones whether it is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
"""Width of a part that is looked for, as a share of the whole photo's."""
_COARSE_STEP, _FINE_STEP = 0.03, 0.01
_LEAST_EDGE = 0.3
"""Mean gradient, in grey levels a pixel, below which there is nothing to compare."""


class Alignment(msgspec.Struct, frozen=True):
    """How one photo lies in the other."""

    score: float
    """Correlation of the edges, at most 1."""
    share: float
    """Width of the part, as a share of the whole photo's."""
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
    found = list[Alignment]()
    for whole, part in (pictures, pictures[::-1]):
        for mirrored in (False, True):
            laid = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else part
            rough = _best(whole, laid, _COARSE, np.arange(1, _SMALLEST, -_COARSE_STEP))
            if rough is None or rough[0] < _WORTH_A_CLOSER_LOOK:
                continue
            shares = rough[1] + np.arange(-_COARSE_STEP, _COARSE_STEP + _FINE_STEP / 2, _FINE_STEP)
            fine = _best(whole, laid, SIDE, shares[shares < 1 + _FINE_STEP / 2])
            if fine is not None and fine[0] >= ALIKE:
                found.append(Alignment(*fine, mirrored))
    return max(found, key=lambda one: one.score, default=None)


def _best(whole: Image.Image, part: Image.Image, side: int, shares: Iterable[float]) -> tuple[float, float] | None:
    """(score, share) of the best way to lay `part` on `whole`, which is made `side` pixels large; None: there is none."""
    width, height = _fitted(whole.size, side)
    edges = _edges(_resized(whole, width, height))
    spectrum, energy = np.fft.fft2(edges), _Sums(np.abs(edges) ** 2)
    ways = list[tuple[float, float]]()
    for share, laid in _laid(part, width, height, shares):
        own = float(np.linalg.norm(laid))
        if own**2 < _LEAST_EDGE**2 * laid.size:
            continue
        products = np.fft.ifft2(spectrum * np.conj(np.fft.fft2(laid, s=edges.shape))).real
        under = energy.of_boxes(*laid.shape)
        products = products[: under.shape[0], : under.shape[1]]
        under = np.sqrt(np.maximum(under, _LEAST_EDGE**2 * laid.size))
        ways.append((float((products / under).max()) / own, share))
    return max(ways, default=None)


def _laid(part: Image.Image, width: int, height: int, shares: Iterable[float]) -> Iterator[tuple[float, np.ndarray]]:
    """(share, edges of `part`) for each share of `width` at which it is no higher than `height`."""
    for share in shares:
        w = round(width * share)
        h = round(w * part.height / part.width)
        if w <= width and min(w, h) >= 3 and h <= height + 1:
            yield float(share), _edges(_resized(part, w, min(h, height)))


class _Sums:
    """Sums over boxes of a table, each in a moment."""

    def __init__(self, values: np.ndarray) -> None:
        self._sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
        self._sums[1:, 1:] = values.cumsum(0).cumsum(1)

    def of_boxes(self, height: int, width: int) -> np.ndarray:
        """[places down, places right]: of a box of that size at each place where it fits."""
        sums = self._sums
        return sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]


def _edges(grey: np.ndarray) -> np.ndarray:
    """complex [h, w]: how much brighter it gets to the right, and (imaginary) downwards, a pixel; 0 at the border."""
    edges = np.zeros(grey.shape, np.complex128)
    edges[1:-1, 1:-1] = (grey[1:-1, 2:] - grey[1:-1, :-2]) / 2 + 0.5j * (grey[2:, 1:-1] - grey[:-2, 1:-1])
    return edges


def _resized(picture: Image.Image, width: int, height: int) -> np.ndarray:
    return np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))


def _fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Width and height with the longer one `side`."""
    scale = side / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
