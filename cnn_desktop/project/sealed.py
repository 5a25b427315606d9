"""Test photos are sealed: they are shown only when a person asks for it, and each time is written down for good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from cnn_desktop.domain.photos import Finding, FindingKind
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.labels import user_name
from cnn_desktop.project.query import AMONG, NUMBERED, as_places


class Look(msgspec.Struct, frozen=True):
    """One time that test photos were shown."""

    at: str
    """ISO 8601, UTC."""
    who: str
    """Name of the user at this computer; of a second opinion, who gives it."""
    photos: int
    """How many."""
    finding: FindingKind | None
    """Those of findings of this kind; None: all, or those that a second opinion is wanted of."""


class Seal:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, finding: FindingKind | None = None, findings: list[Finding] | None = None) -> int:
        """The test photos are shown now, or only those of `findings`, which are of the kind `finding`: how many these are.

        Where there are none, nothing is written down.
        """
        query, values = "SELECT count(*) FROM photos WHERE here = 1 AND split = 'test'", []
        if finding:
            query += f" AND {AMONG}"
            values.append(as_places(sorted({key for one in findings or () for key in one.photos})))
        with self._database.changing():
            ((count,),) = self._database.rows(query, tuple[int], values)
            self._note(user_name(), count, finding or "")
        return count

    def open_for(self, reviewer: str, ids: Iterable[int]) -> int:
        """The test photos among `ids` are shown to `reviewer` now, for a second opinion: how many these are."""
        query = f"SELECT count(*) FROM {NUMBERED} WHERE here = 1 AND split = 'test'"
        with self._database.changing():
            ((count,),) = self._database.rows(query, tuple[int], (as_json([int(one) for one in ids]).decode(),))
            self._note(reviewer, count, "")
        return count

    def _note(self, who: str, count: int, finding: str) -> None:
        if count:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            with self._database.changing() as db:
                db.execute("INSERT INTO test_looks VALUES (?, ?, ?, ?)", (now, who, count, finding))

    def looks(self, most: int = MOST) -> list[Look]:
        """Newest first."""
        query = "SELECT at, who, photos, nullif(finding, '') FROM test_looks ORDER BY rowid DESC LIMIT ?"
        return [Look(*row) for row in self._database.rows(query, tuple[str, str, int, FindingKind | None], (most,))]
