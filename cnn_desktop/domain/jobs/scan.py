"""Reading a folder of photos."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Together
from cnn_desktop.domain.table_columns import Columns


class Scanned(Result, frozen=True):
    """A folder is read. `result` is the path of what was read (`domain.scan_files`)."""

    result: str
    photos: int
    classes: int
    skipped: int

    def message(self) -> Message:
        return say(
            "{photos} {photos:photo|photos} in {classes} {classes:class|classes}, {skipped} left out.",
            photos=self.photos, classes=self.classes, skipped=self.skipped,
        )  # fmt: skip


class ColumnsUnclear(Event, frozen=True):
    """A table cannot be read until the person says which column holds what; the job fails after that."""

    header: list[str]
    """Its first line."""
    rows: list[list[str]]
    """Some of those below it."""
    guess: Columns
    """What is known of the columns."""


class ScanFolder(Job, frozen=True):
    """Reads a folder into the file `result` (`domain.scan_files`)."""

    events: ClassVar[tuple[type[Event], ...]] = (ColumnsUnclear, Scanned)
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
    also: tuple[str, ...] = ()
    """Absolute folders that were opened together with `data`."""
    together: Together = ""
    """What they were taken for; "": find out."""
    columns: Columns | None = None
    """Of a table, as the person has chosen them; None: find out."""
