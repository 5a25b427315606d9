"""One open project.sqlite: transactions, errors as sentences, and values kept by name.

One writer: the window that holds the project's lock. Children never open it; they read the snapshot in their run's
folder. A typed verb reads a project with `read_only`.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.files import is_there, remove_leftovers, replacing
from cnn_desktop.domain.inside import check_file, check_folder_of_own
from cnn_desktop.domain.message import say
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.schema import DATABASE, ForeignSchemaError, beside, migrated, transaction

EARLIER = "project-version-{version}.sqlite"
"""Beside project.sqlite: what an earlier version of the app has left, before this one changed it."""
RUNS = "runs"
"""Folder of the runs, beside project.sqlite."""
MOST = 100_000
"""Rows that are read of a table that has a few hundred at most when this app has written it."""
_SMALLEST = 512
"""Bytes of a database with anything in it."""
_JOURNAL = "-journal"
_BESIDE = (_JOURNAL, "-wal", "-shm")
"""Endings of the files that SQLite makes beside a database."""
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""A journal that ends so names another file, which SQLite would delete. Ours never do."""
_PATIENCE = 3.0
"""Seconds that another writer is waited for."""
_AT_ONCE = 1000
"""Rows of a part."""
_OFTEN = 100_000
"""Of SQLite's steps, between two looks at whether it is to be broken off."""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 256 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_SWITCHES = {
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_ENABLE_TRIGGER": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
}

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
    sqlite3.SQLITE_TOOBIG: _DAMAGED,
}
"""SQLite's primary error codes → what is said."""

Value = str | int | float | bool | None
_AnyValue: Any = Value
Values = Sequence[object] | Mapping[str, object]
"""Of a query: in the order of its `?`, or by name for its `:name`. No query numbers its `?`: see test_sql."""
T = TypeVar("T")


class Database(contextlib.AbstractContextManager["Database"]):
    """An open project's database. Its methods may be called from any thread; each raises DataError when the disk fails."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, read_only: bool = False) -> None:
        self.folder, self.read_only = folder, read_only
        self._db = connection
        self._lock = threading.RLock()
        self._held = contextlib.ExitStack()

    @classmethod
    def create(cls, folder: Path) -> Database:
        """Makes an empty project at `folder` (NAME.cnnproj), which must not be a project yet. Raises DataError.

        It appears whole: whoever looks finds no project, or one with all its tables.
        """
        check_folder_of_own(folder / RUNS)
        if os.path.lexists(folder / DATABASE):
            raise DataError("{folder} is already a project. Open it, or choose another name.", folder=str(folder))
        try:
            (folder / RUNS).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DataError(
                "The project {folder} could not be created: {reason}. Choose another place.",
                folder=str(folder), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        with told(folder), replacing(folder / DATABASE) as file, contextlib.closing(_connected(file, "mode=rw")) as new:
            new.execute("PRAGMA journal_mode=MEMORY")
            migrated(new, folder, read_only=False)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, read_only: bool = False, control: Control | None = None) -> Database:
        """Opens the project `folder`; an older one is brought up to date.

        Only what this app has made is run, and only files of the project are opened. With `read_only` nothing is written,
        and the disk may be one that cannot be written to. Stopping `control` breaks off what the database does just then.
        Raises DataError: missing, damaged, newer, made by somebody else; NewerProjectError: newer, but it may be read with
        `read_only`; StopRequested.
        """
        check_project(folder)
        with contextlib.ExitStack() as held, told(folder):
            if read_only:
                connection = _looking(folder, control, held)
            else:
                remove_leftovers(folder, (DATABASE,))
                connection = held.enter_context(contextlib.closing(_connected(folder / DATABASE, "mode=rw", control)))
                migrated(connection, folder, False, lambda version: _keep_earlier(connection, folder, version))
                # WAL needs shared memory, which network drives do not have.
                connection.execute(f"PRAGMA journal_mode={'DELETE' if on_network_drive(folder) else 'WAL'}")
                connection.execute("PRAGMA synchronous=FULL")
            database = cls(folder, connection, read_only)
            database._held = held.pop_all()
        return database

    def settle(self) -> None:
        """From now on nothing is broken off."""
        with self._lock:
            self._db.set_progress_handler(None, 0)

    @contextlib.contextmanager
    def giving_up(self, control: Control) -> Iterator[None]:
        """Within the block, stopping `control` breaks off what the database does just then: StopRequested."""
        with self._lock:
            self._db.set_progress_handler(lambda: control.stopping, _OFTEN)
            try:
                yield
            finally:
                self._db.set_progress_handler(None, 0)

    def close(self) -> None:
        with self._lock:
            self._held.close()

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
    def changing_beside(self, *tables: str) -> Iterator[sqlite3.Connection]:
        """As `changing`; in a project that is only read these tables are of this connection alone, and end with it."""
        if not self.read_only:
            with self.changing() as db:
                yield db
            return
        with self.beside() as db:
            for statement in itertools.chain.from_iterable(map(beside, tables)):
                db.execute(statement)
            yield db

    @contextlib.contextmanager
    def beside(self) -> Iterator[sqlite3.Connection]:
        """One transaction on tables that are gone with the connection (TEMP), also where the project may only be read.

        Nothing of the project itself is to be changed in it, and no other window is waited for.
        """
        with self.reading() as db:
            if db.in_transaction:
                yield db
                return
            ((only_reads,),) = db.execute("PRAGMA query_only").fetchall()
            db.execute("PRAGMA query_only=OFF")
            try:
                with transaction(db, "DEFERRED"):
                    yield db
            finally:
                db.execute(f"PRAGMA query_only={only_reads:d}")

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, told(self.folder):
            yield self._db

    def value(self, name: str, default: Value = None) -> Value:
        """A value kept with the project."""
        found = self.rows("SELECT value FROM settings WHERE name = ?", tuple[str], (name,))
        with told(self.folder):
            return from_json(found[0][0], _AnyValue) if found else default

    def rows(self, query: str, kind: type[T], values: Values = ()) -> list[T]:
        """What `query` finds, each row as the tuple `kind`. Raises DataError, also for columns of another type."""
        with self.reading() as db:
            return as_kind(db.execute(query, values).fetchall(), list[kind])  # type: ignore[valid-type]

    def parts(self, query: str, kind: type[T], values: Values = ()) -> Iterator[list[T]]:
        """As `rows`, a few at a time: however many there are, few are held. Nobody else comes to the database meanwhile."""
        with self.reading() as db:
            found = db.execute(query, values)
            while rows := found.fetchmany(_AT_ONCE):
                yield as_kind(rows, list[kind])  # type: ignore[valid-type]

    def keep_value(self, name: str, value: Value) -> None:
        """Keeps a value with the project."""
        with self.changing() as db:
            db.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, as_json(value).decode()),
            )


def check_project(folder: Path) -> None:
    """Raises DataError when there is no project in `folder`, or one that leads out of it: nothing of it has been run yet.

    The database itself is not opened: closing it would take SQLite's locks away from whoever has it open in this process.
    """
    check_folder_of_own(folder / RUNS)
    file, journal = folder / DATABASE, folder / f"{DATABASE}{_JOURNAL}"
    for ending in ("", *_BESIDE):
        check_file(folder / f"{DATABASE}{ending}", may_be_shared=False)
    try:
        is_one = file.stat().st_size >= _SMALLEST
        with contextlib.suppress(FileNotFoundError), journal.open("rb") as content:
            content.seek(-min(len(_SUPER_JOURNAL), content.seek(0, os.SEEK_END)), os.SEEK_END)
            is_one = is_one and content.read() != _SUPER_JOURNAL
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
    if not is_one:
        raise DataError(_DAMAGED.text, folder=str(folder))


def may_be_written(folder: Path) -> bool:
    """True when the database of the project `folder` may be changed; it is not opened, as in `check_project`."""
    return os.access(folder / DATABASE, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _keep_earlier(db: sqlite3.Connection, folder: Path, version: int) -> None:
    """A copy of the project as an earlier version of the app has left it lies beside it, before it is brought up to date."""
    copy = folder / EARLIER.format(version=version)
    if not is_there(copy):
        with replacing(copy) as file, contextlib.closing(sqlite3.connect(file)) as target:
            db.backup(target)


def _connected(file: Path, how: str, control: Control | None = None) -> sqlite3.Connection:
    """A connection that runs nothing that `file` may hold, beside what it is asked; `how`: of SQLite's address."""
    db = sqlite3.connect(
        f"{file.absolute().as_uri()}?{how}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    for limit, most in _LIMITS.items():
        db.setlimit(limit, most)
    if switch := getattr(db, "setconfig", None):  # from Python 3.12 on
        for name, is_on in _SWITCHES.items():
            if hasattr(sqlite3, name):  # which an older SQLite does not have
                switch(getattr(sqlite3, name), is_on)
    db.execute("PRAGMA trusted_schema=OFF")
    db.execute("PRAGMA cell_size_check=ON")
    if control:
        db.set_progress_handler(lambda: control.stopping, _OFTEN)
    return db


def _looking(folder: Path, control: Control | None, held: contextlib.ExitStack) -> sqlite3.Connection:
    """A connection that only reads, also where SQLite cannot make the files that it wants beside the project."""
    file = folder / DATABASE

    def opened(file: Path, how: str) -> sqlite3.Connection:
        db = _connected(file, how, control)
        try:
            found = migrated(db, folder, read_only=True)
            found.execute("PRAGMA query_only=ON")
        except BaseException:
            db.close()
            raise
        held.callback(found.close)
        return found

    try:
        return opened(file, "mode=ro")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
    beside = [file.with_name(f"{DATABASE}{ending}") for ending in (_JOURNAL, "-wal")]
    if not any(is_there(one) and one.stat().st_size for one in beside):  # so the file is all of it, and stays so
        return opened(file, "mode=ro&immutable=1")
    try:
        made = tempfile.TemporaryDirectory(prefix="cnn-desktop-", ignore_cleanup_errors=True)
        scratch = Path(held.enter_context(made))
        for one in (file, *beside):
            if is_there(one):
                shutil.copyfile(one, scratch / one.name)
    except OSError as error:
        raise DataError(_FAILED.text, folder=str(folder), reason=error.strerror or str(error)) from error
    return opened(scratch / DATABASE, "mode=rw")


@contextlib.contextmanager
def told(folder: Path) -> Iterator[None]:
    """SQLite's errors, and values that are damaged, as sentences; that it was broken off, as StopRequested."""
    try:
        yield
    except (
        Unreadable,
        UnicodeError,
        OverflowError,
        ForeignSchemaError,
    ) as error:  # the two in the middle: sqlite3's own
        raise DataError(_DAMAGED.text, folder=str(folder)) from error
    except sqlite3.Error as error:
        if str(error).startswith("Could not decode to UTF-8"):
            raise DataError(_DAMAGED.text, folder=str(folder)) from error
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise StopRequested from error
        problem = _PROBLEMS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _FAILED)
        raise DataError(problem.text, folder=str(folder), reason=str(error)) from error
