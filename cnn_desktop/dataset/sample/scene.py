"""Puts a drawn thing on a textured ground, lights it and photographs it: the pictures of the built-in sample."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from cnn_desktop.dataset.sample.grounds import draw_ground, noise
from cnn_desktop.dataset.sample.parts import Part, Points
from cnn_desktop.dataset.sample.shapes import THINGS

_SIZES = ((256, 256), (288, 216), (216, 288), (272, 204), (256, 192))


@dataclass(frozen=True)
class Pose:
    """Where a thing lies in the picture: `matrix` [2, 2] and `shift` [2] take its square to pixels."""

    matrix: np.ndarray
    shift: np.ndarray
    scale: float
    """Pixels per unit."""

    def place(self, points: Points) -> Points:
        return points @ self.matrix.T + self.shift


def _turn(angle: float) -> np.ndarray:
    return np.array([(math.cos(angle), -math.sin(angle)), (math.sin(angle), math.cos(angle))])


def draw_picture(label: str, rng: np.random.Generator) -> Image.Image:
    """One RGB photo of a thing of class `label`."""
    width, height = _SIZES[rng.integers(len(_SIZES))]
    canvas = draw_ground(rng, height, width)
    angle = rng.uniform(0, 2 * math.pi)
    light = np.array([math.cos(angle), math.sin(angle)])
    for _ in range(rng.integers(0, 5) if rng.random() < 0.55 else 0):
        _draw_thing(canvas, _scrap(rng), _clutter_pose(rng, width, height), light, rng)
    hard = rng.random() < 0.15
    pose = _pose(label, rng, width, height, hard)
    _draw_thing(canvas, THINGS[label](rng), pose, light, rng)
    if rng.random() < (0.35 if hard else 0.1):
        _occlude(canvas, pose, light, rng)
    return _photograph(canvas, rng, hard)


def _pose(label: str, rng: np.random.Generator, width: int, height: int, hard: bool) -> Pose:
    upright = label in ("mug", "mushroom")
    angle = rng.normal(0, 0.16) if upright else rng.uniform(0, 2 * math.pi)
    if label == "fish":
        angle = rng.normal(0, 0.45) + (math.pi if rng.random() < 0.5 else 0)
    scale = min(width, height) * (rng.uniform(0.19, 0.3) if hard else rng.uniform(0.34, 0.54))
    squeeze = rng.uniform(0.85, 1.0) if upright else rng.uniform(0.72, 1.0)
    mirror = -1 if rng.random() < 0.5 else 1
    sheared = np.array([(1, rng.normal(0, 0.08)), (0, 1)]) @ _turn(angle)
    matrix = sheared @ np.diag([1, mirror * squeeze if not upright else squeeze]) * scale
    room = max(0.0, min(width, height) * 0.5 - scale * 0.8)
    return Pose(matrix, np.array([width, height]) / 2 + rng.uniform(-1, 1, 2) * room, scale)


def _clutter_pose(rng: np.random.Generator, width: int, height: int) -> Pose:
    scale = min(width, height) * rng.uniform(0.04, 0.16)
    return Pose(_turn(rng.uniform(0, 2 * math.pi)) * scale, rng.uniform(0, 1, 2) * (width, height), scale)


def _scrap(rng: np.random.Generator) -> list[Part]:
    """Something of no class: a pebble, a twig, a scrap of paper, a coin."""
    kind = rng.integers(0, 4)
    grey = rng.uniform(0.25, 0.85)
    tint = np.clip(grey + rng.normal(0, 0.06, 3), 0, 1)
    colour = (float(tint[0]), float(tint[1]), float(tint[2]))
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    if kind == 0:
        radius = 0.7 + 0.12 * np.sin(angle * 2 + rng.uniform(0, 6)) + 0.06 * np.sin(angle * 3 + rng.uniform(0, 6))
        return [Part(np.stack([radius * np.cos(angle), 0.8 * radius * np.sin(angle)], 1), colour, 1.8, 0.2)]
    if kind == 1:
        twig = np.array([(-1.6, -0.05), (0, -0.1), (1.5, -0.04), (1.5, 0.04), (0, 0.02), (-1.6, 0.05)])
        return [Part(twig, (0.35 + colour[0] * 0.2, 0.25 + colour[1] * 0.15, 0.18), 1.4, 0.05, grain=0.3)]
    if kind == 2:
        return [Part(np.array([(-0.8, -0.5), (0.7, -0.7), (0.9, 0.5), (-0.6, 0.6)]) + rng.normal(0, 0.1, (4, 2)), colour, 0.2, 0.05)]  # fmt: skip
    return [Part(np.stack([0.6 * np.cos(angle), 0.6 * np.sin(angle)], 1), (0.7, 0.6, 0.42), 0.5, 0.5, metal=True)]


def _occlude(canvas: np.ndarray, pose: Pose, light: np.ndarray, rng: np.random.Generator) -> None:
    """Something long and thin in front: a blade of grass, a strap, a ruler."""
    width = rng.uniform(0.05, 0.14)
    strip = np.array([(-3.0, -width), (3.0, -width * rng.uniform(0.5, 1)), (3.0, width), (-3.0, width)])
    colour = ((0.35, 0.5, 0.2), (0.75, 0.68, 0.5), (0.25, 0.25, 0.28), (0.6, 0.3, 0.25))[rng.integers(4)]
    turn = _turn(rng.uniform(0, math.pi))
    off = rng.choice([-1, 1], 2) * rng.uniform(0.15, 0.5, 2) * pose.scale
    _draw_thing(
        canvas, [Part(strip, colour, 0.9, 0.15)], Pose(turn * pose.scale, pose.shift + off, pose.scale), light, rng
    )


def _draw_thing(canvas: np.ndarray, parts: list[Part], pose: Pose, light: np.ndarray, rng: np.random.Generator) -> None:
    """Draws the parts, in order, into `canvas` (float32 [H, W, 3], changed in place), with a soft shadow below them."""
    height, width = canvas.shape[:2]
    masks = [_mask(part, pose, width, height) for part in parts]
    whole = np.maximum.reduce([np.asarray(mask) for mask in masks])
    offset = light * pose.scale * rng.uniform(0.05, 0.16)
    for blur, dark, reach in ((0.02, 0.38, 0.35), (0.1, 0.36, 1.0)):
        soft = Image.fromarray(whole).filter(ImageFilter.GaussianBlur(max(0.8, blur * pose.scale)))
        moved = soft.transform(soft.size, Image.Transform.AFFINE, (1, 0, -offset[0] * reach, 0, 1, -offset[1] * reach))
        canvas *= 1 - dark * (np.asarray(moved, np.float32) / 255)[..., None]
    for part, mask in zip(parts, masks, strict=True):
        box = mask.getbbox()
        if box is not None:
            around = max(0, box[0] - 2), max(0, box[1] - 2), min(width, box[2] + 2), min(height, box[3] + 2)
            _paint(canvas, part, mask, around, pose, light, rng)


def _mask(part: Part, pose: Pose, width: int, height: int) -> Image.Image:
    big = Image.new("L", (width * 2, height * 2))
    draw = ImageDraw.Draw(big)
    draw.polygon(_pixels(pose, part.outline), fill=255)
    for hole in part.holes:
        draw.polygon(_pixels(pose, hole), fill=0)
    return big.reduce(2)


def _pixels(pose: Pose, points: Points, corner: tuple[int, int] = (0, 0)) -> list[tuple[float, float]]:
    """Points at twice the picture's size, for smooth edges."""
    return [(float(x), float(y)) for x, y in (pose.place(points) - corner) * 2]


def _paint(
    canvas: np.ndarray,
    part: Part,
    mask: Image.Image,
    box: tuple[int, int, int, int],
    pose: Pose,
    light: np.ndarray,
    rng: np.random.Generator,
) -> None:
    """Lights one part by the slope of its blurred mask and lays it over the picture, within `box`."""
    left, top, right, bottom = box
    shape = bottom - top, right - left
    cut = mask.crop(box)
    cover = np.asarray(cut, np.float32) / 255
    surface = np.zeros(shape, np.float32)
    for size in (0.03, 0.09, 0.2):
        surface += (
            np.asarray(cut.filter(ImageFilter.GaussianBlur(max(0.7, size * pose.scale))), np.float32) / 255 * size
        )
    steep = part.bulge * pose.scale * 1.5
    surface += noise(rng, *shape, max(2, round(pose.scale * 0.08))) * 0.006 * part.grain / 0.1
    dy, dx = np.gradient(surface)
    nx, ny = -dx * steep, -dy * steep
    length = np.sqrt(nx * nx + ny * ny + 1)
    towards = -(nx * light[0] + ny * light[1]) / length
    facing = 1 / length
    grain = 1 + part.grain * (noise(rng, *shape, max(2, round(pose.scale * 0.12))) - 0.5) * 1.6
    shade = 0.42 + 0.42 * facing + 0.5 * towards
    if part.metal:
        # Metal mirrors its surroundings: bright and dark bands that follow the slope.
        shade = 0.5 + 0.42 * np.sin(3.4 * towards + 1.2 * facing + 0.6) + 0.25 * towards
    shine = np.clip(0.72 * towards + 0.69 * facing, 0, 1) ** (40 if part.gloss > 0.3 else 14) * part.gloss
    tone = np.clip(shade, 0.1, 1.6) * _tone(part, pose, box) * grain
    lit = _colours(part, pose, box) * tone[..., None] + (shine * 0.8)[..., None]
    area = canvas[top:bottom, left:right]
    area += (lit - area) * cover[..., None]


def _tone(part: Part, pose: Pose, box: tuple[int, int, int, int]) -> np.ndarray:
    """float32 [h, w]: 1 where nothing is drawn on the part, less or more along its strokes."""
    size = (box[2] - box[0]) * 2, (box[3] - box[1]) * 2
    if not part.strokes:
        return np.ones((size[1] // 2, size[0] // 2), np.float32)
    lines = Image.new("L", size, 128)
    draw = ImageDraw.Draw(lines)
    for stroke in part.strokes:
        tone, width = round(min(255, 128 * stroke.tone)), max(1, round(stroke.width * pose.scale * 2))
        draw.line(_pixels(pose, stroke.points, box[:2]), fill=tone, width=width)
    return np.asarray(lines.reduce(2), np.float32) / 128


def _colours(part: Part, pose: Pose, box: tuple[int, int, int, int]) -> np.ndarray:
    """float32 [h, w, 3] (or [3] for a part of one colour)."""
    if not part.patches:
        return np.array(part.colour, np.float32)
    picture = Image.new("RGB", ((box[2] - box[0]) * 2, (box[3] - box[1]) * 2), _rgb(part.colour))
    draw = ImageDraw.Draw(picture)
    for patch in part.patches:
        draw.polygon(_pixels(pose, patch.points, box[:2]), fill=_rgb(patch.colour))
    return np.asarray(picture.reduce(2), np.float32) / 255


def _rgb(colour: tuple[float, float, float]) -> tuple[int, int, int]:
    return round(colour[0] * 255), round(colour[1] * 255), round(colour[2] * 255)


def _photograph(canvas: np.ndarray, rng: np.random.Generator, hard: bool) -> Image.Image:
    """Exposure, white balance, falling light, vignette, focus and sensor noise."""
    height, width = canvas.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    slope = rng.normal(0, 0.16, 2)
    canvas *= (1 + slope[0] * x + slope[1] * y - rng.uniform(0, 0.16) * (x * x + y * y))[..., None]
    exposure = rng.uniform(0.75, 1.5) if hard else rng.uniform(1.1, 1.5)
    warmth = rng.normal(0, 0.05)
    canvas *= np.array([1 + warmth, 1, 1 - warmth], np.float32) * exposure
    # A film-like curve: bright parts bend instead of clipping.
    canvas = np.clip(canvas, 0, None)
    canvas = canvas * (1 + canvas * 0.25) / (1 + canvas * 0.42)
    image = Image.fromarray(np.clip(canvas * 255, 0, 255).astype(np.uint8))
    blur = rng.uniform(0.8, 2.6) if hard and rng.random() < 0.6 else rng.uniform(0.2, 0.75)
    blurred = np.asarray(image.filter(ImageFilter.GaussianBlur(blur)))
    strength = rng.uniform(2, 11 if hard else 6)
    grain = rng.standard_normal((height, width), np.float32)[..., None] * strength
    grain = grain + rng.standard_normal((height, width, 3), np.float32) * (strength * 0.4)
    return Image.fromarray(np.clip(blurred + grain, 0, 255).astype(np.uint8))
