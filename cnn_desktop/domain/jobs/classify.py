"""Classifying many photos: a folder, or all that were dropped. The answers are kept in a table (`dataset.answer_table`)."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say


class PhotosListed(Event, frozen=True):
    """What there is to classify."""

    photos: Count
    folders: list[str]
    """Those of what was opened that are folders."""
    left_out: Count = 0
    """Files and folders that are not used."""
    reasons: Message | None = None
    """Which, and why; None: there are none."""

    def message(self) -> Message:
        return say("{n} {n:photo|photos} to classify", n=self.photos)


class AnswersKept(Event, frozen=True):
    """So many photos are in the table now."""

    photos: Count


class PhotosClassified(Result, frozen=True):
    """All photos are in the table, or, when it was stopped, those that were answered by then."""

    photos: Count
    """Answered by now, also earlier."""
    skipped: Count = 0
    """That could not be read."""
    stopped: bool = False

    def was_stopped(self) -> bool:
        return self.stopped

    def message(self) -> Message:
        done = say("{n} {n:photo|photos} classified.", n=self.photos)
        if self.stopped:
            done = say("Stopped. {text} The answers so far are kept.", text=done)
        if not self.skipped:
            return done
        return say("{text} {n} {n:photo|photos} could not be read.", text=done, n=self.skipped)


class ClassifyPhotos(Job, frozen=True):
    """Finds the photos in and below `paths` and classifies them with the model of `run`; those in the table already are left
    as they are. `run` "": they are only listed."""

    events: ClassVar[tuple[type[Event], ...]] = (PhotosListed, AnswersKept, PhotosClassified)
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "viewer"
    doing: ClassVar[Message] = say("classifying…")
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    process: ClassVar[Message] = say("The process that classifies photos")
    remedy: ClassVar[Message] = say("Classify the rest, and report the problem if it happens again.")
    starved: ClassVar[Message] = say("Close other programs, then classify the rest.")
    stopped: ClassVar[Message] = say("Stopped. The answers so far are kept.")
    busy: ClassVar[Message] = say("Photos are being classified. Wait until that has finished, or stop it first.")

    run: str
    paths: list[str]
    """Files and folders."""
    out: str
    """The table: made where there is none, else gone on with."""
    device: str = "auto"

    def starting(self) -> Message:
        return say("Looking for photos")
