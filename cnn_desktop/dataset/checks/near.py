"""Finds photos that look nearly the same: saved anew, at another size, mirrored, a little edited.

Each photo becomes 64 bits, the signs of its lowest cosine coefficients (Zauner 2010, section 3.2), and so does its mirror image.
Two photos are near where at most `MOST` bits differ. Whether parts of photos are alike, `align` and `answers.crops` find out.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

MOST = 6
"""Bits. Of 500 photos of TrashNet, no copy of any kind differs by more than 4, and the first two other photos by 8."""
_SIDE = 32
"""Pixels that a photo is shrunk to."""
_REDUCED = 256
_TELLING = 2.0
"""A coefficient as large, in grey levels, tells something: JPEG at quality 40 changes one by 0.7 (standard deviation)."""
_LEAST_TELLING = 24
"""With fewer, one of a hundred pairs of any photos would be near by chance."""
_BANDS, _BAND_BITS = 4, 16
_LOOKED = 32
"""Members of a group that may become its representative."""


def _order() -> np.ndarray:
    """[64, 2]: row and column of the coefficients in use, the lowest frequencies first, without the mean."""
    places = [(row, column) for row in range(9) for column in range(9)]
    return np.array(sorted(places, key=lambda place: (sum(place), place[0]))[1:65])


def _cosines() -> np.ndarray:
    """[9, 32]: the first rows of the orthonormal DCT-II."""
    rows = np.cos(np.pi * np.arange(9)[:, None] * (2 * np.arange(_SIDE) + 1) / (2 * _SIDE)) * np.sqrt(2 / _SIDE)
    rows[0] /= np.sqrt(2)
    return rows


_ORDER, _COSINES = _order(), _cosines()
_MIRROR = np.where(_ORDER[:, 1] % 2, -1.0, 1.0)
"""What mirroring makes of each coefficient."""


def perceptual_hash(grey: np.ndarray) -> tuple[int, int]:
    """64 bits of a photo, and of its mirror image. `grey`: [H, W], uint8 or float, in grey levels 0–255, of any size.

    (0, 0) where there is too little to see, as in a nearly uniform photo: such a one is near no other.
    """
    if grey.dtype == np.uint8:
        picture = Image.fromarray(np.ascontiguousarray(grey))
    else:
        picture = Image.fromarray(np.nan_to_num(grey, posinf=255, neginf=0).clip(0, 255).astype(np.float32))
    picture = picture.reduce(max(1, min(picture.size) // _REDUCED)).convert("F")
    pixels = np.asarray(picture.resize((_SIDE, _SIDE), Image.Resampling.BILINEAR), np.float64)
    coefficients = (_COSINES @ pixels @ _COSINES.T)[_ORDER[:, 0], _ORDER[:, 1]]
    if np.count_nonzero(np.abs(coefficients) > _TELLING) < _LEAST_TELLING:
        return 0, 0
    return _bits(coefficients), _bits(coefficients * _MIRROR)


def _bits(coefficients: np.ndarray) -> int:
    return int.from_bytes(np.packbits(coefficients > _TELLING).tobytes())


def near_groups(
    hashes: np.ndarray, most: int = MOST, each: Callable[[int], object] = lambda done: None
) -> list[list[int]]:
    """Groups of two and more rows that are near one another, sorted. `hashes`: uint64 [N, 2], photo and mirror image.

    A row is in one group at most, and at most `most` bits from its representative. The search is exact. `each` is called
    with the rows done, before each; what it raises ends the search.
    """
    seen = np.flatnonzero(hashes.any(axis=1))
    index = _Index(np.ascontiguousarray(hashes[seen], np.uint64), most)
    return [[int(seen[row]) for row in group] for group in groups(len(seen), index.near, each)]


def groups(
    count: int, near: Callable[[int], np.ndarray], each: Callable[[int], object] = lambda done: None
) -> list[list[int]]:
    """Groups of two and more of `count` rows, each of what is near one of them, its representative: never a chain.

    `near(row)`: the numbers of the rows near `row`, itself among them, sorted. Of a few that are near, the one with the most
    others near represents them.
    """
    free, found = np.ones(count, bool), list[list[int]]()

    def left(row: int) -> np.ndarray:
        rows = near(row)
        return rows[free[rows]]

    for row in range(count):
        each(row)
        if not free[row]:
            continue
        group = around = left(row)
        for other in around[:_LOOKED].tolist():
            its = left(other)
            if len(its) > len(group) and row in its:
                group = its
        if len(group) > 1:
            free[group] = False
            found.append(group.tolist())
    return found


class _Index:
    """Finds what is at most `most` bits away, by bands: in one of four, a quarter of these bits differ at most.

    Multi-index hashing (Norouzi et al. 2012, section 3). Where many photos share a band, all are compared, which is
    quicker then.
    """

    def __init__(self, hashes: np.ndarray, most: int) -> None:
        """`hashes`: uint64 [N, 2]."""
        self._hashes, self._photos, self._most = hashes, hashes[:, 0].copy(), most
        every = np.arange(1 << _BAND_BITS, dtype=np.uint16)
        self._flips = every[np.bitwise_count(every) <= most // _BANDS].astype(np.int64)
        bands = _bands(self._photos)
        order = np.argsort(bands, axis=0, kind="stable")
        self._rows = order.T.ravel()
        """The rows by their first band, then by their second, …"""
        edges = np.arange((1 << _BAND_BITS) + 1)
        self._starts = np.stack(
            [band * len(hashes) + np.searchsorted(bands[order[:, band], band], edges) for band in range(_BANDS)]
        )
        """[bands, 65537]: where in `_rows` those with each value of a band start."""
        # Room to compare in: to get it anew each time would cost more than comparing.
        self._different, self._counts = np.empty_like(self._photos), np.empty((2, len(hashes)), np.uint8)

    def near(self, row: int) -> np.ndarray:
        """Rows whose photo is near that of `row` or its mirror image, sorted."""
        wanted = self._hashes[row]
        values = _bands(wanted)[:, :, None] ^ self._flips
        band = np.arange(_BANDS)[None, :, None]
        starts = self._starts[band, values].ravel()
        counts = self._starts[band, values + 1].ravel() - starts
        total = int(counts.sum())
        if total >= len(self._photos):
            return np.flatnonzero(self._fewest_bits(self._photos, wanted) <= self._most)
        places = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(total)
        rows = self._rows[places]
        return np.unique(rows[self._fewest_bits(self._photos[rows], wanted) <= self._most])

    def _fewest_bits(self, photos: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        """uint8: in how many bits each of `photos` differs from the nearer of the two in `wanted`."""
        different, (fewest, others) = self._different[: len(photos)], self._counts[:, : len(photos)]
        for value, counts in zip(wanted, (fewest, others), strict=True):
            np.bitwise_xor(photos, value, out=different)
            np.bitwise_count(different, out=counts)
        return np.minimum(fewest, others, out=fewest)


def _bands(hashes: np.ndarray) -> np.ndarray:
    """int64 [N, bands]."""
    shifts = np.arange(_BANDS, dtype=np.uint64) * np.uint64(_BAND_BITS)
    return ((hashes[:, None] >> shifts) & np.uint64((1 << _BAND_BITS) - 1)).astype(np.int64)
