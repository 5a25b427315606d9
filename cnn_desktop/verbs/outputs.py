"""Files that a person names for results: checked before the work, and nothing of theirs is replaced by mistake."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cnn_desktop.dataset.reading.files import PHOTO_SUFFIXES
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.files import check_writable, open_regular
from cnn_desktop.domain.text_out import as_csv


def check_table(file: Path, columns: Sequence[str]) -> None:
    """May a table that begins with `columns` be written to `file`? Only an earlier one of its kind may be there.

    Raises UsageError, or DataError where it cannot be written.
    """
    if file.suffix.lower() in PHOTO_SUFFIXES:
        raise UsageError(
            "{file} has the name of a photo, so no table was saved there. Choose a name that ends in .csv.",
            file=str(file),
        )
    if file.is_dir():
        raise UsageError("{file} is a folder. Add a file name, such as results.csv.", file=str(file))
    check_writable(file)
    if file.exists() and not _is_table(file, columns):
        raise UsageError(
            "{file} already exists and is a different kind of file, so it was not replaced. Choose another name.",
            file=str(file),
        )


def _is_table(file: Path, columns: Sequence[str]) -> bool:
    """True also for an empty file. Devices and pipes are none: they would be replaced by a file."""
    start = as_csv(columns, []).strip().encode()
    try:
        with open_regular(file) as content:
            return content.read(len(start)) in (b"", start)
    except OSError:
        return False
