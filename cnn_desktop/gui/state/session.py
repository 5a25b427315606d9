"""The one door to the window's state: what is open, what was asked for, what runs, what came out, each with its owner."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.message import Message
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.children.silence import Patience
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.background import GRACE, Background
from cnn_desktop.gui.state.blind import BlindReview
from cnn_desktop.gui.state.checks import Checks
from cnn_desktop.gui.state.curves import Curves
from cnn_desktop.gui.state.device import DeviceFacts
from cnn_desktop.gui.state.folder import FolderAnswers
from cnn_desktop.gui.state.folder_watch import FolderWatch
from cnn_desktop.gui.state.fresh import FreshLabels
from cnn_desktop.gui.state.job_state import Notice, notice_of
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.label_changes import LabelChanges
from cnn_desktop.gui.state.label_check import LabelChecks
from cnn_desktop.gui.state.label_history import LabelHistory
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.review import Review
from cnn_desktop.gui.state.runs import Runs
from cnn_desktop.gui.state.seal import Seal
from cnn_desktop.gui.state.selection import Selection
from cnn_desktop.gui.state.settings import TrainSettings
from cnn_desktop.gui.state.undo import Undo
from cnn_desktop.gui.state.unknown import Unknowns
from cnn_desktop.gui.state.viewed_model import Models
from cnn_desktop.gui.state.weights import WeightsFacts


def _know_projects() -> None:
    """In the background: else the first project that is opened waits for it."""
    from cnn_desktop.project import opened  # noqa: F401


class Session(QObject):
    """One window's state. Lives in the GUI thread; nothing here blocks: files and SQLite are read in the background."""

    changed = Signal(object)
    """`Changed`: which facts are no longer what they were."""
    notice = Signal(object)
    """`job_state.Notice`: a sentence for the message bar."""
    settled = Signal(str)
    """What a notice was `about` is over."""

    def __init__(
        self,
        programs: Programs = Programs(),  # noqa: B008 - frozen
        parent: QObject | None = None,
        patience: Patience = Patience(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(parent)
        self.background = Background(self, min(GRACE, patience.grace))
        self.processes = Children(programs, self, patience)
        self.device = DeviceFacts(self.processes, self)
        self.jobs = Jobs(self.processes, self)
        self.undo = Undo(self)
        self.project = Project(self.jobs, self.background, self)
        self.checks = Checks(self.jobs, self.project, self.background, self)
        self.labels = LabelChanges(self.project, self.undo, self.background, self)
        self.label_checks = LabelChecks(self.jobs, self.project, self.background, self)
        self.review = Review(self.project, self.label_checks, self.undo, self.background, self)
        self.blind = BlindReview(self.project, self.label_checks, self.labels, self.undo, self.background, self)
        self.fresh = FreshLabels(self.jobs, self.project, self.labels, self.background, self)
        self.seal = Seal(self.project, self.background, self)
        self.settings = TrainSettings(self.project, self.undo, self.background, self)
        self.runs = Runs(self.jobs, self.project, self.settings, self.background, self)
        self.models = Models(self.jobs, self.runs, self.project, self.background, self)
        self.unknowns = Unknowns(self.models, self.background, self)
        self.folder = FolderAnswers(
            self.jobs, self.project, self.models, self.unknowns, self.settings, self.seal, self.background, self
        )
        self.watch = FolderWatch(self.processes, self.folder, self.unknowns, self.settings, self)
        self.label_history = LabelHistory(self.jobs, self.project, self.runs, self.background, self)
        self.curves = Curves(self.jobs, self.project, self.background, self)
        self.weights = WeightsFacts(self.jobs, self.settings, self.background, self)
        self.selection = Selection(self)
        parts = (
            self.device,
            self.jobs,
            self.undo,
            self.project,
            self.checks,
            self.labels,
            self.label_checks,
            self.review,
            self.blind,
            self.fresh,
            self.seal,
            self.settings,
            self.runs,
            self.models,
            self.unknowns,
            self.folder,
            self.watch,
            self.label_history,
            self.curves,
            self.weights,
            self.selection,
        )
        for part in parts:
            part.changed.connect(self.changed)
        for notices in (
            self.jobs.notice,
            self.project.notice,
            self.checks.notice,
            self.labels.notice,
            self.label_checks.notice,
            self.review.notice,
            self.blind.notice,
            self.fresh.notice,
            self.seal.notice,
            self.runs.notice,
            self.models.notice,
            self.unknowns.notice,
            self.folder.notice,
            self.watch.notice,
            self.label_history.notice,
            self.background.failed,
        ):
            notices.connect(self.notice)
        self.changed.connect(self.folder.follow)
        self.labels.split_changed.connect(self.seal.close)
        self.labels.changed.connect(lambda _: self.label_checks.look())
        self.project.came.connect(lambda _: self.selection.show([]))
        self.processes.spoke.connect(lambda event: self.notice.emit(notice_of(event)))
        self.processes.silent.connect(self._ask_about)
        self.processes.speaks.connect(self.settled)

    def warm_up(self) -> None:
        """Starts the long-lived children, and imports what opens projects. Called once when the window has been idle about
        1.5 s after show."""
        self.processes.start()
        self.background.run(_know_projects)

    def answer(self, key: str, wait: bool) -> None:
        """What the person wants of the child of `key`, which gives no sign of life: to wait for it, or to stop it."""
        if wait:
            self.processes.wait(key)
        elif self.jobs.is_at(key):
            self.jobs.stop()
        else:
            self.processes.stop_hanging(key)

    def _ask_about(self, key: str, process: Message) -> None:
        text = tr(
            "{process} has not responded for a minute. Wait a little longer, or stop it. Everything saved so far is kept.",
            process=process,
        )
        self.notice.emit(Notice("warning", text, about=key, asks=key))

    def begin_close(self) -> None:
        """Asks what runs to stop, and every child to end."""
        self.jobs.stop()
        self.processes.begin_close()

    def close(self) -> None:
        """Ends every child, saves, lets the project's lock go. Takes at most 5 s, whatever hangs."""
        self.processes.close()
        self.runs.close()
        self.folder.close()
        self.project.close()
        self.background.close()
        if self.jobs.now.running:  # its end waits for what hangs
            self.jobs.end()
