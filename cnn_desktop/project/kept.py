"""Numbers that queries have found among all photos of a project, kept until something in it changes.

To find a million takes its time, to choose among them does not: what a person sorts or filters by next is there already.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from cnn_desktop.project.database import Database

if TYPE_CHECKING:
    import numpy as np

Numbers: TypeAlias = "np.ndarray"
"""int64 [N]. (numpy is imported where it is used: it would delay the window.)"""
MOST = 12
"""Answers that are kept, the last ones: 8 MB each in a project of a million photos."""
_LETTERS = 1 << 16
"""Of a text of numbers that are turned into numbers at once: that lets no other thread do anything meanwhile."""


class Kept:
    """Never tells what is not so any more, whoever has changed it. Methods raise DataError."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._state: tuple[int, int] | None = None
        """Changes of this connection so far; a number that changes with those of others."""
        self._found: dict[str, Numbers] = {}

    def numbers(self, query: str) -> Numbers:
        """The one column that `query` finds, in its order; not to be written to."""
        with self.database.reading() as db:
            if db.in_transaction:  # it may not stay so
                return numbers(db, query)
            (version,) = db.execute("PRAGMA data_version").fetchone()
            if self._state != (db.total_changes, version):
                self._state, self._found = (db.total_changes, version), {}
            found = self._found.pop(query, None)
            if found is None:
                found = numbers(db, query)
                found.flags.writeable = False
            self._found[query] = found
            if len(self._found) > MOST:
                del self._found[next(iter(self._found))]
            return found


def numbers(db: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> Numbers:
    """The one column that `query` finds, in its order. As one text, which takes a third of the time of a million rows."""
    import numpy as np

    (text,) = db.execute(f"WITH found (number) AS ({query}) SELECT group_concat(number) FROM found", values).fetchone()
    parts, start = [np.zeros(0, np.int64)], 0
    while text and start < len(text):
        end = text.find(",", start + _LETTERS)
        end = len(text) if end < 0 else end
        parts.append(np.fromstring(text[start:end], np.int64, sep=","))
        start = end + 1
    return np.concatenate(parts)
