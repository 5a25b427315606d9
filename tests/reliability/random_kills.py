"""Trainings killed at random times, resumed to their end, and compared with the one that nobody disturbed, bit for bit."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from cnn_desktop.domain.process import own_command
from tests.reliability.forks import Ask, Case, Ended, Verdict, fresh, one, play
from tests.reliability.ground import RECIPES, Ground, differences, draw_photos, train_words, verb

KILLS, QUICK_KILLS = 500, 4
PAIRS, QUICK_PAIRS = 20, 2
_QUICK_RECIPES = ("course",)
_REAL, _QUICK_REAL = 20, 0
"""Of the kills, of `cnn-desktop train` as a process of its own."""
_AGAIN = 0.3
"""Share of resumed trainings that are killed again."""
_MOST_KILLS = 4
"""Of one training."""
_SECONDS = 120.0


class Undisturbed:
    """The trainings that the killed ones are compared with."""

    def __init__(self, ground: Ground, recipes: tuple[str, ...]) -> None:
        self._folder = ground.part("undisturbed")
        self.photos = draw_photos(ground.part("photos"))
        self.seconds: dict[str, float] = {}
        """Recipe → how long its training takes."""
        self._by_plan: dict[tuple[str, str], Path] = {}
        self.recipes = recipes
        for recipe in recipes:
            run, ended = self._train(recipe)
            self._by_plan[recipe, plan_of(run)] = run
            self.seconds[recipe] = ended.seconds

    def like(self, recipe: str, run: Path) -> Path:
        """The undisturbed training of `recipe` that computes as `run` did: what is measured may come out otherwise."""
        key = recipe, plan_of(run)
        if key not in self._by_plan:
            self._by_plan[key] = self._train(recipe, "--plan", str(run))[0]
        return self._by_plan[key]

    def _train(self, recipe: str, *more: str) -> tuple[Path, Ended]:
        place = fresh(self._folder / f"{recipe} {len(self._by_plan)}")
        run = place / "run"
        ended = one(Ask(verb(*train_words(recipe, self.photos, run, *more)), place / "home", _SECONDS))
        if ended.code:
            raise RuntimeError(f"the undisturbed training failed: {ended.err[-2000:]}")
        return run, ended


def plan_of(run: Path) -> str:
    """How the run was computed, as far as it decides about bits."""
    try:
        phases = json.loads((run / "plan.json").read_bytes())
        return json.dumps({phase: [plan.get("cut"), plan.get("engine")] for phase, plan in phases.items()})
    except (OSError, ValueError, AttributeError):
        return ""


def kills(ground: Ground, recipes: tuple[str, ...] = ()) -> Iterator[Verdict]:
    """Until enough trainings have been killed; then the real processes. `recipes`: none: all there are."""
    wanted, real = (QUICK_KILLS, _QUICK_REAL) if ground.quick else (KILLS, _REAL)
    recipes = recipes or (_QUICK_RECIPES if ground.quick else tuple(RECIPES))
    undisturbed = Undisturbed(ground, recipes)
    done = 0
    numbers = itertools.count() if ground.cases is None else iter(ground.cases)

    def cases() -> Iterator[Case]:
        while done < wanted - real and (number := next(numbers, None)) is not None:
            yield _killed(ground, undisturbed, number)

    for verdict in play(cases(), ground.lanes):
        done += verdict.facts["kills"]
        yield verdict
    for number in range(real if ground.cases is None else 0):
        yield _real(ground, undisturbed, number)


def _killed(ground: Ground, undisturbed: Undisturbed, number: int) -> Case:
    chance = random.Random(f"kills {ground.seed} {number}")
    recipe = undisturbed.recipes[number % len(undisturbed.recipes)]
    place = fresh(ground.part("kills") / str(number))
    run, home, times = place / "run", place / "home", list[float]()
    words = train_words(recipe, undisturbed.photos, run)
    while True:
        again = not times or (len(times) < _MOST_KILLS and chance.random() < _AGAIN)
        delay = chance.uniform(0, undisturbed.seconds[recipe]) if again else None
        ended = yield Ask(verb(*words), home, _SECONDS, delay, before=ground.broken)
        if ended.killed:
            times.append(ended.seconds)
        words = train_words(recipe, undisturbed.photos, run, "--resume")
        if not ended.killed:
            break
    name = f"{number} {recipe}, killed at {', '.join(f'{second:.3f} s' for second in times) or 'no time'}"
    problems = ended.trouble() or ([f"exit code {ended.code}: {ended.err[-300:].strip()}"] if ended.code else [])
    problems = problems or differences(run, undisturbed.like(recipe, run))
    facts = {"kills": len(times), "seconds": ended.seconds}
    _clear(place, problems)
    return Verdict(name, problems, facts=facts)


def _real(ground: Ground, undisturbed: Undisturbed, number: int) -> Verdict:
    """`cnn-desktop train` as a process of its own, killed once it trains, and resumed by another."""
    chance = random.Random(f"real {ground.seed} {number}")
    recipe = undisturbed.recipes[number % len(undisturbed.recipes)]
    place = fresh(ground.part("kills") / f"real {number}")
    run = place / "run"
    words = train_words(recipe, undisturbed.photos, run)
    delay = chance.uniform(0, undisturbed.seconds[recipe])
    with (place / "first").open("wb") as err:
        first = subprocess.Popen(own_command(*words), env=_environment(place), stderr=err, start_new_session=True)
        while not run.exists() and first.poll() is None:  # it imports for seconds first
            time.sleep(0.005)
        time.sleep(delay)
        if first.poll() is None:
            os.killpg(first.pid, signal.SIGKILL)
        killed = first.wait() == -signal.SIGKILL
    again = own_command(*words, "--resume")
    try:
        second = subprocess.run(again, env=_environment(place), capture_output=True, timeout=_SECONDS, check=False)
        problems = [f"exit code {second.returncode}: {second.stderr[-300:]!r}"] if second.returncode else []
    except subprocess.TimeoutExpired:
        problems = [f"hung for {_SECONDS:.0f} s"]
    problems = problems or differences(run, undisturbed.like(recipe, run))
    _clear(place, problems)
    return Verdict(f"real {number} {recipe}, killed {delay:.3f} s on", problems, facts={"kills": int(killed)})


def _environment(place: Path) -> dict[str, str]:
    return os.environ | {"CNN_DESKTOP_HOME": str(place / "home"), "HOME": str(place / "person")}


def _clear(place: Path, problems: list[str]) -> None:
    """What failed stays, to be looked at."""
    if not problems:
        shutil.rmtree(place, ignore_errors=True)


def pairs(ground: Ground) -> Iterator[Verdict]:
    """Two trainings at once into one folder: one has it, the other says so; or one after the other."""
    undisturbed = Undisturbed(ground, ("course",))
    for number in range(QUICK_PAIRS if ground.quick else PAIRS):
        if ground.wants(number):
            yield _pair(ground, undisturbed, number)


def _pair(ground: Ground, undisturbed: Undisturbed, number: int) -> Verdict:
    chance = random.Random(f"pairs {ground.seed} {number}")
    place = fresh(ground.part("pairs") / str(number))
    run, ends = place / "run", list[Ended]()
    whole = undisturbed.seconds["course"]
    later = chance.choice((0.0, chance.uniform(0, 0.2), chance.uniform(0, whole), chance.uniform(0.8, 1.2) * whole))
    words = train_words("course", undisturbed.photos, run)

    def one_of_two(which: int) -> Case:
        ask = Ask(_later(later if which else 0.0, words), place / f"{which}" / "home", _SECONDS, before=ground.broken)
        ends.append((yield ask))
        return Verdict("")

    for _ in play([one_of_two(0), one_of_two(1)], 2):
        pass
    problems = [trouble for ended in ends for trouble in ended.trouble()]
    if not problems and any(ended.code not in (0, 1) for ended in ends):
        problems = [f"exit codes {[ended.code for ended in ends]}"]
    problems = problems or ([] if any(ended.code == 0 for ended in ends) else ["neither has trained"])
    problems = problems or differences(run, undisturbed.like("course", run))
    events = (run / "events.jsonl").read_text(errors="replace").splitlines() if not problems else []
    planned = sum('"planned"' in text for text in events)
    if not problems and planned != 1:
        problems = [f"{planned} trainings in one record"]
    _clear(place, problems)
    return Verdict(
        f"{number}, the second {later:.3f} s later", problems, facts={"second": sum(e.code == 0 for e in ends)}
    )


def _later(seconds: float, words: tuple[str, ...]) -> Callable[[], int]:
    def work() -> int:
        time.sleep(seconds)
        return verb(*words)()

    return work
