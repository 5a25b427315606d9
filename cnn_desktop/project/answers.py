"""What a tested model has answered for the project's photos, beside their labels of now. Nothing of it is kept with the project.

The answers lie in a table that is gone with the connection. A class of the model that was renamed since has its new name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from cnn_desktop.domain.report import PhotoResult
from cnn_desktop.project.database import Database
from cnn_desktop.project.query import Answered


class Answers:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._names: dict[str, str] = {}
        """Class of the model → what it is called in the table."""
        self._is_named = True
        """Whether that is what these classes are called now."""
        self._answered: Answered | None = None
        """None: to be read."""
        with database.beside() as db:
            # told: the class as the model knows it. predicted: as it is called now.
            db.execute(
                "CREATE TEMP TABLE IF NOT EXISTS answers (photo INTEGER PRIMARY KEY, told TEXT NOT NULL, "
                "predicted TEXT NOT NULL, confidence REAL NOT NULL)"
            )

    def take(self, results: Iterable[PhotoResult], folders: Sequence[tuple[str, str]]) -> None:
        """Only these answers hold from now on; those of photos that are not known, or lie elsewhere now, are left out.

        `folders`: folder and id of each root that the results' paths may begin with; the first that holds a path counts.
        """
        with self._database.beside() as db:
            db.execute("DELETE FROM temp.answers")
            db.executemany(
                "INSERT OR REPLACE INTO temp.answers SELECT id, ?, ?, ? FROM photos WHERE root = ? AND path = ?",
                _placed(results, folders),
            )
            told = self._database.rows("SELECT DISTINCT told FROM temp.answers", tuple[str])
        self._names = {name: name for (name,) in told}
        self.forget()

    def forget(self) -> None:
        """Labels or classes have changed."""
        self._answered, self._is_named = None, False

    def name(self, classes: Collection[str], renamed: Callable[[], Mapping[str, str]]) -> None:
        """The classes in the answers are called as they are now: `classes` are those there are, `renamed` knows earlier names."""
        if self._is_named:
            return
        later = renamed() if self._names else {}
        with self._database.beside() as db:
            for told, before in self._names.items():
                now = told if told in classes else later.get(told, told)
                if now != before:
                    db.execute("UPDATE temp.answers SET predicted = ? WHERE told = ?", (now, told))
                    self._names[told] = now
        self._is_named = True

    def answered(self) -> Answered | None:
        """The answers beside the labels of now; None: there are none."""
        if self._names and self._answered is None:
            self._answered = self._read()
        return self._answered

    def _read(self) -> Answered:
        import numpy as np

        with self._database.reading() as db:
            every = np.array(
                db.execute("SELECT photo, confidence FROM temp.answers ORDER BY photo").fetchall(), dtype="i8, f8"
            )
            right = db.execute(
                "SELECT photo FROM temp.answers CROSS JOIN photos ON id = photo WHERE predicted = label"
            ).fetchall()
        return Answered(every["f0"], every["f1"], np.array(right, np.int64).reshape(-1))


def _placed(
    results: Iterable[PhotoResult], folders: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, float, str, str]]:
    """Class (as told and as predicted), confidence, root and path below it of each result that lies in one of `folders`."""
    starts = [(str(PurePath(folder, "_"))[:-1], root) for folder, root in folders]  # also of the root of a disk
    for one in results:
        start, root = next(((start, root) for start, root in starts if one.path.startswith(start)), ("", ""))
        if start:
            yield one.predicted, one.predicted, one.confidence, root, one.path[len(start) :].replace(os.sep, "/")
