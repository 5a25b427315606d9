"""The table of answers that `predict` and the window save: path, class, confidence, unknown, then one column a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cnn_desktop.domain.jobs.predict import unknown_word
from cnn_desktop.domain.text_out import class_columns, csv_lines

COLUMNS = ("path", "class", "confidence", "unknown")
"""Of the table; then one a class."""


def answer_lines(answers: Iterable[tuple[str, Sequence[float], bool | None]], classes: Sequence[str]) -> Iterator[str]:
    """The lines. Of each answer the path, the probability of each of `classes`, and whether the model does not know it.

    The `unknown` column is "yes", "no", or empty where it was not judged.
    """
    rows = (_row(path, shares, unknown, classes) for path, shares, unknown in answers)
    return csv_lines([*COLUMNS, *class_columns(classes, COLUMNS)], rows)


def _row(path: str, shares: Sequence[float], unknown: bool | None, classes: Sequence[str]) -> list[object]:
    best = max(range(len(classes)), key=shares.__getitem__)
    return [path, classes[best], shares[best], unknown_word(unknown), *shares]
