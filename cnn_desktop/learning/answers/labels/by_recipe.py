"""What models say of photos they have not seen, each trained by a person's own settings: one a fold, by training's own code.

The folds take the place of the split. Each model lives in a folder of its own only until it has answered.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UserError
from cnn_desktop.domain.estimate import estimate, load_rates
from cnn_desktop.domain.events import Event, Progress, Skipped, Warned
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.learning.answers.logits import Logits
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.models.weights import find_weights
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.training.train import train
from cnn_desktop.learning.tuning.compute_plan import load_plans
from cnn_desktop.learning.tuning.device import choose_device

_SHARES = (0.85, 0.15, 0.0)
"""Of the photos that a model may see: it learns from the first, and its epochs are checked with the second."""
_ANSWERING = say("Judging photos it has not seen")


class Answers(NamedTuple):
    """Of N photos and K classes, these sorted by name."""

    logits: np.ndarray
    """float32 [N, K]; zeros for a photo without an answer."""
    answered: np.ndarray
    """bool [N]; False for those a Skipped was told of."""


def by_recipe(
    config: TrainConfig, scan: Scan, photos: Sequence[Photo], units: np.ndarray, fold: np.ndarray,
    folder: Path, control: Control,
) -> Generator[Event, None, Answers]:  # fmt: skip
    """Trains a model for each number in `fold` on the photos of the others, and asks it about these.

    photos: of `scan`; units, fold: int [N], photos of the same unit (not -1) are on the same side of everything. `folder` is
    made, and removed whatever happens. Yields Progress over all folds, Skipped, Warned. Raises DataError, UsageError (a
    setting), StopRequested.
    """
    names = sorted({photo.label for photo in photos})
    known = Answers(np.zeros((len(photos), len(names)), np.float32), np.zeros(len(photos), bool))
    # what is said of the photos' folder is said of the person's own, not of what a run was trained with
    config = msgspec.structs.replace(config, data=next(iter(scan.roots.values()), config.data))
    groups = [f"{unit}" if unit >= 0 else "" for unit in units.tolist()]
    whole = msgspec.structs.replace(scan, classes=names, files=[], findings=[], has_splits=True)
    numbers = np.unique(fold).tolist()
    bar = _Bar(len(photos), len(numbers), _guess(config, len(photos) * (len(numbers) - 1) // len(numbers)))
    told = set[str]()
    try:
        for place, number in enumerate(numbers):
            bar.begin(place)
            seen, unseen = np.flatnonzero(fold != number).tolist(), np.flatnonzero(fold == number).tolist()
            free = [msgspec.structs.replace(photos[row], split=None) for row in seen]
            learned = assign_splits(free, config.seed, _SHARES, [groups[row] for row in seen])
            run = folder / str(place)
            part = msgspec.structs.replace(whole, photos=learned)
            yield from bar.over(_trained(config, run, part, folder / "0", control), told)
            files = [scan.file(photos[row]) for row in unseen]
            yield from bar.over(_answered(run, config.device, files, unseen, known, control), told)
            if place:  # the first one is kept: the others compute as it did
                shutil.rmtree(run, ignore_errors=True)
    except UserError as error:
        raise DataError(
            "The labels were not checked with your model’s settings. {reason}", reason=error.message
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return known


def _trained(config: TrainConfig, run: Path, scan: Scan, first: Path, control: Control) -> Generator[Event, None, None]:
    plan = first if first != run and load_plans(first) else None
    yield from train(config, run, control, plan=plan, scan=scan, to_be_asked=False)
    control.stop_if_asked()  # a training that is stopped leaves what it has


def _answered(
    run: Path, device: str, files: Sequence[Path], rows: Sequence[int], known: Answers, control: Control
) -> Generator[Event, None, None]:
    """Writes the answers to `files` into `known`, at `rows`."""
    place = choose_device(device).device
    net, facts = load_trained(run, place)
    order = np.argsort(facts.classes, kind="stable")
    at = np.array(rows)
    with contextlib.closing(Logits(net, place).of(files, control, _ANSWERING)) as answers:
        for answer in answers:
            if isinstance(answer, Event):
                yield answer
            else:
                known.logits[at[answer[0]]] = answer[1].cpu().numpy()[:, order]
                known.answered[at[answer[0]]] = True


def _guess(config: TrainConfig, photos: int) -> float:
    """Seconds of one training, before anything is measured."""
    choice = choose_device(config.device, config.precision)
    pretrained = find_weights(config.model, config.weights) is not None
    return estimate(config, pretrained, photos, choice.device, load_rates(), decode_threads()).seconds


class _Bar:
    """One bar for all trainings: each has the same part of it, and as much of that is full as of its time has passed."""

    def __init__(self, photos: int, folds: int, guess: float) -> None:
        self._photos, self._folds, self._guess = photos, folds, guess
        self._spent: list[float] = []
        self._place, self._share = 0, 0.0
        self._began = time.monotonic()

    def begin(self, place: int) -> None:
        now = time.monotonic()
        if place:
            self._spent.append(now - self._began)
        self._place, self._began = place, now

    def over(self, events: Generator[Event, None, None], told: set[str]) -> Generator[Event, None, None]:
        """What a person is told of `events`: how far all is, and each warning and each photo left out once."""
        with contextlib.closing(events):
            for event in events:
                if isinstance(event, TrainProgress):
                    yield self._progress(event.seconds_left)
                elif isinstance(event, Progress):  # of reading is known only how long that takes
                    yield self._progress(event.seconds_left if event.doing == _ANSWERING else None)
                elif isinstance(event, Warned | Skipped) and str(event) not in told:
                    told.add(str(event))
                    yield event

    def _progress(self, left: float | None) -> Progress:
        """left: seconds of this training, where that is known."""
        now = time.monotonic()
        passed = now - self._began
        expected = sum(self._spent) / len(self._spent) if self._spent else self._guess
        left = max(0.0, expected - passed) if left is None else left
        whole = max(passed + left, 1e-9)
        self._share = max(self._share, (self._place + passed / whole) / self._folds)
        usual = (sum(self._spent) + whole) / (len(self._spent) + 1)
        done = min(self._photos, int(self._share * self._photos))
        return Progress(
            doing=say("Training with your settings, part {n} of {total}", n=self._place + 1, total=self._folds),
            done=done, total=self._photos,
            seconds_left=left + usual * (self._folds - self._place - 1),
        )  # fmt: skip
