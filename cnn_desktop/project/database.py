"""One open project.sqlite: transactions, errors as sentences, and values kept by name.

One writer: the window that holds the project's lock. Children never open it; they read the snapshot in their run's
folder. A typed verb reads a project with `read_only`.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.domain.decoding import Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.message import say
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.schema import DATABASE, migrated, transaction

RUNS = "runs"
"""Folder of the runs, beside project.sqlite."""
_MAGIC = b"SQLite format 3\0"

_FULL = say("The disk is full, so the project {folder} could not be saved. Free some space, then try again.")
_CLOSED = say(
    "The project {folder} could not be opened or saved. Check its permissions, or copy it to a folder of your own."
)
_IN_USE = say("The project {folder} is open in another window. Close it there, then try again.")
_DAMAGED = say(
    "The project {folder} is damaged and was not changed. Restore it from a backup, or open the folder of photos "
    "again under a new name."
)
_FAILED = say("The project {folder} could not be read or saved: {reason}. Check the disk, then open it again.")
_PROBLEMS = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
"""SQLite's primary error codes → what is said."""

Value = str | int | float | bool | None
_AnyValue: Any = Value
T = TypeVar("T")


class Database(contextlib.AbstractContextManager["Database"]):
    """An open project's database. Its methods may be called from any thread; each raises DataError when the disk fails."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = connection
        self._lock = threading.RLock()

    @classmethod
    def create(cls, folder: Path) -> Database:
        """Makes an empty project at `folder` (NAME.cnnproj), which must not be a project yet. Raises DataError."""
        if (folder / DATABASE).exists():
            raise DataError("{folder} is already a project. Open it, or choose another name.", folder=str(folder))
        try:
            (folder / RUNS).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DataError(
                "The project {folder} could not be created: {reason}. Choose another place.",
                folder=str(folder), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        return cls._connect(folder, read_only=False)

    @classmethod
    def open(cls, folder: Path, read_only: bool = False) -> Database:
        """Opens the project `folder`; an older one is brought up to date. Raises DataError: missing, damaged, newer."""
        try:
            with open_regular(folder / DATABASE) as database:
                start = database.read(16)
        except FileNotFoundError as error:
            raise DataError(
                "There is no project in {folder}. Check the name, or open the folder of photos again.",
                folder=str(folder),
            ) from error
        except OSError as error:
            raise DataError(
                "The project {folder} could not be read: {reason}. Check its permissions and the disk.",
                folder=str(folder), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        if start != _MAGIC:
            raise DataError(_DAMAGED.text, folder=str(folder))
        return cls._connect(folder, read_only)

    @classmethod
    def _connect(cls, folder: Path, read_only: bool) -> Database:
        file = (folder / DATABASE).absolute()
        with told(folder):
            connection = sqlite3.connect(
                f"{file.as_uri()}?mode={'ro' if read_only else 'rwc'}",
                uri=True,
                timeout=5,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                if not read_only:
                    # WAL needs shared memory, which network drives do not have.
                    connection.execute(f"PRAGMA journal_mode={'DELETE' if on_network_drive(folder) else 'WAL'}")
                    connection.execute("PRAGMA synchronous=FULL")
                connection = migrated(connection, folder, read_only)
            except BaseException:
                connection.close()
                raise
        return cls(folder, connection)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextlib.contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block or nothing. Within another it is a part of that one."""
        with (
            self._lock,
            told(self.folder),
            contextlib.nullcontext() if self._db.in_transaction else transaction(self._db),
        ):
            yield self._db

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, told(self.folder):
            yield self._db

    def value(self, name: str, default: Value = None) -> Value:
        """A value kept with the project."""
        found = self.rows("SELECT value FROM settings WHERE name = ?", tuple[str], (name,))
        with told(self.folder):
            return from_json(found[0][0], _AnyValue) if found else default

    def rows(self, query: str, kind: type[T], values: Sequence[object] = ()) -> list[T]:
        """What `query` finds, each row as the tuple `kind`. Raises DataError, also for columns of another type."""
        with self.reading() as db:
            return as_kind(db.execute(query, values).fetchall(), list[kind])  # type: ignore[valid-type]

    def keep_value(self, name: str, value: Value) -> None:
        """Keeps a value with the project."""
        with self.changing() as db:
            db.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, as_json(value).decode()),
            )


@contextlib.contextmanager
def told(folder: Path) -> Iterator[None]:
    """SQLite's errors, and values that are damaged, as sentences."""
    try:
        yield
    except (Unreadable, UnicodeError, OverflowError) as error:  # the last two: sqlite3's own, of texts and numbers
        raise DataError(_DAMAGED.text, folder=str(folder)) from error
    except sqlite3.Error as error:
        if str(error).startswith("Could not decode to UTF-8"):
            raise DataError(_DAMAGED.text, folder=str(folder)) from error
        problem = _PROBLEMS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _FAILED)
        raise DataError(problem.text, folder=str(folder), reason=str(error)) from error
