"""A view of equal cells in rows, placed by arithmetic: laying out 100,000 of them takes as long as laying out one.

QListView walks through all rows whenever its width changes (200 ms for 100,000 rows, measured); this one never does.
Models, delegates, selection, keys and screen readers work as in Qt's own views.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from cnn_desktop.gui.kit.entering import enter, paint_focus
from cnn_desktop.gui.kit.row_ranges import Rows, joined, within
from cnn_desktop.gui.kit.table_model import AnyIndex


def rows_of(selection: QItemSelection) -> Rows:
    """The rows in it, without walking through them."""
    parts = (selection.at(place) for place in range(selection.size()))
    return joined(range(part.top(), part.bottom() + 1) for part in parts)


LINES = 3
"""So many are seen at once, where the view is not very low."""


class GridView(QAbstractItemView):
    """Cells at least `smallest` wide fill the width; a row below the other, scrolled pixel by pixel.

    `least`: where the view is low, cells may be that narrow, so that LINES rows of them are seen; 0: they never are.
    """

    def __init__(self, smallest: QSize, parent: QWidget | None = None, least: int = 0) -> None:
        super().__init__(parent)
        self._smallest, self._least = smallest, least
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # Geometry -------------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> int:
        """Cells in a row."""
        width, usual = self.viewport().width(), self._smallest.width()
        widest = self.viewport().height() // LINES - (self._smallest.height() - usual)
        more = min(width // self._least, -(-width // max(self._least, widest))) if self._least else 0
        return max(1, width // usual, more)

    def cell_size(self) -> QSize:
        """Cells grow a little so that a row is filled; what is below the square stays as high as it is."""
        width = max(1, self.viewport().width() // self.columns)
        return QSize(width, width + self._smallest.height() - self._smallest.width())

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _rect(self, row: int) -> QRect:
        size = self.cell_size()
        down, across = divmod(row, self.columns)
        if self.isRightToLeft():
            across = self.columns - 1 - across
        return QRect(QPoint(across * size.width(), down * size.height() - self.verticalOffset()), size)

    def rows_within(self, top: int, bottom: int) -> range:
        """The rows of the model whose cells touch the viewport's pixels from `top` to `bottom`."""
        height, offset = self.cell_size().height(), self.verticalOffset()
        first = max(0, (offset + top) // height)
        last = max(first, (offset + bottom) // height + 1)
        count = self._count()
        return range(min(count, first * self.columns), min(count, last * self.columns))

    def first_shown(self) -> int:
        """The first row whose cell is seen whole."""
        whole = -(-self.verticalOffset() // self.cell_size().height()) * self.columns
        return max(0, min(self._count() - 1, whole))

    def visualRect(self, index: AnyIndex) -> QRect:
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        size = self.cell_size()
        across, down = point.x() // size.width(), (point.y() + self.verticalOffset()) // size.height()
        if self.isRightToLeft():
            across = self.columns - 1 - across
        row = down * self.columns + across
        inside = 0 <= across < self.columns and 0 <= row < self._count()
        return self.model().index(row, 0) if inside else QModelIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        height = self.cell_size().height()
        lines = -(-self._count() // self.columns)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(8, height // 4))
        bar.setRange(0, max(0, lines * height - self.viewport().height()))
        bar.setEnabled(bar.maximum() > 0)  # the style sheet hides the handle of a bar with nothing to scroll

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()  # the scroll bar may not know of new rows yet
        rect, bar = self._rect(index.row()), self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height())

    def isIndexHidden(self, index: AnyIndex) -> bool:
        return False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    # Keys and selection ---------------------------------------------------------------------------------------------

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._count()
        if not count:
            return QModelIndex()
        actions, across = QAbstractItemView.CursorAction, self.columns
        page = max(1, self.viewport().height() // self.cell_size().height()) * across
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            actions.MoveLeft: -forward, actions.MoveRight: forward, actions.MoveUp: -across, actions.MoveDown: across,
            actions.MovePageUp: -page, actions.MovePageDown: page, actions.MoveHome: -count, actions.MoveEnd: count,
            actions.MoveNext: 1, actions.MovePrevious: -1,
        }  # fmt: skip
        if not self.currentIndex().isValid():
            return self.model().index(self.first_shown(), 0)
        row = self.currentIndex().row() + steps[action]
        if action in (actions.MoveUp, actions.MoveDown) and not 0 <= row < count:
            row = self.currentIndex().row()
        return self.model().index(max(0, min(count - 1, row)), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        enter(self, lambda: super(GridView, self).focusInEvent(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, seen = QRegion(), self.rows_within(0, self.viewport().height())
        for part in within(rows_of(selection), seen):  # of a million rows only those that are seen
            for row in part:
                region += self._rect(row)
        return region

    # Painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, current = option.state, self.currentIndex()
        chosen = self.selectionModel()
        dirty = event.rect()
        for row in self.rows_within(dirty.top(), dirty.bottom()):
            option.rect = self._rect(row)
            if not option.rect.intersects(dirty):
                continue
            index = self.model().index(row, 0)
            option.state = plain
            if chosen is not None and chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)
        painter.end()
        if not current.isValid():
            paint_focus(self, QRect())
