"""Trainings and tests of the open project: prepared, handed to `Jobs`, and written into the history when they end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import Pace, remember
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.files import remove_leftovers
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.evaluate import Evaluate, Evaluated
from cnn_desktop.domain.jobs.train import EpochDone, Train, Trained
from cnn_desktop.domain.message import say
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import OWN_FILES, RunRecord
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.model_in_use import model_in_use
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.settings import TrainSettings
from cnn_desktop.project.facts import Contents, History
from cnn_desktop.project.run_sizes import RunSize, size_of


class Runs(QObject):
    """The history, and the one training or test under way."""

    changed = Signal(object)
    """`Changed(runs=True, report=True)`."""
    notice = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        project: Project,
        settings: TrainSettings,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._settings, self._background = jobs, project, settings, background
        self._history = History()
        self._record: RunRecord | None = None
        """Of the training or test under way."""
        self._pace: Pace | None = None
        self._keep = True
        project.came.connect(self._take_project)

    # What is

    @property
    def all(self) -> list[RunRecord]:
        """The project's trainings, newest first."""
        return self._history.runs

    @property
    def models(self) -> list[RunRecord]:
        """Those that have a model, newest first."""
        return self._history.models

    @property
    def predictor(self) -> RunRecord | None:
        """The one whose model the viewer and the evaluation use: the chosen one, else the best."""
        return self._history.predictor

    @property
    def best(self) -> RunRecord | None:
        """The one whose model is used where none was chosen."""
        return self._history.best

    @property
    def chosen(self) -> RunRecord | None:
        """The one that the person has chosen; None: the best is used."""
        return self._history.chosen

    @property
    def configs(self) -> Mapping[str, TrainConfig]:
        """Run id → its settings, for `models`."""
        return self._history.configs

    @property
    def resumable(self) -> RunRecord | None:
        """The newest, when it was stopped or broke off and has a checkpoint to go on from."""
        return self._history.resumable

    @property
    def report(self) -> Report | None:
        """The newest test report of `predictor`."""
        return self._history.report

    @property
    def is_tested(self) -> bool:
        """Whether `report` is of the project's own test photos, so that its answers stand beside them."""
        return self._history.is_tested

    @property
    def looks(self) -> int:
        """How often the test photos of `predictor` were used."""
        return self._history.looks

    def folder(self, run_id: str) -> Path:
        """Where the run `run_id` of the open project lies. Raises LookupError when none is open."""
        return self._project.run_folder(run_id)

    def find_sizes(self, then: Callable[[Mapping[str, RunSize]], object]) -> None:
        """Calls `then` with run id → its size, for `models`, later; unless another project is open by then."""
        opened, ids = self._project.opened, [run.id for run in self.models]
        if opened is None or not ids:
            return

        def show(sizes: Mapping[str, RunSize]) -> None:
            if self._project.opened is opened:
                then(sizes)

        self._background.run(lambda: {run: size_of(opened.runs.folder(run)) for run in ids}, show, self.notice.emit)

    # Asking

    def train(self, resume: bool = False) -> bool:
        """Trains a new run, or goes on with `resumable` and its own settings; False, and says why, when that cannot be."""
        opened, config, old = self._project.opened, self._settings.config, self.resumable if resume else None
        problems = [] if resume else self._settings.problems
        if problems:
            self.notice.emit(Notice("error", problems[0].message.render(QT_WORDS)))
            return False
        if opened is None or self._project.photos is None:
            self.notice.emit(Notice("info", tr("Open a folder of photos first.")))
            return False
        if not (self._project.may_write() and self._jobs.begin(Train, say("Starting training"))):
            return False
        self._keep = True
        # a stopped training goes on with settings of its own
        self._settings.touched = self._settings.touched and resume

        def prepare() -> tuple[RunRecord, Train]:
            if old is None:
                record, settings = opened.runs.prepare(config), config
            else:
                record, settings = opened.runs.take_up(old)
            return record, Train(settings, str(opened.runs.folder(record.id)), resume=old is not None)

        def begin(ready: tuple[RunRecord, Train]) -> None:
            self._pace = Pace(ready[1].config)
            self._begin(*ready)

        is_kept = True

        def stopped() -> None:
            nonlocal is_kept
            is_kept = self._keep
            self._jobs.end(Ended("stopped", say("Stopped before it started.")), keep_result=is_kept)

        def keep_stopped(ready: tuple[RunRecord, Train]) -> None:
            if is_kept:
                opened.runs.update(msgspec.structs.replace(ready[0], status="stopped"))
            else:
                opened.runs.drop(ready[0].id)

        self._background.run(
            prepare,
            begin,
            self._no_start,
            control=self._jobs.control,
            stopped=stopped,
            unwanted=keep_stopped,
        )
        return True

    def evaluate(self, run_id: str = "") -> None:
        """Tests a run (default: `predictor`) on its own test photos."""
        run = next((run for run in self.all if run.id == run_id), self.predictor)
        if run is None:
            self.notice.emit(Notice("info", tr("There is no trained model to test yet. Train one first.")))
            return
        opened = self._project.opened
        job = Evaluate(str(self.folder(run.id)), device=self._settings.config.device)
        if opened is None or not self._project.may_write() or not self._jobs.begin(Evaluate, job.starting()):
            return
        file = cache_folder() / "scans" / f"{os.getpid()} {id(self)}.json"

        def prepare() -> Evaluate:
            """The test is of the photos as they are labelled now, where they lie now."""
            photos = opened.runs.photos_now(run.id)
            if photos is None:
                return job
            save_scan(photos, file)
            return msgspec.structs.replace(job, photos=str(file))

        self._background.run(
            prepare,
            lambda job: self._begin(run, job),
            self._no_start,
            control=self._jobs.control,
            stopped=self._jobs.end,
        )

    def choose(self, run_id: str) -> None:
        """Makes the run `run_id`, one of `models`, the `predictor` from now on; "": always the best."""
        if opened := self._project.opened:
            self._background.run(lambda: opened.runs.choose(run_id, keep=not opened.read_only))
            self._renew(lambda: None)

    def throw_away(self) -> None:
        """Stops the training, and throws its run away once its child is gone."""
        if self._jobs.now.shown_by == "training":
            self._keep = False
            self._jobs.stop()

    def close(self) -> None:
        """The children are gone; what a job left unsaid goes into the history."""
        if self._record:
            self._settle(Ended("stopped", say("The window was closed.")))

    # The history

    def _take_project(self, contents: Contents | None) -> None:
        """Another project is open, or none."""
        self._jobs.forget_result()
        if contents and (n := contents.history.left_out):
            words = tr(
                "{n} {n:training run is|training runs are} not shown because {n:it is|they are} damaged or {n:leads|lead} "
                "to files outside this project. {n:It was|They were} not opened.",
                n=n,
            )
            self.notice.emit(Notice("warning", words, about="opening"))
        self._show(contents.history if contents else History())

    def _renew(self, then: Callable[[], object]) -> None:
        """Reads the runs and the report again, then calls `then` in any case."""
        opened = self._project.opened
        if not opened:
            then()
            return

        def show(history: History) -> None:
            if self._project.opened is opened:
                self._show(history)
            then()

        def failed(notice: Notice) -> None:
            self.notice.emit(notice)
            then()

        self._background.run(opened.history, show, failed)

    def _show(self, history: History) -> None:
        self._history = history
        self.changed.emit(Changed(runs=True, report=True))

    # Steps of a job

    def _begin(self, record: RunRecord, job: Job) -> None:
        self._record = record
        self._jobs.hand_over(job, self._hear, self._over, run=record.id)

    def _hear(self, event: Event) -> None:
        record = self._record
        if record is None:
            return
        changes: dict[str, float] = {}
        match event:
            case EpochDone():
                best = max(event.val_accuracy, record.val_accuracy or 0.0)
                changes = {"val_accuracy": best, "seconds": record.seconds + event.seconds}
            case Trained():
                changes = {"val_accuracy": event.val_accuracy, "seconds": event.seconds}
            case Evaluated():
                changes = {"test_accuracy": event.accuracy}
        if changes:
            self._record = msgspec.structs.replace(record, **changes)
        if self._pace:
            self._pace.hear(event)

    def _over(self, ended: Ended) -> None:
        """The one end of every training and test: shown once the history knows of it."""
        trained = self._record if self._record and self._record.status == "running" else None
        before = self._history
        is_kept = self._settle(ended)

        def end() -> None:
            self._jobs.end(ended, keep_result=is_kept)
            if trained and (words := model_in_use(trained.id, before, self._history)):
                self.notice.emit(Notice("info", words))

        self._renew(end)

    def _settle(self, ended: Ended) -> bool:
        """Writes the end into the history, in the background. False when the run is thrown away."""
        opened, record, pace = self._project.opened, self._record, self._pace
        self._record = self._pace = None
        if not (opened and record):
            return True
        training = record.status == "running"
        if training and not self._keep:
            self._background.run(lambda: opened.runs.drop(record.id))
            return False
        last = msgspec.structs.replace(record, status=ended.outcome if training else record.status)

        def write() -> None:
            folder = opened.runs.folder(last.id)
            if folder.is_dir():
                remove_leftovers(folder, OWN_FILES)  # a killed child may have left half a file
            opened.runs.update(last)
            if pace:
                remember(pace.rates())

        self._background.run(write)
        return True

    def _no_start(self, notice: Notice) -> None:
        """The run could not be prepared (disk full, folder gone)."""
        self._jobs.end(Ended("failed", say("{sentence}", sentence=notice.text), notice.details))
