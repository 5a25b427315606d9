"""Photos that look nearly the same. (Stands in for the near part: equal hashes only.)"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from PIL import Image

_SIDE = 8


def perceptual_hash(grey: np.ndarray) -> tuple[int, int]:
    """(64-bit hash of the photo, of its mirror image) of [H, W] uint8 or float."""
    small = np.asarray(Image.fromarray(grey.astype(np.float32)).resize((_SIDE, _SIDE), Image.Resampling.BOX))
    bits = small > np.median(small)
    return _number(bits), _number(bits[:, ::-1])


def near_groups(hashes: np.ndarray, most: int = 0) -> list[list[int]]:
    """Of uint64 [N, 2] (photo, mirror): groups of two and more row numbers."""
    rows: dict[int, list[int]] = defaultdict(list)
    for row, (own, mirrored) in enumerate(hashes.tolist()):
        rows[min(own, mirrored)].append(row)
    return [group for group in rows.values() if len(group) > 1]


def _number(bits: np.ndarray) -> int:
    return int.from_bytes(np.packbits(bits).tobytes(), "big")
