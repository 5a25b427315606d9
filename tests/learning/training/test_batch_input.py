"""Batches ready for the network: the plain way is Preprocess; changes are those drawn, the same on every device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageEnhance

from cnn_desktop.dataset.pixels.augment import Changes, draw_changes, stored_side
from cnn_desktop.dataset.reading.preprocess import IMAGENET, Preprocess
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.learning.training.batch_input import BatchInput, _cropped_by_grid, _cropped_by_pixels
from cnn_desktop.learning.training.resident import ResidentPixels
from cnn_desktop.learning.training.validate import network_input

HALF = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
"""Inputs from -1 to 1, as EfficientNet-Lite wants them."""

NEEDS_GPU = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
NONE = Changes(None, None, None)


def noise(photos: int, side: int = 32) -> np.ndarray:
    """Smooth enough that resizing keeps it."""
    coarse = np.random.default_rng(0).integers(0, 255, (photos, 8, 8, 3), np.uint8)
    return np.stack([np.array(Image.fromarray(one).resize((side, side), Image.Resampling.BICUBIC)) for one in coarse])


@pytest.mark.parametrize("constants", [IMAGENET, HALF])
def test_without_changes_it_is_preprocess(constants: tuple) -> None:
    preprocess, pixels = Preprocess(32, *constants), noise(5)
    got = BatchInput(preprocess, "cpu")(torch.from_numpy(pixels), None)
    assert got.is_contiguous(memory_format=torch.channels_last)
    torch.testing.assert_close(got, torch.from_numpy(preprocess.normalise(pixels)), rtol=0, atol=1e-6)


@pytest.mark.parametrize("constants", [IMAGENET, HALF])
@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=NEEDS_GPU)])
def test_answers_see_preprocess_to_the_last_bit(constants: tuple, device: str) -> None:
    preprocess = Preprocess(16, *constants)
    every_value = np.arange(256, dtype=np.uint8).repeat(3).reshape(1, 16, 16, 3)
    got = network_input(preprocess, every_value, device)
    assert got.is_contiguous()
    assert torch.equal(got.cpu(), torch.from_numpy(preprocess.normalise(every_value)))


def test_batches_of_other_sizes_follow_each_other() -> None:
    batch_input, pixels = BatchInput(Preprocess(32), "cpu"), noise(6)
    for count in (4, 2, 6, 1):
        got = batch_input(torch.from_numpy(pixels[:count]), NONE).clone()
        torch.testing.assert_close(got, torch.from_numpy(Preprocess(32).normalise(pixels[:count])), rtol=0, atol=1e-6)


def test_mirrored() -> None:
    pixels, which = noise(4), np.array([True, False, False, True])
    got = BatchInput(Preprocess(32), "cpu")(torch.from_numpy(pixels), Changes(which, None, None)).clone()
    wanted = pixels.copy()
    wanted[which] = wanted[which][:, :, ::-1]
    torch.testing.assert_close(got, torch.from_numpy(Preprocess(32).normalise(wanted)), rtol=0, atol=1e-6)


def test_crops_are_the_part_asked_for_on_every_device() -> None:
    pixels = noise(3, 40)
    boxes = np.array([[0, 0, 1, 1], [0.25, 0.5, 0.75, 0.5], [0.1, 0.1, 0.8, 0.9]], np.float32)
    photos = torch.from_numpy(pixels).permute(0, 3, 1, 2)
    by_pixels, by_grid = _cropped_by_pixels(photos, boxes, 32).float(), _cropped_by_grid(photos, boxes, 32)
    assert by_pixels.shape == by_grid.shape == (3, 3, 32, 32)
    for place, (left, top, width, height) in enumerate(boxes.tolist()):
        box = tuple(40 * share for share in (left, top, left + width, top + height))
        wanted = np.asarray(Image.fromarray(pixels[place]).resize((32, 32), Image.Resampling.BILINEAR, box=box))
        for got in (by_pixels, by_grid):
            assert np.abs(got[place].permute(1, 2, 0).numpy() - wanted).mean() < 4


def test_colours_change_as_pillow_changes_them() -> None:
    pixels, colours = noise(3), np.array([[0.8, 1.2, 0.9], [1.2, 0.8, 1.2], [1, 1, 1]], np.float32)
    preprocess = Preprocess(32, (0, 0, 0), (1, 1, 1))
    got = BatchInput(preprocess, "cpu")(torch.from_numpy(pixels), Changes(None, None, colours)) * 255
    for place, factors in enumerate(colours.tolist()):
        image = Image.fromarray(pixels[place])
        for enhancer, factor in zip(
            (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color), factors, strict=True
        ):
            image = enhancer(image).enhance(factor)
        assert np.abs(got[place].permute(1, 2, 0).numpy() - np.asarray(image)).max() < 4, (
            "Pillow rounds down at each step"
        )


def test_changes_follow_from_seed_epoch_and_photo() -> None:
    everything = Augmentation(flip=True, crop=True, jitter=True, strong=True)
    one, again = (draw_changes(everything, 50, 3, 1) for _ in range(2))
    for name in ("mirrored", "boxes", "colours", "strong"):
        assert np.array_equal(getattr(one, name), getattr(again, name))
        for other in (draw_changes(everything, 50, 3, 2), draw_changes(everything, 50, 4, 1)):
            assert not np.array_equal(getattr(one, name), getattr(other, name))
        assert np.array_equal(getattr(one.of([7, 3]), name), getattr(one, name)[[7, 3]])
    assert draw_changes(Augmentation(flip=False), 5, 0, 0) == NONE
    without = draw_changes(Augmentation(flip=True, crop=True, jitter=True), 50, 3, 1)
    for name in ("mirrored", "boxes", "colours"):
        assert np.array_equal(getattr(one, name), getattr(without, name)), "as before there were strong changes"


def test_draws_stay_within_their_ranges() -> None:
    changes = draw_changes(Augmentation(flip=True, crop=True, jitter=True), 5000, 0, 0)
    assert changes.mirrored is not None
    assert changes.boxes is not None
    assert changes.colours is not None
    left, top, width, height = changes.boxes.T
    area, aspect = width * height, width / height
    assert 0.47 < changes.mirrored.mean() < 0.53
    assert (left >= 0).all()
    assert (top >= 0).all()
    assert (left + width <= 1 + 1e-6).all()
    assert (top + height <= 1 + 1e-6).all()
    assert 0.69 < area.min() < 0.71
    assert 0.99 < area.max() <= 1 + 1e-6
    assert 0.84 < area.mean() < 0.86
    assert 0.74 < aspect.min() < 0.78
    assert 1.28 < aspect.max() < 1.34
    assert 0.8 <= changes.colours.min() < 0.81
    assert 1.19 < changes.colours.max() <= 1.2


def test_photos_are_kept_larger_only_for_crops() -> None:
    assert stored_side(Augmentation(jitter=True), 224) == 224
    assert stored_side(Augmentation(crop=True), 224) == 269


def test_resident_photos_come_back_as_they_were_put() -> None:
    pixels, resident = torch.from_numpy(noise(6)), ResidentPixels("cpu", 6, 32)
    resident.put([4, 0, 2], pixels[[4, 0, 2]])
    assert not resident.is_complete
    resident.put([5, 1, 3], pixels[[5, 1, 3]])
    assert resident.is_complete
    assert torch.equal(resident.rows_of([3, 3, 0]), pixels[[3, 3, 0]])
    assert ResidentPixels.where_it_fits("cpu", 6, 32) is None


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")
def test_a_gpu_changes_photos_as_the_cpu_does(photo_folder: Callable[..., Path]) -> None:
    preprocess, pixels = Preprocess(32), torch.from_numpy(noise(16, stored_side(Augmentation(crop=True), 32)))
    changes = draw_changes(Augmentation(flip=True, crop=True, jitter=True), 16, 0, 0)
    cpu, gpu = (BatchInput(preprocess, device)(pixels, changes).cpu() for device in ("cpu", "cuda"))
    assert (cpu - gpu).abs().mean() < 0.1
    assert ResidentPixels.where_it_fits("cuda", 100, 32) is not None
