"""Has the open project's labels checked, and knows what the newest check has found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.jobs.check_labels import BACKBONES, CheckLabels
from cnn_desktop.domain.scan_files import save_reading
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.errand import Errand, Part
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project
from cnn_desktop.gui.state.review_reading import Asked, ReviewReading, read_review

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened
    from cnn_desktop.project.suspects import CheckFacts


class LabelChecks(QObject):
    """The window takes a snapshot, a child looks at it, the project keeps what it finds."""

    changed = Signal(object)
    """`Changed(review=True)`."""
    looked = Signal()
    """`reading` is what the project says now: the same as before, or something else."""
    notice = Signal(object)
    """`Notice`: why the labels were not checked."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._background = project, background
        self.asks: Callable[[], Asked] = Asked
        """What the review wants to know, too."""
        self.reading = ReviewReading(Asked())
        """What was looked up last."""
        self.thorough = True
        """With both of the models that come with the app."""
        self.recipe: TrainConfig | None = None
        """The settings of the person's own model, where models trained by them are to judge."""
        self._looking: Opened | None = None
        """Whose newest check is being looked up."""
        self._wanted = Asked()
        self._held = False
        self._errand = Errand("labels", jobs, background, self.notice.emit)
        project.came.connect(lambda contents: self._forget() if contents is None else self.look())
        project.changed.connect(lambda _: self.look())

    @property
    def backbones(self) -> tuple[str, ...]:
        """The models that look at the photos."""
        return backbones(self.thorough)

    @property
    def found(self) -> CheckFacts | None:
        """The newest check of the open project; None before the first."""
        return self.reading.found

    @property
    def running(self) -> bool:
        """Labels are being checked."""
        return self._errand.running

    def begin(self) -> None:
        """Has the labels checked, unless another job runs: that is said."""
        opened, out = self._project.opened, self._errand.folder
        job = CheckLabels(str(out / "photos.json"), str(out), backbones=self.backbones, recipe=self.recipe)
        if opened is None:
            return

        def prepare() -> CheckLabels:
            save_reading(opened.photos.reading(), Path(job.photos))
            return msgspec.structs.replace(job, plan=opened.photos.splitting.plan())

        def take() -> ReviewReading:
            opened.suspects.take(out)
            return read_review(opened, self._wanted)

        def show(read: ReviewReading) -> None:
            if self._project.opened is opened:
                self._show(read)
                self.look()  # what was being looked up may be older

        self._errand.begin(Part(job, take, show), prepare)

    def hold(self, on: bool) -> None:
        """While `on`, how many suspects are left is not told: who gives a blind opinion must not learn that it was one."""
        self._held = on
        self.look()

    def look(self, for_review: bool = False) -> None:
        """Looks up again what the project says. `for_review`: also while that is held back, but for how many are left."""
        opened = self._project.opened
        if opened is None:
            self._forget()
        elif for_review or not self._held:
            self._wanted = self.asks()
            if self._looking is not opened:
                self._looking = opened
                self._read(opened)

    def _read(self, opened: Opened) -> None:
        """Once more, if something else was asked for after it had begun."""

        def show(read: ReviewReading) -> None:
            if self._looking is not opened:
                return
            if self._wanted is not read.asked:
                self._read(opened)
                return
            self._looking = None
            self._show(read)

        def failed(notice: Notice) -> None:
            if self._looking is opened:
                self._looking = None
            self.notice.emit(notice)

        self._background.run(lambda: read_review(opened, self._wanted), show, failed)

    def _forget(self) -> None:
        self._looking = None
        self._put(ReviewReading(Asked()))

    def _show(self, read: ReviewReading) -> None:
        if self._held:
            before = self.reading
            read = msgspec.structs.replace(read, found=before.found, blind_left=before.blind_left)
        self._put(read)

    def _put(self, read: ReviewReading) -> None:
        before, self.reading = self.reading, read
        if read.found != before.found:
            self.changed.emit(Changed(review=True))
        self.looked.emit()


def backbones(thorough: bool) -> tuple[str, ...]:
    """The models of the thorough check, or of the quick one."""
    return BACKBONES if thorough else BACKBONES[:1]
