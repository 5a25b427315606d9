"""The history of a project's labels as people read it: states with names, who used them, and the way back to each."""

from __future__ import annotations

import itertools
import sqlite3
from typing import Any

import msgspec

from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.labels import Labels, Revision

_NAME_LETTERS = 100
_MOST = 1000
_ROW: Any = tuple[int, str, str, str, str, str, int | None, int, str | None]
_RUNS: Any = tuple[int, str]
_THEN = (
    "(SELECT old FROM corrections AS c WHERE c.photo = photos.id AND c.what = '{what}' AND c.revision > :back "
    "AND c.revision < :own ORDER BY c.revision LIMIT 1)"
)
_CHANGED_SINCE = "id IN (SELECT photo FROM corrections WHERE revision > :back AND revision < :own AND what = '{what}')"


class HistoryRow(msgspec.Struct, frozen=True):
    """One change of labels, as it is shown."""

    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    name: Message
    why: str
    source: str
    reverts: int | None
    photos: int
    """That it changed."""
    called: str = ""
    """The name that a person gave to what it led to."""
    runs: tuple[str, ...] = ()
    """Ids of the runs that used it, oldest first."""


class Restoring:
    """Methods raise DataError when the disk fails, UsageError for what makes no sense."""

    def __init__(self, database: Database, labels: Labels) -> None:
        self._database, self._labels = database, labels

    def history(self, most: int = _MOST, before: int | None = None) -> list[HistoryRow]:
        """Newest first; `before`: only those of smaller numbers."""
        query = (
            "SELECT number, at, who, r.name, why, source, reverts, (SELECT count(DISTINCT photo) FROM corrections "
            "WHERE revision = number), n.name FROM revisions AS r LEFT JOIN named_revisions AS n ON n.revision = number "
            "WHERE :before IS NULL OR number < :before ORDER BY number DESC LIMIT :most"
        )
        rows = self._database.rows(query, _ROW, {"before": before, "most": most})
        used = self._used()
        with self._database.reading():
            return [
                HistoryRow(number, at, who, from_json(name, Message), why, source, back, photos, called or "", tuple(used.get(number, ())))
                for number, at, who, name, why, source, back, photos, called in rows
            ]  # fmt: skip

    def beginning(self) -> HistoryRow:
        """The labels before the first change, as number 0."""
        called, runs = self.names().get(0, ""), tuple(self._used().get(0, ()))
        return HistoryRow(0, "", "", say("Labels as the folders say"), "", "", None, 0, called, runs)

    def _used(self) -> dict[int, list[str]]:
        """Number of a revision → ids of the runs that used it, oldest first."""
        used: dict[int, list[str]] = {}
        query = "SELECT coalesce(labels, 0), id FROM runs ORDER BY started, id LIMIT ?"
        for number, run in self._database.rows(query, _RUNS, (MOST,)):
            used.setdefault(number, []).append(run)
        return used

    def changed(self, after: int, until: int) -> int:
        """Photos of another label after the revision `until` than after `after`, or that were excluded or taken back in.

        What was taken back in between does not count.
        """
        query = (
            "WITH here AS (SELECT * FROM corrections WHERE revision > ? AND revision <= ? AND what IN ('label', 'excluded')) "
            "SELECT count(DISTINCT one.photo) FROM (SELECT photo, what, old, min(revision) FROM here GROUP BY photo, what) "
            "AS one JOIN (SELECT photo, what, new, max(revision) FROM here GROUP BY photo, what) AS other "
            "ON one.photo = other.photo AND one.what = other.what WHERE one.old IS NOT other.new"
        )
        return self._database.rows(query, tuple[int], (after, until))[0][0]

    def name_newest(self, called: str) -> str:
        """The labels as they are now get this name, with a number where another state has it; the name they have.

        Before the first change, or with a name already, they keep what they have.
        """
        with self._database.changing():
            newest, names = self._labels.newest(), self.names()
            if not newest or newest in names:
                return names.get(newest, "")
            taken = set(names.values())
            numbered = (f"{called} {n}" for n in itertools.count(2))
            name = called if called not in taken else next(one for one in numbered if one not in taken)
            self.name_revision(newest, name)
            return name

    def name_revision(self, number: int, name: str) -> None:
        """What the labels were after the revision `number` has this name from now on; 0: before the first; "": it has none."""
        name = name.strip()
        if len(name) > _NAME_LETTERS or not name.isprintable():
            raise UsageError("Type a name of {n} letters or fewer.", n=_NAME_LETTERS)
        self._need(number)
        with self._database.changing() as db:
            db.execute("DELETE FROM named_revisions WHERE revision = ?", (number,))
            if name:
                db.execute("INSERT INTO named_revisions VALUES (?, ?)", (number, name))

    def names(self) -> dict[int, str]:
        """Number of a revision → its name."""
        return dict(self._database.rows("SELECT revision, name FROM named_revisions LIMIT ?", tuple[int, str], (MOST,)))

    def restore(self, number: int) -> Revision | None:
        """Labels, exclusions and classes are again as they were after the revision `number`; 0: as the folders say.

        None when they are so. Splits stay. Raises UsageError when there is no such revision.
        """
        self._need(number)
        called = self.names().get(number, "")
        name = say("Restore labels “{name}”", name=called) if called else say("Restore labels of change {n}", n=number)
        if not number and not called:
            name = say("Restore labels as the folders say")
        return self._labels.change(name, lambda db, own: _restore(db, own, number))

    def _need(self, number: int) -> None:
        if number and not self._database.rows("SELECT 1 FROM revisions WHERE number = ?", tuple[int], (number,)):
            raise UsageError("There is no change {n} of the labels. Choose one of the history.", n=number)


def _restore(db: sqlite3.Connection, own: int, number: int) -> None:
    """The corrections of the revision `own`, which leads back to `number`: of each, what the first one since says was before."""
    since = {what: _CHANGED_SINCE.format(what=what) for what in ("label", "told", "excluded")}
    then = {what: _THEN.format(what=what) for what in since}
    if number:
        # a label that was the folder's word, which is another one by now
        told = f"iif({since['told']}, {then['told']}, told)"
        chosen = f"{since['label']} OR {since['told']}"
    else:
        told, chosen = "told", since["label"]
    values = {"own": own, "back": number}
    correction = f"iif({since['label']}, {then['label']}, correction)"
    db.execute(
        "INSERT INTO corrections (revision, photo, what, old, new) SELECT :own, id, 'label', was, becomes FROM "
        f"(SELECT id, correction AS was, nullif(nullif(coalesce({correction}, {told}), told), '') AS becomes FROM photos "
        f"WHERE {chosen}) WHERE was IS NOT becomes",
        values,
    )
    db.execute(
        "INSERT INTO corrections (revision, photo, what, old, new) SELECT :own, id, 'excluded', was, becomes FROM "
        f"(SELECT id, CAST(excluded AS TEXT) AS was, {then['excluded']} AS becomes FROM photos WHERE {since['excluded']}) "
        "WHERE was IS NOT becomes",
        values,
    )
    db.execute(
        "INSERT INTO class_corrections SELECT :own, class, what, now, earlier FROM (SELECT class, what, old AS earlier, "
        "CASE what WHEN 'own' THEN (SELECT '1' FROM own_classes WHERE name = class) ELSE (SELECT label FROM renamed "
        "WHERE renamed.told = class) END AS now, min(revision) FROM class_corrections WHERE what <> 'plan' "
        "AND revision > :back AND revision < :own GROUP BY class, what) WHERE now IS NOT earlier",
        values,
    )
