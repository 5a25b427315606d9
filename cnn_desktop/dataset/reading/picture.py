"""From an opened picture to sRGB: what of it is deep, what its format leaves to be known, profile and alpha."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image, ImageFile

from cnn_desktop.dataset.reading.bands import numbers_of, piecewise, rows_of
from cnn_desktop.dataset.reading.deep import Samples, as_bytes, is_wide, keyed, ranges, wide
from cnn_desktop.dataset.reading.profiles import to_srgb
from cnn_desktop.dataset.reading.tiff import Tiff
from cnn_desktop.domain.tones import OWN, Tones

_DEEP_GREY = ("I", "F")
_FEW_GREYS = {"L;2": 85, "L;4": 17}
"""Raw mode → what Pillow makes of each number."""


def to_rgb(image: Image.Image, info: Mapping[Any, Any] | None = None, tones: Tones = OWN) -> Image.Image:
    """A decoded picture as sRGB, alpha over white. `info`: where its profile is told, if not by itself."""
    if image.mode.startswith(_DEEP_GREY):
        return deep_to_rgb(Samples(numbers_of(image)), tones, image.info if info is None else info)
    told = image.info if info is None else info
    if image.mode == "RGB" and "transparency" not in image.info:
        sample = image.crop((0, 0, 1, 1))
        if to_srgb(sample, told) is sample:
            return untied(image)
    return piecewise(image.size, lambda rows: _in_srgb(rows_of(image, rows), told))


def deep_to_rgb(samples: Samples, tones: Tones, info: Mapping[Any, Any]) -> Image.Image:
    """A picture with more than 8 bits a number as sRGB, alpha over white. `info`: where its profile is told."""
    black_and_white = ranges(samples, tones)
    height, width = samples.values.shape[:2]
    return piecewise((width, height), lambda rows: _in_srgb(as_bytes(samples, rows, *black_and_white), info))


def untied(image: Image.Image) -> Image.Image:
    """The same pixels, no longer tied to their file."""
    return image if type(image) is Image.Image else image._new(image.im)


def _in_srgb(image: Image.Image, info: Mapping[Any, Any]) -> Image.Image:
    image = to_srgb(image, info)
    if image.mode == "RGB" and "transparency" not in image.info:
        return untied(image)
    if image.has_transparency_data:
        return over_white(image)
    return image.convert("RGB")


def over_white(image: Image.Image) -> Image.Image:
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def is_deep(image: Image.Image) -> bool:
    """True for more than 8 bits a number; `image` need not be decoded."""
    return image.mode.startswith(_DEEP_GREY) or is_wide(_raw_mode(image))


def samples_of(image: Image.Image, tiff: Tiff | None, again: Callable[[], ImageFile.ImageFile]) -> Samples | None:
    """What a deep `image`, opened by Pillow, holds; None for 8 bits. `again` opens its file once more.

    Raises what Pillow raises on broken data.
    """
    raw_mode, key = _raw_mode(image), image.info.get("transparency")
    if is_wide(raw_mode):
        return wide(again, raw_mode, key)
    if raw_mode in _FEW_GREYS and isinstance(key, int):
        image.info["transparency"] = key * _FEW_GREYS[raw_mode]  # Pillow leaves it in the file's numbers
    if not image.mode.startswith(_DEEP_GREY):
        return None
    image.load()
    values = numbers_of(image)
    if tiff is not None:
        return Samples(values, "L", None, False, tiff.is_inverted, tiff.fixed)
    return Samples(values, "L", keyed(values, key))


def _raw_mode(image: Image.Image) -> str:
    """How Pillow means to unpack a picture that is not decoded yet."""
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else []
    if not tiles:
        return ""
    args = tiles[0].args
    first = args[0] if isinstance(args, tuple) and args else args
    return first if isinstance(first, str) else ""
