"""A test report: plain data that evaluation writes (`report.json`) and the window and command line show."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import load_json, write_bytes
from cnn_desktop.domain.text_out import as_json


class ClassReport(msgspec.Struct, frozen=True):
    """One class's figures, shares in 0..1. `n` is its number of photos."""

    name: str
    precision: float
    recall: float
    f1: float
    n: int


class PhotoResult(msgspec.Struct, frozen=True):
    """One tested photo. `path` is absolute; `loss` is its cross entropy in nats."""

    path: str
    label: str
    predicted: str
    confidence: float
    """Probability of `predicted`."""
    loss: float
    probabilities: list[float]
    """One a class, in the report's order."""

    @property
    def right(self) -> bool:
        return self.label == self.predicted


class Report(msgspec.Struct, frozen=True):
    """Everything the Evaluation tab shows."""

    run: str
    data: str
    """Folder tested, "" for the run's own test split."""
    when: str
    """ISO 8601, UTC."""
    classes: list[str]
    n: int
    accuracy: float
    accuracy_low: float
    accuracy_high: float
    """Wilson's 95 % interval."""
    per_class: list[ClassReport]
    confusion: list[list[int]]
    """[true class][predicted class] → photos."""
    photos: list[PhotoResult]
    """Highest loss first."""
    seconds: float
    images_per_second: float
    device: str
    skipped: list[str] = []
    """Sentences about photos left out."""


def save_report(report: Report, path: Path) -> None:
    """Writes `report` as JSON."""
    write_bytes(path, as_json(report))


def load_report(path: Path) -> Report:
    """Reads a report. Raises DataError."""
    problem = DataError("The test report {file} could not be read. Test again.", file=str(path))
    return load_json(path, Report, problem)
