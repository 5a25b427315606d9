"""Numbers of a layer in figures, the same wherever one is shown: map, bars, colour scale, sum. Pure."""

from __future__ import annotations

import math

from cnn_desktop.gui.kit.words import QT_WORDS


def figure(value: float) -> str:
    """In as many digits as tell something."""
    return _text(value, _digits(value))


def signed(value: float) -> str:
    """The same with its sign, as a part of a sum has it."""
    return _text(value, _digits(value), "+")


def rough(value: float, step: float) -> str:
    """Of a number that is known in steps of `step` only: the digits that such steps leave certain."""
    return _text(value, max(0, min(4, math.floor(-math.log10(step))))) if step > 0 else figure(value)


def _digits(value: float) -> int:
    """Behind the point."""
    if 0.00005 <= abs(value) < 0.005:
        return 4
    return 1 if abs(value) >= 100 else 2


def _text(value: float, digits: int, sign: str = "") -> str:
    value = round(value, digits) + 0.0  # no "−0.00"
    return QT_WORDS.number(value, f"{sign}.{digits}f").replace("-", "−")
