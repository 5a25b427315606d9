"""The photos whose labels the newest check found doubtful: taken in from its result, and read a page at a time.

A project that is only read keeps them for as long as it is open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from cnn_desktop.domain.decisions import Decision, Said
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.label_check import LabelCheck, pages, read_label_check, read_suspects
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import Split, may_be_path
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.brake import refusal
from cnn_desktop.project.database import Database
from cnn_desktop.project.decisions import Decisions
from cnn_desktop.project.query import Ids

CHECK_SOURCE, BLIND_SOURCE = "label check", "blind review"
"""Where the revisions of labels come from that decisions led to."""
LAST = 20
"""Decisions by which one sees whether going on is worth it."""
Only = Literal["open", "decided", "all"]


def now_called(column: str) -> str:
    """What the class is called now that `column` of a check names: it may have got another name since, or be one with another."""
    return (
        f"coalesce((SELECT renamed.label FROM renamed WHERE renamed.told = {column} AND NOT EXISTS "
        f"(SELECT 1 FROM photos AS p WHERE p.here = 1 AND p.excluded = 0 AND p.label = {column})), {column})"
    )


_OPEN = f"decision IS NULL AND excluded = 0 AND photos.label <> {now_called('suggested')}"
"""Condition, of a suspect with its photo: nobody has said anything, and nobody has given it the suggested label either."""
_CONDITIONS: dict[Only, str] = {
    "open": _OPEN,
    "decided": "decision IS NOT NULL",
    "all": "(excluded = 0 OR decision IS NOT NULL)",
}
_PAIR = " AND suspects.label = ? AND suggested = ?"
_COLUMNS = (
    f"photos.id, rank, path, root, photos.label, suspects.label, {now_called('suggested')}, score, probability, label_probability, split, "
    "near_label, near_suggested, decision"
)
_ROW: Any = tuple[
    int, int, str, str, str, str, str, float, float, float, Split | None, str, str, int | None
]  # fmt: skip
_IDS = tuple[int, ...]
_JOINED = "suspects JOIN photos ON photos.id = photo"


class SuspectRow(msgspec.Struct, frozen=True):
    """One suspect as the review shows it."""

    id: int
    """Of the photo."""
    rank: int
    """1: the most suspicious."""
    path: str
    root: str
    label: str
    """As it is now."""
    checked_label: str
    """As the check saw it."""
    suggested: str
    """As it is called now."""
    score: float
    """0..1, 1: the most suspicious."""
    probability: float
    """Of `suggested`."""
    label_probability: float
    """Of `checked_label`."""
    split: Split | None
    near_label: tuple[int, ...] = ()
    """Ids of the photos of `checked_label` that look most alike, the nearest first."""
    near_suggested: tuple[int, ...] = ()
    decision: Decision | None = None
    """The one that stands."""

    @property
    def kept_label(self) -> str:
        """What "keep" means: the label as it is, or as it was before it was changed in this review."""
        said = self.decision
        is_ours = said is not None and said.kind in ("suggested", "other") and said.new == self.label and not said.blind
        return self.checked_label if is_ours else self.label

    @property
    def is_settled(self) -> bool:
        """It has the label that is suggested."""
        return self.label == self.suggested

    def refuses(self, kind: Said) -> Message | None:
        """Why it may not be decided so where the suggestion is shown; None: it may."""
        return refusal(kind, self.split)


class Progress(msgspec.Struct, frozen=True):
    """How far the review of the newest check is."""

    decided: int
    """Photos of the whole list about which somebody has said something."""
    left: int
    """Of the suspicious ones, those that are still open."""
    judged: int
    """Of those decided in this review, all but the unsure."""
    real_errors: int
    """Of the judged, those whose label was wrong."""
    last: int
    """Judged ones among the newest: `LAST`, or fewer at the beginning."""
    last_errors: int
    expected_left: float
    """Wrong labels that are probably still there."""


class CheckFacts(msgspec.Struct, frozen=True):
    """The newest check of labels."""

    id: int
    summary: LabelCheck
    is_older: bool
    """Photos, or labels, have changed since, other than by what was decided about its suspects."""
    progress: Progress


class Standing(NamedTuple):
    """The newest check, and its suspicious photos."""

    check: CheckFacts
    ids: Ids
    """int64 [N], by rank."""
    is_open: Ids
    """int64 [N]: 1 for those that are open, else 0."""
    others_left: int
    """Of those in other splits, so many are open."""


class Suspects:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database, decisions: Decisions) -> None:
        self._database, self._decisions = database, decisions
        self._known: tuple[int, LabelCheck] | None = None

    def take(self, folder: Path) -> CheckFacts:
        """Takes in the result of a check (`domain.label_check`), in one transaction. Photos that are not known are left out.

        Raises DataError also for a result that is damaged.
        """
        summary = read_label_check(folder)
        with self._database.changing_beside("label_checks", "suspects") as db:
            ids = {
                path if root == "1" else f"//{root}/{path}": one
                for one, root, path in db.execute("SELECT id, root, path FROM photos WHERE here = 1")
            }
            # also of those that are hidden by a table of this connection alone
            query = "SELECT max(coalesce(max(id), 0), (SELECT coalesce(max(id), 0) FROM label_checks)) FROM main.label_checks"
            number = db.execute(query).fetchone()[0] + 1
            db.execute("DELETE FROM suspects")
            db.execute(
                "INSERT INTO label_checks (id, at, revision, summary) VALUES (?, ?, ?, ?)",
                (number, summary.when, summary.revision, as_json(summary).decode()),
            )
            db.executemany(
                "INSERT OR IGNORE INTO suspects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                _rows(folder, summary, number, ids),
            )
            self._decisions.settle(db, number, "SELECT photo FROM decisions")
        self._known = None
        found = self.check()
        assert found
        return found

    def newest(self) -> tuple[int, LabelCheck] | None:
        """Id and summary of the newest check."""
        rows = self._database.rows("SELECT max(id) FROM label_checks", tuple[int | None])
        number = rows[0][0]
        if number is None:
            return None
        if self._known is None or self._known[0] != number:
            query = "SELECT summary FROM label_checks WHERE id = ?"
            ((text,),) = self._database.rows(query, tuple[str], (number,))
            with self._database.reading():
                self._known = number, from_json(text, LabelCheck)
        return self._known

    def check(self) -> CheckFacts | None:
        """The newest check; None before the first."""
        found = self.newest()
        return CheckFacts(*found, self._is_older(found[0]), self._progress(*found)) if found else None

    def progress(self) -> Progress | None:
        """Of the newest check."""
        found = self.newest()
        return self._progress(*found) if found else None

    def page(
        self,
        only: Only = "open",
        splits: Collection[Split] = (),
        after: int = 0,
        most: int = 50,
        beyond: bool = False,
    ) -> list[SuspectRow]:
        """The next ones by rank after the rank `after`; in any split, or in these. `beyond`: also those past the suspicious."""
        found = self.newest()
        if not found:
            return []
        where, values = _where(found, only, splits, beyond)
        query = f"SELECT {_COLUMNS} FROM {_JOINED} WHERE {where} AND rank > ? ORDER BY rank LIMIT ?"
        return self._as_rows(query, (*values, after, most))

    def ids(
        self,
        only: Only = "open",
        splits: Collection[Split] = (),
        beyond: bool = False,
        pair: tuple[str, str] | None = None,
    ) -> Ids:
        """Ids of the photos, by rank. `pair`: only those of a label (as the check saw it) and a suggestion."""
        import numpy as np

        found = self.newest()
        if not found:
            return np.zeros(0, np.int64)
        where, values = _where(found, only, splits, beyond)
        if pair:
            where += _PAIR
            values.extend(pair)
        rows = self._database.rows(f"SELECT photo FROM {_JOINED} WHERE {where} ORDER BY rank", tuple[int], values)
        return np.fromiter((one for (one,) in rows), np.int64, len(rows))

    def standing(
        self, splits: Collection[Split], others: Collection[Split], pair: tuple[str, str] | None = None
    ) -> Standing | None:
        """The newest check, its suspicious photos in `splits` and how many are open in `others`; None before the first. `pair`: see `ids`."""
        import numpy as np

        found = self.newest()
        if not found:
            return None
        where, values = _where(found, "all", (), False)
        label, suggested = pair or ("", "")
        # as one text: SQLite puts it together without a turn of Python for each of a hundred thousand
        query = (
            "SELECT coalesce(group_concat(one, ' '), '') FROM (SELECT photo * 8 + ifnull(split IN (SELECT value FROM json_each(?)), 0) "
            "* (? OR (suspects.label = ? AND suggested = ?)) * 4 + ifnull(split IN (SELECT value FROM json_each(?)), 0) * 2 "
            f"+ ({_OPEN}) AS one FROM {_JOINED} WHERE {where} ORDER BY rank)"
        )
        asked = (as_json(sorted(splits)).decode(), pair is None, label, suggested, as_json(sorted(others)).decode())
        ((text,),) = self._database.rows(query, tuple[str], (*asked, *values))
        every = np.fromstring(text, np.int64, sep=" ")
        is_open = every & 1
        check = CheckFacts(*found, self._is_older(found[0]), self._progress(*found, left=int(is_open.sum())))
        listed = every & 4 > 0
        return Standing(check, every[listed] >> 3, is_open[listed], int((is_open & every >> 1).sum()))

    def rows(self, ids: Collection[int]) -> list[SuspectRow]:
        """The suspects of these photos, in their order; without those that are none."""
        found = self.newest()
        if not found:
            return []
        wanted = as_json([int(one) for one in ids]).decode()
        query = (
            f"SELECT {_COLUMNS} FROM (SELECT value FROM json_each(?)) CROSS JOIN suspects ON photo = value AND check_id = ? "
            "JOIN photos ON photos.id = photo"
        )
        rows = {row.id: row for row in self._as_rows(query, (wanted, found[0]))}
        return [rows[int(one)] for one in ids if int(one) in rows]

    def _as_rows(self, query: str, values: tuple[object, ...]) -> list[SuspectRow]:
        rows = self._database.rows(query, _ROW, values)
        said = self._decisions.of_numbers([row[-1] for row in rows if row[-1] is not None])
        with self._database.reading():
            if not all(may_be_path(row[2]) for row in rows):
                raise Unreadable("a name that no file can have")
            return [
                replace(SuspectRow(*row), near_label=from_json(near, _IDS), near_suggested=from_json(others, _IDS), decision=said.get(number))
                for *row, near, others, number in rows
            ]  # fmt: skip

    def _left(self, number: int, summary: LabelCheck) -> int:
        """Suspicious photos that are open."""
        query = f"SELECT count(*) FROM {_JOINED} WHERE check_id = ? AND rank <= ? AND here = 1 AND {_OPEN}"
        ((left,),) = self._database.rows(query, tuple[int], (number, summary.suspects))
        return left

    def _progress(self, number: int, summary: LabelCheck, left: int | None = None) -> Progress:
        """`left`: where it is known."""
        rows = self._database.rows
        # ordinary photos of a blind review are judged too, and are none of the suspicious ones that were looked at
        query = (
            "SELECT count(CASE WHEN rank <= :suspects THEN 1 END), count(is_error), coalesce(sum(is_error), 0) FROM suspects "
            "WHERE check_id = :check AND decision IS NOT NULL"
        )
        values = {"check": number, "suspects": summary.suspects}
        ((decided, judged, errors),) = rows(query, tuple[int, int, int], values)
        query = (
            "SELECT is_error FROM suspects WHERE check_id = ? AND decision IS NOT NULL AND is_error IS NOT NULL "
            "ORDER BY decision DESC LIMIT ?"
        )
        last = [one for (one,) in rows(query, tuple[int], (number, LAST))]
        left = self._left(number, summary) if left is None else left
        return Progress(decided, left, judged, errors, len(last), sum(last), max(0.0, summary.errors - errors))

    def _is_older(self, number: int) -> bool:
        """A change that was taken back since is none; what was decided about this check's suspects does not count."""
        query = (
            "SELECT 1 FROM label_checks WHERE id = :check AND (outdated OR EXISTS (SELECT 1 FROM revisions AS r "
            "WHERE r.number > revision AND NOT EXISTS (SELECT 1 FROM decisions AS d WHERE d.revision = r.number "
            "AND d.check_id = :check) AND (r.reverts IS NULL OR r.reverts <= revision) "
            "AND NOT EXISTS (SELECT 1 FROM revisions AS b WHERE b.reverts = r.number) "
            "AND (EXISTS (SELECT 1 FROM corrections AS c WHERE c.revision = r.number AND c.what <> 'split') "
            "OR EXISTS (SELECT 1 FROM class_corrections AS c WHERE c.revision = r.number AND c.what = 'renamed'))))"
        )
        return bool(self._database.rows(query, tuple[int], {"check": number}))


def _where(found: tuple[int, LabelCheck], only: Only, splits: Collection[Split], beyond: bool) -> tuple[str, list[Any]]:
    number, summary = found
    values: list[Any] = [number, summary.listed if beyond else summary.suspects]
    where = f"check_id = ? AND rank <= ? AND here = 1 AND {_CONDITIONS[only]}"
    if splits:
        where += " AND split IN (SELECT value FROM json_each(?))"
        values.append(as_json(sorted(splits)).decode())
    return where, values


def _rows(folder: Path, summary: LabelCheck, number: int, ids: dict[str, int]) -> Iterator[tuple[object, ...]]:
    """For the table of suspects."""
    encode = msgspec.json.Encoder().encode

    def known(keys: Collection[str]) -> str:
        return encode([ids[key] for key in keys if key in ids]).decode()

    for page in range(pages(summary)):
        for one in read_suspects(folder, summary, page):
            if (photo := ids.get(one.photo)) is not None:
                yield (
                    number, one.rank, photo, one.label, one.suggested, one.score, one.probability, one.label_probability,
                    known(one.near_label), known(one.near_suggested),
                )  # fmt: skip
