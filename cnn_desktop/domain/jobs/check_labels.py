"""Looking for labels that are probably wrong."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.label_check import LabelCheck
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.split_plan import SplitPlan

BACKBONES = ("efficientnet_lite0", "efficientnet_lite2")
"""Side by side they rank better than one (`tests.benchmarks.bench_labels`)."""

TRAINED = "trained"
"""Folder below `CheckLabels.out` where models are trained; it is there only meanwhile."""


class LabelsChecked(Result, frozen=True):
    """The labels are checked. `result` is the folder of what was found (`domain.label_check`)."""

    result: str
    check: LabelCheck

    def message(self) -> Message:
        return self.check.message()


class CheckLabels(Job, frozen=True):
    """Ranks the labels of the scan saved at `photos` by how suspicious they are; the answer goes to the folder `out`.

    What was seen in the photos is kept in the cache: stopped and asked for again, it goes on where it was.
    """

    events: ClassVar[tuple[type[Event], ...]] = (LabelsChecked,)
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "labels"
    doing: ClassVar[Message] = say("checking labels…")
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that checks the labels")
    remedy: ClassVar[Message] = say("Check the labels again, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then check the labels again.")
    stopped: ClassVar[Message] = say("The check was stopped. The next one goes on from here.")
    busy: ClassVar[Message] = say("The labels are being checked. Wait until that has finished, or stop it first.")

    photos: str
    out: str
    plan: SplitPlan = SplitPlan()
    """Whose groups are kept together, beside the copies that the scan's findings tell."""
    backbones: tuple[str, ...] = BACKBONES
    device: str = "auto"
    recipe: TrainConfig | None = None
    """Judge by models that are trained so, one a fold; None: by regressions on what the backbones see."""

    def starting(self) -> Message:
        return say("Starting the check")

    def when_stopped(self) -> Message:
        if self.recipe is not None:
            return say("The check was stopped. The next one starts from the beginning.")
        return self.stopped
