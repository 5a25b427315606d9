"""What the small tables share: a row is a record, a column has a name, figures stand on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

Row = TypeVar("Row")


class TableModel(QAbstractTableModel, Generic[Row]):
    """A table's own model says what is in a cell (`cell`) and how the columns are called (`names`)."""

    SORT = Qt.ItemDataRole.UserRole + 1
    """Role of plain values to sort by."""
    figures: Sequence[int] = ()
    """Columns that stand on the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Replaces all rows, unless they are the same."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def names(self) -> Sequence[str]:
        """Of the columns, in the user's language."""
        raise NotImplementedError

    def cell(self, row: Row, column: int, role: int) -> object:
        """What is in a cell; None for roles that it has nothing for."""
        raise NotImplementedError

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Where the words of a column stand."""
        side = Qt.AlignmentFlag.AlignRight if column in self.figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.names())

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return self.cell(self.rows[index.row()], index.column(), role)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section)
        is_name = way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.names()[section] if is_name else None
