"""A part is found in the whole photo wherever it was cut, however it was saved; other photos are not."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageOps

from cnn_desktop.dataset.checks.align import SIDE, Alignment, align, shrunk
from tests.dataset.scenes import scene


def part(photo: Image.Image, share: float, number: int) -> Image.Image:
    width, height = round(photo.width * share), round(photo.height * share)
    left, top = (
        int(np.random.default_rng(number).integers(0, room + 1))
        for room in (photo.width - width, photo.height - height)
    )
    return photo.crop((left, top, left + width, top + height))


def saved(photo: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def laid(one: Image.Image, other: Image.Image) -> Alignment | None:
    return align(shrunk(one), shrunk(other))


@pytest.mark.parametrize("share", [1.0, 0.95, 0.9, 0.8, 0.7])
def test_a_part_is_found_whichever_comes_first(share: float) -> None:
    for number in range(4):
        photo = scene(number)
        cut = saved(part(photo, share, number), 60)
        for pair in ((photo, cut), (cut, photo)):
            found = laid(*pair)
            assert found is not None
            assert not found.mirrored
            assert found.share == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("size", [0.4, 2.5])
def test_the_size_of_the_file_makes_no_difference(size: float) -> None:
    photo = scene(3)
    cut = part(photo, 0.9, 3)
    found = laid(photo, cut.resize((round(cut.width * size), round(cut.height * size))))
    assert found is not None
    assert found.share == pytest.approx(0.9, abs=0.03)


def test_a_mirrored_part_in_other_light() -> None:
    photo = scene(5)
    found = laid(photo, ImageOps.mirror(ImageEnhance.Contrast(part(photo, 0.9, 5)).enhance(0.7)))
    assert found is not None
    assert found.mirrored


def test_a_part_of_another_shape() -> None:
    """A square one of a wide photo, and a tall one."""
    photo = scene(6)
    for box in ((40, 0, 40 + photo.height, photo.height), (60, 0, 300, photo.height)):
        found = laid(photo, photo.crop(box))
        assert found is not None
        assert found.share == pytest.approx(1, abs=0.03)


def test_other_photos_do_not_fit() -> None:
    photos = [shrunk(scene(number)) for number in range(8)]
    assert not any(align(one, other) for k, one in enumerate(photos) for other in photos[:k])


def test_where_nothing_is_to_be_seen_nothing_fits() -> None:
    flat = Image.new("RGB", (400, 300), "grey")
    assert laid(flat, flat.copy()) is None
    assert laid(scene(0), flat) is None


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (3, 2)])
def test_any_shape_may_be_laid(size: tuple[int, int]) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, size[::-1], dtype=np.uint8))
    assert max(shrunk(noise).shape) == SIDE
    laid(noise, scene(0))
    laid(noise, noise)
