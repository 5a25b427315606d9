"""The columns of a table as a person names them in words, where there is no window to choose them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cnn_desktop.dataset.reading.columns import column_names, guess_columns
from cnn_desktop.dataset.reading.table_text import TableText
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.table_columns import Columns


def named_columns(file: Path, said: Mapping[str, str]) -> Columns:
    """The columns of the table `file` as a person `said` them in words: a field of `Columns` → a column, others as guessed.

    A table whose first line has none of these names has no names: its columns are called "1", "2", … Raises DataError for
    what is no table, UsageError for a column that is not there and for what cannot be read so.
    """
    table = TableText(file)
    guess = guess_columns(table.header, table.sample)
    numbers = column_names(table.header, has_header=False)
    has_header = guess.has_header or not set(said.values()) <= set(numbers)
    names = column_names(table.header, has_header)
    chosen = {field: _column(file, names, name) for field, name in said.items()}
    told = {
        field: name
        for field in ("path", "label", "split", "group")
        if has_header == guess.has_header and (name := getattr(guess, field)) not in chosen.values()
    }
    columns = Columns(**{**told, **chosen}, has_header=has_header)
    if problem := columns.problem():
        raise UsageError(
            "--columns does not fit {file}. {problem} It has {columns}.",
            file=str(file), problem=problem, columns=_listed(names),
        )  # fmt: skip
    return columns


def _column(file: Path, names: Sequence[str], said: str) -> str:
    """The column that a person calls `said`. Raises UsageError."""
    same = [name for name in names if name == said] or [name for name in names if name.casefold() == said.casefold()]
    if not said or len(same) != 1:
        raise UsageError(
            "{file} has no column “{name}” to be named with --columns. It has {columns}.",
            file=str(file), name=said, columns=_listed(names),
        )  # fmt: skip
    return same[0]


def _listed(names: Sequence[str]) -> Message | str:
    return ", ".join(name for name in names if name) or say("no columns")
