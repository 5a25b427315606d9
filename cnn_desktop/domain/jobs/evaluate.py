"""Testing a trained model."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.report import Guess, caveats


class Evaluated(Result, frozen=True):
    """A test is done. `report` is the path of its JSON (`domain.report.Report`), "" when it could not be written."""

    report: str
    accuracy: float
    accuracy_low: float
    accuracy_high: float
    n: int
    looks: int = 1
    """How often this run's test photos have been looked at, this time included."""
    seen: int | None = None
    """As in the report."""
    guess: Guess | None = None
    """`Report.largest`."""

    def message(self) -> Message:
        text = say(
            "{accuracy:.1%} of {n} {n:photo|photos} right, between {low:.1%} and {high:.1%} (95 % interval).",
            accuracy=self.accuracy, low=self.accuracy_low, high=self.accuracy_high, n=self.n,
        )  # fmt: skip
        for caveat in caveats(self.accuracy, self.accuracy_low, self.n, self.seen, self.guess):
            text = say("{text} {more}", text=text, more=caveat)
        return text


class Evaluate(Job, frozen=True):
    """Tests the model of `run` on its own test split, or on `data` (a folder) when given."""

    events: ClassVar[tuple[type[Event], ...]] = (Evaluated,)
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "evaluation"
    doing: ClassVar[Message] = say("testing…")
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    of_run: ClassVar[bool] = True
    process: ClassVar[Message] = say("The test process")
    remedy: ClassVar[Message] = say("Test again, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then test again.")
    stopped: ClassVar[Message] = say("The test was stopped. Nothing was saved.")
    busy: ClassVar[Message] = say("A test is running. Wait until it has finished, or stop it first.")

    run: str
    data: str = ""
    device: str = "auto"
    photos: str = ""
    """A file of `domain.scan_files.save_reading`: the run's own photos as they are labelled now; "": as the run saw them."""

    def starting(self) -> Message:
        return say("Starting the test")
