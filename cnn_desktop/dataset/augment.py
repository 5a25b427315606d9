"""Random changes to training photos: flip, crop, colour. The same seed, epoch and photo give the same pixels."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageEnhance

from cnn_desktop.dataset.preprocess import squash
from cnn_desktop.domain.config import Augmentation

Box = tuple[float, float, float, float]
_SMALLEST_AREA = 0.7
_WIDEST_ASPECT = 4 / 3
_COLOUR_CHANGE = 0.2


def photo_rng(seed: int, epoch: int, photo: int) -> np.random.Generator:
    """The random numbers of one photo in one epoch, whichever thread asks and whenever."""
    return np.random.default_rng((seed, epoch, photo))


def augment(image: Image.Image, augmentation: Augmentation, size: int, rng: np.random.Generator) -> np.ndarray:
    """uint8 [size, size, 3] from an RGB photo. With everything switched off: exactly `Preprocess.pixels`."""
    box = _crop_box(image.width, image.height, rng) if augmentation.crop else None
    pixels = squash(image, size, box)
    if augmentation.flip and rng.random() < 0.5:
        pixels = pixels[:, ::-1].copy()
    return _jitter(pixels, rng) if augmentation.jitter else pixels


def _crop_box(width: int, height: int, rng: np.random.Generator) -> Box:
    """A random part of 70 to 100 % of the area, its width to height 3/4 to 4/3 of the photo's own."""
    area = rng.uniform(_SMALLEST_AREA, 1)
    # A part as wide as the photo cannot be stretched further: beyond area..1/area it would not fit.
    widest = min(_WIDEST_ASPECT, 1 / area)
    aspect = math.exp(rng.uniform(-math.log(widest), math.log(widest)))
    w, h = width * math.sqrt(area * aspect), height * math.sqrt(area / aspect)
    w, h = min(max(w, 1), width), min(max(h, 1), height)
    left, top = rng.uniform(0, width - w), rng.uniform(0, height - h)
    return left, top, min(left + w, width), min(top + h, height)


def _jitter(pixels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Brightness, contrast and saturation changed by up to 20 % each."""
    image = Image.fromarray(pixels)
    for enhancer in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        image = enhancer(image).enhance(rng.uniform(1 - _COLOUR_CHANGE, 1 + _COLOUR_CHANGE))
    return np.array(image)
