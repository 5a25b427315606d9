"""Has the open project's labels checked, and knows what the newest check has found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.check_labels import BACKBONES, CheckLabels
from cnn_desktop.domain.photos import save_scan
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.suspects import CheckFacts

T = TypeVar("T")


class LabelChecks(QObject):
    """The window takes a snapshot, a child looks at it, the project keeps what it finds."""

    changed = Signal(object)
    """`Changed(review=True)`."""
    notice = Signal(object)
    """`Notice`: why the labels were not checked."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._background = jobs, project, background
        self.found: CheckFacts | None = None
        """The newest check of the open project; None before the first."""
        self.running = False
        """Labels are being checked. What changes that tells `Jobs.changed`."""
        self.thorough = True
        """With both of the models that come with the app."""
        self.recipe: TrainConfig | None = None
        """The settings of the person's own model, where models trained by them are to judge."""
        self._asked = 0
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

        def snapshot() -> SplitPlan:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir(parents=True)
            save_scan(opened.photos.scan(), out / "photos.json")
            return opened.photos.splitting.plan()

        def ask(plan: SplitPlan) -> None:
            asked = CheckLabels(job.photos, job.out, plan, job.backbones, recipe=job.recipe)
            self._jobs.hand_over(asked, None, lambda ended: self._take(opened, out, ended))

        self._work(snapshot, ask, out)

    def look(self) -> None:
        """Looks up the newest check again."""
        opened = self._project.opened
        if opened is None:
            self._forget()
            return
        self._asked += 1
        asked = self._asked

        def show(found: CheckFacts | None) -> None:
            if asked == self._asked and self._project.opened is opened:
                self._put(found)

        self._background.run(opened.suspects.check, show, self.notice.emit)

    def _take(self, opened: Opened, out: Path, ended: Ended) -> None:
        if ended.outcome != "finished":
            self._end(out, ended)
            if ended.outcome != "stopped":
                self.notice.emit(Notice("error", ended.text.render(QT_WORDS), ended.details))
            return

        def show(found: CheckFacts) -> None:
            if self._project.opened is opened:
                self._put(found)
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
        self._asked += 1
        self._put(None)

    def _put(self, found: CheckFacts | None) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit(Changed(review=True))


def backbones(thorough: bool) -> tuple[str, ...]:
    """The models of the thorough check, or of the quick one."""
    return BACKBONES if thorough else BACKBONES[:1]
