"""Strong changes: of each photo random operations of torchvision's TrivialAugmentWide or RandAugment. Equal seeds give equal
pixels."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable

import numpy as np
import torch
from PIL import Image

from cnn_desktop.domain.config import Strong

_ONE_AT_A_TIME = threading.Lock()
"""torchvision draws from torch's own random numbers, which all threads share."""


def changed_strongly(pixels: np.ndarray, seed: int, kind: Strong = True) -> np.ndarray:
    """uint8 [S, S, 3] → uint8 [S, S, 3], 1 ms an operation. From any thread; torch's random numbers stay as they are."""
    image, change = Image.fromarray(pixels), _operation(kind)
    with _ONE_AT_A_TIME:
        before = torch.get_rng_state()
        torch.default_generator.manual_seed(seed)
        try:
            changed = change(image)
        finally:
            torch.set_rng_state(before)
    return np.array(changed)


@functools.cache
def _operation(kind: Strong) -> Callable[[Image.Image], Image.Image]:
    from torchvision.transforms import InterpolationMode, RandAugment, TrivialAugmentWide

    change = RandAugment if kind == "randaugment" else TrivialAugmentWide
    operation: Callable[[Image.Image], Image.Image] = change(interpolation=InterpolationMode.BILINEAR)
    return operation
