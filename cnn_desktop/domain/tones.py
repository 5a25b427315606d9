"""How pictures with more than 8 bits become pictures of 8: decided once for a data set, saved with the run."""

from __future__ import annotations

import msgspec


class Range(msgspec.Struct, frozen=True):
    """The numbers of a deep picture that mean black and white; what lies beyond is as black or as white."""

    black: float
    white: float


class Tones(msgspec.Struct, frozen=True):
    """The ranges of deep pictures; and colours as their profile says, turned into sRGB.

    No `Tones` at all (None) is how runs were fed before there were any: 16 bits ÷ 257, floats scaled photo by photo,
    profiles ignored.
    """

    whole: Range | None = None
    """Of pictures whose numbers are whole (16 or 32 bits). None: what each picture's own numbers suggest."""
    decimal: Range | None = None
    """Of pictures whose numbers are not (float). None: what each picture's own numbers suggest."""


OWN = Tones()
"""Each photo by itself: where there is neither a data set nor a run."""
