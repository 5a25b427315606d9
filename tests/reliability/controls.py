"""Negative controls: each torture, on a build that is broken on purpose, finds that out."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator

from tests.reliability import broken
from tests.reliability.figures import Tally, plain
from tests.reliability.forks import Ask, Verdict, one
from tests.reliability.ground import Ground
from tests.reliability.hostile import hostile
from tests.reliability.label_kills import label_kills
from tests.reliability.pictures import pictures
from tests.reliability.random_flips import TENSORS, flips
from tests.reliability.random_kills import kills, pairs
from tests.reliability.silence import silence

Torture = Callable[[Ground], Iterator[Verdict]]
_CONTROLS: tuple[tuple[str, Callable[[], None], Torture, int], ...] = (
    ("kills", broken.naive_write, kills, 150),
    ("kills", broken.best_model_apart, lambda ground: kills(ground, ("phases",)), 200),
    ("labels", broken.naive_changes, label_kills, 100),
    ("pairs", broken.no_lock, pairs, 20),
    ("flips", broken.no_checksum, lambda ground: flips(ground, TENSORS), 60),
    ("hostile", broken.unpickles, hostile, 12),
    ("pictures", broken.no_limit, pictures, 200),
    ("stop", broken.no_grace, silence, 20),
)
"""Torture, what is broken, its cases, how many are tried at most."""


def controls(ground: Ground, names: list[str]) -> Tally:
    """A line each: detected, and by what."""
    tally = Tally("controls")
    for name, breakage, torture, most in _CONTROLS:
        if name in names:
            verdict = _control(ground, name, breakage, torture, most)
            print(plain(f"{verdict.name}: {'; '.join(verdict.problems or verdict.notes)}"), flush=True)
            tally.verdicts.append(verdict)
    tally.measured = "builds broken on purpose, each detected" if not tally.failed else "not all were detected"
    return tally


def _control(ground: Ground, name: str, breakage: Callable[[], None], torture: Torture, most: int) -> Verdict:
    title = f"{breakage.__name__} ({(breakage.__doc__ or '').strip()})"
    if reason := _not_here(ground, breakage):
        return Verdict(title, [f"cannot be broken here: there is no {reason}"])
    place = dataclasses.replace(ground, folder=ground.part(f"broken {breakage.__name__}"), broken=(breakage,))
    tried = 0
    for verdict in itertools.islice(torture(place), most):
        tried += 1
        if verdict.problems:
            return Verdict(title, notes=[f"detected by {name} {verdict.name} (case {tried}): {verdict.problems[0]}"])
    return Verdict(title, [f"NOT detected by {tried} cases of {name}"])


def _not_here(ground: Ground, breakage: Callable[[], None]) -> str:
    """Why it cannot be applied; "" when it can."""

    def attempt() -> str:
        try:
            breakage()
        except broken.NotHere as reason:
            return str(reason)
        return ""

    ended = one(Ask(attempt, ground.part("attempt") / "home"))
    return str(ended.result) if isinstance(ended.result, str) else ended.err[-300:]
