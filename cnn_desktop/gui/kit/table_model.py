"""What the small tables share: a row is a record, a column has a name, figures stand on the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cnn_desktop.gui.kit.plain import as_tip

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

Row = TypeVar("Row")


Cell = Callable[[Row, int, int], object]
"""(row, column, role) → what is in the cell; None for roles that it has nothing for."""


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind of record."""

    SORT = Qt.ItemDataRole.UserRole + 1
    """Role of plain values to sort by."""

    def __init__(
        self, names: Sequence[str], cell: Cell[Row], figures: Collection[int] = (), parent: QObject | None = None
    ) -> None:
        """`names` of the columns, in the user's language; `figures`: the columns that stand on the right."""
        super().__init__(parent)
        self._names, self._cell, self._figures = names, cell, figures
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Replaces all rows, unless they are the same."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Where the words of a column stand."""
        side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        found = self._cell(self.rows[index.row()], index.column(), role)
        return as_tip(found) if role == Qt.ItemDataRole.ToolTipRole and isinstance(found, str) else found

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section)
        is_name = way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._names[section] if is_name else None
