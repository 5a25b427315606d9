"""Saving what a model said of many photos: as a table, or as copies of the photos in class folders."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Program, Step
from cnn_desktop.domain.message import Message, say

AnswersForm = Literal["csv", "folders"]
"""A table; copies in a folder for each class."""


class AnswersSaved(Result, frozen=True):
    """The table lies in `out`."""

    out: str
    photos: Count
    unanswered: Count = 0
    """Photos that are not in it: they could not be read, or were not classified."""

    def place(self) -> str:
        return self.out

    def message(self) -> Message:
        text = say("The answers for {n} {n:photo|photos} were saved in {file}.", n=self.photos, file=self.out)
        return _with_unanswered(text, self.unanswered)


class PhotosCopied(Result, frozen=True):
    """Copies lie in `out`. Whatever could not be copied is told before."""

    out: str
    photos: Count
    """That were copied."""
    there: Count = 0
    """Whose copies were there already."""
    renamed: Count = 0
    """That were copied under another name, as theirs was taken."""
    skipped: Count = 0
    """That could not be read."""
    stopped: bool = False
    unanswered: Count = 0
    """That have no answer, and so were not copied."""

    def was_stopped(self) -> bool:
        return self.stopped

    def place(self) -> str:
        return self.out

    def message(self) -> Message:
        text = say("{n} {n:photo was|photos were} copied to {folder}.", n=self.photos, folder=self.out)
        if self.stopped:
            text = say("Stopped. {text}", text=text)
        if self.there:
            text = say("{text} {n} {n:was|were} there already.", text=text, n=self.there)
        if self.renamed:
            text = say(
                "{text} {n} got a number because another photo has the same name.", text=text, n=self.renamed
            )  # fmt: skip
        if self.skipped:
            text = say("{text} {n} {n:photo|photos} could not be copied.", text=text, n=self.skipped)
        return _with_unanswered(text, self.unanswered)


def _with_unanswered(text: Message, n: int) -> Message:
    return say("{text} {n} {n:photo|photos} without an answer {n:was|were} left out.", text=text, n=n) if n else text


class ExportAnswers(Job, frozen=True):
    """Saves the `wanted` photos of the table of answers `answers`, in `order`, by `dataset.export_answers`."""

    events: ClassVar[tuple[type[Event], ...]] = (AnswersSaved, PhotosCopied)
    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "viewer"
    doing: ClassVar[Message] = say("saving answers…")
    process: ClassVar[Message] = say("The process that saves the answers")
    remedy: ClassVar[Message] = say("Save them again: what was copied already is not copied twice.")
    busy: ClassVar[Message] = say("Answers are being saved. Wait until that has finished, or stop it first.")

    answers: str
    out: str
    """"csv": the file, which is replaced; "folders": a folder, in which nothing is replaced."""
    form: AnswersForm = "csv"
    wanted: AnswerFilter = AnswerFilter()
    order: AnswerSort = AnswerSort()
    sources: tuple[str, ...] = ()
    """Folders of photos, in which copies would be further photos."""

    def starting(self) -> Message:
        return say("Saving the answers in {file}", file=Path(self.out).name)
