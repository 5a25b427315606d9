"""Opening projects and keeping their runs: plain functions over the store, called in the background thread. No widgets."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.photos import Scan, save_snapshot
from cnn_desktop.domain.report import Report, load_report
from cnn_desktop.domain.run import BEST, CHECKPOINT, CONFIG, EVENTS, REPORT, RunRecord
from cnn_desktop.domain.wire import decode_event
from cnn_desktop.gui.state.job_state import ProjectInfo
from cnn_desktop.project.store import PROJECT_SUFFIX, ProjectStore, project_folder_for

DATA, SETTINGS = "data", "training"
"""Settings kept with a project: the folder that was opened, the training settings as JSON."""
COPIES = 6
"""Times the weights' size that a run may need: best, last, checkpoint with Adam's two moments, one being written."""
SPARE = 200_000_000
"""Bytes left free beside that."""


class History(msgspec.Struct, frozen=True):
    """The runs and what can be done with them."""

    runs: list[RunRecord] = []
    """Newest first."""
    predictor: RunRecord | None = None
    """The newest with a model, or the one that was chosen."""
    models: list[RunRecord] = []
    """The runs with a model, newest first."""
    resumable: RunRecord | None = None
    """The newest of all, when it can be gone on with."""
    report: Report | None = None
    """Of `predictor`."""


class Contents(msgspec.Struct, frozen=True):
    """What a project holds."""

    info: ProjectInfo
    scan: Scan | None
    """The photos as last read; None before."""
    history: History
    settings: TrainConfig | None
    """The training settings as last used; None before."""


class Opened:
    """A project with its lock held; `read_only` when another window holds it."""

    def __init__(self, folder: Path) -> None:
        """Opens or creates the project `folder`. Raises DataError."""
        new = not (folder / "project.sqlite").exists()
        with contextlib.suppress(OSError):  # the store says it better
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self.read_only = not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError
        try:
            self.store = ProjectStore.create(folder) if new else ProjectStore.open(folder, read_only=self.read_only)
        except DataError:
            self._lock.unlock()
            raise
        self.folder = folder
        if not self.read_only:
            self._bury_the_dead()

    def contents(self) -> Contents:
        """Everything the window shows. Raises DataError."""
        try:
            return Contents(self.info(), self.scan(), self.history(), self.settings())
        except DataError:
            self.close()
            raise

    def info(self) -> ProjectInfo:
        """What the window shows of it."""
        data = self.store.setting(DATA, "")
        name = self.folder.name.removesuffix(PROJECT_SUFFIX)
        return ProjectInfo(path=str(self.folder), name=name, folder=str(data), read_only=self.read_only)

    def scan(self) -> Scan | None:
        """The photos as last read; None before."""
        try:
            return self.store.scan()
        except DataError:
            return None

    def settings(self) -> TrainConfig | None:
        """The training settings as last used; None before, or when they are of another version."""
        saved = self.store.setting(SETTINGS, "")
        if not isinstance(saved, str) or not saved:
            return None
        try:
            return msgspec.json.decode(saved, type=TrainConfig)
        except msgspec.DecodeError:
            return None

    def keep_settings(self, config: TrainConfig) -> None:
        """Keeps the training settings with the project."""
        if not self.read_only:
            self.store.set_setting(SETTINGS, msgspec.json.encode(config).decode())

    def take(self, scan: Scan, data: Path) -> Scan:
        """Takes in a newly read folder; returns it with every photo's split."""
        taken = self.store.take_scan(scan)
        self.store.set_setting(DATA, str(data))
        return taken

    def history(self, chosen: str = "") -> History:
        """The runs, what is in their folders, and the report of the newest with a model, or of the run `chosen`."""
        runs = self.store.runs()
        models = [run for run in runs if (self.run_folder(run.id) / BEST).is_file()]
        predictor = next((run for run in models if run.id == chosen), models[0] if models else None)
        newest = runs[0] if runs and runs[0].status in ("stopped", "failed", "crashed") else None
        if newest and not (self.run_folder(newest.id) / CHECKPOINT).is_file():
            newest = None
        report = None
        if predictor and (self.run_folder(predictor.id) / REPORT).is_file():
            with contextlib.suppress(DataError):  # a damaged report is as good as none: testing again makes it anew
                report = load_report(self.run_folder(predictor.id) / REPORT)
        return History(runs, predictor, models, newest, report)

    def run_folder(self, run_id: str) -> Path:
        return self.store.runs_folder / run_id

    def prepare_run(self, config: TrainConfig, scan: Scan) -> RunRecord:
        """Makes the folder of a new run with its config.toml and snapshot of the photos. Raises DataError (disk full…)."""
        record = RunRecord(self._new_id(), config.model, "running", now())
        folder = self.run_folder(record.id)
        try:
            _need_space(config, self.store.runs_folder)
            save_config(config, folder / CONFIG)
            save_snapshot(scan, folder)
            self.store.add_run(record)
        except DataError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return record

    def drop_run(self, run_id: str) -> None:
        """Throws a run away, its folder included."""
        shutil.rmtree(self.run_folder(run_id), ignore_errors=True)
        self.store.remove_run(run_id)

    def close(self) -> None:
        """Closes the store and lets the lock go."""
        self.store.close()
        self._lock.unlock()

    def _new_id(self) -> str:
        stem = datetime.now().strftime("%Y-%m-%d %H-%M-%S")
        number = 1
        while self.run_folder(run_id := stem if number == 1 else f"{stem} {number}").exists():
            number += 1
        return run_id

    def _bury_the_dead(self) -> None:
        """Runs still called running were cut off with their window."""
        for run in self.store.runs():
            if run.status == "running":
                self.store.update_run(msgspec.structs.replace(run, status="crashed"))


def find_project(data: Path) -> Path | None:
    """The project that holds the folder `data` already; None when it is new."""
    folder = project_folder_for(data)
    return folder if (folder / "project.sqlite").exists() else None


def create_project(data: Path) -> Opened:
    """A new project for the folder `data`, in the user's documents. Raises DataError."""
    return Opened(project_folder_for(data))


def open_existing(folder: Path) -> Opened:
    """Opens NAME.cnnproj. Raises DataError."""
    if not (folder / "project.sqlite").exists():
        ProjectStore.open(folder, read_only=True)  # says what is missing
    return Opened(folder)


def earlier_events(run: Path) -> list[Event]:
    """What happened in a run, as its `events.jsonl` tells it; a torn last line is ignored."""
    try:
        lines = (run / EVENTS).read_bytes().splitlines()
    except OSError:
        return []
    events: list[Event] = []
    for line in lines:
        with contextlib.suppress(msgspec.DecodeError):
            events.append(decode_event(line))
    return events


def now() -> str:
    """This moment in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _need_space(config: TrainConfig, folder: Path) -> None:
    architecture = find_architecture(config.model)
    need = COPIES * 4 * (architecture.parameters if architecture else 0) + SPARE
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    if free < need:
        raise DataError(
            "The disk is too full: this training may need {need} MB in {folder}, and {free} MB are free. "
            "Free some space, then train.",
            need=round(need / 1e6), free=round(free / 1e6), folder=os.fspath(folder),
        )  # fmt: skip
