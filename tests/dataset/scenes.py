"""Drawn photos that look as different from one another as real ones do."""

from __future__ import annotations

import functools

import numpy as np
from PIL import Image, ImageDraw


@functools.cache
def scene(number: int, size: tuple[int, int] = (400, 300)) -> Image.Image:
    """Light, spots and shapes by chance; each number another one."""
    rng = np.random.default_rng(number)
    layers = [
        np.asarray(Image.fromarray(rng.normal(0, 1, (side, side, 3)).astype(np.float32)[..., channel]).resize(size, 3))
        for side in (3, 9, 30)
        for channel in range(3)
    ]
    light = np.stack([sum(layers[channel::3]) for channel in range(3)], axis=2)
    photo = Image.fromarray((128 + 35 * light).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(photo)
    for _ in range(8):
        x, y, w, h = rng.integers(0, size[0]), rng.integers(0, size[1]), *rng.integers(15, 90, 2)
        shape = draw.ellipse if rng.random() < 0.5 else draw.rectangle
        shape((x, y, x + w, y + h), fill=tuple(rng.integers(0, 256, 3).tolist()))
    return photo
