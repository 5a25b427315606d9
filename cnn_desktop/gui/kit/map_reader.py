"""Maps that a child of ours has written (`domain.pixel_file`): the window's one reader of them, and how they become pictures.

The bytes are checked before they are believed: the cache is a folder that anything may have been put into. Reading and
colouring are done on a thread of `Hands`; what comes is plain pixels, ready to be painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QImage, qRgb

from cnn_desktop.domain.colours import map_rgb
from cnn_desktop.domain.pixel_file import MapsHead, is_in_cache, open_pixels

Ramp = Sequence[int]
"""The colours of 0 to 255, as `qRgb` gives them."""
GREY: Ramp = [qRgb(shade, shade, shade) for shade in range(256)]
EVEN: Ramp = [qRgb(*map_rgb(shade / 255)) for shade in range(256)]
"""The app's one perceptually even map."""
TINTS: tuple[Ramp, ...] = tuple(
    [qRgb(*(shade if place == channel else 0 for place in range(3))) for shade in range(256)] for channel in range(3)
)
"""Of a photo's red, green and blue."""
NEGATIVE, POSITIVE = "#0072b2", "#d55e00"
"""Okabe and Ito's blue and vermilion: below 0 and above."""


class Maps(NamedTuple):
    """`maps` maps of `height` rows of `width` bytes."""

    maps: int
    height: int
    width: int
    pixels: bytes

    def at(self, place: int, row: int, column: int) -> int:
        """One byte, 0..255."""
        return self.pixels[(place * self.height + row) * self.width + column]


def read_maps(file: str) -> Maps | None:
    """What is in `file`; None when it is gone, lies elsewhere than in the cache, or is not ours. Any thread."""
    if not is_in_cache(Path(file), MapsHead):
        return None
    try:
        head, stream = open_pixels(Path(file), MapsHead)
        with stream:
            pixels = stream.read(head.size)
    except OSError:
        return None
    return Maps(*head, pixels) if len(pixels) == head.size else None


def picture(maps: Maps, place: int, ramp: Ramp) -> QImage:
    """One map in the colours of `ramp`. Any thread."""
    size = maps.height * maps.width
    content = maps.pixels[place * size : (place + 1) * size]
    image = QImage(content, maps.width, maps.height, maps.width, QImage.Format.Format_Indexed8)
    image.setColorTable(ramp)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def in_colour(maps: Maps, place: int) -> QImage:
    """Three maps from `place` on as the red, green and blue of one picture. Any thread."""
    size = maps.height * maps.width
    mixed = bytearray(3 * size)
    for channel in range(3):
        begin = (place + channel) * size
        mixed[channel::3] = maps.pixels[begin : begin + size]
    image = QImage(bytes(mixed), maps.width, maps.height, 3 * maps.width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def side_by_side(maps: Maps, place: int, count: int) -> Maps:
    """`count` maps from `place` on as one, as wide as all of them together."""
    if count == 1:
        return Maps(1, maps.height, maps.width, maps.pixels[place * maps.height * maps.width :])
    rows = (
        maps.pixels[((place + part) * maps.height + row) * maps.width :][: maps.width]
        for row in range(maps.height)
        for part in range(count)
    )
    return Maps(1, maps.height, maps.width * count, b"".join(rows))


def signed_ramp() -> Ramp:
    """128 is white; below it blue, above it vermilion."""
    return [_signed((shade - 128) / 127) for shade in range(256)]


def _signed(share: float) -> int:
    end = QColor(POSITIVE if share > 0 else NEGATIVE)
    strength = min(1.0, abs(share))
    return qRgb(*(round(255 + (part - 255) * strength) for part in (end.red(), end.green(), end.blue())))
