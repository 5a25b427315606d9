"""Classifying photos with a trained model."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.unknown import UnknownSetting, Why, judge


class ClassScore(msgspec.Struct, frozen=True):
    """A class and its probability, 0..1."""

    name: str
    probability: float


class Predicted(Event, frozen=True):
    """One photo is classified."""

    path: str
    scores: list[ClassScore]
    """All classes, most probable first."""
    unknown: bool | None = None
    """True: it is like none of the photos the model was trained with, or the answer is too unsure. None: it was not judged."""
    why: Why = ""
    familiar: float | None = None
    """0..1: the share of photos of the right kind that are at least as far from the training photos; None: not known."""
    checked: Count = 0
    """Validation photos that tell how rare a distance is."""
    no_distance: Message | None = None
    """Why it is not judged by how far it is; None: it is, or nobody wants it."""

    def under(self, setting: UnknownSetting) -> Predicted:
        """The same answer, judged by another setting."""
        doubt = judge(self.scores[0].probability, self.familiar, self.checked, setting)
        return msgspec.structs.replace(self, unknown=doubt.unknown, why=doubt.why)

    def message(self) -> Message:
        best = self.scores[0]
        if self.unknown:
            return say("{file}: unknown (closest: {name}, {p:.1%})", file=self.path, name=best.name, p=best.probability)
        return say("{file}: {name}, {p:.1%}", file=self.path, name=best.name, p=best.probability)


def unknown_word(unknown: bool | None) -> str:
    """As tables have it: "yes", "no", or "" where it was not judged."""
    return "" if unknown is None else "yes" if unknown else "no"


class Predict(Job, frozen=True):
    """Classifies photos with the model of `run`: one `Predicted` a photo, or `Skipped`."""

    events: ClassVar[tuple[type[Event], ...]] = (Predicted,)
    step: ClassVar[Step] = "viewer"

    run: str
    paths: list[str]
    device: str = "auto"
    learns_first: bool = False
    """Of a model that does not know yet which photos are unlike its own: it learns that before it answers, so that every
    answer is judged. Else it learns it afterwards, while nobody asks anything."""
