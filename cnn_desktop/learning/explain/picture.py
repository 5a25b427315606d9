"""A photo with a heat map over it, as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading.decode import decoded
from cnn_desktop.domain.colours import cover, map_rgb
from cnn_desktop.domain.tones import Tones

LARGEST = 2048
"""Pixels of the longer side: a map has far fewer."""
OPACITY = 0.7
"""Of the strongest place, as in the window."""


def over_photo(photo: Path, places: np.ndarray, tones: Tones) -> Image.Image:
    """The photo in its own shape under `places`, uint8 [S, S], which cover all of it. Raises UnreadablePhoto."""
    with decoded(photo, LARGEST, tones=tones) as read:
        read.thumbnail((LARGEST, LARGEST))
        below = read.convert("RGB")
    larger = Image.fromarray(places).resize(below.size, Image.Resampling.BILINEAR)
    colours = Image.fromarray(_COLOURS[np.asarray(larger)])
    return Image.composite(colours, below, larger.point(_COVER))


_COLOURS = np.array([map_rgb(value / 255) for value in range(256)], np.uint8)
_COVER = [round(OPACITY * cover(value)) for value in range(256)]
