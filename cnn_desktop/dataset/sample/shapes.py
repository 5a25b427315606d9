"""The six kinds of things in the built-in sample, each drawn differently every time."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from cnn_desktop.dataset.sample.parts import Colour, Part, Patch, Points, Stroke, bend, curve, ellipse, hsv, moved


def leaf(rng: np.random.Generator) -> list[Part]:
    """Oval, narrow, toothed or lobed; green to brown; veins, at times holes."""
    hue, saturation, value = (
        (0.29, 0.6, 0.5), (0.24, 0.65, 0.6), (0.33, 0.55, 0.38), (0.13, 0.7, 0.75), (0.04, 0.72, 0.62), (0.08, 0.55, 0.42),
    )[rng.choice(6, p=(0.28, 0.2, 0.14, 0.16, 0.12, 0.1))]  # fmt: skip
    colour = hsv(rng, hue, 0.015, saturation, value)
    blade = (_lobed_leaf if rng.random() < 0.3 else _plain_leaf)(rng, colour)
    for _ in range(rng.integers(0, 4) if rng.random() < 0.4 else 0):
        spot = ellipse(rng.uniform(-0.5, 0.5), rng.uniform(-0.2, 0.2), rng.uniform(0.03, 0.1), rng.uniform(0.03, 0.1))
        if rng.random() < 0.5:
            blade.holes.append(spot)
        else:
            blade.patches.append(Patch(spot, hsv(rng, 0.08, 0.01, 0.6, 0.35)))
    end = -0.8 - rng.uniform(0.15, 0.4)
    stalk = Part(
        np.array([(end, -0.02), (-0.75, -0.035), (-0.75, 0.035), (end, 0.02)]),
        (colour[0] * 0.9, colour[1] * 0.8, colour[2] * 0.7), 1.2,
    )  # fmt: skip
    amount = rng.normal(0, 0.16)
    return [bend(stalk, amount), bend(blade, amount)]


def _plain_leaf(rng: np.random.Generator, colour: Colour) -> Part:
    t = np.linspace(0, 1, 90)
    fat, belly = rng.uniform(0.14, 0.52), rng.uniform(0.75, 1.5)
    half = fat * np.sin(np.pi * t**belly) ** rng.uniform(0.75, 1.3)
    teeth = rng.choice([0, 0, 9, 14, 20])
    if teeth:
        half *= 1 + rng.uniform(0.06, 0.2) * ((t * teeth) % 1 - 0.5)
    x = -0.8 + 1.6 * t
    blade = Part(
        np.concatenate([np.stack([x, half], 1), np.stack([x, -half * rng.uniform(0.85, 1.15)], 1)[::-1]]),
        colour, bulge=rng.uniform(0.3, 0.7), gloss=rng.uniform(0.02, 0.35), grain=0.2,
    )  # fmt: skip
    tone = rng.choice([0.72, 1.3])
    blade.strokes.append(Stroke(np.array([(-0.8, 0), (0.75, 0)]), 0.024, tone))
    for place in np.linspace(0.12, 0.82, rng.integers(6, 11)):
        w = float(np.interp(place, t, half)) * 0.9
        start = -0.8 + 1.6 * place
        for side in (-1, 1):
            vein = curve((start, 0), (start + w * 0.35, side * w * 0.55), (start + w * 0.8, side * w), n=8)
            blade.strokes.append(Stroke(vein, 0.01, tone))
    return blade


def _lobed_leaf(rng: np.random.Generator, colour: Colour) -> Part:
    lobes = int(rng.choice([3, 5, 5, 7]))
    angle = np.linspace(-np.pi, np.pi, 160)
    depth = rng.uniform(0.25, 0.5)
    radius = 0.78 * (1 - depth + depth * np.abs(np.cos(angle * lobes / 2)) ** rng.uniform(0.7, 1.6))
    radius *= 1 - 0.45 * np.exp(-((np.abs(angle) - np.pi) ** 2) / 0.12)  # the notch where the stalk begins
    radius *= 1 + rng.uniform(0.0, 0.07) * np.sin(angle * 37)
    blade = Part(
        np.stack([radius * np.cos(angle) - 0.1, radius * np.sin(angle)], 1),
        colour, bulge=rng.uniform(0.3, 0.6), gloss=rng.uniform(0.02, 0.25), grain=0.22,
    )  # fmt: skip
    tone = rng.choice([0.72, 1.3])
    directions = (np.arange(lobes) - (lobes - 1) / 2) * 2 * np.pi / lobes
    ends = [(0.68 * math.cos(direction) - 0.1, 0.68 * math.sin(direction)) for direction in directions]
    blade.strokes += [Stroke(curve((-0.75, 0), (-0.4, 0), end, n=12), 0.018, tone) for end in ends]
    return blade


def mushroom(rng: np.random.Generator) -> list[Part]:
    """Seen from the side: a stem, gills, a cap that is a dome, a bell or a plate; spots; at times a small second one."""
    hue, saturation, value = (
        (0.07, 0.55, 0.5), (0.0, 0.8, 0.7), (0.1, 0.3, 0.85), (0.06, 0.35, 0.7), (0.09, 0.65, 0.35), (0.11, 0.75, 0.8),
    )[rng.choice(6, p=(0.28, 0.16, 0.2, 0.16, 0.1, 0.1))]  # fmt: skip
    cap_colour = hsv(rng, hue, 0.012, saturation, value)
    stem_colour = hsv(rng, 0.1, 0.015, 0.18, 0.86)
    big = _one_mushroom(rng, cap_colour, stem_colour)
    if rng.random() < 0.7:
        return big
    small = _one_mushroom(rng, cap_colour, stem_colour)
    scale, dx = rng.uniform(0.4, 0.65), rng.choice([-1, 1]) * rng.uniform(0.45, 0.7)
    shift = np.array([dx, 0.9 - 0.9 * scale])
    return [moved(part, lambda points: points * scale + shift, scale) for part in small] + big


def _one_mushroom(rng: np.random.Generator, cap_colour: Colour, stem_colour: Colour) -> list[Part]:
    wide, tall, brim = rng.uniform(0.45, 0.85), rng.uniform(0.35, 0.85), rng.uniform(-0.25, 0.05)
    thick, foot, lean = rng.uniform(0.1, 0.24), rng.uniform(0.9, 1.7), rng.normal(0, 0.12)
    stem = Part(
        np.concatenate([
            curve((-thick, brim), (-thick * 0.85, 0.4), (-thick * foot + lean, 0.88)),
            curve((lean, 0.95), (thick * foot + lean, 0.88), (thick * 0.85, 0.4), (thick, brim)),
        ]),
        stem_colour, bulge=1.3, gloss=0.04,
        strokes=[
            Stroke(curve((thick * x, brim + 0.1), (thick * x * 0.85, 0.4), (thick * foot * x + lean, 0.86), n=10), 0.008,
                   rng.uniform(0.82, 0.95))
            for x in np.linspace(-0.7, 0.7, 7)
        ],
    )  # fmt: skip
    parts = [stem]
    if rng.random() < 0.35:
        y = brim + rng.uniform(0.2, 0.35)
        parts.append(
            Part(curve((-thick * 1.1, y), (0, y + 0.04), (thick * 1.1, y), (thick * 1.5, y + 0.12), (0, y + 0.18),
                       (-thick * 1.5, y + 0.12), (-thick * 1.1, y)), stem_colour, 0.8)
        )  # fmt: skip
    droop = rng.uniform(0.05, 0.2)
    gills = Part(
        ellipse(0, brim, wide * 0.97, droop), hsv(rng, 0.09, 0.01, 0.3, 0.6), 0.4, gloss=0,
        strokes=[
            Stroke(np.array([(x * thick, brim), (x * wide, brim + droop)]), 0.012, 0.75) for x in np.linspace(-0.95, 0.95, 26)
        ],
    )  # fmt: skip
    shoulder = rng.uniform(0.55, 0.95)
    cap = Part(
        np.concatenate([
            curve((-wide, brim), (-wide * shoulder, brim - tall * 0.6), (0, brim - tall), (wide * shoulder, brim - tall * 0.6),
                  (wide, brim)),
            curve((wide, brim), (wide * 0.6, brim + droop * 0.5), (0, brim + droop * 0.65), (-wide * 0.6, brim + droop * 0.5),
                  (-wide, brim)),
        ]),
        cap_colour, bulge=1.9, gloss=rng.uniform(0.05, 0.5), grain=0.16,
    )  # fmt: skip
    if rng.random() < 0.4:
        spot = hsv(rng, 0.12, 0.01, 0.1, 0.93)
        for _ in range(rng.integers(5, 14)):
            y = rng.uniform(0.08, 0.85)
            x = rng.uniform(-1, 1) * wide * math.sqrt(1 - y**1.6) * 0.85
            size = rng.uniform(0.02, 0.075)
            cap.patches.append(Patch(ellipse(x, brim - y * tall, size, size * 0.75), spot))
    return [*parts, gills, cap]


def mug(rng: np.random.Generator) -> list[Part]:
    """A cylinder seen from slightly above, with a handle, at times stripes, a band or dots, at times filled."""
    colour = hsv(rng, rng.random(), 0, rng.choice([0.05, 0.35, 0.6, 0.75]), rng.choice([0.35, 0.65, 0.85, 0.93]))
    wide, tall = rng.uniform(0.38, 0.6), rng.uniform(0.45, 0.75)
    tilt, taper = rng.uniform(0.12, 0.42), rng.uniform(0.75, 1.08)
    side = rng.choice([-1, 1])
    gloss = rng.uniform(0.15, 0.7)
    reach, grip = rng.uniform(0.25, 0.42), rng.uniform(0.35, 0.6)
    x0 = side * wide * (1 + taper) / 2 * 0.93
    outer = curve((x0, -tall * grip), (x0 + side * reach, -tall * grip * 0.8), (x0 + side * reach * 0.95, tall * grip * 0.6),
                  (x0 * 0.97, tall * grip))  # fmt: skip
    inner = curve((x0, tall * grip * 0.68), (x0 + side * reach * 0.62, tall * grip * 0.42),
                  (x0 + side * reach * 0.66, -tall * grip * 0.52), (x0, -tall * grip * 0.66))  # fmt: skip
    handle = Part(np.concatenate([outer, inner]), colour, 1.3, gloss)
    bottom = ellipse(0, tall, wide * taper, wide * taper * tilt, 0, math.pi)
    body = Part(np.concatenate([np.array([(-wide, -tall), (wide, -tall)]), bottom]), colour, 1.8, gloss, grain=0.04)
    _decorate_mug(rng, body, wide, tall, tilt, taper)
    rim = Part(ellipse(0, -tall, wide, wide * tilt), tuple(min(1, c * 1.08 + 0.03) for c in colour), 0.2, gloss)  # type: ignore[arg-type]
    drink = (
        hsv(rng, 0.07, 0.01, 0.7, 0.22)
        if rng.random() < 0.6
        else (colour[0] * 0.62, colour[1] * 0.62, colour[2] * 0.62)
    )
    inside = Part(ellipse(0, -tall + 0.015, wide * 0.92, wide * tilt * 0.88), drink, 0.2, 0.4, grain=0.1)
    return [handle, body, rim, inside]


def _decorate_mug(rng: np.random.Generator, body: Part, wide: float, tall: float, tilt: float, taper: float) -> None:
    kind = rng.integers(0, 4)
    other = hsv(rng, rng.random(), 0, 0.6, 0.75)

    def band(y0: float, y1: float) -> Points:
        w0, w1 = (wide * (1 + (taper - 1) * (y + tall) / (2 * tall)) for y in (y0, y1))
        return np.concatenate([ellipse(0, y0, w0, w0 * tilt, math.pi, 0), ellipse(0, y1, w1, w1 * tilt, 0, math.pi)])

    if kind == 1:
        y = rng.uniform(-0.6, 0.3) * tall
        body.patches.append(Patch(band(y, y + rng.uniform(0.15, 0.6) * tall), other))
    elif kind == 2:
        rings = np.arange(-0.7, 0.8, rng.uniform(0.22, 0.45))
        body.patches += [Patch(band(y * tall, (y + 0.1) * tall), other) for y in rings]
    elif kind == 3:
        for _ in range(rng.integers(4, 12)):
            x, y, size = rng.uniform(-0.75, 0.75) * wide, rng.uniform(-0.4, 0.8) * tall, rng.uniform(0.03, 0.1)
            body.patches.append(Patch(ellipse(x, y, size * (1 - abs(x / wide) * 0.5), size), other))


def fish(rng: np.random.Generator) -> list[Part]:
    """A body with scales, fins, an eye; slim or tall; silver, golden, red or blue, plain or striped."""
    hue, saturation, value = (
        (0.58, 0.18, 0.68), (0.08, 0.65, 0.75), (0.02, 0.65, 0.65), (0.55, 0.5, 0.55), (0.2, 0.3, 0.5), (0.12, 0.5, 0.8),
    )[rng.integers(6)]  # fmt: skip
    colour = hsv(rng, hue, 0.02, saturation, value)
    fin_colour = (colour[0] * 0.8, colour[1] * 0.72, colour[2] * 0.7)
    tall, nose = rng.uniform(0.2, 0.5), rng.uniform(0.72, 0.85)
    back, belly = tall * rng.uniform(0.85, 1.15), tall * rng.uniform(0.85, 1.15)
    outline = np.concatenate([
        curve((nose, 0.02), (nose * 0.7, -back * 0.62), (0.15, -back), (-0.35, -back * 0.5), (-0.62, -0.07)),
        curve((-0.62, 0.07), (-0.35, belly * 0.5), (0.15, belly), (nose * 0.7, belly * 0.6), (nose, 0.02)),
    ])  # fmt: skip
    body = Part(outline, colour, 1.5, rng.uniform(0.25, 0.7), grain=0.1)
    step = rng.uniform(0.07, 0.11)
    body.strokes += [
        Stroke(ellipse(x + (row % 2) * step / 2, y, step * 0.5, step * 0.5, -1.3, 1.3)[::6], 0.008, 0.84)
        for row, y in enumerate(np.arange(-tall, tall, step * 0.8))
        for x in np.arange(-0.6, 0.42, step)
    ]
    if rng.random() < 0.4:
        other = hsv(rng, rng.random(), 0, 0.4, 0.4)
        body.patches += [
            Patch(curve((x, -tall), (x + 0.05, 0), (x, tall), (x + 0.09, tall), (x + 0.14, 0), (x + 0.09, -tall), (x, -tall)),
                  other)
            for x in np.linspace(-0.4, 0.4, rng.integers(2, 6))
        ]  # fmt: skip
    pale = tuple(min(1, c * 0.5 + 0.48) for c in colour)
    body.patches.append(
        Patch(curve((-0.5, belly * 0.75), (0.15, belly * 0.55), (0.7, belly * 0.5), (0.5, 1), (-0.5, 1)), pale)  # type: ignore[arg-type]
    )
    body.strokes.append(Stroke(curve((0.46, -back * 0.5), (0.38, 0), (0.46, belly * 0.5), n=12), 0.02, 0.6))
    fork, spread = rng.uniform(0.0, 0.2), rng.uniform(0.22, 0.45)
    tail = Part(curve((-0.55, -0.06), (-0.75, -spread * 0.6), (-0.98, -spread), (-0.95 + fork, 0), (-0.98, spread),
                      (-0.75, spread * 0.6), (-0.55, 0.06)), fin_colour, 0.5, 0.1,
                strokes=[Stroke(np.array([(-0.55, y * 0.15), (-0.98, y)]), 0.01, 0.75) for y in np.linspace(-spread, spread, 11)],
                )  # fmt: skip
    high = rng.uniform(0.1, 0.28)
    top = Part(curve((0.3, -back * 0.85), (0.1, -back - high), (-0.3, -back * 0.6 - high * 0.6), (-0.35, -back * 0.4)),
               fin_colour, 0.5, 0.1)  # fmt: skip
    low = Part(curve((-0.05, belly * 0.85), (-0.2, belly + high * 0.7), (-0.35, belly * 0.45)), fin_colour, 0.5, 0.1)
    side = Part(curve((0.3, 0.08), (0.05, 0.02), (0.0, 0.14), (0.27, 0.17)), fin_colour, 0.6, 0.1)
    eye = Part(ellipse(nose * 0.74, -back * 0.2, 0.055, 0.055), (0.9, 0.87, 0.7), 0.8, 0.4)
    pupil = Part(ellipse(nose * 0.75, -back * 0.2, 0.032, 0.032), (0.05, 0.05, 0.06), 0.8, 0.9)
    return [tail, top, low, body, side, eye, pupil]


def _metal_colour(rng: np.random.Generator) -> Colour:
    return (
        hsv(rng, 0.6, 0.02, 0.06, 0.68), hsv(rng, 0.12, 0.01, 0.5, 0.72), hsv(rng, 0.06, 0.01, 0.5, 0.5),
        hsv(rng, 0.6, 0.02, 0.08, 0.3),
    )[rng.choice(4, p=(0.5, 0.25, 0.1, 0.15))]  # fmt: skip


def key(rng: np.random.Generator) -> list[Part]:
    """A bow with a hole (round, square or clover), a shaft, teeth; steel, brass, bronze."""
    colour = _metal_colour(rng)
    bow, x = rng.uniform(0.24, 0.38), -0.62
    kind = rng.integers(0, 4)
    angle = np.linspace(0, 2 * np.pi, 60)
    radius = (
        np.full(60, bow),
        bow * (0.82 + 0.2 * np.abs(np.cos(1.5 * angle))),
        bow / np.maximum(np.abs(np.cos(angle)), np.abs(np.sin(angle))) ** 0.75,
        bow * (1 + 0.28 * np.abs(np.sin(angle))),
    )[kind]
    head = np.stack([x + radius * np.cos(angle), radius * np.sin(angle)], 1)
    hole_size = rng.uniform(0.3, 0.72)
    hole = ellipse(x - bow * (0.25 if hole_size < 0.5 else 0), 0, bow * hole_size, bow * hole_size)
    thick, end = rng.uniform(0.055, 0.11), rng.uniform(0.75, 0.98)
    start = x + bow * 0.85
    shaft = [(start, -thick), (end - 0.06, -thick), (end, 0), (end - 0.03, thick)]
    first = rng.uniform(0.15, 0.5) if kind != 3 else 0.6
    place, depth = end - 0.08, thick + rng.uniform(0.1, 0.24)
    while place > start + (end - start) * first:
        width = rng.uniform(0.06, 0.16)
        tooth = depth * rng.uniform(0.55, 1.0)
        slope = rng.uniform(0, 0.05)
        shaft += [(place, thick), (place - slope, tooth), (place - width + slope, tooth), (place - width, thick)]
        place -= width + rng.choice([0.0, 0.03, 0.1])
    shaft.append((start, thick))
    blade = Part(np.array(shaft), colour, 0.9, 0.6, metal=True, grain=0.08)
    if rng.random() < 0.6:
        blade.strokes.append(
            Stroke(np.array([(start + 0.1, -thick * 0.2), (end - 0.1, -thick * 0.2)]), thick * 0.5, 0.6)
        )
    if rng.random() < 0.22:
        grip = Part(head, hsv(rng, rng.random(), 0, 0.6, 0.4), 0.9, 0.25, holes=[hole])
    else:
        grip = Part(head, colour, 0.9, 0.6, metal=True, grain=0.08, holes=[hole])
    return [blade, grip]


def screw(rng: np.random.Generator) -> list[Part]:
    """A thread with a point or a blunt end, and a head: countersunk, round, hexagonal, or seen with its slot."""
    colour = _metal_colour(rng)
    thick, end = rng.uniform(0.09, 0.19), rng.uniform(0.7, 0.95)
    neck, pointed = -0.55, rng.random() < 0.7
    pitch = rng.uniform(0.07, 0.13)
    xs = np.arange(neck, end, pitch / 4)
    taper = np.clip((end - xs) / (0.35 if pointed else 0.06), 0.06 if pointed else 0.75, 1)
    bare = np.where(xs < neck + rng.uniform(0, 0.5), 0.0, 1.0)
    half = thick * taper * (0.84 + 0.16 * np.sin((xs - neck) / pitch * 2 * np.pi) * bare)
    other = thick * taper * (0.84 + 0.16 * np.sin((xs - neck) / pitch * 2 * np.pi + np.pi) * bare)
    shaft = Part(
        np.concatenate([np.stack([xs, -half], 1), np.array([(end + 0.02, 0.0)]), np.stack([xs, other], 1)[::-1]]),
        colour, 1.4, 0.7, metal=True, grain=0.06,
    )  # fmt: skip
    for x, reach in zip(xs[::4][bare[::4] > 0], (thick * taper)[::4][bare[::4] > 0], strict=True):
        shaft.strokes += [
            Stroke(np.array([(x, -reach), (x + pitch * 0.5, reach)]), pitch * 0.28, 0.55),
            Stroke(np.array([(x + pitch * 0.3, -reach), (x + pitch * 0.8, reach)]), pitch * 0.16, 1.3),
        ]
    wide, long = thick * rng.uniform(1.8, 2.5), rng.uniform(0.12, 0.26)
    kind = rng.integers(0, 3)
    outline = (
        np.array([(neck + 0.04, -thick * 0.8), (neck - long, -wide), (neck - long - 0.05, -wide),
                  (neck - long - 0.05, wide), (neck - long, wide), (neck + 0.04, thick * 0.8)]),
        curve((neck, -wide), (neck - long * 0.8, -wide * 0.8), (neck - long * 1.1, 0), (neck - long * 0.8, wide * 0.8),
              (neck, wide)),
        np.array([(neck, -wide), (neck - long, -wide), (neck - long * 1.15, -wide * 0.8),
                  (neck - long * 1.15, wide * 0.8), (neck - long, wide), (neck, wide)]),
    )[kind]  # fmt: skip
    head = Part(outline, colour, 1.1, 0.7, metal=True, grain=0.05)
    if kind == 2:
        head.strokes += [
            Stroke(np.array([(neck, y * wide), (neck - long * 1.1, y * wide)]), 0.02, 0.6) for y in (-0.38, 0.38)
        ]
    else:
        slot = np.array([(neck - long * 1.1 - 0.05, -wide * 0.2), (neck - long * 1.1 - 0.05, wide * 0.2)])
        head.strokes.append(Stroke(slot, 0.12, 0.4))
    return [shaft, head]


THINGS: dict[str, Callable[[np.random.Generator], list[Part]]] = {
    "fish": fish, "key": key, "leaf": leaf, "mug": mug, "mushroom": mushroom, "screw": screw,
}  # fmt: skip
