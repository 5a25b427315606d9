"""Page of the Viewer: a folder of photos, or as many as were dropped, as a grid and as a table. Built when it is first seen.

Shown by
    show_view(View)                    everything but the photos
    show_photos(Listing, fetch)        those that the filter lets through; `fetch(listing, start, count, then)`
    show_progress(Progress)            while nothing is there yet

Tells
    built()                            it has its widgets now
    chosen(AnswerFilter, AnswerSort)   what is to be shown
    opened(int)                        the photo in this row is to be shown large
    folder_wanted(str)                 this folder is to be classified
    go_on_wanted()                     those that have no answer yet are to be
    save_wanted(str, str)              what is shown is to be saved there: a table ("csv"), or copies ("folders")
    watch_wanted(bool)                 new photos are to be classified as they appear, or no more
    form_chosen(bool)                  the table is in front, not the grid
    seen(bool)                         the page can be seen from now on, or no more
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from cnn_desktop.domain.answered import AnsweredPhoto
from cnn_desktop.domain.events import Progress
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.busy import BusyState
from cnn_desktop.gui.kit.cards import Card, ShortLabel
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind
from cnn_desktop.gui.kit.grid_place import GridPlace
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, centred, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.tab_page import TabPage
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.folder import Listing
from cnn_desktop.gui.viewer.folder_filter import FolderFilter
from cnn_desktop.gui.viewer.folder_table import AnswersTable
from cnn_desktop.gui.viewer.folder_view import Facts, View, count_words, tile, view

Then: TypeAlias = Callable[[list[AnsweredPhoto]], object]
Fetch: TypeAlias = Callable[[Listing, int, int, Then], object]
GRID, TABLE = range(2)
_SIDE, _LEAST = 128, 96
"""Usual and least side of a photo in the grid, in pixels."""
_EMPTY, _BUSY, _PHOTOS = range(3)


class FolderPage(TabPage):
    """See the module's docstring."""

    built = Signal()
    chosen = Signal(object, object)
    opened = Signal(int)
    folder_wanted = Signal(str)
    go_on_wanted = Signal()
    save_wanted = Signal(str, str)
    watch_wanted = Signal(bool)
    form_chosen = Signal(bool)
    seen = Signal(bool)

    def __init__(self, ask: AskEvents, dialogs: FileDialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialogs, self._view = dialogs, view(Facts())
        self._shown = self._total = 0
        self._pages = _nothing()
        self._listed: tuple[Listing, int, Fetch] | None = None
        self._is_table = self.is_built = False
        self.source, self.small = ThumbnailSource(ask, self), ThumbnailSource(ask, self)
        self.pressed.connect(self._press)

    # What is shown --------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Everything but the photos."""
        was, self._view = self._view, view
        self.set_heading(view.heading)
        self.set_primary(view.primary)
        if not self.is_built:
            return
        has_keyboard = self.hasFocus() or self.isAncestorOf(self.window().focusWidget() or self)
        self.empty.show_state(
            view.icon, view.empty, tr("&Open a folder…") if view.page == "empty" else "", view.caption, view.tone
        )
        self.filter.show_view(view.filter)
        self.table.show_columns(view.has_unknown, view.has_labels)
        self.table.answers.classes = self.grid.tiles.names = view.classes
        self.watch.setEnabled(view.may_watch)
        self.watch.setChecked(view.is_watching)
        self.save.setEnabled(view.may_save)
        self.note.setText(view.note)
        self.stack.setCurrentIndex({"empty": _EMPTY, "busy": _BUSY, "photos": _PHOTOS}[view.page])
        if view.page != was.page and has_keyboard:  # it does not wander off while the photos are looked for
            (self.first_focus() or self).setFocus()

    def show_photos(self, listing: Listing, total: int, fetch: Fetch) -> None:
        """What the filter lets through, of `total` photos. Who was at a photo stays at that place."""
        self._listed = listing, total, fetch
        if not self.is_built:
            return

        def page(start: int, count: int, then: Then) -> None:
            fetch(listing, start, count, then)

        count = len(listing.ids)
        place = GridPlace(self.grid, self._shown)
        self._shown, self._total = count, total
        self._pages = Pages(count, page, tile, self._pages)
        self.grid.show_pages(self._pages)
        place.restore(count)
        self.table.show_pages(Pages(count, page, tile, self.table.answers.pages))
        self.table.show_order(listing.order)
        self._show_stack()
        self.count.setText(count_words(count, total) if total else "")
        if self.hasFocus() and (first := self.first_focus()):
            first.setFocus()

    def show_nothing(self) -> None:
        """Other photos are looked at from now on."""
        self._shown = self._total = 0
        self._pages, self._listed = _nothing(), None
        self.source.forget()
        self.small.forget()
        if self.is_built:
            self.grid.show_pages(self._pages)
            self.table.show_pages(_nothing())

    def show_progress(self, progress: Progress) -> None:
        """Of the search for photos."""
        if self.is_built:
            self.busy.show_progress(progress)

    def show_form(self, is_table: bool) -> None:
        """The grid, or the table."""
        self._is_table = is_table
        if self.is_built:
            self.forms.choose(TABLE if is_table else GRID)

    @property
    def row(self) -> int:
        """The current photo's, in the form that is in front; else the first."""
        return max(0, self._form.currentIndex().row()) if self.is_built else 0

    def go_to(self, row: int) -> None:
        """Makes the photo in `row` the current one, in both forms."""
        if not self.is_built:
            return
        self.table.go_to(row)
        self.grid.go_to(row)
        if first := self.first_focus():
            first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_built:
            self._build()
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)

    @property
    def shows_progress(self) -> bool:
        return self._view.page == "busy"

    def first_focus(self) -> QWidget | None:
        return self._form if self.is_built and self._view.page == "photos" and self._shown else None

    @property
    def _form(self) -> AnswersTable | ThumbnailGrid:
        """The one in front."""
        return self.table if self.forms.current == TABLE else self.grid

    # How it is built ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.is_built = True
        self.empty, self.busy = EmptyState("folder"), BusyState(tr("Looking for photos"))
        self.empty.pressed.connect(self._ask_folder)
        self.stack = in_stack(self.empty, self.busy, self._build_photos())
        in_column(wide(self.stack), of=self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.filter.search.setFocus)
        self.show_form(self._is_table)
        self.show_view(self._view)
        if self._listed:
            self.show_photos(*self._listed)
        self.built.emit()

    def _build_photos(self) -> QWidget:
        self.forms = Segments(tr("How photos are shown"), [tr("&Grid"), tr("&Table")])
        self.forms.chosen.connect(self._choose_form)
        self.watch = QCheckBox(tr("&Watch this folder"))
        self.watch.setToolTip(as_tip(tr("New photos in the folder are classified as they appear.")))
        self.watch.clicked.connect(self.watch_wanted)
        self.another = theme.quiet(QPushButton(tr("&Open a folder…")))
        self.another.clicked.connect(self._ask_folder)
        self.filter = FolderFilter()
        self.filter.chosen.connect(self.chosen)
        self.grid = ThumbnailGrid(self.source, tr("Photos"), side=_SIDE, captions=True, least=_LEAST)
        self.grid.opened.connect(lambda _: self.opened.emit(self.row))
        self.table = AnswersTable(self.small)
        self.table.opened.connect(self.opened)
        self.table.sorted_by.connect(self.filter.sort_by)
        nothing = theme.muted(QLabel(tr("No photo matches these choices.")))
        self.show_all = QPushButton(tr("Show all photos"))
        self.show_all.clicked.connect(self.filter.clear)
        none = QWidget()
        in_column(ROOM, centred(nothing), centred(self.show_all), ROOM, of=none)
        self.photos = in_stack(self.grid, self.table, none)
        self.count = theme.caption(QLabel())
        self.note = theme.caption(ShortLabel())
        self.save = theme.quiet(QPushButton(tr("&Save as a table…")))
        self.save.setToolTip(
            as_tip(
                tr(
                    "One row for each photo shown: path, class, confidence, unknown (yes or no), and a column for each class. Unknown "
                    "photos keep the class they are most like."
                )
            )
        )
        self.save.clicked.connect(self._ask_table)
        head = in_row(self.forms, self.filter.order_row, ROOM, self.watch, spacing=2 * theme.SPACING)
        foot = in_row(self.count, wide(self.note), self.another, self.save, spacing=2 * theme.SPACING)
        return Card(head, self.filter, wide(self.photos), foot, margins=theme.SPACING)

    # What happens ---------------------------------------------------------------------------------------------------

    def _show_stack(self) -> None:
        is_empty = not self._shown and self._total > 0
        self.photos.setCurrentIndex(2 if is_empty else self.forms.current)

    def _choose_form(self, form: int) -> None:
        row = max(0, (self.grid if form == TABLE else self.table).currentIndex().row())
        has_focus = self.grid.hasFocus() or self.table.hasFocus()
        self._show_stack()
        if row:
            (self.table if form == TABLE else self.grid).go_to(row)
        if has_focus and (first := self.first_focus()):
            first.setFocus()
        self.form_chosen.emit(form == TABLE)

    def _press(self) -> None:
        if self._view.begins == "copy":
            self._dialogs.ask_folder(
                self, tr("Copy the photos into class folders in"), "results", lambda out: self.save_wanted.emit(out, "folders")
            )  # fmt: skip
        elif self._view.begins == "go on":
            self.go_on_wanted.emit()

    def _ask_folder(self) -> None:
        self._dialogs.ask_folder(self, tr("Open a folder of photos"), "photos", self.folder_wanted.emit)

    def _ask_table(self) -> None:
        name = tr("{name} answers", name=self._view.heading.title).strip() + ".csv"
        self._dialogs.save_file(
            self, tr("Save the answers"), [Kind(tr("Table (*.csv)"), name)], lambda out: self.save_wanted.emit(out, "csv")
        )  # fmt: skip


def _nothing() -> Pages[AnsweredPhoto]:
    return Pages(0, lambda start, count, then: None, tile)
