"""The one way a photo becomes a network's input: training, testing, the viewer and export all go through it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading import old_rule
from cnn_desktop.dataset.reading.decode import decoded
from cnn_desktop.dataset.reading.picture import to_rgb
from cnn_desktop.domain.tones import Tones

Triple = tuple[float, float, float]

IMAGENET: tuple[Triple, Triple] = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
"""Mean and standard deviation of ImageNet's pixels (R, G, B in 0..1): `Preprocess(224, *IMAGENET)`."""


class Preprocess(msgspec.Struct, frozen=True):
    """Full decode, EXIF turn, deep photos and profiles as `tones` say, squash to S×S with Pillow's uint8 BILINEAR, normalise.

    Saved with the run, and checked where one is read (`learning.models.run_facts`); thread-safe.
    """

    image_size: int = 224
    """S, in pixels."""
    mean: Triple = IMAGENET[0]
    std: Triple = IMAGENET[1]
    tones: Tones | None = None
    """None: as a run from before there were any, which is what its file lacks."""

    def pixels(self, photo: Image.Image | Path | str) -> np.ndarray:
        """uint8 [S, S, 3], RGB. Raises UnreadablePhoto when `photo` is a path that cannot be read."""
        if not isinstance(photo, Image.Image):
            with decoded(photo, tones=self.tones) as rgb:
                return squash(rgb, self.image_size)
        rgb = old_rule.to_rgb(photo) if self.tones is None else to_rgb(photo, tones=self.tones)
        return squash(rgb, self.image_size)

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
