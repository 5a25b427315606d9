"""Trains and tests: prepares the run, hands it to a `TrainWorker`, and keeps the project's history of runs."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from cnn_desktop.domain.config import TrainConfig, load_config
from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.domain.jobs.evaluate import Evaluate, Evaluated
from cnn_desktop.domain.jobs.train import EpochDone, Train, Trained
from cnn_desktop.domain.message import say
from cnn_desktop.domain.run import CONFIG, RunRecord
from cnn_desktop.gui.app.keep_awake import KeepAwake
from cnn_desktop.gui.children.service import Programs
from cnn_desktop.gui.children.spare import Spare
from cnn_desktop.gui.children.worker import TrainWorker
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.job_board import JobBoard
from cnn_desktop.gui.state.job_state import JobKind, Notice, ResultNow
from cnn_desktop.gui.state.project_desk import ProjectDesk
from cnn_desktop.gui.state.rates import Pace, remember
from cnn_desktop.project.opened import Opened

CLOSING = 5000
"""Milliseconds to wait for a stopped job when the window closes; its child is killed well before."""


class RunDesk(QObject):
    """At most one training or test at a time."""

    job_event = Signal(object)
    """Every event of the running job, the final `Ended` included."""
    notice = Signal(object)

    def __init__(
        self,
        board: JobBoard,
        background: Background,
        desk: ProjectDesk,
        programs: Programs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board, self._background, self._desk, self._program = board, background, desk, programs.job
        self.spare = Spare(programs.spare or programs.job, parent=self)
        self._worker: TrainWorker | None = None
        self._opened: Opened | None = None
        self._record: RunRecord | None = None
        self._pace: Pace | None = None
        self._keep = True
        self._awake = KeepAwake()

    # Asking

    def train(self, config: TrainConfig, resume: bool) -> None:
        """A new run with `config`, or the resumable one with its own settings."""
        opened, scan = self._desk.opened, self._desk.scan
        old = self._desk.history.resumable if resume else None
        if not (opened and scan and self._desk.may_write()):
            return
        if not self._board.begin("train", say("Starting the training process")):
            return
        self._desk.chosen = ""

        def prepare() -> tuple[RunRecord, TrainConfig]:
            if old is None:
                return opened.prepare_run(config, scan), config
            record = msgspec.structs.replace(old, status="running")
            opened.store.update_run(record)
            return record, load_config(opened.run_folder(old.id) / CONFIG)

        def begin(ready: tuple[RunRecord, TrainConfig]) -> None:
            record, settings = ready
            folder = str(opened.run_folder(record.id))
            self._begin(opened, record, Train(config=settings, run=folder, resume=resume))

        self._background.run(prepare, begin, self._no_start)

    def evaluate(self, run: RunRecord, device: str) -> None:
        """Tests `run` on its own test photos."""
        opened = self._desk.opened
        if not (opened and self._desk.may_write() and self._board.begin("evaluate", say("Starting the test"), run.id)):
            return
        self._begin(opened, run, Evaluate(run=str(opened.run_folder(run.id)), device=device))

    def stop(self, keep: bool) -> None:
        """Stops the job. Without `keep`, the run of a training is thrown away once its child is gone."""
        self._keep = keep
        self._board.stop_asked()
        if self._worker:
            self._worker.stop()

    def pause(self) -> None:
        if self._worker:
            self._worker.pause()

    def resume(self) -> None:
        if self._worker:
            self._worker.resume()

    def begin_close(self) -> None:
        """The window closes: the job is asked to stop."""
        self.spare.begin_close()
        if self._worker:
            self.stop(keep=True)

    def rest(self) -> None:
        """The window is up, and its other children are: from now on a child waits for the next job."""
        if not self._worker:
            self.spare.keep()

    def close(self) -> None:
        """Waits until the job is gone and its end is in the history."""
        self.spare.close()
        if self._worker and self._worker.isRunning():
            self._worker.wait(CLOSING)
            QCoreApplication.sendPostedEvents(self)  # what the job told last is on its way to this thread
        if self._record and self._opened:
            self._settle(Ended("stopped", say("The window was closed.")))

    # Steps of a job

    def _begin(self, opened: Opened, record: RunRecord, command: Train | Evaluate) -> None:
        kind: JobKind = "train" if isinstance(command, Train) else "evaluate"
        self._opened, self._record = opened, record
        self._pace = Pace(command.config) if isinstance(command, Train) else None
        if self._board.state.stopping:
            self._over(Ended("stopped", say("Stopped before it began.")))
            return
        self._keep = True
        self._board.set_run(record.id)
        self._worker = TrainWorker(command, self._program, parent=self, spare=self.spare.take())
        self._worker.came.connect(self._hear)
        self._worker.ended.connect(self._over)
        self._worker.finished.connect(self._worker.deleteLater)
        self._awake.begin(kind)
        self._worker.start()

    def _hear(self, event: Event) -> None:
        record = self._record
        if record is None:
            return
        match event:
            case EpochDone():
                best = max(event.val_accuracy, record.val_accuracy or 0.0)
                self._record = msgspec.structs.replace(
                    record, val_accuracy=best, seconds=record.seconds + event.seconds
                )
            case Trained():
                self._record = msgspec.structs.replace(record, val_accuracy=event.val_accuracy, seconds=event.seconds)
            case Evaluated():
                self._record = msgspec.structs.replace(record, test_accuracy=event.accuracy)
        if self._pace:
            self._pace.hear(event)
        self._board.hear(event)
        self.job_event.emit(event)

    def _over(self, ended: Ended) -> None:
        """The one end of every job."""
        self._worker = None
        self._awake.end()
        self.spare.keep()
        kind, record = self._board.state.kind, self._record
        run_id = record.id if record else ""
        dropped = self._settle(ended)

        def show() -> None:
            text = ended.text.render(QT_WORDS)
            details = ended.details if ended.outcome in ("failed", "crashed") else ""
            result = None if dropped else ResultNow(kind, ended.outcome, text, details, run_id)
            self._board.end(result)
            self.job_event.emit(ended)
            if kind == "evaluate" and ended.outcome in ("failed", "crashed"):  # a training's end is `result`
                self.notice.emit(Notice("error", text, details))

        self._desk.renew_history(show)

    def _settle(self, ended: Ended) -> bool:
        """Writes the end into the history, in the background. True when the run was thrown away."""
        opened, record, kept = self._opened, self._record, self._keep
        learned = self._pace.rates() if self._pace else {}
        self._opened = self._record = None
        if not (opened and record):
            return False
        training = record.status == "running"
        if training and not kept:
            self._background.run(lambda: opened.drop_run(record.id))
            return True
        status = ended.outcome if training else record.status
        last = msgspec.structs.replace(record, status=status)

        def write() -> None:
            opened.store.update_run(last)
            if learned:
                remember(learned)

        self._background.run(write)
        return False

    def _no_start(self, notice: Notice) -> None:
        """The run could not be prepared (disk full, folder gone)."""
        self._board.end(ResultNow("train", "failed", notice.text, notice.details))
