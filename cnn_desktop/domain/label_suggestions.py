"""Classes suggested for photos that have no label yet, as the child that learned them writes them down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from cnn_desktop.domain.decoding import Count, Seconds, Share
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.own_files import load_json
from cnn_desktop.domain.photos import may_be_path
from cnn_desktop.domain.text_out import as_json

BATCH = 24
"""Photos that are shown at once; after them the model learns anew."""
MOST = 480
"""Suggestions that are written down."""
FEW = 2
"""Labelled photos that a class needs to count, and classes that are needed, before anything is suggested."""


class Suggestion(msgspec.Struct, frozen=True):
    """What the model takes a photo for."""

    photo: str
    """Its key (`Photo.key`)."""
    label: str
    """The most probable class."""
    probability: Share
    """Of that class, calibrated."""


class CurvePoint(msgspec.Struct, frozen=True):
    """How good the model was with so many labelled photos."""

    labelled: Count
    measured: Count
    """Photos on which that was measured, by models that had not seen them."""
    right: Count

    @property
    def accuracy(self) -> float:
        """0..1; 0 where nothing was measured."""
        return self.right / self.measured if self.measured else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Of the accuracy, 95 %."""
        return wilson_interval(self.right, self.measured)


class LabelSuggestions(msgspec.Struct, frozen=True, kw_only=True):
    """What the model suggests after having learned from the labelled photos."""

    suggestions: Annotated[tuple[Suggestion, ...], msgspec.Meta(max_length=MOST)]
    """Those first whose labels teach most; of each run of `BATCH` none is much like another one."""
    point: CurvePoint
    unlabelled: Count
    """Photos that were looked at for suggestions."""
    expected: Share
    """Share of these that the model expects to be right about."""
    notes: tuple[Message, ...] = ()
    """Whole sentences: photos that could not be read, models that are missing."""
    revision: Count = 0
    """Of the labels it has learned from (`Scan.revision`)."""
    backbones: tuple[str, ...] = ()
    seconds: Seconds = 0.0


def save_suggestions(suggestions: LabelSuggestions, file: Path) -> None:
    """Raises DataError."""
    write_bytes(file, as_json(suggestions))


def load_suggestions(file: Path) -> LabelSuggestions:
    """Reads `save_suggestions`'s file. Raises DataError."""
    problem = DataError("{file} could not be read. Ask for suggestions again.", file=str(file))
    found = load_json(file, LabelSuggestions, problem)
    sound = all(one.label and may_be_path(one.photo) for one in found.suggestions)
    if not sound or found.point.right > found.point.measured or len(found.suggestions) > found.unlabelled:
        raise problem
    return found
