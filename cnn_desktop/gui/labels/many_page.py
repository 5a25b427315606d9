"""Suspicious photos that nobody has decided about, together: some are picked, and decided about in one go.

Shown by
    show_photos(ids, fetch)     ids of the photos, the most suspicious first; `fetch(ids, then)` looks some of them up
    show_classes(names)         by which captions tell long names apart
    show_read_only(why)         why nothing can be decided; "" when it can

Tells
    decided(kind, ids)          `Said`, of these photos
    one_wanted(int)             this photo, by its id, one by one
    left()                      all of them one by one
    photo_activated(str)        show this photo in the viewer
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from cnn_desktop.domain.decisions import Said
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel
from cnn_desktop.gui.kit.grid_place import GridPlace
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, wide
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import COMING, Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.many_view import Facts, tile, view
from cnn_desktop.gui.labels.review_view import KEYS
from cnn_desktop.gui.state.in_question import InQuestion
from cnn_desktop.project.query import Ids

Then: TypeAlias = Callable[[list[InQuestion]], object]
Fetch: TypeAlias = Callable[[Ids, Then], object]
_SIDE = 128


class ManyPage(QWidget):
    """See the module's docstring."""

    decided = Signal(str, object)
    one_wanted = Signal(int)
    left = Signal()
    photo_activated = Signal(str)

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: Ids | None = None
        self._pages: Pages[InQuestion] | None = None
        self._read_only = ""
        self.grid = ThumbnailGrid(source, tr("Suspicious photos"), side=_SIDE, captions=True, many=True)
        self.grid.picks_changed.connect(self._show_view)
        self.grid.opened.connect(self._open)
        self.grid.typed.connect(self._type)
        self.grid.delete_pressed.connect(lambda: self._decide("exclude"))
        self.grid.menu.viewed.disconnect(self.grid.opened)
        self.grid.menu.viewed.connect(self.photo_activated)
        self.hint = theme.muted(ShortLabel())
        self.all_button = theme.quiet(QPushButton(tr("P&ick all")))
        self.all_button.clicked.connect(self._pick_all)
        self.buttons: dict[Said, QPushButton] = {}
        kinds: tuple[Said, ...] = ("suggested", "keep", "exclude")
        for kind in kinds:
            self.buttons[kind] = QPushButton()
            self.buttons[kind].clicked.connect(lambda _=False, kind=kind: self._decide(kind))
        foot = in_row(wide(self.hint), self.all_button)
        in_column(Card(wide(self.grid), foot, in_row(*self.buttons.values(), ROOM)), of=self)
        self.setFocusProxy(self.grid)
        self._show_view()

    def show_photos(self, ids: Ids, fetch: Fetch) -> None:
        """Those that were shown before stay where they were scrolled to; the same ones are looked up again."""
        place = GridPlace(self.grid, 0 if self._ids is None else len(self._ids))

        def page(start: int, count: int, then: Then) -> None:
            fetch(ids[start : start + count], then)

        pages = Pages(len(ids), page, tile, self._pages)
        self._ids, self._pages = ids, pages
        self.grid.show_pages(pages)
        place.restore(len(ids))
        self._show_view()

    def show_nothing(self) -> None:
        """Nothing is looked at here."""
        self._ids = self._pages = None
        self.grid.show_pages(_NONE)

    def show_classes(self, names: Sequence[str]) -> None:
        """By which captions tell long names apart."""
        self.grid.tiles.names = names

    def show_read_only(self, why: str) -> None:
        """Why nothing can be decided; "" when it can."""
        if why != self._read_only:
            self._read_only = why
            self._show_view()

    def picked_ids(self) -> Ids:
        """Of the photos that are picked."""
        import numpy as np

        if self._ids is None:
            return np.zeros(0, np.int64)
        return np.concatenate([self._ids[:0], *(self._ids[one.start : one.stop] for one in self.grid.picked_rows())])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_view(self) -> None:
        total = 0 if self._ids is None else len(self._ids)
        shown = view(Facts(total, self.grid.pick_count, self._read_only))
        self.hint.setText(shown.hint)
        self.all_button.setEnabled(shown.may_pick)
        for answer in shown.answers:
            button = self.buttons[answer.kind]
            button.setText(f"{answer.text}   {QKeySequence(KEYS[answer.kind]).toString()}")
            button.setAccessibleName(answer.text)
            button.setToolTip(as_tip(answer.tip))
            button.setEnabled(answer.enabled)

    def _type(self, letter: str) -> None:
        kind = next((kind for kind in self.buttons if KEYS[kind] == letter.upper()), None)
        if kind:
            self._decide(kind)

    def _decide(self, kind: Said) -> None:
        if self.buttons[kind].isEnabled():
            # first: once the last ones are decided about, what is shown then has the keyboard
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.decided.emit(kind, self.picked_ids())

    def _pick_all(self) -> None:
        self.grid.selectAll()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, _: str) -> None:
        row = self.grid.currentIndex().row()
        if self._ids is not None and 0 <= row < len(self._ids):
            self.one_wanted.emit(int(self._ids[row]))


def _no_tile(_: InQuestion) -> Tile:
    return COMING


_NONE: Pages[InQuestion] = Pages(0, lambda start, count, then: None, _no_tile)
