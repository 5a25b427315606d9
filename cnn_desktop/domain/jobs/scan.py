"""Reading a folder of photos."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say


class Scanned(Result, frozen=True):
    """A folder is read. `result` is the path of its JSON (`domain.photos.Scan`)."""

    result: str
    photos: int
    classes: int
    skipped: int

    def message(self) -> Message:
        return say(
            "{photos} {photos:photo|photos} in {classes} {classes:class|classes}, {skipped} left out.",
            photos=self.photos, classes=self.classes, skipped=self.skipped,
        )  # fmt: skip


class ScanFolder(Job, frozen=True):
    """Reads a folder into `domain.photos.Scan`, saved as JSON at `result`."""

    events: ClassVar[tuple[type[Event], ...]] = (Scanned,)
    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("reading photos…")
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that reads the photos")
    remedy: ClassVar[Message] = say("Open the folder again, and report the problem if it happens again.")
    busy: ClassVar[Message] = say("A folder is being read. Wait until that has finished.")

    data: str
    result: str
    class_level: int = 0
    """The classes are the folders so many levels below `data`; 0: find out."""
    only: tuple[str, ...] = ()
    """Names of the folders in `data` that count; none: all."""
