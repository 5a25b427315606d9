"""Checks the labels of photos: which of them can be judged, what is thought of these, and the list a person sees."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.groups import clusters_of, groups_of, join
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.jobs.check_labels import TRAINED, CheckLabels, LabelsChecked
from cnn_desktop.domain.label_check import FOLDS, MOST, Confused, LabelCheck, Suspect, write_label_check
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.labels.aside import Step, aside
from cnn_desktop.learning.answers.labels.by_recipe import by_recipe
from cnn_desktop.learning.answers.labels.judge import Judged, Told, judge
from cnn_desktop.learning.answers.labels.neighbours import nearest_of_class
from cnn_desktop.learning.answers.labels.out_of_fold import folds_of
from cnn_desktop.learning.answers.labels.reduced import reduced
from cnn_desktop.learning.answers.labels.seen import see, usable
from cnn_desktop.learning.tuning.device import choose_device

_SHOWN = 4
"""Neighbours of each of the two classes that are shown."""
_SOME_CONFUSED = 0.75
"""Fewer photos of a pair of classes are not told."""
_REDUCING = 0.1
"""The share of comparing labels that making features smaller takes."""
_JUDGING, _FINDING = say("Comparing the labels"), say("Looking for photos that look alike")


@dataclass(frozen=True)
class Recipe:
    """The models that judge are trained as `config` says, each in a folder below `folder`, which is gone afterwards."""

    config: TrainConfig
    folder: Path


@dataclass(frozen=True)
class Checked:
    """What was found, and the whole ranking."""

    check: LabelCheck
    photos: list[Photo]
    """Judged, the most suspicious first."""
    suggested: list[str]
    scores: np.ndarray
    suspects: Callable[[], Iterator[Suspect]]
    """The first `LabelCheck.listed` of them."""


def check_labels(job: CheckLabels, control: Control) -> Generator[Event, None, None]:
    """Progress, Skipped, Warned, at last LabelsChecked. Raises DataError, UsageError (device, plan), StopRequested."""
    scan, out = load_scan(Path(job.photos)), Path(job.out)
    if not is_folder(out):
        raise DataError("{folder} is not there. Check the labels again.", folder=str(out))
    recipe = None if job.recipe is None else Recipe(job.recipe, out / TRAINED)
    checked = yield from check_scan(scan, job.plan, job.backbones, job.device, control, recipe)
    control.stop_if_asked()
    write_label_check(out, checked.check, checked.suspects())
    yield LabelsChecked(job.out, checked.check)


def check_scan(
    scan: Scan, plan: SplitPlan, backbones: Sequence[str], device: str, control: Control, recipe: Recipe | None = None
) -> Generator[Event, None, Checked]:
    """Judges the labelled photos of `scan`; those that belong together by `plan`, or are copies, never judge each other.

    The splits count for nothing. `recipe`: None: regressions on what the backbones see.
    """
    began, place = time.monotonic(), choose_device(device).device
    labelled = [photo for photo in scan.photos if photo.label]
    _need_photos(scan, labelled)
    units = _numbers(join(groups_of(labelled, plan), clusters_of(labelled, scan.findings)))
    asked = _Judgeable(labelled, units, np.arange(len(labelled)), []).of(np.arange(len(labelled)))
    used, missing = usable(backbones)
    tones = OWN if scan.tones is None else scan.tones
    seen = yield from see([scan.file(photo) for photo in asked.photos], used, tones, place, control)
    if not seen.readable.any():
        _need_photos(scan, [])
    unreadable = int((~seen.readable).sum())
    found = asked._replace(rows=np.arange(len(asked.photos))).of(np.flatnonzero(seen.readable))
    told: Told | None = None
    if recipe is not None:
        before = len(found.photos)
        found, asked_models = yield from _ask_models(recipe, scan, found, device, control)
        told = asked_models.told
        unreadable += before - asked_models.answered
    photos, groups = found.photos, found.units
    names = _classes(photos)
    number = {name: place for place, name in enumerate(names)}
    labels = np.array([number[photo.label] for photo in photos])
    large, parts = list(seen.parts), list[torch.Tensor]()
    del seen

    def think(step: Step) -> Judged:
        while large:  # each makes room as soon as it is used
            step(_REDUCING * len(parts) / (len(parts) + len(large)))
            parts.append(reduced(large.pop(0)[found.rows], place))
        return judge(
            parts, labels, groups, len(names), lambda share: step(_REDUCING + (1 - _REDUCING) * share), told=told
        )

    judged = yield from aside(think, _JUDGING, len(photos), control)
    order = judged.ranking.order
    listed = min(len(order), MOST)
    near = yield from aside(lambda step: _near(parts, labels, judged, listed, step), _FINDING, listed, control)
    notes = [*found.notes, *_of_files(unreadable), *missing]
    if told is not None:
        notes += weak_models(judged.models[0], judged.neighbours, labels)
    check = LabelCheck(
        photos=len(photos), suspects=min(judged.suspects, listed), listed=listed, errors=judged.estimate.errors,
        low=judged.estimate.low, high=judged.estimate.high, accuracy=judged.accuracy, confused=_confused(judged, names),
        cannot_judge=tuple(notes), verdict=judged.verdict, revision=scan.revision, backbones=used,
        recipe="" if recipe is None else recipe.config.model, seconds=time.monotonic() - began,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip

    def suspects() -> Iterator[Suspect]:
        rows = np.arange(len(labels))
        own = judged.probabilities[rows, labels]
        other = judged.probabilities[rows, judged.ranking.suggested]
        for place, row in enumerate(order[:listed].tolist()):
            photo = photos[row]
            of_label, of_suggested = ([photos[one].key for one in which[place] if one >= 0] for which in near)
            yield Suspect(
                photo.key, photo.told_path(scan.roots), photo.label, names[judged.ranking.suggested[row]],
                float(judged.ranking.score[row]), float(other[row]), float(own[row]), tuple(of_label),
                tuple(of_suggested), place + 1, photo.split or "",
            )  # fmt: skip

    ranked = order.tolist()
    return Checked(
        check, [photos[row] for row in ranked], [names[judged.ranking.suggested[row]] for row in ranked],
        judged.ranking.score[order], suspects,
    )  # fmt: skip


class _Asked(NamedTuple):
    told: Told
    answered: int
    """Photos with an answer, those of classes that became too small included."""


def _ask_models(
    recipe: Recipe, scan: Scan, found: _Judgeable, device: str, control: Control
) -> Generator[Event, None, tuple[_Judgeable, _Asked]]:
    """Which photos are left, and what models trained for it say of them."""
    config = msgspec.structs.replace(recipe.config, device=device)
    fold = folds_of(_numbers([photo.label for photo in found.photos]), found.units, seed=0)
    answers = yield from by_recipe(config, scan, found.photos, found.units, fold, recipe.folder, control)
    left = found.of(np.flatnonzero(answers.answered))
    names = _classes(left.photos)
    columns = np.array([place for place, name in enumerate(_classes(found.photos)) if name in names])
    at = np.searchsorted(found.rows, left.rows)
    return left, _Asked(Told(answers.logits[np.ix_(at, columns)], fold[at]), int(answers.answered.sum()))


def _need_photos(scan: Scan, labelled: Sequence[Photo]) -> None:
    """Raises DataError when there is nothing to compare."""
    for folder in scan.roots.values():
        if not is_folder(folder):
            raise DataError(
                "The photos are no longer in {folder}. If they are on an external drive, connect it, then check again.",
                folder=folder,
            )
    if not labelled:
        raise DataError("There are no labelled photos that can be read, so there are no labels to check. Add photos.")
    if len({photo.label for photo in labelled}) == 1:
        raise DataError(
            "All photos are of one class, “{name}”, so there is nothing to compare their labels with. Add a folder of "
            "photos for each further class.",
            name=labelled[0].label,
        )


def _classes(photos: Sequence[Photo]) -> list[str]:
    return sorted({photo.label for photo in photos})


def _numbers(groups: Sequence[str]) -> np.ndarray:
    """int [N]: of each photo its group; -1 for none."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(group, len(number)) if group else -1 for group in groups], np.int64)


class _Judgeable(NamedTuple):
    """Photos of classes large enough, and what is to be said of the others."""

    photos: list[Photo]
    units: np.ndarray
    """int [N]"""
    rows: np.ndarray
    """int [N], rising: their places among those there were at first."""
    notes: list[Message]

    def of(self, which: np.ndarray) -> _Judgeable:
        """Those at the places `which`, of which classes may have become too small. Raises DataError when at most one is not."""
        photos = [self.photos[place] for place in which]
        kept, notes = _of_large_classes(photos, self.units[which])
        return _Judgeable(
            [photos[place] for place in kept], self.units[which][kept], self.rows[which][kept], [*self.notes, *notes]
        )


def _of_large_classes(photos: Sequence[Photo], units: np.ndarray) -> tuple[np.ndarray, list[Message]]:
    """int: places of the photos of classes large enough, and a sentence for each other class. Raises DataError when at most one is."""
    of_class: dict[str, set[int]] = {}
    for row, (photo, unit) in enumerate(zip(photos, units.tolist(), strict=True)):
        of_class.setdefault(photo.label, set()).add(unit if unit >= 0 else -2 - row)
    count = Counter(photo.label for photo in photos)
    few = {name for name, found in of_class.items() if len(found) < FOLDS}
    notes = [
        say("“{name}” has only {n} {n:photo|photos}, too few to judge {n:its label|their labels}.", name=name, n=count[name])
        if count[name] < FOLDS
        else say(
            "All photos of “{name}” belong to {n} {n:group|groups}, too few to judge their labels.",
            name=name, n=len(of_class[name]),
        )
        for name in sorted(few)
    ]  # fmt: skip
    if len(of_class) - len(few) < 2:
        raise DataError(
            "Labels can only be compared between classes of {n} photos or more, and there are fewer than two such "
            "classes. Add photos to each class.",
            n=FOLDS,
        )
    return np.array([row for row, photo in enumerate(photos) if photo.label not in few], np.int64), notes


def _of_files(unreadable: int) -> list[Message]:
    if not unreadable:
        return []
    return [
        say("{n} {n:photo|photos} could not be read, so {n:its label was|their labels were} not judged.", n=unreadable)
    ]


def weak_models(models: np.ndarray, neighbours: np.ndarray, labels: np.ndarray) -> list[Message]:
    """What is said where trained `models` foretell fewer labels than the photos that look alike; both float [N, K], out of fold."""
    share, other = (float((found.argmax(1) == labels).mean()) for found in (models, neighbours))
    if share >= other:
        return []
    return [
        say(
            "Models trained with your settings predict only {share:.0%} of the labels, so this check tells less than the "
            "quick one. Train longer, or choose another check.",
            share=share,
        )
    ]


def _confused(judged: Judged, names: Sequence[str]) -> tuple[Confused, ...]:
    found = judged.estimate
    pairs = [
        Confused(
            names[one], names[other], float(found.joint[one, other]), float(found.joint_low[one, other]),
            float(found.joint_high[one, other]),
        )
        for one, other in np.argwhere(found.joint >= _SOME_CONFUSED).tolist()
        if one != other
    ]  # fmt: skip
    return tuple(sorted(pairs, key=lambda pair: -pair.about)) if judged.verdict == "suspicious" else ()


def _near(
    parts: Sequence[torch.Tensor], labels: np.ndarray, judged: Judged, listed: int, step: Step
) -> tuple[np.ndarray, np.ndarray]:
    """Of the photos of the list the rows most like each, [listed, shown]: of its label, and of the suggested class."""
    rows = torch.nn.functional.normalize(torch.cat(list(parts), 1), dim=1)
    asked = judged.ranking.order[:listed]

    def nearest(wanted: np.ndarray, start: float) -> np.ndarray:
        return nearest_of_class(
            rows, asked, wanted[asked], labels, _SHOWN, lambda done, of: step(start + done / of / 2)
        )

    return nearest(labels, 0.0), nearest(judged.ranking.suggested, 0.5)
