"""The small tables and their headers: columns as wide as their names need, the sorting arrow beside the name, not on it."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.table_model import Row, TableModel

PADDING = 18
"""Left and right of a column's name, in pixels."""


class ArrowProxy(QSortFilterProxyModel):
    """Headers of the sorted column carry an arrow."""

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = super().headerData(section, way, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn() or not isinstance(name, str):
            return name
        return f"{name} {'↑' if self.sortOrder() == Qt.SortOrder.AscendingOrder else '↓'}"

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        super().sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))


def plain_table(view: QTableView, row: int) -> None:
    """A quiet table of whole rows, each `row` pixels high: no grid, no frame, no row numbers, figures of even width."""
    painting.bare(view)
    theme.tabular(view)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(row)
    view.horizontalHeader().setHighlightSections(False)


class SortedTable(QTableView):
    """One row can be chosen. A click on a header sorts, a third click takes the sorting back; Qt's own arrow stays away."""

    def __init__(
        self, name: str, model: TableModel[Row], row: int, widths: dict[int, int], parent: QWidget | None = None
    ) -> None:
        """`name`: for screen readers; `row` and `widths` as in `plain_table` and `fix_columns`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        model.setParent(self)
        self.sorted = ArrowProxy(self)
        self.sorted.setSourceModel(model)
        self.sorted.setSortRole(TableModel.SORT)
        self.setModel(self.sorted)
        plain_table(self, row)
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
    """Columns of at least these widths, wider where the name in the person's language needs it; the first one stretches."""
    header = view.horizontalHeader()
    metrics = QFontMetrics(painting.font(header.font(), theme.SMALL, strong=True))  # as in the style sheet
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        name = str(view.model().headerData(column, Qt.Orientation.Horizontal))
        header.resizeSection(column, max(width, metrics.horizontalAdvance(name) + PADDING))
