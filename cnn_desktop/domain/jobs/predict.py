"""Classifying photos with a trained model."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say


class ClassScore(msgspec.Struct, frozen=True):
    """A class and its probability, 0..1."""

    name: str
    probability: float


class Predicted(Event, frozen=True):
    """One photo is classified."""

    path: str
    scores: list[ClassScore]
    """All classes, most probable first."""

    def message(self) -> Message:
        best = self.scores[0]
        return say("{file}: {name}, {p:.1%}", file=self.path, name=best.name, p=best.probability)


class Predict(Job, frozen=True):
    """Classifies photos with the model of `run`: one `Predicted` a photo, or `Skipped`."""

    events: ClassVar[tuple[type[Event], ...]] = (Predicted,)
    step: ClassVar[Step] = "viewer"

    run: str
    paths: list[str]
    device: str = "auto"
