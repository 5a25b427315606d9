"""A project that is open, with its lock: photos, runs, settings and undo behind one handle. Used in the background thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.photos import PhotoFacts, Scan
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.data import Data, keep_data, kept_data
from cnn_desktop.project.database import Database
from cnn_desktop.project.facts import Contents, ProjectInfo
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import SUFFIX, project_folder_for
from cnn_desktop.project.runs import Runs
from cnn_desktop.project.schema import DATABASE
from cnn_desktop.project.undo import Steps, keep_steps, load_steps

SETTINGS = "training"
"""Value kept with a project: the training settings as JSON."""


class Opened:
    """A project with its lock held; `read_only` when another window holds it."""

    def __init__(self, folder: Path) -> None:
        """Opens or creates the project `folder`. Raises DataError."""
        with contextlib.suppress(OSError):  # the database says it better
            folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._lock = FileLock(folder / "window.lock", timeout=0, thread_local=False)
        self.read_only = False
        try:
            self._lock.acquire()
        except Timeout:
            self.read_only = True
        except OSError:  # one may not write here, which the database says better
            pass
        is_new = not self.read_only and not (folder / DATABASE).exists()
        with contextlib.ExitStack() as held:  # whatever goes wrong, the lock is let go of
            held.callback(self._lock.release)
            self._database = Database.create(folder) if is_new else Database.open(folder, read_only=self.read_only)
            held.callback(self._database.close)
            self.photos = PhotoTable(self._database)
            self.runs = Runs(self._database, self.photos)
            if not self.read_only:
                self.runs.bury_the_dead()
            self._held = held.pop_all()

    def contents(self) -> Contents:
        """All that is shown of it. Raises DataError."""
        data, photos = kept_data(self._database), self.photos.facts()
        name = self.folder.name.removesuffix(SUFFIX)
        info = ProjectInfo(str(self.folder), name, data.place, data.only, data.class_level, self.read_only)
        history, settings, steps = self.runs.history(), self._settings(), load_steps(self._database)
        return Contents(info, photos, history, settings, steps, missing_root(photos))

    def take(self, scan: Scan, data: Data) -> Contents:
        """Takes in the newly read `data`."""
        try:
            with self._database.changing():
                keep_data(self._database, data)
                self.photos.take(scan)
        except DataError:  # none of it was written
            self.photos.forget()
            raise
        return self.contents()

    def keep_settings(self, config: TrainConfig, steps: Steps) -> None:
        """Keeps the training settings and what can be undone."""
        if not self.read_only:
            with self._database.changing():
                self._database.keep_value(SETTINGS, as_json(config).decode())
                keep_steps(self._database, steps)

    def close(self) -> None:
        """Closes the database and lets the lock go."""
        self._held.close()

    def _settings(self) -> TrainConfig | None:
        try:
            return from_json(str(self._database.value(SETTINGS, "")), TrainConfig)
        except (Unreadable, DataError):
            return None


def create_project(data: Data, scan: Scan) -> tuple[Opened, Contents]:
    """A new project for the newly read `data`, in the user's documents. Raises DataError."""
    return _open(project_folder_for(data), lambda opened: opened.take(scan, data))


def open_existing(folder: Path) -> tuple[Opened, Contents]:
    """Opens NAME.cnnproj and reads what it holds. Raises DataError."""
    if not (folder / DATABASE).exists():
        Database.open(folder, read_only=True)  # says what is missing
    return _open(folder, Opened.contents)


def _open(folder: Path, read: Callable[[Opened], Contents]) -> tuple[Opened, Contents]:
    opened = Opened(folder)
    try:
        return opened, read(opened)
    except BaseException:
        opened.close()
        raise


def missing_root(photos: PhotoFacts | None) -> tuple[str, str]:
    """The first folder of photos that is not there, and its root's id; two "" when all are."""
    roots = photos.roots.items() if photos else ()
    return next(((folder, root) for root, folder in roots if not is_folder(folder)), ("", ""))
