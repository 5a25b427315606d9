"""temporary"""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Result
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.label_check import LabelCheck
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.split_plan import SplitPlan


class LabelsChecked(Result, frozen=True):
    result: str
    check: LabelCheck


class CheckLabels(Job, frozen=True):
    alone: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    step: ClassVar[Step] = "labels"

    photos: str
    out: str
    plan: SplitPlan = SplitPlan()
    backbones: tuple[str, ...] = ("efficientnet_lite0",)
    device: str = "auto"

    def starting(self) -> Message:
        return say("Checking the labels")
