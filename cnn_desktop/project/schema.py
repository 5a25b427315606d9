"""The tables of project.sqlite, version by version. A new version appends its statements; old ones never change."""

from __future__ import annotations

import contextlib
import functools
import itertools
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from cnn_desktop.domain.errors import DataError

DATABASE = "project.sqlite"

_Migrations = tuple[tuple[str, ...], ...]

MIGRATIONS: _Migrations = (
    (
        "CREATE TABLE roots (id TEXT PRIMARY KEY, folder TEXT NOT NULL)",
        "CREATE TABLE classes (place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        # here = 0: was missing at the newest scan; its split is kept in case it comes back.
        "CREATE TABLE photos (root TEXT NOT NULL, path TEXT NOT NULL, label TEXT NOT NULL, "
        "split TEXT NOT NULL CHECK (split IN ('train', 'val', 'test')), here INTEGER NOT NULL, "
        "PRIMARY KEY (root, path)) WITHOUT ROWID",
        "CREATE TABLE left_out (path TEXT NOT NULL, reason TEXT NOT NULL)",
        "CREATE TABLE findings (text TEXT NOT NULL)",
        "CREATE TABLE runs (id TEXT PRIMARY KEY, model TEXT NOT NULL, status TEXT NOT NULL, started TEXT NOT NULL, "
        "seconds REAL NOT NULL, val_accuracy REAL, test_accuracy REAL)",
        "CREATE TABLE looks (run TEXT NOT NULL, at TEXT NOT NULL, accuracy REAL NOT NULL)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        # looks are counted in the runs' own test_looks.jsonl; the table stays as it is in projects that have it.
        "CREATE INDEX shown ON photos (here, label, path, root, split)",
        "CREATE TABLE steps (place INTEGER PRIMARY KEY, undone INTEGER NOT NULL, step TEXT NOT NULL)",
    ),
    (
        "ALTER TABLE findings ADD COLUMN kind TEXT NOT NULL DEFAULT 'note'",
        "ALTER TABLE findings ADD COLUMN severity TEXT NOT NULL DEFAULT 'warning'",
        # [[path, group], …] as JSON; the group is null where none is told
        "ALTER TABLE findings ADD COLUMN photos TEXT NOT NULL DEFAULT '[]'",
    ),
    (
        "CREATE TABLE kept AS SELECT root, path, label, split, here FROM photos ORDER BY root, path",
        "DROP TABLE photos",
        # told: the label that the folder says. correction: what a person has said instead; null: nothing.
        # split: null until the photo is labelled (label '': it is not) for the first time; undone, it keeps it.
        # given: the split that the folder or the table says. content: SHA-256 of the file. changed: when the file was, in nanoseconds since 1970. here: as before.
        "CREATE TABLE photos (id INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL, told TEXT NOT NULL, "
        "correction TEXT, label TEXT NOT NULL GENERATED ALWAYS AS (coalesce(correction, told)) VIRTUAL, "
        "split TEXT CHECK (split IN ('train', 'val', 'test')), excluded INTEGER NOT NULL DEFAULT 0, "
        "here INTEGER NOT NULL, given TEXT, family TEXT NOT NULL DEFAULT '', content BLOB, size INTEGER NOT NULL DEFAULT 0, "
        "changed INTEGER NOT NULL DEFAULT 0, UNIQUE (root, path))",
        "INSERT INTO photos (root, path, told, split, here) SELECT root, path, label, split, here FROM kept",
        "DROP TABLE kept",
        "CREATE INDEX counted ON photos (here, excluded, label, split, root)",
        "CREATE INDEX shown ON photos (here, excluded, label, path, root, split)",
        "CREATE INDEX named ON photos (here, excluded, path, root, split)",
        "CREATE INDEX sized ON photos (here, excluded, size)",
        "CREATE INDEX dated ON photos (here, excluded, changed)",
        # What people have changed, only ever added to. name: what was done, as a Message. reverts: taken back by this.
        "CREATE TABLE revisions (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL, "
        "why TEXT NOT NULL, source TEXT NOT NULL, reverts INTEGER)",
        "CREATE TABLE corrections (revision INTEGER NOT NULL, photo INTEGER NOT NULL, what TEXT NOT NULL "
        "CHECK (what IN ('told', 'label', 'split', 'excluded')), old TEXT, new TEXT, score REAL, "
        "PRIMARY KEY (revision, photo, what)) WITHOUT ROWID",
        "CREATE INDEX corrected ON corrections (photo, revision)",
        # Test photos are sealed: who has had them shown, and how many. finding: only those of that finding; '': all. Only ever added to.
        "CREATE TABLE test_looks (at TEXT NOT NULL, who TEXT NOT NULL, photos INTEGER NOT NULL, finding TEXT NOT NULL)",
        # Groups of the plan that lie in more than one split all the same.
        "CREATE TABLE cut_groups (photo INTEGER PRIMARY KEY, number INTEGER NOT NULL)",
        # Classes that a person has made, whether or not there are photos of them, and what folders' classes are called now.
        "CREATE TABLE own_classes (name TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE renamed (told TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID",
        # what = 'plan' (class ''): how the photos are shared out, as a revision of their splits changed it; null: the usual plan.
        "CREATE TABLE class_corrections (revision INTEGER NOT NULL, class TEXT NOT NULL, what TEXT NOT NULL "
        "CHECK (what IN ('own', 'renamed', 'plan')), old TEXT, new TEXT, PRIMARY KEY (revision, class, what)) WITHOUT ROWID",
        "ALTER TABLE runs ADD COLUMN labels INTEGER",
        # source: reading the folder, or a check that a person asked for.
        "ALTER TABLE findings ADD COLUMN source TEXT NOT NULL DEFAULT 'folder'",
        "DROP TABLE classes",
        # The oldest version of these tables that reads all of this one.
        "CREATE TABLE oldest_reader (version INTEGER NOT NULL)",
    ),
    (
        # Checks of the labels; the newest counts. revision: of the labels it saw. outdated: photos have changed since.
        "CREATE TABLE label_checks (id INTEGER PRIMARY KEY, at TEXT NOT NULL, revision INTEGER NOT NULL, "
        "summary TEXT NOT NULL, outdated INTEGER NOT NULL DEFAULT 0)",
        # Of the newest check. near_label, near_suggested: ids of photos as JSON.
        # decision: number of the one that stands. is_error: whether that found the label wrong; null: it does not tell.
        "CREATE TABLE suspects (check_id INTEGER NOT NULL, rank INTEGER NOT NULL, photo INTEGER NOT NULL, "
        "label TEXT NOT NULL, suggested TEXT NOT NULL, score REAL NOT NULL, probability REAL NOT NULL, "
        "label_probability REAL NOT NULL, near_label TEXT NOT NULL, near_suggested TEXT NOT NULL, decision INTEGER, "
        "is_error INTEGER, PRIMARY KEY (check_id, rank)) WITHOUT ROWID",
        "CREATE UNIQUE INDEX suspected ON suspects (photo, check_id)",
        "CREATE INDEX open_suspects ON suspects (check_id, decision, rank, is_error)",
        # What people have said of photos, only ever added to. blind: without having seen label and suggestion. revision:
        # of the labels that it led to. takes_back: number of the decision that does not stand any more. repeats: number of
        # the one that was taken back and is made again.
        "CREATE TABLE decisions (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, check_id INTEGER, "
        "photo INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('keep', 'suggested', 'other', 'unsure', 'exclude', "
        "'agreed')), old TEXT NOT NULL, new TEXT NOT NULL, suggested TEXT NOT NULL, score REAL, rank INTEGER, "
        "reason TEXT NOT NULL, blind INTEGER NOT NULL, revision INTEGER, takes_back INTEGER, repeats INTEGER)",
        "CREATE INDEX decided ON decisions (photo, number)",
        "CREATE INDEX taken_back ON decisions (takes_back) WHERE takes_back IS NOT NULL",
        "CREATE INDEX made_again ON decisions (repeats) WHERE repeats IS NOT NULL",
        "CREATE INDEX led_to ON decisions (revision) WHERE revision IS NOT NULL",
        "CREATE TABLE named_revisions (revision INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    ),
)
OLDEST_READER = 4
"""The oldest version that can read what this one writes: from it on it may look at such a project, and change nothing."""

_MOST = 100
"""Rows of a schema that are looked at; ours has far fewer."""


def beside(table: str) -> list[str]:
    """Statements that make `table`, with its indexes, in the connection alone: it hides the project's own."""
    statements = itertools.chain.from_iterable(MIGRATIONS)
    found = [text for text in statements if f"CREATE TABLE {table} " in text or f" ON {table} (" in text]
    return [re.sub(r"^CREATE (TABLE|(?:UNIQUE )?INDEX) ", r"CREATE \1 IF NOT EXISTS temp.", text) for text in found]


class NewerProjectError(Exception):
    """The database was made by a newer version of this app, which says that this one may read it."""


class ForeignSchemaError(Exception):
    """The database has tables, triggers or the like that no version of this app has made, or lacks some of its own."""


@contextlib.contextmanager
def transaction(db: sqlite3.Connection, how: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Iterator[None]:
    """All of the block or nothing. `how`: the project is locked for others at once, or when something of it is written."""
    db.execute(f"BEGIN {how}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def migrated(
    db: sqlite3.Connection, folder: Path, read_only: bool, keep: Callable[[int], None] = lambda version: None
) -> sqlite3.Connection:
    """The project up to date: `db` itself, brought there in one transaction, or with `read_only` a copy in memory.

    `keep(version)` is called first when a project of an earlier version is about to change. Raises DataError for a project
    of a newer version, or NewerProjectError where it may be read, which with `read_only` it is; and ForeignSchemaError for
    what this app has not made. None of these is touched.
    """
    version = schema_version(db)
    if version > len(MIGRATIONS):
        if _may_read(db):
            if read_only:
                return db
            raise NewerProjectError
        raise DataError(
            "The project {folder} was made by a newer version of this app. Update the app to open it.",
            folder=str(folder),
        )
    if _schema(db) != _made_by(MIGRATIONS[:version]):
        raise ForeignSchemaError
    if version == len(MIGRATIONS):
        return db
    if read_only:
        copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        db.backup(copy)
        db.close()
        _bring_up(copy, MIGRATIONS, version)
        copy.execute("PRAGMA query_only=ON")
        return copy
    if version:
        keep(version)
    _bring_up(db, MIGRATIONS, version)
    return db


def schema_version(db: sqlite3.Connection) -> int:
    """0 for an empty database. Raises ForeignSchemaError where reading it would run what somebody else has written."""
    found = [row for row in _schema(db) if row[1] == "schema_version"]
    if not found:
        return 0
    if found != [row for row in _made_by(MIGRATIONS[:1]) if row[1] == "schema_version"]:
        raise ForeignSchemaError
    row = db.execute("SELECT version FROM schema_version").fetchone()
    if row is None or not isinstance(row[0], int) or row[0] < 0:
        raise ForeignSchemaError
    return row[0]


def _may_read(db: sqlite3.Connection) -> bool:
    """Whether the newer version that has made it says that this one can read it; nothing of it is run."""
    found, ours = _schema(db), _made_by(MIGRATIONS)
    tables = {row[1] for row in found if row[0] == "table"}
    if any(row[0] in ("view", "trigger") for row in found) or not tables >= {
        row[1] for row in ours if row[0] == "table"
    }:
        return False
    if [row for row in found if row[1] == "oldest_reader"] != [row for row in ours if row[1] == "oldest_reader"]:
        return False
    row = db.execute("SELECT version FROM oldest_reader").fetchone()
    return row is not None and isinstance(row[0], int) and row[0] <= len(MIGRATIONS)


def _bring_up(db: sqlite3.Connection, migrations: _Migrations, version: int) -> None:
    """From `version` to that of the last of `migrations`."""
    with transaction(db):
        db.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        for statement in itertools.chain.from_iterable(migrations[version:]):
            db.execute(statement)
        db.execute("DELETE FROM schema_version")
        db.execute("INSERT INTO schema_version VALUES (?)", (len(migrations),))
        if len(migrations) >= OLDEST_READER:
            db.execute("DELETE FROM oldest_reader")
            db.execute("INSERT INTO oldest_reader VALUES (?)", (OLDEST_READER,))


_Row = tuple[str, str, str, str | None]
"""Type, name, table and SQL of a table, an index, a trigger or a view."""


def _schema(db: sqlite3.Connection) -> list[_Row]:
    """All that the database says of itself, sorted; reading it runs none of it."""
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT ?", (_MOST,)).fetchall()
    return sorted(rows, key=repr)


@functools.cache
def _made_by(migrations: _Migrations) -> list[_Row]:
    """`_schema` of a project that these have made."""
    if not migrations:
        return []
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        _bring_up(model, migrations, 0)
        return _schema(model)
