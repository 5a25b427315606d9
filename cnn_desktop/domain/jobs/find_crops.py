"""Looking for photos that show parts of one another."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import Message, say


class CropsFound(Result, frozen=True):
    """All photos are compared. `result` is the path of its JSON (`domain.crops.Overlaps`)."""

    result: str
    photos: int
    """In groups."""
    groups: int

    def message(self) -> Message:
        if not self.groups:
            return say("No photo shows part of another one.")
        return say(
            "{photos} {photos:photo|photos} in {groups} {groups:group|groups} show the same picture, or part of it.",
            photos=self.photos, groups=self.groups,
        )  # fmt: skip


class FindCrops(Job, frozen=True):
    """Looks for photos that show parts of one another among those of the scan saved at `photos`; the answer goes to `result`."""

    events: ClassVar[tuple[type[Event], ...]] = (CropsFound,)
    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("checking photos…")
    stays_awake: ClassVar[bool] = True
    process: ClassVar[Message] = say("The process that checks the photos")
    remedy: ClassVar[Message] = say("Check the photos again, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then check the photos again.")
    stopped: ClassVar[Message] = say("The check was stopped. It goes on from here when you check the photos again.")
    busy: ClassVar[Message] = say("The photos are being checked. Wait until that has finished, or stop it first.")

    photos: str
    result: str
    device: str = "auto"

    def starting(self) -> Message:
        return say("Starting to check the photos")
