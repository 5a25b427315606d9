"""The list of tortures: each plays its cases and says what it measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.reliability.figures import Tally, gather, values
from tests.reliability.ground import Ground


def _kills(ground: Ground, pictures: tuple[Path, ...]) -> Tally:
    from tests.reliability.random_kills import kills

    tally = gather("kills", kills(ground))
    counts = values(tally, "kills")
    tally.tried = int(sum(counts))
    tally.measured = f"{len(tally.verdicts)} trainings of three recipes, {sum(count > 1 for count in counts)} killed more than once"
    return tally


def _pairs(ground: Ground, pictures: tuple[Path, ...]) -> Tally:
    from tests.reliability.random_kills import pairs

    tally = gather("pairs", pairs(ground))
    both = sum(count > 1 for count in values(tally, "second"))
    tally.measured = f"two trainings at once into one folder; in {both} the second came late enough to train too"
    return tally


def _flips(ground: Ground, pictures: tuple[Path, ...]) -> Tally:
    from tests.reliability.damage import flips

    tally = gather("flips", flips(ground), loud=not ground.quick)
    changed = sum(bool(verdict.notes) for verdict in tally.verdicts)
    silent = sum(any("silent" in problem for problem in verdict.problems) for verdict in tally.verdicts)
    tally.measured = (
        f"{silent} silent in files of tensors; {changed} of the others led to another answer (a setting, a name, a cache)"
    )
    return tally


TORTURES: dict[str, Callable[[Ground, tuple[Path, ...]], Tally]] = {"kills": _kills, "pairs": _pairs, "flips": _flips}
