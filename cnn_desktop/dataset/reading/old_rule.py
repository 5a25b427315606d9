"""How pictures became RGB before a data set's tones were kept: what the runs of then go on being fed."""

from __future__ import annotations

import numpy as np
from PIL import Image


def to_rgb(image: Image.Image) -> Image.Image:
    """Any Pillow image as RGB: alpha over white, 16-bit ÷ 257, grey and CMYK to RGB."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return image if type(image) is Image.Image else image.copy()  # one that is still tied to its file
    if image.mode.startswith("I") or image.mode == "F":
        return Image.fromarray(_to_eight_bits(image)).convert("RGB")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> np.ndarray:
    """uint8 [H, W] from 16-bit (÷ 257), 32-bit (taken as 16-bit) or float (0..1, 0..255 or 0..65535) grey."""
    values = np.asarray(image).astype(np.float64)
    if image.mode == "F":
        values = np.nan_to_num(values)
        top = values.max()
        values = values * 65535 if top <= 1 else values * 257 if top <= 255 else values
    return np.rint(np.clip(values, 0, 65535) / 257).astype(np.uint8)
