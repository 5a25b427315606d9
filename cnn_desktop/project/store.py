"""A project on disk: NAME.cnnproj/project.sqlite with its photos, splits, runs and settings, and runs/<id>/ beside it.

One writer: the window that holds the project's lock. Children never open project.sqlite; they read the snapshot in
their run's folder. A typed verb reads a project with `read_only`.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from cnn_desktop.dataset.disks import on_network_drive
from cnn_desktop.dataset.reading.decode import on_disk
from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain import places
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, Scan
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.project.schema import DATABASE, migrate

PROJECT_SUFFIX = ".cnnproj"
SPLIT_SEED = "split_seed"
"""Setting that holds the seed of this project's splits."""
_MAGIC = b"SQLite format 3\0"


class ProjectStore:
    """An open project. Its methods may be called from any thread; each raises DataError when the disk fails."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = connection
        self._lock = threading.RLock()

    @classmethod
    def create(cls, folder: Path) -> ProjectStore:
        """Makes an empty project at `folder` (NAME.cnnproj), which must not be a project yet. Raises DataError."""
        file = folder / DATABASE
        if file.exists():
            raise DataError("{folder} is a project already. Open it, or choose another name.", folder=str(folder))
        try:
            (folder / "runs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DataError(
                "The project {folder} could not be created: {reason}. Choose another place.",
                folder=str(folder), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        return cls._connect(folder, read_only=False)

    @classmethod
    def open(cls, folder: Path, read_only: bool = False) -> ProjectStore:
        """Opens the project `folder`; an older one is brought up to date. Raises DataError: missing, damaged, newer."""
        file = folder / DATABASE
        try:
            with file.open("rb") as database:
                start = database.read(16)
        except FileNotFoundError as error:
            raise DataError(
                "There is no project in {folder}. Check its name, or open the folder of photos again.",
                folder=str(folder),
            ) from error
        except OSError as error:
            raise DataError(
                "The project {folder} could not be read: {reason}. Check its permissions and the disk.",
                folder=str(folder), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        if start != _MAGIC:
            raise _damaged(folder)
        return cls._connect(folder, read_only)

    @classmethod
    def _connect(cls, folder: Path, read_only: bool) -> ProjectStore:
        file = (folder / DATABASE).absolute()
        with _told(folder):
            mode = "ro" if read_only else "rwc"
            connection = sqlite3.connect(
                f"{file.as_uri()}?mode={mode}", uri=True, timeout=5, isolation_level=None, check_same_thread=False
            )
            try:
                if not read_only:
                    # WAL needs shared memory, which network drives do not have.
                    journal = "DELETE" if on_network_drive(folder) else "WAL"
                    connection.execute(f"PRAGMA journal_mode={journal}")
                    connection.execute("PRAGMA synchronous=FULL")
                connection.execute("PRAGMA foreign_keys=ON")
                migrate(connection, folder, read_only)
            except BaseException:
                connection.close()
                raise
        return cls(folder, connection)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def __enter__(self) -> ProjectStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def runs_folder(self) -> Path:
        return self.folder / "runs"

    # Photos

    def take_scan(self, scan: Scan) -> Scan:
        """Takes in a newly read folder, in one transaction, and returns it with every photo's split.

        Photos known from earlier keep their split (unless the folder itself says otherwise) even if they were missing
        for a while; new ones are assigned one.
        """
        with self._changing() as db:
            photos = scan.photos
            if not scan.has_splits:
                known = dict(self._known_splits())
                photos = [
                    msgspec.structs.replace(photo, split=photo.split or known.get((photo.root, photo.path)))
                    for photo in photos
                ]
            photos = assign_splits(photos, self._split_seed())
            db.execute("DELETE FROM roots")
            db.executemany("INSERT INTO roots VALUES (?, ?)", list(scan.roots.items()))
            db.execute("DELETE FROM classes")
            db.executemany("INSERT INTO classes VALUES (?, ?)", list(enumerate(scan.classes)))
            db.execute("UPDATE photos SET here = 0")
            db.executemany(
                "INSERT INTO photos (root, path, label, split, here) VALUES (?, ?, ?, ?, 1) "
                "ON CONFLICT (root, path) DO UPDATE SET label = excluded.label, split = excluded.split, here = 1",
                [(photo.root, photo.path, photo.label, photo.split) for photo in photos],
            )
            db.execute("DELETE FROM left_out")
            db.executemany("INSERT INTO left_out VALUES (?, ?)", [(f.path, _pack(f.reason)) for f in scan.left_out])
            db.execute("DELETE FROM findings")
            db.executemany("INSERT INTO findings VALUES (?)", [(_pack(finding.text),) for finding in scan.findings])
            self._put("has_splits", scan.has_splits)
        return msgspec.structs.replace(scan, photos=photos)

    def scan(self) -> Scan:
        """The project's photos as last taken in. Raises DataError when no folder was taken in yet."""
        with self._reading() as db:
            roots = dict(db.execute("SELECT id, folder FROM roots"))
            photos = [
                Photo(path, label, split, root)
                for root, path, label, split in db.execute(
                    "SELECT root, path, label, split FROM photos WHERE here ORDER BY path, root"
                )
            ]
            if not photos:
                raise DataError("The project {folder} holds no photos yet. Add a folder.", folder=str(self.folder))
            return Scan(
                roots=roots,
                classes=[name for (name,) in db.execute("SELECT name FROM classes ORDER BY place")],
                photos=photos,
                left_out=[LeftOut(path, _unpack(r)) for path, r in db.execute("SELECT path, reason FROM left_out")],
                findings=[Finding(_unpack(text)) for (text,) in db.execute("SELECT text FROM findings")],
                has_splits=bool(self._get("has_splits", False)),
            )

    def relink_root(self, root: str, folder: Path) -> None:
        """Tells where the photos of `root` are now. Raises DataError when none of them is there."""
        with self._changing() as db:
            paths = [p for (p,) in db.execute("SELECT path FROM photos WHERE root = ? AND here LIMIT 200", (root,))]
            if not any(_is_there(folder / path) for path in paths):
                raise DataError(
                    "{folder} does not hold this project's photos, for example {photo}. Choose the folder that does.",
                    folder=str(folder), photo=paths[0] if paths else "",
                )  # fmt: skip
            db.execute("UPDATE roots SET folder = ? WHERE id = ?", (str(folder.absolute()), root))

    # Runs

    def add_run(self, run: RunRecord) -> None:
        """Adds a line to the history of runs."""
        self.update_run(run)

    def update_run(self, run: RunRecord) -> None:
        """Replaces the line with this run's id, or adds it."""
        with self._changing() as db:
            db.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET model = excluded.model, "
                "status = excluded.status, started = excluded.started, seconds = excluded.seconds, "
                "val_accuracy = excluded.val_accuracy, test_accuracy = excluded.test_accuracy",
                msgspec.structs.astuple(run),
            )

    def remove_run(self, run_id: str) -> None:
        """Takes a run out of the history; its looks at the test photos stay counted."""
        with self._changing() as db:
            db.execute("DELETE FROM runs WHERE id = ?", (run_id,))

    def runs(self) -> list[RunRecord]:
        """The history, newest first."""
        with self._reading() as db:
            return [RunRecord(*row) for row in db.execute("SELECT * FROM runs ORDER BY started DESC, id DESC")]

    def add_look(self, run: str, when: str, accuracy: float) -> int:
        """Records one look at the test photos; returns how many this project's photos have had."""
        with self._changing() as db:
            db.execute("INSERT INTO looks VALUES (?, ?, ?)", (run, when, accuracy))
            return self._looks()

    def looks(self) -> int:
        """How often the test photos have been looked at, by all runs together."""
        with self._reading():
            return self._looks()

    # Settings

    def setting(self, name: str, default: str | int | float | bool | None = None) -> str | int | float | bool | None:
        """A value kept with the project."""
        with self._reading():
            return self._get(name, default)

    def set_setting(self, name: str, value: str | int | float | bool | None) -> None:
        """Keeps a value with the project."""
        with self._changing():
            self._put(name, value)

    # Within a transaction

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block or nothing."""
        with self._lock, _told(self.folder):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _told(self.folder):
            yield self._db

    def _known_splits(self) -> Iterator[tuple[tuple[str, str], str]]:
        for root, path, split in self._db.execute("SELECT root, path, split FROM photos"):
            yield (root, path), split

    def _split_seed(self) -> int:
        seed = self._get(SPLIT_SEED, 0)
        return seed if isinstance(seed, int) else 0

    def _looks(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM looks").fetchone()[0])

    def _get(self, name: str, default: str | int | float | bool | None) -> str | int | float | bool | None:
        row = self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return default if row is None else msgspec.json.decode(row[0], type=str | int | float | bool | None)

    def _put(self, name: str, value: str | int | float | bool | None) -> None:
        self._db.execute(
            "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, msgspec.json.encode(value).decode()),
        )


def _is_there(file: Path) -> bool:
    try:
        return on_disk(file).is_file()
    except OSError:  # one may not look
        return False


def project_folder_for(data: Path) -> Path:
    """Where a dropped folder's project belongs: the one that holds it already, else a new name in Documents."""
    number = 1
    while True:
        name = f"{data.name or 'Photos'}{'' if number == 1 else f' {number}'}"
        folder = places.projects_folder() / f"{name}{PROJECT_SUFFIX}"
        if not (folder / DATABASE).exists() or _is_of(folder, data):
            return folder
        number += 1


def _is_of(project: Path, data: Path) -> bool:
    """True when `project`'s photos lie in `data` (or in the one folder within, which the scan went down to)."""
    try:
        with ProjectStore.open(project, read_only=True) as store, store._reading() as db:
            roots = [Path(folder) for (folder,) in db.execute("SELECT folder FROM roots")]
    except DataError:
        return False
    return not roots or any(root.is_relative_to(data.absolute()) for root in roots)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """SQLite's errors as sentences."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise DataError(
                "The disk is full: the project {folder} could not be saved. Free some space, then try again.",
                folder=str(folder),
            ) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise DataError(
                "The project {folder} could not be opened or saved. Check its permissions, or copy it to a folder of your own.",
                folder=str(folder),
            ) from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DataError(
                "The project {folder} is in use by another window. Close that one, then try again.", folder=str(folder)
            ) from error
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise _damaged(folder) from error
        raise DataError(
            "The project {folder} could not be read or saved: {reason}. Check the disk, then open it again.",
            folder=str(folder), reason=str(error),
        ) from error  # fmt: skip


def _damaged(folder: Path) -> DataError:
    return DataError(
        "The project {folder} is damaged and was left as it is. Restore it from a backup, or open the folder of photos again under a new name.",
        folder=str(folder),
    )  # fmt: skip


def _pack(message: Message) -> str:
    return msgspec.json.encode(message).decode()


def _unpack(text: str) -> Message:
    return msgspec.json.decode(text, type=Message)
