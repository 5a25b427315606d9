"""Labels tab: finds photos whose label is probably wrong, has a person decide, and shows what that has brought.

Shown by
    show_page(int)      one of CHECK, REVIEW, BLIND, HISTORY, FRESH
    set_pages(dict)     place → whether there is anything to do on that page

The pages are `check`, `review`, `blind`, `history` and `fresh`; each tells its own wishes (see there), and has its own
connection (`gui.labels.*_connection`).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.cards import Page
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.rows import in_column, in_stack, to_left, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.blind_page import BlindPage
from cnn_desktop.gui.labels.check_page import CheckPage
from cnn_desktop.gui.labels.fresh_page import FreshPage
from cnn_desktop.gui.labels.history_page import HistoryPage
from cnn_desktop.gui.labels.review_page import ReviewPage

CHECK, REVIEW, BLIND, HISTORY, FRESH = range(5)


class LabelsTab(Page):
    """See the module's docstring."""

    def __init__(self, ask: AskEvents, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Labels"), parent)
        self.dialogs, self.ask = dialogs or FileDialogs(), ask
        self.source = ThumbnailSource(ask, self)
        self.check, self.review, self.blind = CheckPage(), ReviewPage(self.source), BlindPage()
        self.history, self.fresh = HistoryPage(self.dialogs), FreshPage(ThumbnailSource(ask, self), self.dialogs)
        self._all: tuple[TabPage, ...] = (self.check, self.review, self.blind, self.history, self.fresh)
        self.pages = Segments(
            tr("What to show"),
            [tr("Chec&k"), tr("&Review"), tr("Second &opinion"), tr("Histor&y"), tr("Photos without a &label")],
        )
        self.stack = in_stack(*self._all)
        self.body.addLayout(in_column(to_left(self.pages), wide(self.stack)))
        self.pages.chosen.connect(self._show)
        self.primary.clicked.connect(self._press)
        for page in self._all:
            page.primary_changed.connect(self._show_primary)
        self._show(CHECK)

    @property
    def page(self) -> TabPage:
        """The one in front."""
        return self._all[self.pages.current]

    def show_page(self, place: int) -> None:
        """Brings a page to the front, with the keyboard."""
        self.pages.choose(place)
        if first := self.page.first_focus():
            first.setFocus()

    @property
    def shows_progress(self) -> bool:
        return self.page.shows_progress

    def first_focus(self) -> QWidget | None:
        return self.page.first_focus()

    def _press(self) -> None:
        self.page.pressed.emit()

    def _show(self, place: int) -> None:
        self.stack.setCurrentWidget(self._all[place])
        self._show_primary()

    def _show_primary(self) -> None:
        said = self.page.primary
        self.set_primary(said.text, said.enabled, said.note)
