"""Looking for photos that show parts of one another."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.check_data import Check
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


class FindCrops(Check, frozen=True):
    """Looks for photos that show parts of one another among those of the scan saved at `photos`; the answer goes to `result`."""

    events: ClassVar[tuple[type[Event], ...]] = (CropsFound,)

    photos: str
    result: str
    device: str = "auto"
