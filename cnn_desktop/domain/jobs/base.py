"""What a job says of itself, so that queue, strip, rail, Stop, Pause and log need to know nothing else of it.

Two children are shared and always up: the light one (Pillow) and the full one (torch). What is answered in a moment is asked
of them, one question after the other. What may take long has a child of its own (`alone`), so that thumbnails and the
Viewer never wait behind it. So side by side may run: one job that is `alone`, and any number of questions; a second such
job is refused with the sentence of the one that runs (`busy`).
"""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.events import Event, Fault, tag_of
from cnn_desktop.domain.message import Message, say

Program = Literal["light", "full"]
Step = Literal["dataset", "model", "training", "evaluation", "viewer", "labels"]


class Job(msgspec.Struct, frozen=True, tag_field="job", tag=tag_of):
    """Base of all jobs: what is asked of a child. Its fields are what the child needs to know."""

    program: ClassVar[Program] = "full"
    """The child that can do it: "light" starts in a blink and has no torch."""
    alone: ClassVar[bool] = False
    """True: it may take long, so it has a child of its own, a bar and Stop."""
    events: ClassVar[tuple[type[Event], ...]] = ()
    """What it tells beside the events of many jobs (`domain.events`)."""
    step: ClassVar[Step] = "dataset"
    """Where it belongs: the rail shows it there."""
    doing: ClassVar[Message] = say("working…")
    """In the rail: a word or two."""
    pauses: ClassVar[bool] = False
    stays_awake: ClassVar[bool] = False
    """True: meanwhile the computer must not fall asleep."""
    urgent: ClassVar[bool] = False
    """True: a child that does something else does it between two events of that; the person waits for it at once."""
    tells: ClassVar[bool] = True
    """True: what it says and how it ends is told in the message bar. False: its step shows it."""
    of_run: ClassVar[bool] = False
    """True: it trains or tests a run, and its ending stays in view until the next such job begins."""

    process: ClassVar[Message] = say("The helper process")
    """The child as the subject of a sentence."""
    remedy: ClassVar[Message] = say("Try again, and report the problem if it happens again.")
    """What to do after it broke off, as a sentence."""
    starved: ClassVar[Message] = say("Close other programs, then try again.")
    """What to do when memory ran out."""
    stopped: ClassVar[Message] = say("Stopped. Nothing was saved.")
    busy: ClassVar[Message] = say("Another job is running. Wait until it has finished, or stop it first.")
    """Said to another job that wants to start meanwhile."""

    def replaces(self, earlier: Job) -> bool:
        """True when `earlier`, not begun or under way, is pointless now that this one was asked for."""
        return False

    def when_starved(self) -> Message:
        """`starved`, with what is known of this very job."""
        return self.starved

    def when_stopped(self) -> Message:
        """`stopped`, likewise."""
        return self.stopped

    def less(self) -> Offer | None:
        """What to set when memory ran out; None where nothing is known to help."""
        return None

    def fault(self, field: str) -> Fault | None:
        """Of the setting `field`, which it was refused for; None where it has none of that name."""
        return None

    def starting(self) -> Message:
        """What is said until the child says more."""
        return say("Starting")
