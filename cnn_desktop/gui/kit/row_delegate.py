"""What the painted tables share: a row is one piece, chosen or under the mouse; figures stand on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.table_model import AnyIndex

PADDING = 10
"""Left and right of a cell's words together, in the style sheet, in pixels."""
PaintCell = Callable[[QPainter, QRectF, AnyIndex, QStyleOptionViewItem, bool], None]
"""Paints what is in a cell, on the row's ground; the last: the row is chosen. The painter's state may be changed."""


class NameDelegate(QStyledItemDelegate):
    """Names of classes in a plain table: long ones are told apart from the others among `names`."""

    names: Sequence[str] = ()

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.text = short_name(option.text, self.names, words_width(option), option.font)


def words_width(option: QStyleOptionViewItem) -> int:
    """Room for the words of a plain table's cell, in pixels."""
    style = option.widget.style() if option.widget else QApplication.style()
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
    return int(option.rect.width()) - 2 * margin - PADDING


class RowDelegate(QStyledItemDelegate):
    """Paints a row's ground, and has `paint_cell` paint what stands on it."""

    def __init__(self, paint_cell: PaintCell, size: QSize, parent: QObject | None = None) -> None:
        """`size`: of the smallest cell, in pixels."""
        super().__init__(parent)
        self._paint_cell, self._size = paint_cell, size

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        now = theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, QColor(now.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(now.hover))
        self._paint_cell(painter, QRectF(option.rect), index, option, chosen)
        painter.restore()
