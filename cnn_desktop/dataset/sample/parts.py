"""What drawn things are made of: outlines in a square from -1 to 1, colours, materials; and how to bend them."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

Points = np.ndarray
"""float [N, 2]: x to the right, y down."""
Colour = tuple[float, float, float]
"""R, G, B in 0..1."""


@dataclass
class Stroke:
    """A line drawn on a part: `tone` below 1 darkens, above 1 lightens."""

    points: Points
    width: float
    tone: float


@dataclass
class Patch:
    """A patch of another colour on a part."""

    points: Points
    colour: Colour


@dataclass
class Part:
    """One piece of a thing; later parts lie over earlier ones."""

    outline: Points
    colour: Colour
    bulge: float = 1.0
    """How round it is: 0 flat, 1 soft, 2 ball-like."""
    gloss: float = 0.15
    metal: bool = False
    grain: float = 0.12
    """Unevenness of its colour."""
    holes: list[Points] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)


def hsv(rng: np.random.Generator, hue: float, spread: float, saturation: float, value: float) -> Colour:
    """A colour near `hue` (0..1), with some chance in all three."""
    return colorsys.hsv_to_rgb(
        (hue + rng.normal(0, spread)) % 1,
        float(np.clip(saturation + rng.normal(0, 0.1), 0, 1)),
        float(np.clip(value + rng.normal(0, 0.08), 0.08, 1)),
    )


def ellipse(cx: float, cy: float, rx: float, ry: float, start: float = 0, end: float = 2 * math.pi) -> Points:
    angle = np.linspace(start, end, 40)
    return np.stack([cx + rx * np.cos(angle), cy + ry * np.sin(angle)], 1)


def curve(*points: tuple[float, float], n: int = 40) -> Points:
    """A smooth line through `points` (Catmull-Rom)."""
    p = np.array([points[0], *points, points[-1]], float)
    t = np.linspace(0, 1, max(3, n // (len(points) - 1)), endpoint=False)[:, None]
    pieces = [
        0.5
        * (
            2 * p[i + 1]
            + (p[i + 2] - p[i]) * t
            + (2 * p[i] - 5 * p[i + 1] + 4 * p[i + 2] - p[i + 3]) * t**2
            + (3 * p[i + 1] - p[i] - 3 * p[i + 2] + p[i + 3]) * t**3
        )
        for i in range(len(points) - 1)
    ]
    return np.concatenate([*pieces, p[-1:]])


def moved(part: Part, move: Callable[[Points], Points], scale: float = 1) -> Part:
    """`part` with all its points moved, its strokes `scale` times as wide."""
    return replace(
        part,
        outline=move(part.outline),
        holes=[move(hole) for hole in part.holes],
        strokes=[Stroke(move(stroke.points), stroke.width * scale, stroke.tone) for stroke in part.strokes],
        patches=[Patch(move(patch.points), patch.colour) for patch in part.patches],
    )


def bend(part: Part, amount: float) -> Part:
    """`part`, which lies along x, bent."""
    return moved(part, lambda p: np.stack([p[:, 0], p[:, 1] + amount * (p[:, 0] ** 2 - 0.4)], 1))
