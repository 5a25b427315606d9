"""Two models on the same photos: how much better one is, with an interval that knows that the photos are the same."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from cnn_desktop.domain.metrics import wilson_interval


class Paired(msgspec.Struct, frozen=True):
    """Photos by who got them right, and what follows from that; shares in 0..1."""

    both: int
    only_before: int
    only_after: int
    neither: int
    low: float
    high: float
    """95 % interval of `difference`."""

    @property
    def n(self) -> int:
        """Photos."""
        return self.both + self.only_before + self.only_after + self.neither

    @property
    def before(self) -> float:
        """Share that the first model got right."""
        return (self.both + self.only_before) / self.n if self.n else 0.0

    @property
    def after(self) -> float:
        """Share that the second one got right."""
        return (self.both + self.only_after) / self.n if self.n else 0.0

    @property
    def difference(self) -> float:
        """By which the second one is better."""
        return (self.only_after - self.only_before) / self.n if self.n else 0.0


def paired(right: Iterable[tuple[bool, bool]]) -> Paired:
    """Of each photo whether the first and the second model got it right."""
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for before, after in right:
        counts[bool(before), bool(after)] += 1
    both, only_before, only_after, neither = counts.values()
    low, high = paired_interval(both, only_after, only_before, neither)
    return Paired(both, only_before, only_after, neither, low, high)


def paired_interval(both: int, only_one: int, only_other: int, neither: int) -> tuple[float, float]:
    """95 % interval of the difference (both + only_one)/n - (both + only_other)/n; (-1, 1) without any photo.

    Source: R. G. Newcombe, Improved confidence intervals for the difference between binomial proportions based on paired
    data, Statistics in Medicine 17 (1998), method 10: Wilson's intervals of both, combined with a corrected correlation.
    """
    n = both + only_one + only_other + neither
    if not n:
        return -1.0, 1.0
    one, other = both + only_one, both + only_other
    (low1, high1), (low2, high2) = wilson_interval(one, n), wilson_interval(other, n)
    p1, p2 = one / n, other / n
    sizes = one * (n - one) * other * (n - other)
    top: float = both * neither - only_one * only_other
    if top > 0:
        top = max(0.0, top - n / 2)
    phi = top / math.sqrt(sizes) if sizes else 0.0
    difference = (only_one - only_other) / n
    below = _combined(p1 - low1, high2 - p2, phi)
    above = _combined(high1 - p1, p2 - low2, phi)
    return max(-1.0, difference - below), min(1.0, difference + above)


def _combined(one: float, other: float, phi: float) -> float:
    return math.sqrt(max(0.0, one * one - 2 * phi * one * other + other * other))
