"""What people have said of photos, as a history that is only ever added to: taking a decision back is another line of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cnn_desktop.domain.decisions import WRONG, Decision, Kind
from cnn_desktop.domain.decoding import as_kind
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.photos import Photo
from cnn_desktop.domain.text_out import as_csv, as_json, as_text, for_spreadsheet
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.labels import user_name

COLUMNS = (
    "number", "at", "who", "path", "decision", "old", "new", "suggested", "score", "rank", "reason", "blind", "check",
    "revision", "taken_back",
)  # fmt: skip
"""Of the table for other programs. decision "undo": takes one back, whose `taken_back` says the number of this line."""
UNDO = "undo"
Span = tuple[int, int]
"""First and last number of decisions that were made as one; (0, 0): none."""
STANDS = "takes_back IS NULL AND NOT EXISTS (SELECT 1 FROM decisions AS t WHERE t.takes_back = d.number)"
"""Condition, of a decision `d`: it was not taken back."""
_FIELDS = (
    "number, at, who, check_id, photo, kind, old, new, suggested, score, rank, reason, blind, revision, takes_back"
)
_ROW: Any = tuple[
    int, str, str, int | None, int, Kind, str, str, str, float | None, int | None, str, bool, int | None, int | None
]
_REASON_LETTERS = 1000


class Decisions:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, most: int = MOST, photo: int | None = None) -> list[Decision]:
        """Newest first, also those that were taken back; of one photo, or of all."""
        where = "" if photo is None else "WHERE photo = ?"
        values = (most,) if photo is None else (int(photo), most)
        query = f"SELECT {_FIELDS} FROM decisions {where} ORDER BY number DESC LIMIT ?"
        return self._read(query, values)

    def any(self) -> bool:
        """Whether anything was ever decided."""
        return bool(self._database.rows("SELECT 1 FROM decisions LIMIT 1", tuple[int]))

    def of_numbers(self, numbers: Collection[int]) -> dict[int, Decision]:
        """Number → decision."""
        if not numbers:
            return {}
        query = f"SELECT {_FIELDS} FROM decisions WHERE number IN (SELECT value FROM json_each(?))"
        return {one.number: one for one in self._read(query, (as_json(list(numbers)).decode(),))}

    def _read(self, query: str, values: tuple[object, ...]) -> list[Decision]:
        with self._database.reading() as db:
            rows = [(*row[:12], bool(row[12]), *row[13:]) for row in db.execute(query, values)]
            return [Decision(*row) for row in as_kind(rows, list[_ROW])]

    def add(self, db: sqlite3.Connection, check: int | None, reason: str, who: str = "", blind: bool = False) -> Span:
        """Those of the table `picked` (id, kind, old, new, suggested, score, rank)."""
        before = self._last(db)
        db.execute(
            "INSERT INTO decisions (at, who, check_id, photo, kind, old, new, suggested, score, rank, reason, blind) "
            "SELECT ?, ?, ?, id, kind, old, new, suggested, score, rank, ?, ? FROM temp.picked ORDER BY rank, id",
            (_now(), who or user_name(), check, reason, blind),
        )
        return before + 1, self._last(db)

    def led_to(self, db: sqlite3.Connection, span: Span, revision: int) -> None:
        """These have led to a change of labels, in the same transaction."""
        db.execute("UPDATE decisions SET revision = ? WHERE number BETWEEN ? AND ?", (revision, *span))

    def repeat(self, db: sqlite3.Connection, span: Span, is_back: bool, revision: int | None) -> None:
        """Takes back those made as `span`, or makes them again; `revision`: which has changed their labels so."""
        chosen = (
            f"d.number BETWEEN :first AND :last OR d.repeats BETWEEN :first AND :last) AND {STANDS}"
            if is_back
            else "d.number BETWEEN :first AND :last)"
        )
        old, new, back, again = ("new", "old", "number", "NULL") if is_back else ("old", "new", "NULL", "number")
        db.execute(
            "INSERT INTO decisions (at, who, check_id, photo, kind, old, new, suggested, score, rank, reason, blind, "
            f"revision, takes_back, repeats) SELECT :at, CASE WHEN blind THEN who ELSE :who END, check_id, photo, kind, {old}, {new}, suggested, "
            f"score, rank, reason, blind, :revision, {back}, {again} FROM decisions AS d WHERE ({chosen} ORDER BY number",
            {"at": _now(), "who": user_name(), "revision": revision, "first": span[0], "last": span[1]},
        )

    def settle(self, db: sqlite3.Connection, check: int, photos: str) -> None:
        """Says at the suspects of `check` which decision stands; `photos`: a query for the ids of those that may have others.

        One of an earlier check counts as long as the label that was decided on is the one that the newest check saw.
        """
        wrong = ", ".join(f"'{kind}'" for kind in WRONG)
        db.execute(
            "UPDATE suspects SET (decision, is_error) = (SELECT d.number, CASE WHEN d.check_id IS suspects.check_id AND "
            f"d.kind <> 'unsure' THEN d.kind IN ({wrong}) END FROM decisions AS d WHERE d.photo = suspects.photo AND {STANDS} "
            "AND (d.check_id IS suspects.check_id OR (d.kind <> 'unsure' AND d.new = suspects.label)) "
            f"ORDER BY d.number DESC LIMIT 1) WHERE check_id = ? AND photo IN ({photos})",
            (check,),
        )

    def export(self, file: Path) -> int:
        """Writes all of them as a CSV, oldest first; how many these are. Raises DataError when `file` cannot be written."""
        with self._database.reading() as db:
            roots = dict(db.execute("SELECT id, folder FROM roots"))
            query = (
                "SELECT d.number, d.at, d.who, path, root, iif(d.takes_back IS NULL, kind, ?), d.old, d.new, suggested, "
                "score, rank, reason, blind, check_id, d.revision, (SELECT t.number FROM decisions AS t "
                "WHERE t.takes_back = d.number) FROM decisions AS d JOIN photos ON id = photo ORDER BY d.number"
            )
            rows = db.execute(query, (UNDO,)).fetchall()
        lines = [[*row[:3], Photo(row[3], "", None, row[4]).told_path({row[4]: "", **roots}), *row[5:]] for row in rows]
        write_text(file, as_csv(COLUMNS, ([for_spreadsheet(field) for field in line] for line in lines)))
        return len(lines)

    def _last(self, db: sqlite3.Connection) -> int:
        return int(db.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()[0])


def check_reason(reason: str) -> str:
    """Without blanks around it. Raises UsageError."""
    reason = as_text(reason.strip())
    if len(reason) > _REASON_LETTERS:
        raise UsageError("This reason is too long. Type {n} letters or fewer.", n=_REASON_LETTERS)
    return reason


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
