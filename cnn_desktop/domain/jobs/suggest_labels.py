"""Suggesting classes for photos that have no label yet."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.jobs.check_labels import BACKBONES as CHECKED_BY
from cnn_desktop.domain.label_suggestions import MOST
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.split_plan import SplitPlan

BACKBONES = CHECKED_BY[:1]
"""The quicker of those that come with the app: somebody waits (`tests.benchmarks.bench_suggest`)."""


class LabelsSuggested(Result, frozen=True):
    """Classes are suggested. `result` is the file of them (`domain.label_suggestions`)."""

    result: str
    labelled: int
    unlabelled: int

    def message(self) -> Message:
        return say(
            "Learned from {labelled} labelled {labelled:photo|photos}, and looked at {unlabelled} without a label.",
            labelled=self.labelled, unlabelled=self.unlabelled,
        )  # fmt: skip


class SuggestLabels(Job, frozen=True):
    """Learns from the labelled photos of the scan saved at `photos`, but for test photos, and suggests classes for the others.

    What was seen in the photos is kept in the cache, so learning anew after some more labels takes seconds.
    """

    events: ClassVar[tuple[type[Event], ...]] = (LabelsSuggested,)
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "labels"
    doing: ClassVar[Message] = say("suggesting classes…")
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that suggests classes")
    remedy: ClassVar[Message] = say("Ask for suggestions again, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then ask for suggestions again.")
    stopped: ClassVar[Message] = say("Stopped. The next time it goes on from here.")
    busy: ClassVar[Message] = say("Classes are being suggested. Wait until that has finished, or stop it first.")

    photos: str
    out: str
    """The result file."""
    suggested: str = ""
    """File with the keys of the photos whose labels were suggested (JSON); the others are those that measure. "": none were."""
    plan: SplitPlan = SplitPlan()
    """Whose groups never judge one another."""
    backbones: tuple[str, ...] = BACKBONES
    most: int = MOST
    """Suggestions that are wanted."""
    device: str = "auto"

    def starting(self) -> Message:
        return say("Starting to learn from your labels")
