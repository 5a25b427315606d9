"""Colours as plain numbers, for pages, pictures and the window alike: maps that are even to the eye, and what reads on them."""

from __future__ import annotations

import math

Rgb = tuple[int, int, int]
"""Red, green, blue, 0..255."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)

# Every 16th value of the map cividis (Nuñez et al. 2018), even to the eye and alike for all kinds of sight; straight
# lines between them.
_MAP = (
    "00204d", "002b68", "05366e", "2c416c", "404d6b", "51586c", "60646f", "6e6f73", "7c7b78",
    "8b8779", "9b9477", "aca174", "bcaf6f", "cebc67", "e0cb5d", "f2da4f", "ffea46",
)  # fmt: skip
_CLEAR = 24
"""Values of a heat map below this leave the photo as it is."""


def map_rgb(share: float) -> Rgb:
    """The colour for `share`, 0..1 (what is beyond is taken as the nearest), in the one perceptually even map."""
    place = min(max(share, 0.0), 1.0) * (len(_MAP) - 1)
    low = min(int(place), len(_MAP) - 2)
    pairs = zip(bytes.fromhex(_MAP[low]), bytes.fromhex(_MAP[low + 1]), strict=True)
    red, green, blue = (round(a + (b - a) * (place - low)) for a, b in pairs)
    return red, green, blue


def cover(value: int) -> int:
    """How much a heat map's `value` hides of the photo below it: both 0..255. What hardly matters is not veiled."""
    return max(0, (value - _CLEAR) * 255 // (255 - _CLEAR))


def share_rgb(share: float) -> Rgb:
    """The colour of a field of a confusion matrix that holds `share`, 0..1, of its true class.

    By the square root: one wrong photo in a hundred shows, also where there is no room for counts.
    """
    return map_rgb(math.sqrt(min(max(share, 0.0), 1.0)))


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: Rgb) -> Rgb:
    """Black or white, whichever reads better on `ground`."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in (c / 255 for c in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
