"""Which numbers of deep pictures are black and white: found from what some of them hold, by one rule."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from cnn_desktop.domain.tones import Range, Tones

STEPS = (255, 1023, 4095, 16383, 65535)
"""White in pictures of 8, 10, 12, 14 and 16 bits, whatever room their files give a number."""
_SIGNED_STEPS = (*STEPS[:4], 32767, 65535)
_MOST_VALUES = 1_000_000
"""Looked at in a float picture."""
_OVERSHOOT = 1.1
"""Resizing and sharpening leave numbers a little beyond white."""
_CERTAINLY_ONE = 1.5
"""Numbers up to here are on a scale to 1."""
_SURELY_255 = 8.0
"""Numbers from here on are on a scale to 255 or more; those between have a scale of their own."""


class Held(msgspec.Struct, frozen=True):
    """What the numbers of one deep picture are like."""

    is_decimal: bool
    """True for float."""
    low: float
    high: float
    """Smallest and largest number; of a decimal one without the outermost hundredth, and only finite ones."""
    is_signed: bool = False
    only_whole: bool = True
    """True when no number has a fraction."""


def held(values: np.ndarray, declared: tuple[float, float] | None = None) -> Held:
    """Of `values`, any shape. `declared`: the smallest and largest number that the file says a picture like it may have."""
    if values.dtype.kind != "f":
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
        info = np.iinfo(values.dtype)
        # A file that tells the largest number there can be tells nothing.
        if declared is not None and info.min <= declared[0] < declared[1] < info.max:
            low, high = min(low, declared[0]), max(high, declared[1])
        return Held(False, low, high, is_signed=values.dtype.kind == "i")
    some = values.reshape(-1)[:: max(1, values.size // _MOST_VALUES)]
    some = some[np.isfinite(some)].astype(np.float64)
    if not some.size:
        return Held(True, 0.0, 0.0)
    only_whole = bool((some == np.rint(some)).all())
    if only_whole and some.max() > 1:
        low, high = float(some.min()), float(some.max())
    else:
        low, high = (float(value) for value in np.quantile(some, (0.01, 0.99)))
    if declared is not None and np.isfinite(declared).all() and declared[0] < declared[1]:
        low, high = min(low, declared[0]), max(high, declared[1])
    return Held(True, low, high, only_whole=only_whole)


def tones_of(pictures: Sequence[Held]) -> Tones:
    """The ranges of a data set that holds `pictures`; None in place of a range that nothing was seen of."""
    decimal = [one for one in pictures if one.is_decimal]
    whole = [one for one in pictures if not one.is_decimal]
    return Tones(_whole(whole) if whole else None, _decimal(decimal) if decimal else None)


def range_of(values: np.ndarray, tones: Tones, declared: tuple[float, float] | None = None) -> Range:
    """How the picture of `values` is to be read: as `tones` say, else by itself."""
    known = tones.decimal if values.dtype.kind == "f" else tones.whole
    if known is not None:
        return known
    picture = held(values, declared)
    return _decimal([picture]) if picture.is_decimal else _whole([picture])


def _whole(pictures: Sequence[Held]) -> Range:
    low, high = min(one.low for one in pictures), max(one.high for one in pictures)
    if low < 0:
        return Range(low, max(high, low + 1))
    if high == 0:  # nothing but black
        return Range(0, STEPS[-1])
    steps = _SIGNED_STEPS if any(one.is_signed for one in pictures) else STEPS
    return Range(0, next((step for step in steps if high <= step), 2 ** int(high).bit_length() - 1))


def _decimal(pictures: Sequence[Held]) -> Range:
    low, high = min(one.low for one in pictures), max(one.high for one in pictures)
    if low < -0.05 * max(high, -low):
        return Range(-1, 1) if max(high, -low) <= _OVERSHOOT else Range(low, max(high, low + 1e-6))
    if all(one.only_whole for one in pictures) and high > 1:
        return _whole(pictures)
    if high <= _CERTAINLY_ONE:
        return Range(0, 1)
    if high <= _SURELY_255:
        return Range(0, high)
    return Range(0, next((step for step in STEPS if high <= step * _OVERSHOOT), high))
