"""Testing the graphics card."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.jobs.base import Job, Program, Step
from cnn_desktop.domain.message import Message, say


class DeviceChecked(Event, frozen=True):
    """What "auto" computes on from now on."""

    verdict: Verdict

    def message(self) -> Message:
        return self.verdict.sentence()


class CheckDevice(Job, frozen=True):
    """Has the graphics card tested in a process of its own, unless that was done before; `again`: in any case. One `DeviceChecked`."""

    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    events: ClassVar[tuple[type[Event], ...]] = (DeviceChecked,)
    step: ClassVar[Step] = "training"
    doing: ClassVar[Message] = say("working…")
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that tests the graphics card")

    again: bool = False

    def starting(self) -> Message:
        return say("Checking the graphics card…")
