"""Photos that are taken for one class: they are confirmed together, but for those that a person picks out.

Keys among the photos: Ctrl+Enter confirms the row; a number or a letter gives the picked ones another class; Delete skips them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import SayingLabel
from cnn_desktop.gui.kit.class_matches import class_of_key
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.fresh_view import ClassRow, Shown

SIDE = 96
_SIGNS = {"open": "", "labelled": "check", "skipped": "clear"}


class _Strip(ThumbnailGrid):
    """As high as its photos need."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = -(-self.tiles.rowCount() // self.columns)
        self.setFixedHeight(max(1, lines) * self.cell_size().height())


class FreshRowView(QWidget):
    """One class's photos with their buttons. Ids are those of photos."""

    confirmed = Signal(list)
    """Ids: the suggestion is right."""
    labelled = Signal(list, str)
    """Ids, and the class they are of instead."""
    skipped = Signal(list)
    opened = Signal(str)
    """Path of a photo to be shown large."""

    def __init__(
        self,
        row: ClassRow,
        paths: Sequence[str],
        names: Sequence[str],
        source: ThumbnailSource,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row, self._paths, self._names, self._may_label = row, paths, names, True
        self.title = theme.heading(SayingLabel())
        self.title.show_saying(row.label, row.label, names)
        self.confirm = QPushButton()
        self.confirm.clicked.connect(self._confirm)
        self.other = theme.quiet(QPushButton(tr("Another class…")))
        self.other.clicked.connect(self._ask)
        self.skip = theme.quiet(QPushButton(tr("Skip")))
        self.skip.clicked.connect(self._skip)
        self._tiles: list[Tile] = []
        self.grid = _Strip(source, tr("Photos that are probably “{label}”", label=row.label), SIDE, many=True)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.tiles.set_lazy(len(row.photos), lambda at: self._tiles[at])
        self.grid.typed.connect(self._typed)
        self.grid.delete_pressed.connect(self._skip)
        self.grid.opened.connect(self.opened)
        self.grid.menu.opening.connect(self._fill_menu)
        self.grid.picks_changed.connect(self._show_buttons)
        head = in_row(wide(self.title), self.other, self.skip, self.confirm)
        in_column(head, self.grid, spacing=theme.SPACING // 2, of=self)
        self.show_row(row, may_label=True)

    def show_row(self, row: ClassRow, may_label: bool) -> None:
        """The same photos, of which more was said."""
        self._row, self._may_label = row, may_label
        self._tiles[:] = [
            Tile(path, shown.text, sign=_SIGNS[shown.state], faded=shown.state != "open")
            for path, shown in zip(self._paths, row.photos, strict=True)
        ]
        if row.photos:
            self.grid.tiles.dataChanged.emit(self.grid.tiles.index(0), self.grid.tiles.index(len(row.photos) - 1))
        self._show_buttons()

    @property
    def left(self) -> int:
        """Photos of which nothing was said."""
        return self._row.left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier:
            self._confirm()
        else:
            super().keyPressEvent(event)

    def ask_class(self, typed: str = "") -> ClassPicker | None:
        """Asks for the class of the picked photos; `typed`: its first letter, if that is known."""
        if not self._may_label or not (ids := self._meant()):
            return None
        title = tr("Label {n} {n:photo|photos} as", n=len(ids))
        picker = ClassPicker(title, self._names, lambda name, _: self.labelled.emit(ids, name), self)
        picker.open_at(self.other.mapToGlobal(QPoint(0, self.other.height())), typed)
        return picker

    def _ask(self) -> None:
        self.ask_class()

    def _open(self) -> list[Shown]:
        return [shown for shown in self._row.photos if shown.state == "open"]

    def _meant(self) -> list[int]:
        """Those that are picked, or all of the row when none is."""
        picked = [self._row.photos[at] for part in self.grid.picked_rows() for at in part]
        return [shown.row.id for shown in picked or self._row.photos if shown.state == "open"]

    def _confirm(self) -> None:
        if self._may_label and self._row.left:
            self.confirmed.emit([shown.row.id for shown in self._open()])

    def _skip(self) -> None:
        if ids := self._meant():
            self.skipped.emit(ids)

    def _typed(self, letter: str) -> None:
        if not self._may_label or not self.grid.pick_count:
            return
        label = class_of_key(letter, self._names)
        if label is not None:
            self.labelled.emit(self._meant(), label)
        elif not letter.isdecimal():
            self.ask_class(letter)

    def _fill_menu(self, menu: QMenu) -> None:
        if not self._may_label or not self._meant():
            return
        menu.addSeparator()
        menu.addAction(tr("&Another class…"), self._ask)
        menu.addAction(tr("&Skip"), self._skip)

    def _show_buttons(self) -> None:
        row, picked = self._row, self.grid.pick_count
        self.confirm.setText(row.confirm)
        self.confirm.setAccessibleName(row.name)
        self.confirm.setToolTip(as_tip(tr("{what}. Key: Ctrl+Enter", what=row.name)))
        self.confirm.setEnabled(self._may_label and bool(row.left))
        which = tr("the picked photos") if picked else tr("all photos of this row")
        for button, words in (
            (self.other, tr("Another class for {which}", which=which)),
            (self.skip, tr("Skip {which}", which=which)),
        ):
            button.setEnabled(bool(row.left) and (self._may_label or button is self.skip))
            button.setToolTip(as_tip(words))
            button.setAccessibleName(words)
