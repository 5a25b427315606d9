"""Has the open project's photos checked: the window takes a snapshot, children look at it, the project keeps what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.crops import load_overlaps
from cnn_desktop.domain.jobs.check_data import CheckData, load_findings
from cnn_desktop.domain.jobs.find_crops import FindCrops
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.scan_files import load_scan, save_reading
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.errand import Errand, Part
from cnn_desktop.gui.state.jobs import Jobs
from cnn_desktop.gui.state.project import Project

if TYPE_CHECKING:
    from cnn_desktop.project.opened import Opened


class Checks(QObject):
    """First `CheckData`, then, if crops are wanted too, `FindCrops`; each has the strip, and what the first found is kept
    whatever becomes of the second."""

    changed = Signal(object)
    """`Changed(photos=True)`: other findings."""
    notice = Signal(object)
    """`Notice`: why the photos were not checked."""

    def __init__(self, jobs: Jobs, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._errand = Errand("photos", jobs, background, self.notice.emit)
        self.crops = False
        """Also looks for photos that show parts of others."""

    @property
    def running(self) -> bool:
        """Photos are being checked. What changes that tells `Jobs.changed`."""
        return self._errand.running

    def begin(self) -> None:
        """Has the photos checked, unless another job runs or nothing may be written: that is said."""
        opened, folder = self._project.opened, self._errand.folder
        if opened is None or not self._project.may_write():
            return
        snapshot, found = folder / "photos.json", folder / "found.json"
        job = CheckData(str(snapshot), str(found))
        crops = self._crops(opened) if self.crops else None
        revision = 0

        def prepare() -> CheckData:
            nonlocal revision
            reading = opened.photos.reading_to_check()
            save_reading(reading, snapshot)
            revision = reading.facts.revision
            return job

        def take() -> PhotoFacts:
            return opened.photos.take_findings(load_findings(found), revision)

        def show(photos: PhotoFacts) -> Part | None:
            self._show(opened, photos)
            return crops if self._project.opened is opened else None

        self._errand.begin(Part(job, take, show), prepare)

    def _crops(self, opened: Opened) -> Part:
        """Goes on with the same snapshot."""
        snapshot, result = self._errand.folder / "photos.json", self._errand.folder / "crops.json"

        def take() -> PhotoFacts:
            photos = load_scan(snapshot).photos
            groups = load_overlaps(result, len(photos)).groups
            return opened.photos.take_crops([[photos[place] for place in group] for group in groups])

        return Part(FindCrops(str(snapshot), str(result)), take, lambda photos: self._show(opened, photos))

    def _show(self, opened: Opened, photos: PhotoFacts) -> None:
        if self._project.take_photos(opened, photos):
            self.changed.emit(Changed(photos=True))
