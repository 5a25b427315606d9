"""The curves and the log of the run that is shown, kept whether or not anybody looks: of the training that runs, or of an earlier one."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from cnn_desktop.domain.events import Event, JobDone, Progress, Ready, Stopping
from cnn_desktop.domain.jobs.train import EpochDone, Planned, TrainProgress
from cnn_desktop.domain.recording import earlier_events
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.curve_data import CurveData
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.project.facts import Contents

LOG_LINES = 2000
"""The newest are kept."""


class Curves(QObject):
    """Follows the trainings of `jobs`; an earlier run's events are read in the background from its folder."""

    grew = Signal(str, str)
    """The training has told something: the log's new line ("" for none), and what screen readers say at once: epochs, not every
    step. Plots look at `data` at their own pace."""
    changed = Signal(object)
    """`Changed`: another run is shown."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._background = jobs, project, background
        self._training = ""
        """Id of the run whose training tells, its end included."""
        self.run = ""
        """Id of the run that is shown, or being read to be shown; "" for none."""
        self.data = CurveData()
        self.log: deque[str] = deque(maxlen=LOG_LINES)
        """Lines with the time when they were told, those read from an earlier run without."""
        self._last = ""
        project.came.connect(self._take_project)
        jobs.changed.connect(self._follow_job)
        jobs.came.connect(self._hear)

    def show(self, run: str) -> None:
        """Shows the earlier run `run` of the open project, unless it is shown already or a training runs."""
        if run == self.run or self._jobs.now.shown_by == "training":
            return
        self.run, folder = run, self._project.run_folder(run)

        def take(past: list[Event]) -> None:
            if self.run == run:  # else another is wanted by now
                self._replace(past)

        self._background.run(lambda: earlier_events(folder), take)

    def _take_project(self, contents: Contents | None) -> None:
        """Another project is open: its newest run is shown."""
        self.run = ""
        self._replace([])
        if contents and contents.history.runs:
            self.show(contents.history.runs[0].id)

    def _follow_job(self) -> None:
        """A training that has really begun takes the place of what was shown, unless it goes on with that."""
        now = self._jobs.now
        training = now.run if now.shown_by == "training" else ""
        if training and training != self._training:
            if training != self.run:
                self.run = training
                self._replace([])
            if now.sentence:
                self._tell(now.sentence.render(QT_WORDS))
        self._training = training

    def _hear(self, event: Event) -> None:
        if self._training:
            self.data.hear(event)
            self._tell(log_line(event), aloud=isinstance(event, EpochDone | Planned))

    def _replace(self, past: Sequence[Event]) -> None:
        """Shows what was recorded of an earlier run."""
        self.data, self._last = CurveData(), ""
        self.log.clear()
        self.data.replay(past)
        for event in past[-LOG_LINES:]:
            self._write(log_line(event))
        self.changed.emit(Changed(curves=True))

    def _tell(self, text: str, aloud: bool = False) -> None:
        line = ""
        if text:
            time = QLocale().toString(QDateTime.currentDateTime().time(), QLocale.FormatType.ShortFormat)
            line = self._write(text, f"{time}  ")
        self.grew.emit(line, text if aloud else "")

    def _write(self, text: str, time: str = "") -> str:
        """One more line; the end of a job often says what its last event said, which is not said twice."""
        if not text or text == self._last:
            return ""
        self._last = text
        self.log.append(time + text)
        return self.log[-1]


def log_line(event: Event) -> str:
    """The event as a line of the log; "" for those that come ten times a second or say nothing new."""
    if isinstance(event, TrainProgress | JobDone | Stopping):
        return ""
    if isinstance(event, Ready):
        return tr("Loading the model and photos")
    if isinstance(event, Progress):
        return event.doing.render(QT_WORDS)
    return event.sentence(QT_WORDS)
