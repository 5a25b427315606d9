"""Sorting for the small tables: the arrow stands beside the column's name instead of on top of it."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QTableView


class ArrowProxy(QSortFilterProxyModel):
    """Sorts by the role it is told; headers of the sorted column carry an arrow."""

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = super().headerData(section, way, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn() or not isinstance(name, str):
            return name
        return f"{name} {'↑' if self.sortOrder() == Qt.SortOrder.AscendingOrder else '↓'}"

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        super().sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))


def sortable(view: QTableView) -> None:
    """A click on a header sorts, a third click takes the sorting back; Qt's own arrow stays away."""
    header = view.horizontalHeader()
    header.setSectionsClickable(True)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    view.setSortingEnabled(True)
    header.setSortIndicatorShown(False)
