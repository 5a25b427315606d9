"""What photos of a model's own kind look like: learnt from its training and validation photos, kept in its run's folder."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.files import is_there, open_regular
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.run import FAMILIAR, damaged_model
from cnn_desktop.domain.tensor_header import Header
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.domain.unknown import (
    LEAST_PHOTOS,
    CheckedPhoto,
    FamiliarFacts,
    Yardstick,
    familiar_header,
    mark_of_model,
)
from cnn_desktop.learning.answers.logits import Answered, Logits
from cnn_desktop.learning.answers.unknown.distance import Known, unit
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.tensor_files import read_tensors, save_tensors

LEARNT_FROM, CHECKED_WITH = 1000, 500
"""Training and validation photos at most: with all 1,769 of TrashNet left-out classes have 0.850 in place of 0.844, and a
network that has learnt as a whole looks at each anew."""
_MOST_NUMBERS = 1 << 14
"""That a network may make of a photo: a file of 32 MB."""
_LOOKING = say("Learning what your photos look like")


class Familiar(NamedTuple):
    """How far photos are from the training photos, and how rare that is."""

    known: Known
    yardstick: Yardstick

    def fits(self, some: Answered) -> bool:
        """False: it is of another network, whatever its file says."""
        return some.features.shape[1] == self.known.rows.shape[1]

    def of(self, some: Answered) -> list[float]:
        """0..1 for each photo: the share of photos of the right kind that are at least as far."""
        return [self.yardstick.familiar(one) for one in self.known.distances(some.features, some.logits).tolist()]


def load_familiar(run: Path, classes: int, model: str) -> Familiar | None:
    """What `learn_familiar` kept in `run` for the model that is known by `model`; None: nothing, or it is damaged or of
    another model. Whether it fits the network is seen with the first answer (`Familiar.fits`)."""
    try:
        with open_regular(run / FAMILIAR) as opened:
            header = familiar_header(opened)
            facts = from_json(header.facts or "", FamiliarFacts)
            if facts.model != model or len(facts.checked) < LEAST_PHOTOS or not _is_table(header):
                return None
            found = read_tensors(opened, header)
    except (OSError, ValueError):
        return None
    rows, labels = found.tensors["rows"], found.tensors["labels"]
    if not (rows.isfinite().all() and 0 <= int(labels.min()) <= int(labels.max()) < classes):
        return None
    return Familiar(Known(rows, labels), Yardstick(facts.checked))


def _is_table(header: Header) -> bool:
    """Whether a file holds what `save_familiar` writes, before any of it is read."""
    if header.tensors.keys() != {"rows", "labels"}:
        return False
    rows, labels = header.tensors["rows"], header.tensors["labels"]
    return (
        (rows.dtype, labels.dtype, len(rows.shape)) == ("F16", "I32", 2)
        and labels.shape == rows.shape[:1]
        and 0 < rows.shape[0] <= LEARNT_FROM
        and 0 < rows.shape[1] <= _MOST_NUMBERS
    )


def cannot_learn(scan: Scan, classes: Sequence[str]) -> Message | None:
    """Why a model of `classes` cannot learn it from the photos of `scan`, as far as that is known without looking at them."""
    train, val = scan.of_split("train"), scan.of_split("val")
    if len(val) < LEAST_PHOTOS:
        return say(
            "This model has only {n} validation {n:photo|photos}, too few to tell which photos are unlike its training photos.",
            n=len(val),
        )
    if list(classes) != scan.classes or not any(is_there(scan.file(photo)) for photo in (*train, *val)):
        return say(
            "The photos this model was trained with are no longer there, so it cannot tell which photos are unlike them."
        )
    return None


def learn_familiar(net: Net, device: str, scan: Scan, control: Control) -> Generator[Event, None, Familiar | None]:
    """Looks at training and validation photos of `scan` with the trained `net`.

    None: too few of them can be read, or the network has nothing to compare. What the frozen part of a network has seen in
    training is found in the cache of features. Yields Progress. Raises StopRequested, DataError.
    """
    train, val = chosen(scan)
    number = {name: place for place, name in enumerate(scan.classes)}
    files = [scan.file(photo) for photo in (*train, *val)]
    parts = list[Answered]()
    with contextlib.closing(Logits(net, device, from_cache=True).of(files, control, _LOOKING)) as answers:
        for answer in answers:
            if isinstance(answer, Answered):
                parts.append(answer.sound())
            elif not isinstance(answer, Skipped):  # the training has told of these
                yield answer
    places = np.array([place for part in parts for place in part.places], np.int64)
    if not len(places) or not 0 < parts[0].features.shape[1] <= _MOST_NUMBERS:
        return None
    features = torch.cat([part.features.cpu() for part in parts])
    logits = torch.cat([part.logits.cpu() for part in parts])
    learnt, checked = (torch.from_numpy(np.flatnonzero(one)) for one in (places < len(train), places >= len(train)))
    if not len(learnt) or len(checked) < LEAST_PHOTOS:
        return None
    rows = unit(features[learnt]).half()  # as they are kept
    labels = torch.tensor([number[train[place].label] for place in places[learnt].tolist()], dtype=torch.int32)
    known = Known(rows, labels)
    distances = known.distances(features[checked], logits[checked]).tolist()
    sure = logits[checked].softmax(1).max(1).values.tolist()
    return Familiar(known, Yardstick([CheckedPhoto(far, best) for far, best in zip(distances, sure, strict=True)]))


def save_familiar(found: Familiar, run: Path, model: str) -> None:
    """Keeps what `learn_familiar` found for the model that is known by `model`, if `run` still has that. Raises DataError (the disk)."""
    try:
        if mark_of_model(run) != model:
            return
    except (OSError, ValueError) as error:
        raise damaged_model(run) from error
    facts = FamiliarFacts(model, found.yardstick.checked, len(found.known.rows))
    state = {"rows": found.known.rows.half(), "labels": found.known.labels.int()}
    save_tensors(state, run / FAMILIAR, as_json(facts).decode())


def chosen(scan: Scan) -> tuple[list[Photo], list[Photo]]:
    """The training photos, equally many of each class, and validation photos as they come: drawn at random, the same each time."""
    rng = np.random.default_rng(0)
    train, val = scan.of_split("train"), scan.of_split("val")
    turn, place = Counter[str](), {}
    for row in rng.permutation(len(train)).tolist():
        place[row] = turn[train[row].label]
        turn[train[row].label] += 1
    rows = sorted(place, key=place.__getitem__)[:LEARNT_FROM]
    checked = rng.permutation(len(val))[:CHECKED_WITH].tolist()
    return [train[row] for row in sorted(rows)], [val[row] for row in sorted(checked)]
