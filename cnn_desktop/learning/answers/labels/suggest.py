"""Suggests classes for photos without a label: what is learned from those that have one, and which to ask a person about first."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from cnn_desktop.dataset.groups import clusters_of, groups_of, join
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.jobs.suggest_labels import LabelsSuggested, SuggestLabels
from cnn_desktop.domain.label_check import FOLDS
from cnn_desktop.domain.label_suggestions import FEW, CurvePoint, LabelSuggestions, Suggestion, save_suggestions
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import LARGE, load_json
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.labels.aside import Step, aside
from cnn_desktop.learning.answers.labels.informative import informative
from cnn_desktop.learning.answers.labels.out_of_fold import fit_head, folds_of, temperature, unseen_logits
from cnn_desktop.learning.answers.labels.reduced import reduced
from cnn_desktop.learning.answers.labels.seen import smaller, usable
from cnn_desktop.learning.features.backbones import features_of
from cnn_desktop.learning.tuning.device import choose_device

_LOOKING, _LEARNING = say("Looking at the photos"), say("Learning from your labels")


class Learned(NamedTuple):
    """Of N labelled photos and M without a label."""

    right: np.ndarray
    """bool [N]: whether a head that had not seen the photo was right about it."""
    probabilities: np.ndarray
    """float32 [M, classes], calibrated."""


def suggest_labels(job: SuggestLabels, control: Control) -> Generator[Event, None, None]:
    """Progress, Skipped, Warned, at last LabelsSuggested. Raises DataError, UsageError (device, plan), StopRequested."""
    scan, suggested = load_scan(Path(job.photos)), set[str]()
    if job.suggested:
        problem = DataError("{file} could not be read. Ask for suggestions again.", file=job.suggested)
        suggested.update(load_json(Path(job.suggested), list[str], problem, LARGE))
    found = yield from suggest_for(scan, suggested, job.plan, job.backbones, job.most, job.device, control)
    control.stop_if_asked()
    save_suggestions(found, Path(job.out))
    yield LabelsSuggested(job.out, found.point.labelled, found.unlabelled)


def suggest_for(
    scan: Scan, suggested: Collection[str], plan: SplitPlan, backbones: Sequence[str], most: int, device: str, control: Control
) -> Generator[Event, None, LabelSuggestions]:  # fmt: skip
    """Learns from the labelled photos of `scan`, but for test photos, and suggests classes for at most `most` others.

    suggested: keys of photos whose labels were suggested. These are the difficult ones, and who gave the labels saw the suggestion,
    so the accuracy is measured on the others alone, by heads that have not seen them, nor what belongs together with them.
    """
    began = time.monotonic()
    photos = [photo for photo in scan.photos if photo.split != "test" or not photo.label]
    _need_folders(scan)
    _need_labels(photos)
    used, missing = usable(backbones)
    place = choose_device(device).device
    yield from (Warned(note) for note in missing)
    seen = yield from features_of(
        [scan.file(photo) for photo in photos], used, OWN if scan.tones is None else scan.tones, place, control, _LOOKING,
        lambda rows: smaller(rows, len(photos)),
    )  # fmt: skip
    readable = np.flatnonzero(seen.readable)
    photos = [photos[row] for row in readable.tolist()]
    _need_labels(photos)
    rows = torch.cat([reduced(part[readable], place) for part in seen.parts], 1)
    has_label = np.array([bool(photo.label) for photo in photos])
    labelled, fresh = np.flatnonzero(has_label), np.flatnonzero(~has_label)
    names = sorted({photo.label for photo in photos if photo.label})
    number = {name: at for at, name in enumerate(names)}
    labels = np.array([number[photos[row].label] for row in labelled])
    units = _numbers(join(groups_of(photos, plan), clusters_of(photos, scan.findings)))
    known, unknown = rows[torch.from_numpy(labelled)], rows[torch.from_numpy(fresh)]
    learned = yield from aside(
        lambda step: learn(known, labels, units[labelled], unknown, len(names), step), _LEARNING, len(photos), control
    )
    order = yield from aside(
        lambda step: informative(learned.probabilities, unknown, known, most, step), _LEARNING, len(photos), control
    )
    measures = np.array([photos[row].key not in suggested for row in labelled])
    point = CurvePoint(len(labelled), int(measures.sum()), int(learned.right[measures].sum()))
    best = learned.probabilities.argmax(1)
    chance = learned.probabilities.max(1, initial=0)
    return LabelSuggestions(
        suggestions=tuple(
            Suggestion(photos[fresh[row]].key, names[best[row]], float(chance[row])) for row in order.tolist()
        ),
        point=point, unlabelled=len(fresh), expected=float(chance.mean()) if len(fresh) else 0.0,
        notes=(*_of_files(int((~seen.readable).sum())), *missing), revision=scan.revision, backbones=used,
        seconds=time.monotonic() - began,
    )  # fmt: skip


def learn(
    known: torch.Tensor, labels: np.ndarray, units: np.ndarray, unknown: torch.Tensor, classes: int, step: Step, seed: int = 0
) -> Learned:  # fmt: skip
    """known: float32 [N, D] by `reduced`, with labels int [N]; units: int [N], photos of the same (not -1) belong together;
    unknown: float32 [M, D]. The same each time."""
    fold = folds_of(labels, units, seed, min(FOLDS, len(labels)))
    logits = unseen_logits(known, labels, fold, classes, lambda share: step(0.8 * share))
    right = logits.argmax(1).cpu().numpy() == labels
    target = torch.from_numpy(labels).to(known.device)
    # A class of which nothing is left when its only photo is held back tells nothing of how sure to be.
    elsewhere = {label for label in range(classes) if len(set(fold[labels == label].tolist())) > 1}
    telling = torch.from_numpy(np.flatnonzero([label in elsewhere for label in labels.tolist()])).to(known.device)
    heat = temperature(logits[telling], target[telling]) if len(telling) else 1.0
    weight, bias = fit_head(known, target, classes, lambda share: step(0.8 + 0.2 * share))
    return Learned(right, ((unknown @ weight + bias) / heat).softmax(1).cpu().numpy())


def _need_folders(scan: Scan) -> None:
    for folder in scan.roots.values():
        if not is_folder(folder):
            raise DataError(
                "The photos are no longer in {folder}. If they are on an external drive, connect it, then ask for "
                "suggestions again.",
                folder=folder,
            )


def _need_labels(photos: Sequence[Photo]) -> None:
    """Raises DataError when there is nothing to learn from, or nothing to suggest."""
    count = Counter(photo.label for photo in photos)
    if not count.pop("", 0):
        raise DataError("There are no photos without a label that can be read, so there is nothing to suggest.")
    if sum(n >= FEW for n in count.values()) < FEW:
        raise DataError(
            "There is too little to learn from yet. Label a few photos of each of at least two classes in the Dataset "
            "tab, then ask for suggestions again."
        )


def _numbers(groups: Sequence[str]) -> np.ndarray:
    """int [N]: of each photo its group; -1 for none."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(group, len(number)) if group else -1 for group in groups], np.int64)


def _of_files(unreadable: int) -> list[Message]:
    return [say("{n} {n:photo|photos} could not be read.", n=unreadable)] if unreadable else []
