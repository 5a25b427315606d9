"""Test photos are sealed until a person has them shown: what is open in this window. Each opening is written down first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.photos import FindingKind, PhotoFacts
from cnn_desktop.gui.state.background import Background
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.project import Project

Opening = FindingKind | None
"""The test photos that findings of one kind are about; None: all."""


class Seal(QObject):
    """Sealed again with another project, and with another split."""

    changed = Signal(object)
    """`Changed(photos=True)`."""
    notice = Signal(object)

    def __init__(self, project: Project, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._background = project, background
        self.open: frozenset[Opening] = frozenset()
        self._asked: set[Opening] = set()
        project.came.connect(lambda _: self.close())

    def show(self, which: Opening = None) -> None:
        """Shows all test photos, or those of findings; once that is written down. Where it cannot be, they stay sealed."""
        opened, info = self._project.opened, self._project.info
        if opened is None or info is None or self.open & {which, None} or which in self._asked:
            return
        if info.read_only and which:  # nobody has asked for them in so many words
            return
        if not self._project.may_write():
            return
        self._asked.add(which)

        def take(photos: PhotoFacts | None) -> None:
            if photos and self._project.take_photos(opened, photos):
                self.open |= self._asked & {which}
                self._asked.discard(which)
                self.changed.emit(Changed(photos=True))

        def failed(notice: Notice) -> None:
            self._asked.discard(which)
            self.notice.emit(notice)

        self._background.run(lambda: opened.show_test_photos(which), take, failed)

    def close(self) -> None:
        """Sealed again, all of them."""
        self._asked.clear()
        if self.open:
            self.open = frozenset()
            self.changed.emit(Changed(photos=True))
