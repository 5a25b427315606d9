"""Random changes to training photos: flip, crop, colour. The same seed, epoch and photo give the same change.

`augment` changes one whole photo, for the fixed views of the feature cache. A training that sees every photo in every
epoch draws the changes of an epoch at once, `draw_changes`, and applies them in batches
(`learning/training/batch_input.py`). Strong changes are torchvision's, so for both they are made there
(`learning/training/strong_changes.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageEnhance

from cnn_desktop.dataset.pixels.store import Decoding
from cnn_desktop.dataset.reading.preprocess import squash
from cnn_desktop.domain.config import Augmentation, Strong

Box = tuple[float, float, float, float]
_SMALLEST_AREA = 0.7
_WIDEST_ASPECT = 4 / 3
_COLOUR_CHANGE = 0.2
_CROP_MARGIN = 1.2


@dataclass(frozen=True)
class Changes:
    """What happens to each of N photos; None: nothing of that kind."""

    mirrored: np.ndarray | None
    """bool [N]."""
    boxes: np.ndarray | None
    """float32 [N, 4]: left, top, width and height of the part shown, as shares of the photo's sides."""
    colours: np.ndarray | None
    """float32 [N, 3]: factors of brightness, contrast and saturation."""
    strong: np.ndarray | None = None
    """int64 [N]: seeds of the strong change."""
    kind: Strong = False
    """Which strong change that is."""

    def of(self, photos: Sequence[int] | np.ndarray) -> Changes:
        """Those of some photos, by their places."""
        places = np.asarray(photos, np.int64)
        drawn = (self.mirrored, self.boxes, self.colours, self.strong)
        mirrored, boxes, colours, strong = (None if one is None else one[places] for one in drawn)
        return Changes(mirrored, boxes, colours, strong, self.kind)


def stored_side(augmentation: Augmentation, size: int) -> int:
    """How large a photo must be kept for a network that takes `size` pixels.

    With random crops a fifth more: parts of 70 to 100 % of that area are enlarged or made smaller by at most a quarter.
    That is as good as cutting them from the whole photo, though not the same pixels. Without crops `size`.
    """
    return round(_CROP_MARGIN * size) if augmentation.crop else size


def kept_how(augmentation: Augmentation) -> Decoding:
    """How a photo is decoded for a training: parts of it need not be exact."""
    return "reduced" if augmentation.crop else "full"


def draw_changes(augmentation: Augmentation, photos: int, seed: int, epoch: int) -> Changes:
    """An epoch's changes: which one a photo gets follows from seed, epoch and its place, however it is batched.

    The same ranges as `augment`, all drawn at once: 1 ms for 10,000 photos.
    """
    rng = np.random.default_rng((seed, epoch, 2))
    area = rng.uniform(_SMALLEST_AREA, 1, photos)
    aspect = np.exp(rng.uniform(-1, 1, photos) * np.log(np.minimum(_WIDEST_ASPECT, 1 / area)))
    width, height = np.minimum(np.sqrt(area * aspect), 1), np.minimum(np.sqrt(area / aspect), 1)
    left, top = rng.uniform(size=photos) * (1 - width), rng.uniform(size=photos) * (1 - height)
    mirrored = rng.random(photos) < 0.5
    colours = rng.uniform(1 - _COLOUR_CHANGE, 1 + _COLOUR_CHANGE, (photos, 3)).astype(np.float32)
    strong = rng.integers(2**63 - 1, size=photos)
    return Changes(
        mirrored if augmentation.flip else None,
        np.stack((left, top, width, height), axis=1).astype(np.float32) if augmentation.crop else None,
        colours if augmentation.jitter else None,
        strong if augmentation.strong else None,
        augmentation.strong,
    )


def augment(image: Image.Image, augmentation: Augmentation, size: int, rng: np.random.Generator) -> np.ndarray:
    """uint8 [size, size, 3] from an RGB photo, not yet changed strongly. With everything off: exactly `Preprocess.pixels`."""
    pixels = squash(image, size, _crop_box(image.width, image.height, rng) if augmentation.crop else None)
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
