"""Saving the labels outside the project: as a table, or as class folders with copies of the photos."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.events import Event, Result
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say

Form = Literal["csv", "folders", "split_folders"]
"""A table; class folders; train, val and test folders of class folders."""


class LabelsExported(Result, frozen=True):
    """The labels lie in `out`."""

    out: str
    photos: Count
    classes: Count
    skipped: Count = 0
    """Photos that could not be copied."""

    def place(self) -> str:
        return self.out

    def message(self) -> Message:
        saved = say(
            "The labels of {photos} {photos:photo|photos} in {classes} {classes:class|classes} were saved in {file}.",
            photos=self.photos, classes=self.classes, file=self.out,
        )  # fmt: skip
        if not self.skipped:
            return saved
        return say("{text} {n} {n:photo|photos} could not be copied.", text=saved, n=self.skipped)


class ExportLabels(Job, frozen=True):
    """Writes the labels in `photos` (a file of `scan_files.save_reading`, which is read only) to `out`, by `dataset.export_labels`."""

    events: ClassVar[tuple[type[Event], ...]] = (LabelsExported,)
    program: ClassVar[Program] = "light"
    alone: ClassVar[bool] = True
    doing: ClassVar[Message] = say("saving labels…")
    process: ClassVar[Message] = say("The process that saves the labels")
    busy: ClassVar[Message] = say("Labels are being saved. Wait until that has finished, or stop it first.")

    photos: str
    out: str
    """"csv": the file, which is replaced; else a folder that is not there yet, or is empty."""
    form: Form = "csv"

    def starting(self) -> Message:
        return say("Saving the labels in {file}", file=Path(self.out).name)
