"""Drawing the built-in sample."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say


class DrawSample(Job, frozen=True):
    """Draws the built-in sample into `folder`; done at once when it is drawn already."""

    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("reading photos…")
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that draws the sample")
    busy: ClassVar[Message] = say("A folder is being read. Wait until that has finished.")

    folder: str

    def starting(self) -> Message:
        return say("Drawing the sample photos")
