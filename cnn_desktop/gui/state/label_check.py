"""Has the open project's labels checked, and knows what the newest check has found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.check_labels import BACKBONES, CheckLabels
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.scan_files import save_reading
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.suspects import CheckFacts

T = TypeVar("T")


class LabelChecks(QObject):
    """The window takes a snapshot, a child looks at it, the project keeps what it finds."""

    changed = Signal(object)
    """`Changed(review=True)`."""
    looked = Signal()
    """`found` is as the project has it now: the same as before, or another."""
    notice = Signal(object)
    """`Notice`: why the labels were not checked."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._background = jobs, project, background
        self.found: CheckFacts | None = None
        """The newest check of the open project; None before the first."""
        self.running = False
        """Labels are being checked."""
        self.thorough = True
        """With both of the models that come with the app."""
        self.recipe: TrainConfig | None = None
        """The settings of the person's own model, where models trained by them are to judge."""
        self._looking: Opened | None = None
        """Whose newest check is being looked up."""
        self._looks_again = False
        """It was asked for meanwhile."""
        self._held = False
        project.came.connect(lambda contents: self._forget() if contents is None else self.look())
        project.changed.connect(lambda _: self.look())

    @property
    def backbones(self) -> tuple[str, ...]:
        """The models that look at the photos."""
        return backbones(self.thorough)

    def begin(self) -> None:
        """Has the labels checked, unless another job runs: that is said."""
        opened = self._project.opened
        out = cache_folder() / "scans" / f"{os.getpid()} {id(self)} labels"
        job = CheckLabels(str(out / "photos.json"), str(out), backbones=self.backbones, recipe=self.recipe)
        if opened is None or not self._jobs.begin(type(job), job.starting()):
            return
        self.running = True
        self.changed.emit(Changed(review=True))

        def snapshot() -> SplitPlan:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir(parents=True)
            save_reading(opened.photos.reading(), out / "photos.json")
            return opened.photos.splitting.plan()

        def ask(plan: SplitPlan) -> None:
            asked = CheckLabels(job.photos, job.out, plan, job.backbones, recipe=job.recipe)
            self._jobs.hand_over(asked, None, lambda ended: self._take(opened, out, ended))

        self._work(snapshot, ask, out)

    def hold(self, on: bool) -> None:
        """While `on`, how many suspects are left is not told: who gives a blind opinion must not learn that it was one."""
        self._held = on
        self.look()

    def look(self) -> None:
        """Looks up the newest check again."""
        if self._held:
            return
        opened = self._project.opened
        if opened is None:
            self._forget()
            return
        if self._looking is opened:
            self._looks_again = True
            return
        self._looking, self._looks_again = opened, False

        def show(found: CheckFacts | None) -> None:
            if over():
                self._put(found)

        def over() -> bool:
            """Whether what was looked up still counts."""
            if self._looking is not opened:
                return False
            self._looking = None
            if self._looks_again:
                self.look()
            return self._looking is None

        def failed(notice: Notice) -> None:
            over()
            self.notice.emit(notice)

        self._background.run(opened.suspects.check, show, failed)

    def _take(self, opened: Opened, out: Path, ended: Ended) -> None:
        if ended.outcome != "finished":
            self._end(out, ended)
            if ended.outcome != "stopped":
                self.notice.emit(Notice("error", ended.text.render(QT_WORDS), ended.details))
            return

        def show(found: CheckFacts) -> None:
            if self._project.opened is opened:
                self._put(found)
                self.look()  # what was being looked up may be older
            self._end(out, ended)

        self._work(lambda: opened.suspects.take(out), show, out)

    def _work(self, work: Callable[[], T], then: Callable[[T], object], out: Path) -> None:
        def failed(notice: Notice) -> None:
            self._end(out)
            self.notice.emit(notice)

        self._background.run(work, then, failed, control=self._jobs.control, stopped=lambda: self._end(out))

    def _end(self, out: Path, ended: Ended | None = None) -> None:
        self.running = False
        self._background.run(lambda: shutil.rmtree(out, ignore_errors=True))
        self._jobs.end(ended)

    def _forget(self) -> None:
        self._looking = None
        self._put(None)

    def _put(self, found: CheckFacts | None) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit(Changed(review=True))
        self.looked.emit()


def backbones(thorough: bool) -> tuple[str, ...]:
    """The models of the thorough check, or of the quick one."""
    return BACKBONES if thorough else BACKBONES[:1]
