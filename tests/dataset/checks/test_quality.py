"""Each defect is found where it stands out, and not where all photos are like that, nor in ordinary ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image, ImageFilter

from cnn_desktop.dataset.checks.look import look_at
from cnn_desktop.dataset.checks.quality import quality_findings
from cnn_desktop.domain.photos import Finding, Photo
from cnn_desktop.domain.tones import OWN


def ordinary(number: int, size: tuple[int, int] = (300, 200)) -> Image.Image:
    """Coloured rectangles with sharp edges, some noise, dark and light parts."""
    rng = np.random.default_rng(number)
    pixels = np.full((size[1], size[0], 3), rng.integers(60, 200, 3), np.float32)
    for _ in range(25):
        x, y = rng.integers(0, size[0]), rng.integers(0, size[1])
        wide, high = rng.integers(2, size[0] // 3 + 3), rng.integers(2, size[1] // 3 + 3)
        pixels[y : y + high, x : x + wide] = rng.integers(0, 256, 3)
    return Image.fromarray(np.clip(pixels + rng.normal(0, 4, pixels.shape), 0, 255).astype(np.uint8))


def noise(level: int) -> Image.Image:
    pixels = np.random.default_rng(1).normal(level, 2, (200, 300, 3))
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


DEFECTS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "tiny": lambda image: image.resize((40, 28)),
    "odd_aspect": lambda image: image.crop((0, 0, 300, 60)),
    "uniform": lambda image: noise(128),
    "dark": lambda image: image.point(lambda value: value * 0.2),
    "bright": lambda image: image.point(lambda value: 215 + value * 0.15),
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(7)),
    "grey": lambda image: image.convert("L"),
}


def found(folder: Path, images: list[Image.Image], suffix: str = "jpg") -> list[Finding]:
    seen = []
    for number, image in enumerate(images):
        file = folder / f"{number:03}.{suffix}"
        image.save(file, quality=90)
        seen.append((Photo(file.name, "a"), look_at(file, OWN)))
    return list(quality_findings(seen))


def test_ordinary_photos_raise_no_alarm(tmp_path: Path) -> None:
    sizes = [(300, 200), (200, 300), (320, 180), (60, 60), (900, 700)]
    assert found(tmp_path, [ordinary(number, sizes[number % 5]) for number in range(20)]) == []
    assert list(quality_findings([])) == []


@pytest.mark.parametrize("kind", DEFECTS)
def test_one_among_ordinary_ones_is_named(tmp_path: Path, kind: str) -> None:
    images = [ordinary(number) for number in range(7)]
    images[3] = DEFECTS[kind](images[3])
    [finding] = found(tmp_path, images)
    assert (finding.kind, finding.photos) == (kind, ["003.jpg"])
    assert str(finding.text).startswith("1 photo ")
    assert "003.jpg" in str(finding.text)
    assert str(msgspec.structs.replace(finding.text, values={**finding.text.values, "n": 2})).startswith("2 photos ")


@pytest.mark.parametrize("kind", sorted(DEFECTS.keys() - {"uniform"}))
def test_what_most_photos_share_is_no_defect(tmp_path: Path, kind: str) -> None:
    images = [DEFECTS[kind](ordinary(number)) for number in range(5)] + [ordinary(number) for number in range(5, 8)]
    assert kind not in {finding.kind for finding in found(tmp_path, images)}


def test_photos_of_nothing_are_told_even_where_all_are(tmp_path: Path) -> None:
    [finding] = found(tmp_path, [noise(0), noise(128), noise(255)])
    assert (finding.kind, len(finding.photos)) == ("uniform", 3)
    assert finding.text.values["n"] == 3


def test_digits_on_black_are_neither_dark_nor_tiny(tmp_path: Path) -> None:
    digits = []
    for number in range(8):
        pixels = np.zeros((28, 28), np.uint8)
        pixels[4:24, 10 + number % 4] = 255
        digits.append(Image.fromarray(pixels))
    assert found(tmp_path, digits, "png") == []


def test_a_turned_photo_is_measured_as_it_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    ordinary(1, (900, 600)).save(tmp_path / "turned.jpg", exif=exif)
    look = look_at(tmp_path / "turned.jpg", OWN)
    assert (look.width, look.height) == (600, 900)


def test_more_megapixels_than_needed(tmp_path: Path) -> None:
    images = [ordinary(number) for number in range(3)]
    seen = [(Photo("large.jpg", "a"), look) for look in _looks(tmp_path, images)]
    seen[0] = (seen[0][0], msgspec.structs.replace(seen[0][1], width=9000, height=6000))
    [finding] = quality_findings(seen)
    assert (finding.kind, finding.severity) == ("huge", "info")


def _looks(folder: Path, images: list[Image.Image]) -> list:
    looks = []
    for image in images:
        image.save(folder / "one.png")
        looks.append(look_at(folder / "one.png", OWN))
    return looks
