"""Which job runs now and how the newest one ended: at most one job at a time."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.message import Message
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state import job_state
from cnn_desktop.gui.state.job_state import IDLE, JobKind, JobState, Notice, ResultNow


class JobBoard(QObject):
    """Holds the `JobState` and the `ResultNow`."""

    changed = Signal()
    notice = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: JobState = IDLE
        self.result: ResultNow | None = None

    def begin(self, kind: JobKind, sentence: Message, run: str = "") -> bool:
        """Takes the place of the running job, if there is none; else says so and returns False."""
        if self.refuses():
            return False
        self.state = job_state.started(kind, sentence, run)
        if kind in ("train", "evaluate"):
            self.result = None
        self.changed.emit()
        return True

    def refuses(self) -> bool:
        """True, and says why, when a job runs."""
        if self.state.running:
            self.notice.emit(Notice("info", busy(self.state.kind)))
        return self.state.running

    def set_run(self, run: str) -> None:
        """The id of the run is known now."""
        self.state = msgspec.structs.replace(self.state, run=run)
        self.changed.emit()

    def hear(self, event: Event) -> None:
        """Takes an event of the running job."""
        before, self.state = self.state, job_state.after(self.state, event)
        if self.state is not before:
            self.changed.emit()

    def stop_asked(self) -> None:
        """The user pressed Stop: shown at once, before the child answers."""
        if self.state.running:
            self.state = job_state.stop_asked(self.state)
            self.changed.emit()

    def end(self, result: ResultNow | None = None) -> None:
        """The job is over."""
        self.state = IDLE
        if result:
            self.result = result
        self.changed.emit()

    def forget_result(self) -> None:
        """Another project is open: the last ending is no longer of interest."""
        self.result = None
        self.changed.emit()


def busy(kind: JobKind) -> str:
    """Why something else cannot start now."""
    if kind == "train":
        return tr("A training is running. Stop it first, or wait until it is done.")
    if kind == "evaluate":
        return tr("A test is running. Stop it first, or wait until it is done.")
    return tr("A folder is being read. Wait until it is done.")
