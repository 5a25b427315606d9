"""Looking for photos and labels that would spoil a training."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import LARGE, load_json
from cnn_desktop.domain.photos import Finding
from cnn_desktop.domain.text_out import as_json


class DataChecked(Result, frozen=True):
    """The photos are checked. `result` is the path of what was found (`load_findings`)."""

    result: str
    photos: int
    findings: int

    def message(self) -> Message:
        if not self.findings:
            return say("{photos} {photos:photo|photos} checked: nothing to mend.", photos=self.photos)
        return say(
            "{photos} {photos:photo|photos} checked: {n} {n:thing|things} to look at.",
            photos=self.photos, n=self.findings,
        )  # fmt: skip


class Check(Job, frozen=True):
    """What the parts of a check have in common: to a person they are one job.

    What was seen is kept in the cache: stopped and asked for again, it goes on where it was.
    """

    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("checking photos…")
    stays_awake: ClassVar[bool] = True
    process: ClassVar[Message] = say("The process that checks the photos")
    remedy: ClassVar[Message] = say("Check the photos again, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then check the photos again.")
    stopped: ClassVar[Message] = say("The check was stopped. The next one goes on from here.")
    busy: ClassVar[Message] = say("The photos are being checked. Wait until that has finished, or stop it first.")

    def starting(self) -> Message:
        return say("Starting the check")


class CheckData(Check, frozen=True):
    """Looks at every photo of a scan that was saved at `snapshot`; what is found is written to `result`, as JSON."""

    program: ClassVar[Program] = "light"
    events: ClassVar[tuple[type[Event], ...]] = (DataChecked,)

    snapshot: str
    result: str
    near: bool = True
    """Also looks for photos that are nearly the same."""


def save_findings(findings: list[Finding], file: Path) -> None:
    """Raises DataError."""
    write_bytes(file, as_json(findings))


def load_findings(file: Path) -> list[Finding]:
    """Reads `save_findings`'s file. Raises DataError."""
    problem = DataError("{file} could not be read. Check the photos again.", file=str(file))
    findings = load_json(file, list[Finding], problem, LARGE)
    if any(len(one.group) not in (0, len(one.photos)) for one in findings):
        raise problem
    return findings
