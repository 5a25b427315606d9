"""The history of a project's labels as people read it: states with names, who used them, and the way back to each."""

from __future__ import annotations

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
    "(SELECT old FROM corrections AS c WHERE c.photo = photos.id AND c.what = '{what}' AND c.revision > ?2 "
    "AND c.revision < ?1 ORDER BY c.revision LIMIT 1)"
)
_CHANGED_SINCE = "id IN (SELECT photo FROM corrections WHERE revision > ?2 AND revision < ?1 AND what = '{what}')"


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

    def history(self, most: int = _MOST) -> list[HistoryRow]:
        """Newest first."""
        query = (
            "SELECT number, at, who, r.name, why, source, reverts, (SELECT count(DISTINCT photo) FROM corrections "
            "WHERE revision = number), n.name FROM revisions AS r LEFT JOIN named_revisions AS n ON n.revision = number "
            "ORDER BY number DESC LIMIT ?"
        )
        rows = self._database.rows(query, _ROW, (most,))
        used: dict[int, list[str]] = {}
        for number, run in self._database.rows(
            "SELECT labels, id FROM runs WHERE labels > 0 ORDER BY started, id", _RUNS
        ):
            used.setdefault(number, []).append(run)
        with self._database.reading():
            return [
                HistoryRow(number, at, who, from_json(name, Message), why, source, back, photos, called or "", tuple(used.get(number, ())))
                for number, at, who, name, why, source, back, photos, called in rows
            ]  # fmt: skip

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
    correction = f"iif({since['label']}, {then['label']}, correction)"
    db.execute(
        "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?1, id, 'label', was, becomes FROM "
        f"(SELECT id, correction AS was, nullif(nullif(coalesce({correction}, {told}), told), '') AS becomes FROM photos "
        f"WHERE {chosen}) WHERE was IS NOT becomes",
        (own, number),
    )
    db.execute(
        "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?1, id, 'excluded', was, becomes FROM "
        f"(SELECT id, CAST(excluded AS TEXT) AS was, {then['excluded']} AS becomes FROM photos WHERE {since['excluded']}) "
        "WHERE was IS NOT becomes",
        (own, number),
    )
    db.execute(
        "INSERT INTO class_corrections SELECT ?1, class, what, now, earlier FROM (SELECT class, what, old AS earlier, "
        "CASE what WHEN 'own' THEN (SELECT '1' FROM own_classes WHERE name = class) ELSE (SELECT label FROM renamed "
        "WHERE renamed.told = class) END AS now, min(revision) FROM class_corrections WHERE what <> 'plan' "
        "AND revision > ?2 AND revision < ?1 GROUP BY class, what) WHERE now IS NOT earlier",
        (own, number),
    )
