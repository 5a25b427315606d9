"""Has the open project's photos checked: the window takes a snapshot, children look at it, the project keeps what they find."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.crops import load_overlaps
from cnn_desktop.domain.events import Ended
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.check_data import CheckData, load_findings
from cnn_desktop.domain.jobs.find_crops import FindCrops
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.scan_files import load_scan, save_reading
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened

T = TypeVar("T")


class Checks(QObject):
    """First `CheckData`, then, if crops are wanted too, `FindCrops`; each has the strip, and what the first found is kept
    whatever becomes of the second."""

    changed = Signal(object)
    """`Changed(photos=True)`: other findings."""
    notice = Signal(object)
    """`Notice`: why the photos were not checked."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._project, self._background = jobs, project, background
        self.crops = False
        """Also looks for photos that show parts of others."""
        self.running = False
        """Photos are being checked. What changes that tells `Jobs.changed`."""

    def begin(self) -> None:
        """Has the photos checked, unless another job runs or nothing may be written: that is said."""
        opened, crops, files = self._project.opened, self.crops, _Files.of(self)
        job = CheckData(str(files.snapshot), str(files.found))
        if opened is None or not self._project.may_write() or not self._claim(job):
            return

        def kept(ended: Ended) -> None:
            if crops and not self._jobs.now.stopping:
                self._jobs.end(ended)
                self._find_crops(opened, files)
            else:
                self._end(files, ended)

        def snapshot() -> int:
            reading = opened.photos.reading_to_check()
            save_reading(reading, files.snapshot)
            return reading.facts.revision

        def ask(revision: int) -> None:
            self._ask(
                job, files, opened, lambda: opened.photos.take_findings(load_findings(files.found), revision), kept
            )

        self._work(snapshot, ask, files)

    def _find_crops(self, opened: Opened, files: _Files) -> None:
        """Goes on with the same snapshot, unless something else has begun meanwhile."""
        job = FindCrops(str(files.snapshot), str(files.crops))
        if self._project.opened is not opened or not self._claim(job):
            self._forget(files)
            return

        def found() -> PhotoFacts:
            photos = load_scan(files.snapshot).photos
            groups = load_overlaps(files.crops, len(photos)).groups
            return opened.photos.take_crops([[photos[place] for place in group] for group in groups])

        self._ask(job, files, opened, found, lambda ended: self._end(files, ended))

    def _claim(self, job: Job) -> bool:
        """The strip; False, and says why, when another job has it."""
        self.running = not self._jobs.refuses()
        return self.running and self._jobs.begin(type(job), job.starting())

    def _ask(
        self,
        job: Job,
        files: _Files,
        opened: Opened,
        take_in: Callable[[], PhotoFacts],
        kept: Callable[[Ended], None],
    ) -> None:
        """Has `job` done; then the project takes in what was found, and `kept` is called. Else it is given up."""

        def take(ended: Ended) -> None:
            if ended.outcome == "finished":
                self._work(take_in, lambda photos: show(photos, ended), files)
            else:
                self._end(files, ended)

        def show(photos: PhotoFacts, ended: Ended) -> None:
            if self._project.take_photos(opened, photos):
                self.changed.emit(Changed(photos=True))
            kept(ended)

        self._jobs.hand_over(job, None, take)

    def _work(self, work: Callable[[], T], then: Callable[[T], None], files: _Files) -> None:
        """In the background; Stop and errors end the job."""

        def failed(notice: Notice) -> None:
            self._end(files)
            self.notice.emit(notice)

        self._background.run(work, then, failed, control=self._jobs.control, stopped=lambda: self._end(files))

    def _end(self, files: _Files, ended: Ended | None = None) -> None:
        self.running = False
        self._forget(files)
        self._jobs.end(ended)

    def _forget(self, files: _Files) -> None:
        def remove() -> None:
            for file in files:
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)

        self._background.run(remove)


class _Files(NamedTuple):
    """What window and children tell one another by."""

    snapshot: Path
    found: Path
    crops: Path

    @classmethod
    def of(cls, checks: Checks) -> _Files:
        place = cache_folder() / "scans"
        return cls(*(place / f"{os.getpid()} {id(checks)} {name}.json" for name in cls._fields))
