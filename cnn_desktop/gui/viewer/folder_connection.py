"""The Viewer's page of a folder ↔ session; where Esc leads from a photo of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.folder import Listing
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.viewer.folder_view import Facts, view
from cnn_desktop.gui.viewer.tab import PHOTO, ViewerTab

FEW = 20
"""So many photos are looked at one by one; with more, or a folder, the page of a folder takes over."""
_TABLE = "viewer table"
"""Choice that is remembered: the table, not the grid."""


def connect_folder(shell: Shell, tab: ViewerTab) -> FolderConnection:
    """Connects the page in `tab`."""
    return FolderConnection(shell, tab)


class FolderConnection(QObject):
    """Lives as long as the tab."""

    def __init__(self, shell: Shell, tab: ViewerTab) -> None:
        super().__init__(tab)
        self._shell, self._session, self._tab = shell, shell.session, tab
        self._page, self._folder, self._watch = tab.folder, shell.session.folder, shell.session.watch
        page, folder = self._page, self._folder
        page.show_form(shell.choice(_TABLE))
        page.form_chosen.connect(lambda is_table: shell.remember_choice(_TABLE, is_table))
        page.chosen.connect(folder.choose)
        page.opened.connect(self._open)
        page.folder_wanted.connect(lambda path: folder.open([path]))
        page.go_on_wanted.connect(folder.go_on)
        page.save_wanted.connect(folder.save)
        page.seen.connect(folder.see)
        page.watch_wanted.connect(self._follow_watch)
        page.built.connect(self._settle)
        tab.inner_back_wanted.connect(self.go_back)
        tab.segments.chosen.connect(self._follow_page)
        folder.opened.connect(self._begin)
        folder.listed.connect(self._show_photos)
        self._session.changed.connect(self._take)
        self._session.jobs.progressed.connect(self._show_progress)
        self._take(EVERYTHING)
        if folder.listing is not None:
            self._show_photos(folder.listing)

    def take(self, paths: list[str]) -> bool:
        """Whether what was dropped, opened or pasted is for this page: a folder, or many photos."""
        if len(paths) <= FEW and not any(map(is_folder, paths)):
            return False
        self._tab.show_page(self._tab.place_of(self._page))
        self._folder.open(paths)
        return True

    def go_back(self) -> None:
        """From the photo to its place on the page."""
        if self._session.selection.of is not self._folder:
            return
        self._tab.show_page(self._tab.place_of(self._page))
        self._folder.find(self._session.selection.current, self._page.go_to)

    def _settle(self) -> None:
        for menu in (self._page.grid.menu, self._page.table.menu):
            menu.failed.connect(lambda text: self._shell.tell(Notice("warning", text)))

    # Session → page

    def _take(self, changed: Changed) -> None:
        if changed.selection:
            self._tab.set_inner_back(tr("Back to the folder") if self._session.selection.of is self._folder else "")
        if not changed.any("folder", "runs", "job", "project"):
            return
        folder, watch = self._folder, self._watch
        running = self._session.jobs.now.kind
        self._page.show_view(
            view(
                Facts(
                    state=folder.state,
                    shown=len(folder.listing.ids) if folder.listing else 0,
                    has_model=folder.model is not None,
                    is_outdated=folder.is_outdated,
                    busy=running.busy.render(QT_WORDS) if running else "",
                    is_watching=watch.is_wanted,
                    waiting=watch.waiting,
                    added=watch.added,
                    trouble=watch.trouble,
                    wanted=folder.wanted,
                    order=folder.order,
                )
            )
        )

    def _show_progress(self) -> None:
        if self._page.shows_progress:
            self._page.show_progress(self._session.jobs.now.progress(say("Looking for photos")))

    def _show_photos(self, listing: Listing) -> None:
        folder = self._folder
        self._page.show_photos(listing, folder.state.counts.total, folder.page)
        self._take(Changed(folder=True))

    def _begin(self) -> None:
        """Other photos are looked at, or none."""
        self._page.show_nothing()
        if self._session.selection.of is self._folder:
            self._session.selection.show([])

    def _follow_page(self, place: int) -> None:
        """On the photo's page while it has none: the current one of the folder."""
        if place == PHOTO and not self._session.selection.paths and self._folder.listing is not None:
            self._open(self._page.row)

    # Page → session

    def _follow_watch(self, is_wanted: bool) -> None:
        if is_wanted:
            self._watch.start()
        else:
            self._watch.stop()

    def _open(self, row: int) -> None:
        def show(paths: list[str], current: str) -> None:
            self._session.selection.show(paths, current, of=self._folder)
            self._tab.show_page(PHOTO)

        self._folder.walk(row, show)
