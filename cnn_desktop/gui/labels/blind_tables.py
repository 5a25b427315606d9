"""Two small tables of the second opinion: the classes people differ in, and what became of single photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from cnn_desktop.gui.kit.paths import cut
from cnn_desktop.gui.kit.row_delegate import NameDelegate
from cnn_desktop.gui.kit.sorting import PlainTable, fix_columns
from cnn_desktop.gui.kit.table_model import TableModel
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.blind_view import ClassRow, PhotoLine

_ROW = 28
_LETTERS = 16
"""Of a person's name above a column."""


class ClassTable(PlainTable):
    """How often each of the two said a class, and both of the same photo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Classes the two differ in"), _ROW, parent)
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self._names: tuple[str, str] | None = None
        self.rows: TableModel[ClassRow]
        self.show_rows((), ("", ""))

    def show_rows(self, rows: Sequence[ClassRow], names: tuple[str, str]) -> None:
        """`names`: of the two."""
        if names != self._names:
            self._names = names
            columns = (tr("Class"), *(cut(name, _LETTERS) for name in names), tr("Both"))
            old = getattr(self, "rows", None)
            self.rows = TableModel(columns, _class_cell, figures=(1, 2, 3), parent=self)
            self.setModel(self.rows)
            if old:
                old.deleteLater()
            fix_columns(self, {1: 84, 2: 84, 3: 84})
            self._delegate = NameDelegate(self)
            self.setItemDelegateForColumn(0, self._delegate)
        self._delegate.names = [row.name for row in rows]
        self.rows.show_rows(list(rows))


class PhotoList(PlainTable):
    """A line a photo: what it was labelled as, what it is now, and who said so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Photos people have an opinion on"), _ROW, parent)
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        names = (tr("Photo"), tr("Label before"), tr("Label now"), tr("Said by"))
        self.rows = TableModel(names, _photo_cell, parent=self)
        self.setModel(self.rows)
        for column in range(4):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: Sequence[PhotoLine]) -> None:
        self.rows.show_rows(list(lines))


def _class_cell(row: ClassRow, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return (row.name, row.one, row.other, row.both)[column]
    return row.name if role == Qt.ItemDataRole.ToolTipRole and column == 0 else None


def _photo_cell(row: PhotoLine, column: int, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return (row.path, row.before, row.now, row.said)[column]
    return None
