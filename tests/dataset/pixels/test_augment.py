"""Augmentation: each switch does what it says, and nothing else; equal seeds give equal pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.pixels.augment import _crop_box, augment
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.config import Augmentation

OFF = Augmentation(flip=False)


def photo_rng(*numbers: int) -> np.random.Generator:
    return np.random.default_rng(numbers)


@pytest.fixture
def image() -> Image.Image:
    return Image.fromarray(np.random.default_rng(0).integers(0, 255, (60, 90, 3), np.uint8))


def test_nothing_on_is_exactly_preprocess(image: Image.Image) -> None:
    assert (augment(image, OFF, 32, photo_rng(0, 0, 0)) == Preprocess(32).pixels(image)).all()


def test_flip_mirrors_half_of_the_photos(image: Image.Image) -> None:
    plain = Preprocess(32).pixels(image)
    flipped = 0
    for photo in range(400):
        got = augment(image, Augmentation(flip=True), 32, photo_rng(0, 0, photo))
        mirrored = bool((got == plain[:, ::-1]).all())
        assert mirrored or (got == plain).all()
        flipped += mirrored
    assert 160 < flipped < 240


@pytest.mark.parametrize(("width", "height"), [(90, 60), (60, 90), (100, 100), (1000, 10), (1, 1)])
def test_crops_stay_within_area_aspect_and_photo(width: int, height: int) -> None:
    rng = photo_rng(0, 0, 0)
    areas, aspects = [], []
    for _ in range(500):
        left, top, right, bottom = _crop_box(width, height, rng)
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        areas.append((right - left) * (bottom - top) / (width * height))
        aspects.append((right - left) / (bottom - top) / (width / height))
    if min(width, height) > 1:
        assert 0.699 < min(areas) < 0.72
        assert max(areas) <= 1.0001
    if min(width, height) > 50:
        assert 0.74 < min(aspects) < 0.85
        assert 1.18 < max(aspects) < 1.34


def test_crop_changes_the_pixels_and_keeps_the_size(image: Image.Image) -> None:
    got = augment(image, Augmentation(flip=False, crop=True), 32, photo_rng(0, 0, 1))
    assert got.shape == (32, 32, 3)
    assert (got != Preprocess(32).pixels(image)).any()


def test_jitter_stays_within_twenty_percent() -> None:
    grey = Image.new("RGB", (8, 8), (100, 100, 100))
    means = [augment(grey, Augmentation(flip=False, jitter=True), 8, photo_rng(0, 0, n)).mean() for n in range(300)]
    assert 78 <= min(means) < 85
    assert 115 < max(means) <= 122


def test_jitter_changes_saturation() -> None:
    colour = Image.new("RGB", (8, 8), (180, 90, 90))
    spreads = [
        np.ptp(augment(colour, Augmentation(flip=False, jitter=True), 8, photo_rng(0, 0, n))[0, 0].astype(int))
        for n in range(100)
    ]
    assert min(spreads) < 80
    assert max(spreads) > 100


def test_the_same_seed_epoch_and_photo_give_the_same_pixels(image: Image.Image) -> None:
    everything = Augmentation(flip=True, crop=True, jitter=True)

    def draw(*place: int) -> np.ndarray:
        return augment(image, everything, 32, photo_rng(*place))

    assert (draw(1, 2, 3) == draw(1, 2, 3)).all()
    for other in ((0, 2, 3), (1, 0, 3), (1, 2, 0)):
        assert (draw(1, 2, 3) != draw(*other)).any()
