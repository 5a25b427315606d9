"""Watching folders for new photos."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Program, Step
from cnn_desktop.domain.message import Message, say

MOST = 500
"""Photos that are told together."""


class PhotosAppeared(Event, frozen=True):
    """These are new, or were changed, and are written to their end."""

    paths: list[str]

    def message(self) -> Message:
        return say("{n} new {n:photo|photos}", n=len(self.paths))


class FolderLost(Event, frozen=True):
    """A folder cannot be looked at now; `reason` None: all of them can be again."""

    reason: Message | None = None

    def message(self) -> Message | None:
        return self.reason


class WatchFolder(Job, frozen=True):
    """Looks into `paths` from time to time until it is stopped. What is in the table `known` is not new, unless it changes."""

    events: ClassVar[tuple[type[Event], ...]] = (PhotosAppeared, FolderLost)
    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "viewer"
    doing: ClassVar[Message] = say("watching…")
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that watches the folder")
    remedy: ClassVar[Message] = say("Watch the folder again, and report the problem if it happens again.")

    paths: list[str]
    known: str
