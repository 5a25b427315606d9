"""The runs of a project: their lines in its history, and their folders beside project.sqlite."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.domain.catalog import parameter_count
from cnn_desktop.domain.config import TrainConfig, load_config, save_config
from cnn_desktop.domain.decoding import Count, Seconds, Share, Unreadable, as_kind
from cnn_desktop.domain.errors import DataError, UserError
from cnn_desktop.domain.files import is_file
from cnn_desktop.domain.inside import check_folder_of_own, is_plain_name
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import (
    BEST,
    CONFIG,
    REPORT,
    RunRecord,
    RunStatus,
    check_run,
    count_looks,
    has_checkpoint,
    load_model_facts,
    remove_run,
    to_resume,
)
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.domain.space import need_space
from cnn_desktop.project.best_run import best_run, checked_with
from cnn_desktop.project.database import RUNS, Database
from cnn_desktop.project.facts import History
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import numbered
from cnn_desktop.project.run_photos import RunPhotos

CHOSEN = "model in use"
"""Value kept with a project: the id of the run whose model was chosen, "" for the best."""
_CHECKED = "checked with: "
"""Before a run's id: value kept with a project, `checked_with` of that run."""
_MOST = 10_000
"""Runs that are shown, the newest."""
_LONGEST = 200
"""Letters of a model's name."""


_Row: Any = tuple[str, str, RunStatus, str, Seconds, Share | None, Share | None, Count | None]
"""The fields of a RunRecord."""


class Runs:
    """What was trained. Methods raise DataError when the disk fails."""

    def __init__(self, database: Database, photos: PhotoTable) -> None:
        self._database, self._photos, self.of_runs = database, photos, RunPhotos(database)
        self._checks: dict[str, str] = {}
        """Run id → `checked_with`, of those looked up so far."""
        self._configs: dict[str, TrainConfig] = {}
        """Run id → its settings, likewise."""
        self._sound: dict[str, bool] = {}
        """Run id → whether it is a run of this project, likewise."""
        self._chosen: str | None = None
        """What was chosen in a project that may only be read."""

    def folder(self, run_id: str) -> Path:
        """Where all of a run lies. Raises DataError when that would be outside the project, and nothing was looked at."""
        if not is_plain_name(run_id):
            raise DataError(
                "The project {folder} lists a training run that this app did not create. Open the project again, then try again.",
                folder=str(self._database.folder),
            )
        folder = self._database.folder / RUNS / run_id
        check_folder_of_own(folder.parent)
        check_folder_of_own(folder)
        return folder

    def all(self) -> list[RunRecord]:
        """The history, newest first, without what is damaged or leads out of the project."""
        return [run for run in self._rows() if run is not None]

    def _rows(self) -> list[RunRecord | None]:
        """As the project has them; None for each that is left out."""
        with self._database.reading() as db:
            rows = db.execute("SELECT * FROM runs ORDER BY started DESC, id DESC LIMIT ?", (_MOST,)).fetchall()
        return [self._record(row) for row in rows]

    def _record(self, row: tuple[object, ...]) -> RunRecord | None:
        try:
            run = RunRecord(*as_kind(row, _Row))
            datetime.fromisoformat(run.started).astimezone()
        except (Unreadable, ValueError, OverflowError, OSError):  # the last two: a year that no calendar knows
            return None
        if len(run.model) > _LONGEST:
            return None
        if run.id not in self._sound:
            try:
                check_run(self.folder(run.id))
            except DataError:
                self._sound[run.id] = False
            else:
                self._sound[run.id] = True
        return run if self._sound[run.id] else None

    def choose(self, run_id: str, keep: bool = True) -> None:
        """The model of the run `run_id` is used from now on; "": the best. `keep` False: until the project is closed."""
        self._chosen = None if keep else run_id
        if keep:
            self._database.keep_value(CHOSEN, run_id)

    def history(self) -> History:
        """The runs, what is in their folders, and the report of the one whose model is in use."""
        rows = self._rows()
        runs = [run for run in rows if run is not None]
        models = [run for run in runs if is_file(self.folder(run.id) / BEST)]
        checks = {run.id: self._check_of(run.id) for run in models}
        wanted = self._database.value(CHOSEN, "") if self._chosen is None else self._chosen
        best, chosen = best_run(models, checks), next((run for run in models if run.id == wanted), None)
        was_cut_off = runs and runs[0].status in ("stopped", "failed", "crashed")
        resumable = runs[0] if was_cut_off and has_checkpoint(self.folder(runs[0].id)) else None
        configs = {run.id: config for run in models if (config := self._config_of(run.id))}
        report, looks = None, 0
        if in_use := chosen or best:
            folder = self.folder(in_use.id)
            looks = count_looks(folder)
            with contextlib.suppress(DataError):  # none, or a damaged one: testing again makes it anew
                report = load_report(folder / REPORT)
            report = report and self.of_runs.followed(report)
        return History(runs, models, best, chosen, configs, checks, resumable, report, looks, len(rows) - len(runs))

    def prepare(self, config: TrainConfig) -> RunRecord:
        """Makes the folder of a new run with its config.toml and snapshot of the photos. Raises DataError (disk full…)."""
        record = RunRecord(self._new_id(), config.model, "running", datetime.now(UTC).isoformat(timespec="seconds"))
        folder = self.folder(record.id)
        try:
            reading = self._photos.reading()
            facts = reading.facts
            parameters = parameter_count(config.model, config.image_size, len(facts.classes))
            need_space(parameters, folder, averaged=config.is_modern(pretrained=False))
            save_config(config, folder / CONFIG)
            save_snapshot(reading, folder)
            record = msgspec.structs.replace(record, labels=facts.revision)
            with self._database.changing():
                self.update(record)
                self._keep_check(record.id, checked_with(reading))
        except DataError:
            remove_run(folder)
            raise
        return record

    def photos_now(self, run_id: str) -> Scan | None:
        """The photos of a run, with the splits it gave them, as they are labelled now, where they lie now.

        None when nothing of that has changed since it began. Raises DataError.
        """
        facts, scan = self._photos.facts(), load_snapshot(self.folder(run_id))
        if facts is None:
            return None
        now = self.of_runs.to_test(scan, facts)
        return None if (now.photos, now.roots) == (scan.photos, scan.roots) else now

    def take_up(self, run: RunRecord) -> tuple[RunRecord, TrainConfig]:
        """A run that was cut off goes on, with its own settings and photos, wherever these lie now. Raises DataError."""
        folder = self.folder(run.id)
        config, facts = load_config(folder / CONFIG), self._photos.facts()
        place = to_resume(folder)
        if facts and place:
            scan = load_snapshot(place)
            now = self.of_runs.to_go_on(scan, facts)
            if (now.photos, now.roots) != (scan.photos, scan.roots):
                save_snapshot(now, place)
        record = msgspec.structs.replace(run, status="running")
        self.update(record)
        return record, config

    def update(self, run: RunRecord) -> None:
        """Replaces the line with this run's id, or adds it."""
        with self._database.changing() as db:
            db.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET model = excluded.model, "
                "status = excluded.status, started = excluded.started, seconds = excluded.seconds, "
                "val_accuracy = excluded.val_accuracy, test_accuracy = excluded.test_accuracy, labels = excluded.labels",
                msgspec.structs.astuple(run),
            )

    def drop(self, run_id: str) -> None:
        """Throws a run away, its folder included, unless a person has put something there. Raises DataError."""
        remove_run(self.folder(run_id))
        with self._database.changing() as db:
            db.execute("DELETE FROM runs WHERE id = ?", (run_id,))
            db.execute("DELETE FROM settings WHERE name = ?", (f"{_CHECKED}{run_id}",))

    def bury_the_dead(self) -> None:
        """Runs still called running were cut off with their window; how good they got stands with their model."""
        for run in self.all():
            if run.status == "running":
                reached = run.val_accuracy
                with contextlib.suppress(DataError):
                    reached = load_model_facts(self.folder(run.id)).val_accuracy
                self.update(msgspec.structs.replace(run, status="crashed", val_accuracy=reached))

    def _check_of(self, run_id: str) -> str:
        """`checked_with` of a run; read from its folder once, for runs of earlier versions."""
        if run_id not in self._checks:
            known = self._database.value(f"{_CHECKED}{run_id}")
            if known is None:
                with contextlib.suppress(DataError):  # its photos are not known, or this project may only be read
                    self._checks[run_id] = checked_with(load_snapshot(self.folder(run_id)))
                    self._keep_check(run_id, self._checks[run_id])
            else:
                self._checks[run_id] = str(known)
        return self._checks.get(run_id, "")

    def _keep_check(self, run_id: str, check: str) -> None:
        self._checks[run_id] = check
        self._database.keep_value(f"{_CHECKED}{run_id}", check)

    def _config_of(self, run_id: str) -> TrainConfig | None:
        if run_id not in self._configs:
            with contextlib.suppress(UserError):
                self._configs[run_id] = load_config(self.folder(run_id) / CONFIG)
        return self._configs.get(run_id)

    def _new_id(self) -> str:
        names = numbered(datetime.now().strftime("%Y-%m-%d %H-%M-%S"))
        return next(name for name in names if not os.path.lexists(self.folder(name)))
