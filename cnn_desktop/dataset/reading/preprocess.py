"""The one way a photo becomes a network's input: training, testing, the viewer and export all go through it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading.decode import open_photo, to_rgb

Triple = tuple[float, float, float]

IMAGENET: tuple[Triple, Triple] = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
"""Mean and standard deviation of ImageNet's pixels (R, G, B in 0..1): `Preprocess(224, *IMAGENET)`."""


class Preprocess(msgspec.Struct, frozen=True):
    """Full decode, EXIF turn, squash to S×S with Pillow's uint8 BILINEAR, normalise. Saved with the run; thread-safe."""

    image_size: int = 224
    """S, in pixels."""
    mean: Triple = IMAGENET[0]
    std: Triple = IMAGENET[1]

    def pixels(self, photo: Image.Image | Path | str) -> np.ndarray:
        """uint8 [S, S, 3], RGB. Raises UnreadablePhoto when `photo` is a path that cannot be read."""
        return squash(to_rgb(photo) if isinstance(photo, Image.Image) else open_photo(photo), self.image_size)

    def normalise(self, pixels: np.ndarray) -> np.ndarray:
        """float32 [B, 3, S, S] from uint8 [B, S, S, 3]: ((pixel / 255) - mean) / std, a channel each."""
        values = pixels.transpose(0, 3, 1, 2).astype(np.float32, order="C")
        values /= 255
        values -= np.array(self.mean, np.float32).reshape(1, 3, 1, 1)
        values /= np.array(self.std, np.float32).reshape(1, 3, 1, 1)
        return values

    def __call__(self, photo: Image.Image | Path | str) -> np.ndarray:
        """float32 [3, S, S]. Raises UnreadablePhoto."""
        return self.normalise(self.pixels(photo)[None])[0]


def squash(image: Image.Image, size: int, box: tuple[float, float, float, float] | None = None) -> np.ndarray:
    """uint8 [size, size, 3] from an RGB image, or from its part `box` (left, top, right, bottom in pixels)."""
    return np.array(image.resize((size, size), Image.Resampling.BILINEAR, box=box))
