"""Turns a picture's colours into sRGB, as its ICC profile or PNG's gamma says; a broken profile counts as none."""

from __future__ import annotations

import functools
import io
import struct
import threading
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image, ImageCms

_SPACES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}
"""Colour space of a profile → Pillow's mode."""
_NEAR = 3
"""A profile that changes no colour by more than this (of 255) is sRGB but for rounding: nothing is done."""
_SRGB_GAMMA = 1 / 2.2
_MOST_BYTES, _MOST_PROGRAM = 4 << 20, 1 << 16
"""Of a profile; of a pipeline of its own in it, which may have thousands of steps for each colour."""
_MOST_TAGS = 100


def to_srgb(image: Image.Image, info: Mapping[Any, Any]) -> Image.Image:
    """`image` (8 bits a band), converted from the profile or gamma in `info`. The same image where there is nothing to do."""
    icc = info.get("icc_profile")
    if image.mode == "LAB":
        return _applied(image, _transform(b"", "LAB", threading.get_ident()))
    if isinstance(icc, bytes) and icc and _is_modest(icc):
        mode = "CMYK" if image.mode == "CMYK" else "L" if image.mode in ("1", "L", "LA") else "RGB"
        return _applied(image, _transform(icc, mode, threading.get_ident()))
    gamma = info.get("gamma")
    if isinstance(gamma, float) and "srgb" not in info and 0.05 < gamma < 5 and abs(gamma - _SRGB_GAMMA) > 0.02:
        return _corrected(image, _SRGB_GAMMA / gamma)
    return image


def _is_modest(icc: bytes) -> bool:
    """False for a profile that would take too long to be made use of."""
    if len(icc) > _MOST_BYTES:
        return False
    (count,) = struct.unpack_from(">I", icc.ljust(132, b"\0"), 128)
    table = icc[132 : 132 + 12 * count]
    if count > _MOST_TAGS or len(table) < 12 * count:
        return False
    return not any(
        name[:3] in (b"D2B", b"B2D") and size > _MOST_PROGRAM for name, _, size in struct.iter_unpack(">4sII", table)
    )


Transform = ImageCms.ImageCmsTransform


def _applied(image: Image.Image, transform: Transform | None) -> Image.Image:
    """Alpha stays as it is."""
    if transform is None:
        return image
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    done = transform.apply(image if image.mode == transform.input_mode else image.convert(transform.input_mode))
    done.info.clear()
    if alpha is not None:
        done.putalpha(alpha)
    return done


@functools.lru_cache(maxsize=32)
def _transform(icc: bytes, mode: str, thread: int) -> Transform | None:
    """From the profile `icc` of pictures in `mode` to sRGB, one for each `thread`; None: there is nothing to do."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc) if icc else ImageCms.createProfile("LAB"))
        space = _SPACES.get(profile.profile.xcolor_space)
        if space is None or (space != mode and (space, mode) != ("RGB", "L")):
            return None  # of another kind of picture
        transform = Transform(
            profile, _srgb(thread), space, "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
        return None if _is_plain(transform) else transform
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


@functools.lru_cache(maxsize=16)
def _srgb(thread: int) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _is_plain(transform: Transform) -> bool:
    """True when it changes hardly any colour."""
    if transform.input_mode not in ("L", "RGB"):
        return False
    levels = np.arange(0, 256, 15, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), -1).reshape(1, -1, 3)
    plain = Image.fromarray(levels[None] if transform.input_mode == "L" else colours)
    change = np.asarray(transform.apply(plain)).astype(int) - np.asarray(plain.convert("RGB"))
    return bool(np.abs(change).max() <= _NEAR)


def _corrected(image: Image.Image, exponent: float) -> Image.Image:
    """Each colour raised to `exponent`; alpha stays as it is."""
    table = np.rint((np.arange(256) / 255) ** exponent * 255).astype(int).tolist()
    if image.mode in ("1", "P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode not in ("L", "LA", "RGB", "RGBA"):
        return image
    colours = 1 if image.mode in ("L", "LA") else 3
    plain = list(range(256)) if image.mode in ("LA", "RGBA") else []
    return image.point(table * colours + plain)
