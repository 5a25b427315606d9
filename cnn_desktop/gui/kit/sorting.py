"""The small tables: quiet, whole rows, columns as wide as their names need, the sorting arrow beside the name, not on it."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.entering import enter, paint_focus
from cnn_desktop.gui.kit.table_model import Row, TableModel

UP, DOWN = "↑", "↓"
"""Beside the name of the sorted column."""
INSET = 8
"""Left and right of a cell's words and of a column's name, in pixels, as in the style sheet."""
PADDING = 2 * INSET + 2
"""Left and right of a column's name, in pixels."""


class ArrowProxy(QSortFilterProxyModel):
    """Headers of the sorted column carry an arrow."""

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = super().headerData(section, way, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn() or not isinstance(name, str):
            return name
        return f"{name} {UP if self.sortOrder() == Qt.SortOrder.AscendingOrder else DOWN}"

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        super().sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))


class PlainTable(QTableView):
    """A quiet table of whole rows: no grid, no frame, no row numbers, figures of even width."""

    def __init__(self, name: str, row: int, parent: QWidget | None = None) -> None:
        """`name`: for screen readers; `row`: height of a row in pixels."""
        super().__init__(parent)
        self.setAccessibleName(name)
        painting.bare(self)
        theme.tabular(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setHighlightSections(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        enter(self, lambda: super(PlainTable, self).focusInEvent(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.visualRect(self.currentIndex())
        if row.isValid():
            row.setLeft(0)
            row.setRight(self.viewport().width() - 1)
        paint_focus(self, row)


class SortedTable(PlainTable):
    """One row can be chosen. A click on a header sorts, a third click takes the sorting back; Qt's own arrow stays away."""

    def __init__(
        self, name: str, model: TableModel[Row], row: int, widths: dict[int, int], parent: QWidget | None = None
    ) -> None:
        """`name` and `row` as in `PlainTable`, `widths` as in `fix_columns`."""
        super().__init__(name, row, parent)
        model.setParent(self)
        self.sorted = ArrowProxy(self)
        self.sorted.setSourceModel(model)
        self.sorted.setSortRole(TableModel.SORT)
        self.setModel(self.sorted)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fix_columns(self, widths)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)


def fix_columns(view: QTableView, widths: dict[int, int]) -> None:
    """Columns of at least these widths, wider where the name, sorted, needs it; the first one stretches."""
    header = view.horizontalHeader()
    metrics = QFontMetrics(painting.font(header.font(), theme.SMALL, strong=True))  # as in the style sheet
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        name = str(view.model().headerData(column, Qt.Orientation.Horizontal))
        room = max(metrics.horizontalAdvance(f"{name} {arrow}") for arrow in (UP, DOWN))
        header.resizeSection(column, max(width, room + PADDING))
