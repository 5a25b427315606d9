"""What the painted tables share: a row is one piece, chosen or under the mouse; figures stand on the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.table_model import AnyIndex


class RowDelegate(QStyledItemDelegate):
    """Paints the row's ground; a table's own delegate paints what is in a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        now = theme.colours()
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(cell, QColor(now.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, QColor(now.hover))
        self.paint_cell(painter, QRectF(cell), index, option, chosen)
        painter.restore()

    def paint_cell(
        self, painter: QPainter, cell: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        """The content of `cell`; the painter's state may be changed."""
        raise NotImplementedError
