"""The window's one state object: what is open, what was asked for, what runs, what came out.

Tabs never talk to children or to the store: `window.py` wires their signals of intention to this object's methods and this
object's signals to their `show_*` methods.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.domain import events
from cnn_desktop.domain.config import Augmentation, TrainConfig, check
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.describe_model import DescribeModel, ModelDescribed
from cnn_desktop.domain.jobs.download_weights import DownloadWeights
from cnn_desktop.domain.jobs.import_weights import ImportWeights
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.children.service import Programs, Service
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_board import JobBoard
from cnn_desktop.gui.state.job_state import JobState, Notice, ProjectInfo, ResultNow, SettingsHistory, notice_of
from cnn_desktop.gui.state.project_desk import ProjectDesk
from cnn_desktop.gui.state.run_desk import RunDesk

SAVE_AFTER = 400
"""Milliseconds without another change after which the settings are kept with the project."""


class Session(QObject):
    """One window's state. Everything is read as a property; every change is told by a signal, without arguments unless stated.

    Lives in the GUI thread; nothing here blocks: files, SQLite and photos are read in children and one background thread.
    """

    project_changed = Signal()
    """`project` (also its name, read-only state or folder)."""
    scan_changed = Signal()
    """`scan`: photos, classes, splits, files left out."""
    config_changed = Signal()
    """`config`, `can_undo`, `can_redo`."""
    problems_changed = Signal()
    """`problems`."""
    job_changed = Signal()
    """`job`, `result`; at most as often as events come (10 a second)."""
    job_event = Signal(object)
    """Every `domain.events.Event` of the running training or test, the final `Ended` included."""
    runs_changed = Signal()
    """`runs`, `predictor_run`, `resumable`."""
    report_changed = Signal()
    """`report`."""
    model_described = Signal(object)
    """`ModelDescribed`, the answer to `describe_model`."""
    picture_ready = Signal(object)
    """`events.PictureReady`, an answer to `request_thumbnails` or `preview`."""
    predicted = Signal(object)
    """`Predicted`, or `events.Skipped` for a photo that cannot be read; answers to `predict`."""
    weights_changed = Signal()
    """Weights were imported or downloaded: look again at what is on this computer."""
    device_changed = Signal()
    """`device`, `device_reason`."""
    notice = Signal(object)
    """`job_state.Notice`: a sentence for the message bar."""

    def __init__(self, programs: Programs = Programs(), parent: QObject | None = None) -> None:  # noqa: B008 - frozen
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._settings = SettingsHistory(TrainConfig(data=""))
        self._device, self._device_reason = "", ""
        self._weights_job = ""
        self._save = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save.timeout.connect(self._keep_settings)

        self._board = JobBoard(self)
        self._background = Background(self)
        self._light = Service("light", programs.light, self)
        self._full = Service("full", programs.full, self)
        self._desk = ProjectDesk(self._board, self._background, self._light, self)
        self._runs = RunDesk(self._board, self._background, self._desk, programs, self)
        self.spare = self._runs.spare

        for notices in (self._board.notice, self._background.failed, self._desk.notice, self._runs.notice):
            notices.connect(self.notice)
        self._board.changed.connect(self.job_changed)
        self._desk.project_changed.connect(self.project_changed)
        self._desk.scan_changed.connect(self._take_scan)
        self._desk.history_changed.connect(self._take_history)
        self._desk.settings_found.connect(self._take_settings)
        self._runs.job_event.connect(self.job_event)
        self._light.came.connect(self._hear_light)
        self._full.came.connect(self._hear_full)

    # What is

    @property
    def project(self) -> ProjectInfo | None:
        """The open project; None on the start page."""
        return self._desk.info

    @property
    def scan(self) -> Scan | None:
        """The photos with their splits; None before the first folder is read."""
        return self._desk.scan

    @property
    def config(self) -> TrainConfig:
        """The settings of the next training. `config.data` is the project's folder."""
        return self._settings.config

    @property
    def problems(self) -> list[UsageError]:
        """What is wrong with `config`, each with its `field`. Empty: Train may start."""
        return check(self.config)

    @property
    def job(self) -> JobState:
        """The running job; `job.running` is False when none is."""
        return self._board.state

    @property
    def result(self) -> ResultNow | None:
        """How the newest training or test ended; None while one runs and before the first."""
        return self._board.result

    @property
    def runs(self) -> list[RunRecord]:
        """The project's trainings, newest first."""
        return self._desk.history.runs

    @property
    def resumable(self) -> RunRecord | None:
        """The newest run, when it was stopped or broke off and has a checkpoint to go on from."""
        return self._desk.history.resumable

    @property
    def predictor_run(self) -> RunRecord | None:
        """The run whose model the viewer and the evaluation use: the chosen one, or the newest that has a model."""
        return self._desk.history.predictor

    @property
    def models(self) -> list[RunRecord]:
        """The trainings that have a model, newest first."""
        return self._desk.history.models

    @property
    def report(self) -> Report | None:
        """The newest test report of `predictor_run`."""
        return self._desk.history.report

    @property
    def device(self) -> str:
        """What "auto" trains on, e.g. "cpu"; "" until the child has looked."""
        return self._device

    @property
    def device_reason(self) -> str:
        """Why, as a sentence."""
        return self._device_reason

    def run_folder(self, run_id: str) -> Path:
        """Where the run `run_id` of the open project lies. Raises LookupError when none is open."""
        if not self._desk.opened:
            raise LookupError("no project is open")
        return self._desk.opened.run_folder(run_id)

    # Projects

    def open_folder(self, folder: Path) -> None:
        """Opens the project of a folder of photos (or a CSV of them), creating it without questions, and reads it."""
        self._keep_settings()
        self._desk.open_folder(folder)

    def open_project(self, path: Path) -> None:
        """Opens a NAME.cnnproj folder."""
        self._keep_settings()
        self._desk.open_project(path)

    def open_sample(self) -> None:
        """Draws the built-in sample (or finds it drawn) and opens it like any folder."""
        from cnn_desktop.dataset.sample.draw import sample_folder

        self._keep_settings()
        self._desk.open_sample(sample_folder())

    def relink(self, root: str, folder: Path) -> None:
        """Tells where the photos of root `root` (an id in `scan.roots`) are now, and reads them."""
        self._desk.relink(root, folder)

    def rescan(self) -> None:
        """Reads the project's folder again."""
        self._desk.rescan()

    def leave_project(self) -> None:
        """Back to the start page. Refused with a notice while a job runs."""
        if not self._board.refuses():
            self._keep_settings()
            self._desk.leave()

    # Settings

    def set_config(self, **changes: object) -> None:
        """Changes settings by the names of `TrainConfig`'s fields. One step for `undo`."""
        self._changed(self._settings.change(msgspec.structs.replace(self.config, **changes)))

    def undo(self) -> None:
        """Takes the last change of settings back."""
        self._changed(self._settings.undo())

    def redo(self) -> None:
        """Makes it again."""
        self._changed(self._settings.redo())

    @property
    def can_undo(self) -> bool:
        return self._settings.can_undo

    @property
    def can_redo(self) -> bool:
        return self._settings.can_redo

    # Jobs

    def train(self, resume: bool = False) -> None:
        """Trains a new run, or goes on with `resumable`."""
        problems = [] if resume else self.problems
        if problems:
            self.notice.emit(Notice("error", problems[0].message.render(QT_WORDS)))
        elif self.scan is None:
            self.notice.emit(Notice("info", tr("Open a folder of photos first.")))
        else:
            self._runs.train(self.config, resume and self.resumable is not None)

    def choose_run(self, run_id: str) -> None:
        """Makes the run `run_id`, one of `models`, the `predictor_run`, until the next training."""
        self._desk.choose_run(run_id)

    def evaluate(self, run_id: str = "") -> None:
        """Tests a run (default: `predictor_run`) on its test photos."""
        run = next((run for run in self.runs if run.id == run_id), self.predictor_run)
        if run is None:
            self.notice.emit(Notice("info", tr("There is no trained model to test yet. Train one first.")))
        else:
            self._runs.evaluate(run, self.config.device)

    def stop(self, keep: bool = True) -> None:
        """Stops the running job. With `keep` False a training's run is thrown away once it has ended."""
        if self.job.kind in ("train", "evaluate"):
            self._runs.stop(keep)
        elif self.job.kind == "weights":
            self._board.stop_asked()
            self._full.interrupt()
        elif self.job.running:
            self._board.stop_asked()
            self._light.interrupt()

    def pause(self) -> None:
        """Holds the training between two batches."""
        self._runs.pause()

    def resume(self) -> None:
        """Lets a paused training go on."""
        self._runs.resume()

    # Questions to the long-lived children

    def predict(self, paths: list[Path]) -> str:
        """Asks `predictor_run`'s model about photos: `predicted` comes for each. Returns the request's id, "" without model."""
        run = self.predictor_run
        if run is None:
            self.notice.emit(Notice("info", tr("There is no trained model yet. Train one first.")))
            return ""
        folder, device = str(self.run_folder(run.id)), self.config.device
        return self._ask(
            self._full, Predict(id=self._new_id(), run=folder, paths=[str(p) for p in paths], device=device)
        )

    def describe_model(self, model: str = "") -> str:
        """Asks for the layers of `model` (default: the chosen one): `model_described` comes. Returns the id."""
        classes = len(self.scan.classes) if self.scan else 10
        size = self.config.image_size
        return self._ask(self._full, DescribeModel(self._new_id(), model or self.config.model, classes, size))

    def preview(self, photo: Path, augmentation: Augmentation, count: int = 9) -> str:
        """Asks for `count` augmented versions of a photo: `picture_ready` comes for each. Returns the id."""
        folder = str(cache_folder() / "previews")
        return self._ask(
            self._light,
            Preview(
                id=self._new_id(), path=str(photo), augmentation=augmentation, image_size=self.config.image_size,
                folder=folder, count=count,
            ),
        )  # fmt: skip

    def request_thumbnails(self, paths: list[Path], size: int = 256) -> str:
        """Asks for thumbnails: `picture_ready` for each. A newer request replaces what was not begun. Returns the id."""
        folder = str(cache_folder() / "thumbnails")
        wanted = Thumbnails(id=self._new_id(), paths=[str(p) for p in paths], folder=folder, size=size)
        return self._ask(self._light, wanted)

    def import_weights(self, model: str, file: Path) -> None:
        """Checks a weights file for `model` and keeps a copy; `weights_changed` or an error notice comes."""
        if self._board.begin("weights", say("Checking {file}", file=file.name)):
            self._weights_job = self._new_id()
            self._full.send(ImportWeights(id=self._weights_job, model=model, file=str(file)))

    def download_weights(self, model: str) -> None:
        """Downloads the weights of `model`; only on the user's request."""
        if self._board.begin("weights", say("Downloading the weights of {model}", model=model)):
            self._weights_job = self._new_id()
            self._full.send(DownloadWeights(id=self._weights_job, model=model))

    # Life

    def warm_up(self) -> None:
        """Starts the long-lived children. Called once when the window has been idle about 1.5 s after show."""
        self._light.start()
        self._full.start()

    def close(self) -> None:
        """Ends every child, saves, lets the project's lock go. Takes at most about 3 s while training."""
        self._keep_settings()
        self._runs.begin_close()
        self._light.begin_close()
        self._full.begin_close()
        self._runs.close()
        self._light.close()
        self._full.close()
        self._desk.leave()
        self._background.close()

    # What comes in

    def _new_id(self) -> str:
        return f"{next(self._numbers)}"

    def _ask(self, service: Service, command: Job) -> str:
        service.send(command)
        return str(getattr(command, "id", ""))

    def _changed(self, changed: bool) -> None:
        if changed:
            self._save.start()
            self.config_changed.emit()
            self.problems_changed.emit()

    def _keep_settings(self) -> None:
        self._save.stop()
        if self.project:
            self._desk.keep(self.config)

    def _take_scan(self) -> None:
        folder = self.project.folder if self.project else ""
        if folder != self.config.data:
            self._settings.config = msgspec.structs.replace(self.config, data=folder)
            self.config_changed.emit()
        self.scan_changed.emit()
        self.problems_changed.emit()

    def _take_history(self) -> None:
        self.runs_changed.emit()
        self.report_changed.emit()

    def _take_settings(self, kept: TrainConfig | None) -> None:
        """A project was opened: its settings, or the usual ones, are the settings now; undo does not reach behind that."""
        folder = self.project.folder if self.project else ""
        config = msgspec.structs.replace(kept, data=folder) if kept else TrainConfig(data=folder)
        self._settings = SettingsHistory(config)
        self.config_changed.emit()
        self.problems_changed.emit()

    def _hear_light(self, event: events.Event) -> None:
        if isinstance(event, events.PictureReady):
            self.picture_ready.emit(event)
        elif isinstance(event, events.Warned) and not self.job.running:  # what a scan warns of, its findings say
            self.notice.emit(notice_of(event))

    def _hear_full(self, event: events.Event) -> None:
        match event:
            case events.Ready():
                self._device = event.device
                self._device_reason = event.device_reason.render(QT_WORDS) if event.device_reason else ""
                self.device_changed.emit()
                self._runs.rest()
            case ModelDescribed():
                self.model_described.emit(event)
            case Predicted() | events.Skipped():
                self.predicted.emit(event)
            case events.Progress() if self._weights_job:
                self._board.hear(event)
            case events.Warned() | events.Noted() | events.Failed():
                self.notice.emit(notice_of(event))
            case events.JobDone() if event.id == self._weights_job and self._weights_job:
                self._weights_job = ""
                self._board.end()
                self.weights_changed.emit()
