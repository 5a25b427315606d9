"""From an opened picture to sRGB: what of it is deep, what its format leaves to be known, profile and alpha."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from PIL import Image, ImageFile

from cnn_desktop.dataset.reading.deep import Samples, eight_bits, grey_of, is_wide, wide
from cnn_desktop.dataset.reading.profiles import to_srgb
from cnn_desktop.dataset.reading.tiff import Tiff
from cnn_desktop.domain.tones import OWN, Tones

_DEEP_GREY = ("I", "F")
_FEW_GREYS = {"L;2": 85, "L;4": 17}
"""Raw mode → what Pillow makes of each number."""


def to_rgb(image: Image.Image, info: Mapping[Any, Any] | None = None, tones: Tones = OWN) -> Image.Image:
    """A decoded picture as sRGB, alpha over white. `info`: where its profile is told, if not by itself."""
    if image.mode.startswith(_DEEP_GREY):
        image = eight_bits(Samples(grey_of(image)), tones)
    image = to_srgb(image, image.info if info is None else info)
    if image.mode == "RGB" and "transparency" not in image.info:
        return image if type(image) is Image.Image else image.copy()  # one that is still tied to its file
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def is_deep(image: Image.Image) -> bool:
    """True for more than 8 bits a number; `image` need not be decoded."""
    return image.mode.startswith(_DEEP_GREY) or is_wide(_raw_mode(image))


def samples_of(image: Image.Image, tiff: Tiff | None, again: Callable[[], ImageFile.ImageFile]) -> Samples | None:
    """What a deep `image`, opened by Pillow, holds; None for 8 bits. `again` opens its file once more.

    Raises what Pillow raises on broken data.
    """
    raw_mode, key = _raw_mode(image), image.info.get("transparency")
    if is_wide(raw_mode):
        pixels = wide(again, raw_mode)
        bands = pixels.shape[-1]
        if bands == 2:
            return Samples(np.ascontiguousarray(pixels[..., 0]), "L", pixels[..., 1])
        colours = np.ascontiguousarray(pixels[..., :3])
        return Samples(colours, "RGB", pixels[..., 3] if bands == 4 else _keyed(pixels, key))
    if raw_mode in _FEW_GREYS and isinstance(key, int):
        image.info["transparency"] = key * _FEW_GREYS[raw_mode]  # Pillow leaves it in the file's numbers
    if not image.mode.startswith(_DEEP_GREY):
        return None
    image.load()
    values = grey_of(image)
    if tiff is not None:
        return Samples(values, "L", None, False, tiff.is_inverted, tiff.fixed)
    return Samples(values, "L", _keyed(values[..., None], key))


def _raw_mode(image: Image.Image) -> str:
    """How Pillow means to unpack a picture that is not decoded yet."""
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else []
    if not tiles:
        return ""
    args = tiles[0].args
    first = args[0] if isinstance(args, tuple) and args else args
    return first if isinstance(first, str) else ""


def _keyed(pixels: np.ndarray, key: Any) -> np.ndarray | None:
    """The alpha of [H, W, bands] where one colour, `key`, is transparent (a PNG's tRNS); None where none is."""
    if not isinstance(key, int | tuple):
        return None
    return np.where((pixels == np.asarray(key)).all(-1), 0, 65535).astype(np.uint16)
