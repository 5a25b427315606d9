"""Strong changes are torchvision's, the same for equal seeds from any thread, and leave torch's random numbers alone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from PIL import Image
from torchvision.transforms import InterpolationMode, RandAugment, TrivialAugmentWide

from cnn_desktop.domain.config import Strong
from cnn_desktop.learning.training.strong_changes import changed_strongly
from tests.learning.training.test_batch_input import noise

PHOTO = noise(1, 64)[0]


@pytest.mark.parametrize(("kind", "theirs"), [(True, TrivialAugmentWide), ("randaugment", RandAugment)])
def test_they_are_torchvisions(kind: Strong, theirs: Callable[..., Callable[[Image.Image], Image.Image]]) -> None:
    for seed in range(20):
        torch.manual_seed(seed)
        wanted = theirs(interpolation=InterpolationMode.BILINEAR)(Image.fromarray(PHOTO))
        assert np.array_equal(changed_strongly(PHOTO, seed, kind), np.asarray(wanted))


@pytest.mark.parametrize("kind", [True, "randaugment"])
def test_equal_seeds_give_equal_pixels_from_any_thread(kind: Strong) -> None:
    seeds = [*range(60), 2**63 - 2]
    one = [changed_strongly(PHOTO, seed, kind) for seed in seeds]
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(lambda seed: changed_strongly(PHOTO, seed, kind), seeds))
    assert all(np.array_equal(mine, other) for mine, other in zip(one, again, strict=True))
    assert len({pixels.tobytes() for pixels in one}) > 30
    assert {(pixels.shape, pixels.dtype) for pixels in one} == {((64, 64, 3), np.dtype(np.uint8))}


def test_torchs_random_numbers_stay_as_they_were() -> None:
    torch.manual_seed(5)
    wanted = torch.rand(3)
    torch.manual_seed(5)
    changed_strongly(PHOTO, 1)
    assert torch.equal(torch.rand(3), wanted)
