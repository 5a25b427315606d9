"""What any job may tell: one frozen struct an event, one JSON line on the wire, one sentence for the user (`str(event)`).

Jobs are generators of these and of events of their own (`domain.jobs`). The wire form is documented by the structs
themselves: `{"event": "epoch_done", ...}`. Accuracies and probabilities are shares in 0..1, times are seconds.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.message import ENGLISH, Message, Words, say

Outcome = Literal["finished", "stopped", "failed", "crashed"]
"""How a job ended; "failed": it said why, "crashed": it did not."""


def tag_of(name: str) -> str:
    """A class's name on the wire: "TrainProgress" → "train_progress"."""
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


class Event(msgspec.Struct, frozen=True, tag_field="event", tag=tag_of):
    """Base of all events."""

    def message(self) -> Message | None:
        """The event as a sentence; None when there is nothing to say."""
        return None

    def sentence(self, words: Words = ENGLISH) -> str:
        message = self.message()
        return message.render(words) if message else ""

    def __str__(self) -> str:
        return self.sentence()


class Result(Event, frozen=True):
    """Base of what a job was done for: once it came, the job has succeeded, and its sentence is the ending."""

    def was_stopped(self) -> bool:
        """True when the user ended the job early and this is what it had reached."""
        return False

    def place(self) -> str:
        """The file or folder that was saved for the person, who may want to see it; "" for none."""
        return ""


class Ready(Event, frozen=True):
    """The child has finished its imports and reads commands."""

    seconds: float
    """From process start to here."""
    verdict: Verdict | None = None
    """What a job with device "auto" would run on, as far as it is known; None from a child without torch."""


class Alive(Event, frozen=True):
    """A sign of life: the child comes up, or has a job. Sent every few seconds beside whatever it does, kept nowhere."""


class Noted(Event, frozen=True):
    """A sentence for the log."""

    text: Message

    def message(self) -> Message:
        return self.text


class Warned(Event, frozen=True):
    """A sentence the user should see, though the job goes on."""

    text: Message

    def message(self) -> Message:
        return self.text


class Skipped(Event, frozen=True):
    """A photo that is left out."""

    path: str
    reason: Message

    def message(self) -> Message:
        return say("{file} is left out: {reason}", file=self.path, reason=self.reason)


class Progress(Event, frozen=True):
    """How far a job without epochs has come. Sent at most 10 times a second."""

    doing: Message
    done: int
    total: int
    per_second: float = 0.0
    seconds_left: float | None = None
    """None if unknown."""

    @classmethod
    def after(cls, seconds: float, doing: Message, done: int, total: int) -> Progress:
        """Of a job that did `done` of `total` in `seconds`."""
        rate = max(done / max(seconds, 1e-9), 1e-9)
        return cls(doing=doing, done=done, total=total, per_second=rate, seconds_left=(total - done) / rate)

    def message(self) -> Message:
        return say("{doing}: {done} of {total}", doing=self.doing, done=self.done, total=self.total)


class PictureReady(Event, frozen=True):
    """A small picture (thumbnail, augmentation preview) lies in the cache."""

    path: str
    """The photo it was made from."""
    file: str
    """The picture; "" when the photo cannot be read, see `reason`."""
    reason: Message | None = None


class Stopping(Event, frozen=True):
    """The job heard Stop."""

    def message(self) -> Message:
        return say("Stopping…")


class Paused(Event, frozen=True):
    def message(self) -> Message:
        return say("Paused.")


class Resumed(Event, frozen=True):
    def message(self) -> Message:
        return say("Resumed.")


class Failed(Event, frozen=True):
    """A job ended with an error. `details` is a traceback, "" for errors the user can mend."""

    text: Message
    field: str = ""
    """Setting at fault, "" if none."""
    details: str = ""
    offer: Offer | None = None
    """What would mend it."""

    def message(self) -> Message:
        return self.text


class JobDone(Event, frozen=True):
    """The child has finished the job (well, or after a Failed) and waits for the next."""


class Fault(msgspec.Struct, frozen=True):
    """A setting that a job was refused for, and the value it had."""

    field: str
    value: int | float | str | bool | None


class Ended(Event, frozen=True):
    """The job is over. Made by the owner of its child, exactly once a job, never sent by the child."""

    outcome: Outcome
    text: Message
    details: str = ""
    fault: Fault | None = None
    offer: Offer | None = None

    def message(self) -> Message:
        return self.text


COMMON_EVENTS: tuple[type[Event], ...] = (
    Ready, Alive, Noted, Warned, Skipped, Progress, PictureReady, Stopping, Paused, Resumed, Failed, JobDone, Ended,
)  # fmt: skip
