"""How well two people agree who sort the same things: Cohen's kappa."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import msgspec

ENOUGH = 10
"""Things that both have sorted, from which on kappa is told: of fewer, one more answer moves it by a tenth and more."""
_Z = 1.959963984540054
"""Of 95 %."""


class ClassAgreement(msgspec.Struct, frozen=True):
    """How often each of the two said a class, and both of the same thing."""

    name: str
    one: int
    other: int
    both: int


class Kappa(msgspec.Struct, frozen=True):
    """Agreement beyond chance: 1 for always, 0 for as often as by chance, below for less often."""

    n: int
    agreed: int
    """Of `n`: both said the same."""
    value: float | None
    """None where it has no meaning: nothing was sorted, or both said one class only, so that chance alone agrees always."""
    low: float | None
    high: float | None
    """95 % interval for many things; None where it has no meaning either, as when both always agree."""
    classes: tuple[ClassAgreement, ...] = ()
    """Sorted by name."""


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> Kappa:
    """Of what one and the other said of each of N things.

    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960);
    the interval: J. L. Fleiss, J. Cohen, B. S. Everitt, Large sample standard errors of kappa and weighted kappa,
    Psychological Bulletin 72 (1969), formula 13.
    """
    n = len(pairs)
    one, other, both = Counter(a for a, _ in pairs), Counter(b for _, b in pairs), Counter(pairs)
    names = sorted({*one, *other})
    agreed = sum(both[name, name] for name in names)
    classes = tuple(ClassAgreement(name, one[name], other[name], both[name, name]) for name in names)
    # whole numbers, so that chance alone is told for sure
    chance = sum(one[name] * other[name] for name in names)
    if not n or chance == n * n:
        return Kappa(n, agreed, None, None, None, classes)
    po, pe = agreed / n, chance / (n * n)
    value = (po - pe) / (1 - pe)
    if agreed == n:
        return Kappa(n, agreed, value, None, None, classes)
    same = sum(
        both[name, name] / n * ((1 - pe) - (one[name] + other[name]) / n * (1 - po)) ** 2 for name in names
    )  # fmt: skip
    apart = sum(count / n * ((one[b] + other[a]) / n) ** 2 for (a, b), count in both.items() if a != b)
    variance = (same + (1 - po) ** 2 * apart - (po * pe - 2 * pe + po) ** 2) / (n * (1 - pe) ** 4)
    half = _Z * math.sqrt(max(0.0, variance))
    return Kappa(n, agreed, value, max(-1.0, value - half), min(1.0, value + half), classes)
