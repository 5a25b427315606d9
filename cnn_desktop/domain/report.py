"""A test report: plain data that evaluation writes (`report.json`) and the window and command line show."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.decoding import Count, Seconds, Share
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import LARGE, load_json
from cnn_desktop.domain.photos import may_be_path
from cnn_desktop.domain.text_out import as_json


class ClassReport(msgspec.Struct, frozen=True):
    """One class's figures, shares in 0..1. `n` is its number of photos: without any it has no figures."""

    name: str
    precision: Share | None
    """None also when no photo was taken for this class."""
    recall: Share | None
    f1: Share | None
    n: Count


class PhotoResult(msgspec.Struct, frozen=True):
    """One tested photo. `path` is absolute; `loss` is its cross entropy in nats."""

    path: str
    label: str
    predicted: str
    confidence: Share
    """Probability of `predicted`."""
    loss: float
    probabilities: list[Share]
    """One a class, in the report's order."""
    number: Count = 0
    """By which the run's project knows it, wherever it lies; 0: it is of none, or of an earlier version."""

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
    n: Count
    accuracy: Share
    accuracy_low: Share
    accuracy_high: Share
    """Wilson's 95 % interval."""
    per_class: list[ClassReport]
    confusion: list[list[Count]]
    """[true class][predicted class] → photos."""
    photos: list[PhotoResult]
    """Highest loss first."""
    seconds: Seconds
    images_per_second: float
    device: str
    skipped: list[str] = []
    """Sentences about photos left out."""
    seen: Count | None = None
    """How many of the photos trained or checked the model, known by their content; None when that is not known."""

    @property
    def largest(self) -> Guess | None:
        """What always answering the most frequent class would get; None when all photos are of one class."""
        row = max(self.per_class, key=lambda row: row.n, default=None)
        return Guess(row.name, row.n / self.n) if row and row.n < self.n else None

    def caveats(self) -> list[Message]:
        """See `caveats`."""
        return caveats(self.accuracy, self.accuracy_low, self.n, self.seen, self.largest)


class Guess(msgspec.Struct, frozen=True):
    """The share of the photos that the answer `name` would get right without looking at them."""

    name: str
    share: float


def caveats(accuracy: float, low: float, n: int, seen: int | None, guess: Guess | None) -> list[Message]:
    """What to keep in mind with a result: that it may be guessing, that its photos were seen in the training.

    `low`: lower bound of the accuracy's interval; all shares in 0..1.
    """
    said = []
    if seen:
        said.append(
            say(
                "{seen} of the {n} {n:photo|photos} {seen:was|were} used to train or check this model, so it "
                "may do worse on new photos.",
                seen=seen,
                n=n,
            )
        )
    if guess and low <= guess.share:
        if accuracy <= guess.share:
            text = say(
                "This is no better than guessing: always answering “{name}” would get {share:.1%} right. "
                "Check the labels, add photos of each class, or train longer.",
                name=guess.name, share=guess.share,
            )  # fmt: skip
        else:
            text = say(
                "This may be no better than guessing: always answering “{name}” would get {share:.1%} right. Test "
                "on more photos to be sure.",
                name=guess.name, share=guess.share,
            )  # fmt: skip
        said.append(text)
    return said


def save_report(report: Report, path: Path) -> None:
    """Writes `report` as JSON."""
    write_bytes(path, as_json(report))


def load_report(path: Path) -> Report:
    """Reads a report, also one that gave 0 for the figures of a class without photos. Raises DataError."""
    problem = DataError("The test report {file} could not be read. Test again.", file=str(path))
    report = load_json(path, Report, problem, LARGE)
    if not _is_sound(report):
        raise problem
    rows = [row if row.n else ClassReport(row.name, None, None, None, 0) for row in report.per_class]
    return msgspec.structs.replace(report, per_class=rows)


def _is_sound(report: Report) -> bool:
    """True when its tables are as large as its classes and photos are many, and speak of these classes."""
    classes = set(report.classes)
    many = len(report.classes)
    return (
        len(classes) == many == len(report.confusion)
        and all(len(row) == many for row in report.confusion)
        and [row.name for row in report.per_class] == report.classes
        and all(
            len(photo.probabilities) == many and photo.label in classes and photo.predicted in classes
            and may_be_path(photo.path)
            for photo in report.photos
        )
    )  # fmt: skip
