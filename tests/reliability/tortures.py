"""The list of tortures: each plays its cases and says what it measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.reliability.figures import Tally, gather, line, spread, values
from tests.reliability.ground import Ground


def _kills(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.random_kills import kills

    tally = gather("kills", kills(ground))
    counts = values(tally, "kills")
    tally.tried = int(sum(counts))
    tally.measured = (
        f"{len(tally.verdicts)} trainings of three recipes, {sum(count > 1 for count in counts)} killed more than once"
    )
    return tally


def _labels(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.label_kills import label_kills

    tally = gather("labels", label_kills(ground), loud=not ground.quick)
    counts = values(tally, "done")
    tally.measured = f"{int(sum(values(tally, 'kills')))} killed, after {int(sum(counts))} acknowledged changes of labels; none lost, none half made"
    if tally.failed:
        tally.measured = "changes lost or half made"
    return tally


def _pairs(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.random_kills import pairs

    tally = gather("pairs", pairs(ground))
    both = sum(count > 1 for count in values(tally, "second"))
    tally.measured = f"two trainings at once into one folder; in {both} the second came late enough to train too"
    return tally


def _flips(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.random_flips import flips

    tally = gather("flips", flips(ground), loud=not ground.quick)
    changed = sum(bool(verdict.notes) for verdict in tally.verdicts)
    silent = sum(any("silent" in problem for problem in verdict.problems) for verdict in tally.verdicts)
    tally.measured = f"{silent} silent in files of tensors; {changed} of the others led to another answer (a setting, a name, a cache)"
    return tally


def _hostile(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.hostile import hostile

    tally = gather("hostile", hostile(ground), loud=not ground.quick)
    problems = [problem for verdict in tally.failed for problem in verdict.problems]
    tally.measured = (
        f"{sum('EXECUTED' in one for one in problems)} executed, {sum('OUTSIDE' in one for one in problems)} written outside, "
        f"{sum('connect' in one for one in problems)} connections, {sum('traceback' in one or 'raised' in one for one in problems)} "
        f"tracebacks; {spread(values(tally, 'seconds'), 's')}"
    )
    return tally


def _pictures(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.pictures import pictures

    tally = gather("pictures", pictures(ground, folders), loud=False)
    seconds, gigabytes = values(tally, "seconds"), values(tally, "gigabytes")
    for fact in ("seconds", "gigabytes"):
        worst = sorted(tally.verdicts, key=lambda verdict: -verdict.facts.get(fact, 0))[:5]
        for verdict in worst:
            print(line(f"most {fact}", verdict))
    tally.measured = f"{len(values(tally, 'refused'))} refused; {spread(seconds, 's')}; {spread(gigabytes, 'GB')}"
    return tally


def _stop(ground: Ground, folders: tuple[Path, ...]) -> Tally:
    from tests.reliability.silence import silence

    tally = gather("stop", silence(ground))
    tally.measured = "; ".join(f"{what}: {spread(values(tally, what), 's')}" for what in ("stop", "close"))
    return tally


TORTURES: dict[str, Callable[[Ground, tuple[Path, ...]], Tally]] = {
    "kills": _kills,
    "labels": _labels,
    "pairs": _pairs,
    "flips": _flips,
    "hostile": _hostile,
    "pictures": _pictures,
    "stop": _stop,
}
