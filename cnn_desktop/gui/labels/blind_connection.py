"""The page of the second opinion ↔ session: a photo is shown with nothing that tells what it is said to be."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto
from cnn_desktop.gui.kit.photos_ahead import PhotosAhead
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.blind_view import Facts, view
from cnn_desktop.gui.labels.tab import CHECK, LabelsTab
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.project import why_read_only
from cnn_desktop.project.labels import user_name


def connect_blind(shell: Shell, tab: LabelsTab) -> None:
    """Connects the page in `tab`."""
    _Connection(shell, tab)


class _Connection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: LabelsTab) -> None:
        super().__init__(tab)
        self._session, self._memory, self._page = shell.session, shell.memory, tab.blind
        self._blind = shell.session.blind
        self._photos = PhotosAhead(shell.session.processes.ask, tab.blind.picture.room, self)
        self._photos.loaded.connect(self._show_photo)
        self._photos.failed.connect(self._miss)
        self._path, self._missing = "", False
        """Of the photo that is shown, and that it cannot be."""
        page, blind = tab.blind, self._blind
        name = self._memory.preferences.reviewer or user_name()
        page.show_name(name)
        blind.name_reviewer(name)
        page.named.connect(blind.name_reviewer)
        page.begin_wanted.connect(self._begin)
        page.given.connect(blind.give)
        page.stepped.connect(blind.go)
        page.leave_wanted.connect(blind.leave)
        page.apply_wanted.connect(blind.apply)
        page.check_wanted.connect(lambda: tab.show_page(CHECK))
        shell.remember_widths("second_opinion", page.panels)
        shell.session.changed.connect(self._take)
        self._take(EVERYTHING)

    def _take(self, changed: Changed) -> None:
        photos = self._session.project.photos
        if changed.any("photos", "project"):
            self._photos.set_tones((photos and photos.tones) or OWN)
            self._page.show_classes([row.name for row in photos.classes] if photos else [])
        if changed.any("project", "photos", "labels", "review"):
            self._show_asked()

    def _begin(self) -> None:
        self._memory.preferences.reviewer = self._blind.reviewer
        self._memory.save()
        self._blind.begin()

    def _show_asked(self) -> None:
        blind, path = self._blind, self._blind.path
        if path != self._path:
            came = bool(path and not self._path)
            self._path, self._missing = path, False
            if not self._photos.is_here(path):
                self._page.show_photo([])
            self._photos.show(path, blind.ahead())
            self._show_view()
            if came and self._page.isVisible():
                self._page.setFocus()
        else:
            self._show_view()

    def _show_view(self) -> None:
        session, blind = self._session, self._blind
        facts = Facts(
            photos=session.project.photos,
            checked=session.label_checks.found is not None,
            read_only=why_read_only(session.project.info),
            reviewer=blind.reviewer,
            opinions=blind.opinions,
            applied=blind.applied,
            reviewing=bool(blind.path),
            place=blind.place,
            total=len(blind.ids),
            left=blind.left,
            said=blind.said,
            missing=self._missing,
        )
        self._page.show_view(view(facts))

    def _show_photo(self, path: str, photo: LoadedPhoto) -> None:
        if path == self._path == self._blind.path:
            self._page.show_photo(photo.levels, tr("Photo"))

    def _miss(self, path: str, sentence: str) -> None:
        """`sentence` names the file, and its folder is its label: it is not shown."""
        if path == self._path:
            self._missing = True
            self._show_view()
