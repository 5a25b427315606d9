"""The window's one state object: what is open, what was asked for, what runs, what came out.

Tabs never talk to children or to the store: `window.py` wires their signals of intention to this object's methods and this
object's signals to their `show_*` methods.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.report import Report
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.job_state import IDLE, JobState, ProjectInfo, ResultNow


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
    """`events.ModelDescribed`, the answer to `describe_model`."""
    picture_ready = Signal(object)
    """`events.PictureReady`, an answer to `request_thumbnails` or `preview`."""
    predicted = Signal(object)
    """`events.Predicted`, or `events.Skipped` for a photo that cannot be read; answers to `predict`."""
    weights_changed = Signal()
    """Weights were imported or downloaded: look again at what is on this computer."""
    device_changed = Signal()
    """`device`, `device_reason`."""
    notice = Signal(object)
    """`job_state.Notice`: a sentence for the message bar."""

    # What is --------------------------------------------------------------------------------------------------------

    @property
    def project(self) -> ProjectInfo | None:
        """The open project; None on the start page."""
        raise NotImplementedError

    @property
    def scan(self) -> Scan | None:
        """The photos with their splits; None before the first folder is read."""
        raise NotImplementedError

    @property
    def config(self) -> TrainConfig:
        """The settings of the next training. `config.data` is the project's folder."""
        raise NotImplementedError

    @property
    def problems(self) -> list[UsageError]:
        """What is wrong with `config`, each with its `field`. Empty: Train may start."""
        raise NotImplementedError

    @property
    def job(self) -> JobState:
        """The running job; `job.running` is False when none is."""
        return IDLE

    @property
    def result(self) -> ResultNow | None:
        """How the newest training or test ended; None while one runs and before the first."""
        raise NotImplementedError

    @property
    def runs(self) -> list[RunRecord]:
        """The project's trainings, newest first."""
        raise NotImplementedError

    @property
    def resumable(self) -> RunRecord | None:
        """The newest run, when it was stopped or broke off and has a checkpoint to go on from."""
        raise NotImplementedError

    @property
    def report(self) -> Report | None:
        """The newest test report of `predictor_run`."""
        raise NotImplementedError

    @property
    def predictor_run(self) -> RunRecord | None:
        """The run whose model the viewer and the evaluation use: the newest that has a model."""
        raise NotImplementedError

    @property
    def device(self) -> str:
        """What "auto" trains on, e.g. "cpu"; "" until the child has looked."""
        return ""

    @property
    def device_reason(self) -> str:
        """Why, as a sentence."""
        return ""

    def run_folder(self, run_id: str) -> Path:
        """Where the run `run_id` of the open project lies."""
        raise NotImplementedError

    # Projects -------------------------------------------------------------------------------------------------------

    def open_folder(self, folder: Path) -> None:
        """Opens the project of a folder of photos, creating it without questions, and reads the folder."""

    def open_project(self, path: Path) -> None:
        """Opens a NAME.cnnproj folder."""

    def open_sample(self) -> None:
        """Draws the built-in sample (or finds it drawn) and opens it like any folder."""

    def relink(self, root: str, folder: Path) -> None:
        """Tells where the photos of root `root` (an id in `scan.roots`) are now, and reads them."""

    def rescan(self) -> None:
        """Reads the project's folder again."""

    def leave_project(self) -> None:
        """Back to the start page; a running job is stopped."""

    # Settings -------------------------------------------------------------------------------------------------------

    def set_config(self, **changes: object) -> None:
        """Changes settings by the names of `TrainConfig`'s fields. One step for `undo`."""

    def undo(self) -> None:
        """Takes the last change of settings back."""

    def redo(self) -> None:
        """Makes it again."""

    @property
    def can_undo(self) -> bool:
        return False

    @property
    def can_redo(self) -> bool:
        return False

    # Jobs -----------------------------------------------------------------------------------------------------------

    def train(self, resume: bool = False) -> None:
        """Trains a new run, or goes on with `resumable`."""

    def evaluate(self, run_id: str = "") -> None:
        """Tests a run (default: `predictor_run`) on its test photos."""

    def stop(self, keep: bool = True) -> None:
        """Stops the running job. With `keep` False a training's run is thrown away once it has ended."""

    def pause(self) -> None:
        """Holds the training between two batches."""

    def resume(self) -> None:
        """Lets a paused training go on."""

    # Questions to the long-lived children ----------------------------------------------------------------------------

    def predict(self, paths: list[Path]) -> str:
        """Asks `predictor_run`'s model about photos: `predicted` comes for each. Returns the request's id."""
        raise NotImplementedError

    def describe_model(self, model: str = "") -> str:
        """Asks for the layers of `model` (default: the chosen one): `model_described` comes. Returns the id."""
        raise NotImplementedError

    def preview(self, photo: Path, augmentation: Augmentation, count: int = 9) -> str:
        """Asks for `count` augmented versions of a photo: `picture_ready` comes for each. Returns the id."""
        raise NotImplementedError

    def request_thumbnails(self, paths: list[Path], size: int = 256) -> str:
        """Asks for thumbnails: `picture_ready` for each. A newer request replaces what was not begun. Returns the id."""
        raise NotImplementedError

    def import_weights(self, model: str, file: Path) -> None:
        """Checks a weights file for `model` and keeps a copy; `weights_changed` or an error notice comes."""

    def download_weights(self, model: str) -> None:
        """Downloads the weights of `model`; only on the user's request."""

    # Life -----------------------------------------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Starts the long-lived children. Called once when the window has been idle about 1.5 s after show."""

    def close(self) -> None:
        """Ends every child, saves, lets the project's lock go. Takes at most about 3 s while training."""
