"""The process that changes a project's labels is killed in the middle of it: nothing it has acknowledged is lost, none half made.

Reading a folder again (photos come, go, move and change), relabelling, excluding, deciding about a photo, renaming a class,
splitting, undo and redo, one after the other as a seed says. After each the process writes a line, as the window would show it done. Killed, the project
opens, and holds what it held after the last line or after the change that was under way.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.project.data import Data
from cnn_desktop.project.facts import Edited
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import PhotosChange, Steps, photos_step
from tests.reliability.forks import Ask, Case, Verdict, fresh, one, play
from tests.reliability.ground import Ground

CASES, QUICK = 250, 3
CHANGES = 24
"""A process makes so many at most."""
_PHOTOS, _CLASSES = 600, "abcd"
_PROJECT, _DONE = "a.cnnproj", "done.jsonl"


class Hands:
    """Changes one project as a seed says; the same changes each time."""

    def __init__(self, place: Path, seed: str) -> None:
        self._chance = random.Random(seed)
        self._opened = Opened(place / _PROJECT)
        self._steps = Steps()
        self._files = {f"{_CLASSES[k % 3]}/{k:04}.jpg": k for k in range(_PHOTOS)}

    def change(self) -> str:
        """Makes the next change; its name."""
        ways = (
            self._read,
            self._relabel,
            self._relabel,
            self._exclude,
            self._decide,
            self._rename,
            self._split,
            self._undo,
            self._redo,
        )
        way = self._read if self._opened.photos.facts() is None else self._chance.choice(ways)
        way()
        return way.__name__.strip("_")

    def _read(self) -> None:
        """The folder again: some photos are gone, some are new, some lie elsewhere, some were edited."""
        for path in self._chance.sample(sorted(self._files), 40):
            number = self._files.pop(path)
            where = f"{self._chance.choice(_CLASSES)}/{number:04}.jpg"
            self._files |= {path: number + 10_000} if self._chance.random() < 0.3 else {where: number}
        for _ in range(self._chance.randrange(20)):
            number = self._chance.randrange(20_000, 10**6)
            self._files[f"{self._chance.choice(_CLASSES)}/{number:04}.jpg"] = number
        found = sorted(self._files.items())
        photos = [Photo(path, path[0]) for path, _ in found]
        files = [FileFacts(number.to_bytes(32), number, number) for _, number in found]
        scan = Scan({"1": "/photos"}, sorted({photo.label for photo in photos}), photos, files=files)
        self._opened.take(scan, Data("/photos"))

    def _some(self) -> list[int]:
        ids = self._opened.photos.find(PhotoFilter(excluded=None), PhotoSort("name")).tolist()
        return self._chance.sample(ids, min(len(ids), self._chance.randrange(1, 300)))

    def _relabel(self) -> None:
        some, label = self._some(), self._chance.choice(_CLASSES)
        with contextlib.suppress(UsageError):  # all that would change are test photos
            self._add(self._opened.edit(lambda labels: labels.relabel(some, label), self._steps))

    def _exclude(self) -> None:
        some, out = self._some(), self._chance.random() < 0.6
        self._add(self._opened.edit(lambda labels: (labels.exclude if out else labels.restore)(some), self._steps))

    def _decide(self) -> None:
        kinds: tuple[Said, ...] = ("keep", "other", "unsure", "exclude")
        photo, kind = self._some()[0], self._chance.choice(kinds)
        label = self._chance.choice(_CLASSES)
        with contextlib.suppress(DataError, UsageError):  # it is gone, or a test photo
            self._steps = self._steps.add(self._opened.decide(photo, kind, self._steps, label).step)

    def _rename(self) -> None:
        old, new = self._chance.sample(_CLASSES + "xy", 2)
        self._add(self._opened.edit(lambda labels: labels.rename_class(old, new), self._steps))

    def _split(self) -> None:
        self._add(self._opened.split(SplitPlan(seed=self._chance.randrange(9)), self._steps))

    def _undo(self) -> None:
        if self._steps.done:
            change, self._steps = self._steps.done[-1].change.turned(), self._steps.undo()
            self._make(change)

    def _redo(self) -> None:
        if self._steps.undone:
            change, self._steps = self._steps.undone[-1].change, self._steps.redo()
            self._make(change)

    def _make(self, change: object) -> None:
        assert isinstance(change, PhotosChange)
        self._opened.make(change, self._steps)

    def _add(self, edited: Edited | None) -> None:
        if edited:
            self._steps = self._steps.add(photos_step(edited.revision))


def digest(project: Path) -> str:
    """Of all that the project says of photos, labels, splits, classes, history and undo."""
    opened, contents = open_existing(project)
    try:
        labels = opened.photos.labels
        ids = opened.photos.find(PhotoFilter(excluded=None), PhotoSort("name"))
        history = [(one.number, str(one.name), one.reverts, labels.corrections(one.number)) for one in labels.history()]
        steps = [step.change for step in (*contents.steps.done, *contents.steps.undone)]
        said = [opened.photos.rows(ids), contents.photos, history, labels.renamed(), labels.own_classes(), steps]
        said += [(one.kind, one.new, one.revision, one.takes_back) for one in opened.decisions.newest()]
        if contents.photos:
            said += [len(opened.photos.scan().photos) == contents.photos.count(), opened.photos.splitting.plan()]
        return hashlib.sha256(msgspec.json.encode(said)).hexdigest()
    finally:
        opened.close()


def undisturbed(place: Path, seed: str) -> Callable[[], list[str]]:
    """What the project holds after each of the changes, from before the first."""

    def work() -> list[str]:
        shutil.rmtree(place / _PROJECT, ignore_errors=True)
        hands = Hands(place, seed)
        hands._opened.close()
        digests = [digest(place / _PROJECT)]
        for _ in range(CHANGES):
            hands._opened = Opened(place / _PROJECT)
            hands.change()
            hands._opened.close()
            digests.append(digest(place / _PROJECT))
        return digests

    return work


def killed(place: Path, seed: str) -> Callable[[], None]:
    """Makes the changes, a line for each that is done."""

    def work() -> None:
        hands = Hands(place, seed)
        with (place / _DONE).open("ab", buffering=0) as done:
            for _ in range(CHANGES):
                done.write(json.dumps(hands.change()).encode() + b"\n")

    return work


def label_kills(ground: Ground) -> Iterator[Verdict]:
    """Each of some sequences of changes is made many times, and killed at another moment each time."""
    numbers = range(QUICK if ground.quick else CASES) if ground.cases is None else ground.cases
    known: dict[str, tuple[list[str], float]] = {}

    def case(number: int) -> Case:
        seed = f"labels {ground.seed} {number // 20}"
        if seed not in known:
            place = fresh(ground.part("labels") / f"undisturbed {number // 20}")
            whole = one(Ask(undisturbed(place, seed), place / "home", 120.0))
            if not isinstance(whole.result, list):
                raise RuntimeError(f"the undisturbed changes failed: {whole.err[-2000:]}")
            quick = fresh(ground.part("labels") / f"whole {number // 20}")
            known[seed] = whole.result, one(Ask(killed(quick, seed), quick / "home", 120.0)).seconds
            shutil.rmtree(quick)
        digests, seconds = known[seed]
        place = fresh(ground.part("labels") / str(number))
        delay = random.Random(f"{seed} {number}").uniform(0.02, max(0.05, seconds))
        ended = yield Ask(killed(place, seed), place / "home", 60.0, delay, before=ground.broken)
        done = len((place / _DONE).read_bytes().splitlines()) if (place / _DONE).exists() else 0
        name = f"{number}, killed after {done} changes at {delay:.3f} s"
        problems = ended.trouble()
        if not problems and (place / _PROJECT / "project.sqlite").exists():
            found = yield Ask(lambda: digest(place / _PROJECT), place / "home", 60.0)
            problems = found.trouble() or _judge(found.result, digests, done)
        elif not problems and done:
            problems = ["the project is gone"]
        if not problems:
            shutil.rmtree(place, ignore_errors=True)
        return Verdict(name, problems, facts={"kills": int(ended.killed), "done": done})

    return play(map(case, numbers), ground.lanes)


def _judge(found: object, digests: list[str], done: int) -> list[str]:
    if found in digests[done : done + 2]:
        return []
    if found in digests:
        return [f"what was acknowledged is lost: {done} changes were, {digests.index(str(found))} are there"]
    return ["a change is half made, or the project does not open"]
