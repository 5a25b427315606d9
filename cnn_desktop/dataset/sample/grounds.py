"""Textured grounds for the built-in sample: wood, stone, cloth, grass, gravel, paper, tiles, a blurred room."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Ground = Callable[[np.random.Generator, int, int], np.ndarray]


def noise(rng: np.random.Generator, height: int, width: int, cell: float, stretch: float = 1) -> np.ndarray:
    """float32 [H, W] in about 0..1: smooth blobs of `cell` pixels, `stretch` times as wide as high."""
    small = rng.random((math.ceil(height / cell) + 2, math.ceil(width / (cell * stretch)) + 2), np.float32)
    return np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC))


def _clouds(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    """Noise of several sizes, as stone and paper have it; mean about 0.5."""
    total = np.zeros((height, width), np.float32)
    for cell, weight in ((70, 0.4), (24, 0.28), (8, 0.2), (2.5, 0.12)):
        total += weight * noise(rng, height, width, cell)
    return total


def _tinted(tone: np.ndarray, dark: tuple[float, float, float], bright: tuple[float, float, float]) -> np.ndarray:
    """float32 [H, W, 3] between two colours."""
    a, b = np.array(dark, np.float32), np.array(bright, np.float32)
    return a + (b - a) * np.clip(tone, 0, 1)[..., None]


def _wood(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    grain = 0.3 + noise(rng, height, width, 6, 18) * 0.22 + noise(rng, height, width, 2, 40) * 0.16
    warp = noise(rng, height, width, 60, 3) * 30
    rings = np.sin((np.arange(height, dtype=np.float32)[:, None] + warp) / rng.uniform(2.5, 6)) * 0.06
    dark, bright = (
        ((0.3, 0.18, 0.1), (0.68, 0.47, 0.29)), ((0.45, 0.32, 0.2), (0.85, 0.69, 0.48)),
        ((0.14, 0.09, 0.07), (0.42, 0.29, 0.22)), ((0.4, 0.38, 0.35), (0.72, 0.69, 0.65)),
    )[rng.integers(4)]  # fmt: skip
    picture = _tinted(grain + rings + 0.12, dark, bright)
    if rng.random() < 0.6:
        plank = int(rng.integers(50, 110))
        for number, top in enumerate(range(int(rng.integers(0, plank)), height, plank)):
            picture[top : top + 2] *= 0.45
            picture[top : top + plank] *= 1 + (number % 3 - 1) * 0.06
    return picture if rng.random() < 0.6 else np.ascontiguousarray(_turned(picture, height, width))


def _turned(picture: np.ndarray, height: int, width: int) -> np.ndarray:
    image = Image.fromarray(np.clip(picture * 255, 0, 255).astype(np.uint8)).transpose(Image.Transpose.ROTATE_90)
    return np.asarray(image.resize((width, height)), np.float32) / 255


def _stone(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    tone = 0.3 + 0.25 * _clouds(rng, height, width) + 0.3 * noise(rng, height, width, 1.6)
    specks = noise(rng, height, width, 1.5)
    tone = tone + (specks > 0.9) * 0.3 - (specks < 0.1) * 0.35
    for _ in range(rng.integers(0, 3)):
        # Veins where slow noise passes through its middle, as in marble and cracked concrete.
        vein = np.abs(noise(rng, height, width, rng.uniform(40, 90)) - 0.5 + 0.08 * noise(rng, height, width, 9))
        tone = tone + rng.choice([-0.35, 0.3]) * np.exp(-((vein / 0.012) ** 2))
    grey = rng.uniform(0.3, 0.6)
    warm = rng.normal(0, 0.03)
    return _tinted(tone, (grey * 0.55, grey * 0.54, grey * 0.53), (grey + 0.3 + warm, grey + 0.29, grey + 0.28 - warm))


def _cloth(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    fold = noise(rng, height, width, 70)
    thread = rng.uniform(1.6, 2.6)
    weave = 0.5 + 0.2 * np.sin(x * math.pi / thread + fold * 4) * np.sin(y * math.pi / thread + fold * 4)
    colour = np.clip(rng.uniform(0.3, 0.85) + rng.normal(0, 0.14, 3), 0.1, 0.95)
    tone = weave * 0.5 + fold * 0.35 + noise(rng, height, width, 2) * 0.15
    picture = _tinted(tone, tuple(colour * 0.45), tuple(np.clip(colour * 1.15, 0, 1)))
    if rng.random() < 0.5:
        check = int(rng.integers(16, 44))
        other = np.clip(rng.uniform(0.3, 1.0) + rng.normal(0, 0.12, 3), 0, 1).astype(np.float32)
        stripes = ((x + fold * 10) % (2 * check) < check) * 0.28 + ((y + fold * 10) % (2 * check) < check) * 0.28
        picture += (other * (0.5 + 0.5 * tone[..., None]) - picture) * stripes[..., None]
    return picture


def _grass(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    base = _tinted(_clouds(rng, height, width), (0.14, 0.14, 0.07), (0.36, 0.38, 0.19))
    image = Image.fromarray((np.clip(base, 0, 1) * 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    n = 1000
    places = rng.uniform(0, 1, (n, 2)) * (width, height)
    reach = np.stack([rng.normal(0, 7, n), rng.uniform(-28, -6, n)], 1)
    dry = rng.uniform(0, 0.5)
    for place, step, light, is_dry in zip(places, reach, rng.uniform(0.35, 1, n), rng.random(n) < dry, strict=True):
        fill = tuple(int(part * light) for part in ((205, 182, 115) if is_dry else (118, 160, 68)))
        line = [tuple(place), tuple(place + step * (0.4, 0.6)), tuple(place + step)]
        draw.line(line, fill=fill, width=2 if light > 0.6 else 1)
    return np.array(image, np.float32) / 255


def _gravel(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    size = rng.uniform(3, 11)
    n = int(2.2 * width * height / (size * size * 4))
    image = Image.new("RGB", (width, height), (60, 54, 48))
    draw = ImageDraw.Draw(image)
    x, y = rng.uniform(0, width, n), rng.uniform(0, height, n)
    rx, ry = rng.uniform(0.5, 1.3, n) * size, rng.uniform(0.4, 1.0, n) * size
    base = rng.uniform(90, 190)
    tint = rng.normal(0, 9, 3)
    tones = np.clip(base + rng.normal(0, 28, n)[:, None] + tint + rng.normal(0, 6, (n, 3)), 20, 245).astype(int)
    for i in range(n):
        draw.ellipse((x[i] - rx[i], y[i] - ry[i] + 1.5, x[i] + rx[i], y[i] + ry[i] + 1.5), fill=(45, 40, 36))
        draw.ellipse((x[i] - rx[i], y[i] - ry[i], x[i] + rx[i], y[i] + ry[i]), fill=tuple(tones[i].tolist()))
        draw.ellipse((x[i] - rx[i] * 0.6, y[i] - ry[i] * 0.75, x[i] + rx[i] * 0.3, y[i]), fill=tuple((tones[i] + 10).tolist()))  # fmt: skip
    soft = np.array(image.filter(ImageFilter.GaussianBlur(0.7)), np.float32) / 255
    return soft * (0.85 + 0.3 * noise(rng, height, width, 3))[..., None]


def _paper(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    tone = 0.75 + 0.25 * _clouds(rng, height, width)
    colour = (
        (0.9, 0.88, 0.84), (0.93, 0.93, 0.94), (0.72, 0.6, 0.45), (0.35, 0.42, 0.5), (0.7, 0.75, 0.65), (0.2, 0.2, 0.22),
    )[rng.integers(6)]  # fmt: skip
    picture = tone[..., None] * np.array(colour, np.float32)
    if rng.random() < 0.35:
        gap = int(rng.integers(12, 26))
        picture[:: gap or 1] *= 0.86
        if rng.random() < 0.5:
            picture[:, ::gap] *= 0.86
    return picture


def _tiles(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    size = int(rng.integers(44, 110))
    y, x = np.mgrid[0:height, 0:width] + rng.integers(0, size)
    tone = rng.normal(0, 0.05, (height // size + 4, width // size + 4))[y // size, x // size]
    colour = rng.uniform(0.35, 0.9) + rng.normal(0, 0.06, 3)
    picture = colour * (0.8 + tone + 0.3 * _clouds(rng, height, width))[..., None]
    grout = (y % size < 3) | (x % size < 3)
    picture[grout] = picture[grout] * 0.3 + 0.3
    return picture.astype(np.float32)


def _room(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    """A table's edge before a room out of focus."""
    table = (_wood, _stone, _paper)[rng.integers(3)](rng, height, width)
    wall = rng.uniform(0.35, 0.85) + rng.normal(0, 0.06, 3)
    image = Image.new("RGB", (width, height), tuple((np.clip(wall, 0, 1) * 255).astype(int).tolist()))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(3, 9)):
        colour = tuple((np.clip(wall + rng.normal(0, 0.2) + rng.normal(0, 0.09, 3), 0, 1) * 255).astype(int).tolist())
        left, top, w, h = rng.uniform(-0.1, 0.9) * width, rng.uniform(-0.1, 0.5) * height, rng.uniform(15, 90), rng.uniform(15, 120)  # fmt: skip
        (draw.rectangle if rng.random() < 0.6 else draw.ellipse)((left, top, left + w, top + h), fill=colour)
    back = np.array(image.filter(ImageFilter.GaussianBlur(rng.uniform(5, 11))), np.float32) / 255
    front = np.clip((np.arange(height, dtype=np.float32) - height * rng.uniform(0.3, 0.6)) / 3, 0, 1)[:, None, None]
    return back * (1 - front) + table * front


_GROUNDS: tuple[tuple[Ground, float], ...] = (
    (_wood, 0.2), (_stone, 0.14), (_cloth, 0.13), (_grass, 0.12), (_gravel, 0.09), (_paper, 0.13), (_tiles, 0.07),
    (_room, 0.12),
)  # fmt: skip


def draw_ground(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    """float32 [H, W, 3] in about 0..1."""
    ground, _ = _GROUNDS[rng.choice(len(_GROUNDS), p=[share for _, share in _GROUNDS])]
    return np.array(ground(rng, height, width), np.float32)
