"""How pictures became RGB before a data set's tones were kept: what the runs of then go on being fed."""

from __future__ import annotations

import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading.bands import piecewise, rows_of, spans
from cnn_desktop.dataset.reading.picture import over_white, untied


def to_rgb(image: Image.Image) -> Image.Image:
    """Any Pillow image as RGB: alpha over white, 16-bit ÷ 257, grey and CMYK to RGB."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return untied(image)
    if image.mode.startswith("I") or image.mode == "F":
        factor = _factor(image)
        return piecewise(image.size, lambda rows: _eight_bits(rows_of(image, rows), factor))
    if image.has_transparency_data:
        return piecewise(image.size, lambda rows: over_white(rows_of(image, rows)))
    return piecewise(image.size, lambda rows: rows_of(image, rows).convert("RGB"))


def _factor(image: Image.Image) -> int:
    """What makes 16-bit numbers of those of `image`: float may be 0..1, 0..255 or 0..65535."""
    if image.mode != "F":
        return 1
    top = max(np.nan_to_num(np.asarray(rows_of(image, rows))).max() for rows in spans(image.height, image.width))
    return 65535 if top <= 1 else 257 if top <= 255 else 1


def _eight_bits(image: Image.Image, factor: int) -> Image.Image:
    values = np.asarray(image).astype(np.float64)
    if image.mode == "F":
        values = np.nan_to_num(values) * factor
    return Image.fromarray(np.rint(np.clip(values, 0, 65535) / 257).astype(np.uint8)).convert("RGB")
