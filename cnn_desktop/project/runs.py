"""The runs of a project: their lines in its history, and their folders beside project.sqlite."""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.config import TrainConfig, save_config
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import save_snapshot
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import BEST, CHECKPOINT, CONFIG, REPORT, RunRecord, count_looks
from cnn_desktop.domain.space import need_space
from cnn_desktop.project.database import RUNS, Database
from cnn_desktop.project.facts import History
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import numbered


class Runs:
    """What was trained. Methods raise DataError when the disk fails."""

    def __init__(self, database: Database, photos: PhotoTable) -> None:
        self._database, self._photos = database, photos

    def folder(self, run_id: str) -> Path:
        """Where all of a run lies."""
        return self._database.folder / RUNS / run_id

    def all(self) -> list[RunRecord]:
        """The history, newest first."""
        with self._database.reading() as db:
            return [RunRecord(*row) for row in db.execute("SELECT * FROM runs ORDER BY started DESC, id DESC")]

    def history(self, chosen: str = "") -> History:
        """The runs, what is in their folders, and the report of the newest with a model, or of the run `chosen`."""
        runs = self.all()
        models = [run for run in runs if (self.folder(run.id) / BEST).is_file()]
        predictor = next((run for run in models if run.id == chosen), models[0] if models else None)
        was_cut_off = runs and runs[0].status in ("stopped", "failed", "crashed")
        resumable = runs[0] if was_cut_off and (self.folder(runs[0].id) / CHECKPOINT).is_file() else None
        report, looks = None, 0
        if predictor:
            folder = self.folder(predictor.id)
            looks = count_looks(folder)
            with contextlib.suppress(DataError):  # none, or a damaged one: testing again makes it anew
                report = load_report(folder / REPORT)
        return History(runs, predictor, models, resumable, report, looks)

    def prepare(self, config: TrainConfig) -> RunRecord:
        """Makes the folder of a new run with its config.toml and snapshot of the photos. Raises DataError (disk full…)."""
        record = RunRecord(self._new_id(), config.model, "running", datetime.now(UTC).isoformat(timespec="seconds"))
        folder, architecture = self.folder(record.id), find_architecture(config.model)
        try:
            need_space(architecture.parameters if architecture else 0, folder)
            save_config(config, folder / CONFIG)
            save_snapshot(self._photos.scan(), folder)
            self.update(record)
        except DataError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return record

    def update(self, run: RunRecord) -> None:
        """Replaces the line with this run's id, or adds it."""
        with self._database.changing() as db:
            db.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET model = excluded.model, "
                "status = excluded.status, started = excluded.started, seconds = excluded.seconds, "
                "val_accuracy = excluded.val_accuracy, test_accuracy = excluded.test_accuracy",
                msgspec.structs.astuple(run),
            )

    def drop(self, run_id: str) -> None:
        """Throws a run away, its folder included."""
        shutil.rmtree(self.folder(run_id), ignore_errors=True)
        with self._database.changing() as db:
            db.execute("DELETE FROM runs WHERE id = ?", (run_id,))

    def bury_the_dead(self) -> None:
        """Runs still called running were cut off with their window."""
        for run in self.all():
            if run.status == "running":
                self.update(msgspec.structs.replace(run, status="crashed"))

    def _new_id(self) -> str:
        names = numbered(datetime.now().strftime("%Y-%m-%d %H-%M-%S"))
        return next(name for name in names if not self.folder(name).exists())
