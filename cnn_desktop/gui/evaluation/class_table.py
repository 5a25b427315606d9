"""Precision, recall and F1 of each class, sortable; figures are right-aligned with a quiet bar behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from cnn_desktop.domain.message import say
from cnn_desktop.domain.report import ClassReport
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.row_delegate import RowDelegate
from cnn_desktop.gui.kit.sorting import INSET, SortedTable
from cnn_desktop.gui.kit.table_model import AnyIndex, TableModel
from cnn_desktop.gui.kit.words import QT_WORDS, tr

NO_FIGURE, NONE = "–", -1.0
"""What stands for a figure that there is none of, and its place: before all others."""
NO_PHOTOS = say("There are no test photos of this class.")
NEVER_SAID = say("No photo was classified as this class.")


def _cell(row: ClassReport, column: int, role: int) -> object:
    """Class, photos, precision, recall, F1."""
    value = (row.name, row.n, row.precision, row.recall, row.f1)[column]
    if role == TableModel.SORT:
        return value.casefold() if isinstance(value, str) else NONE if value is None else value
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        if isinstance(value, str):
            return value
        if value is None:
            return NO_FIGURE
        return tr("{n}", n=value) if column == 1 else tr("{p:.0%}", p=value)
    if role == Qt.ItemDataRole.ToolTipRole and value is None:
        return NO_PHOTOS.render(QT_WORDS) if not row.n else NEVER_SAID.render(QT_WORDS)
    return row.name if role == Qt.ItemDataRole.ToolTipRole and column == 0 else None


def _paint_cell(
    names: Sequence[str], painter: QPainter, cell: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool
) -> None:
    """A quiet bar under each share; `names` of all classes, so that long ones are told apart."""
    now = theme.colours()
    painter.setFont(painting.font(option.font))
    inner = cell.adjusted(INSET, 0, -INSET, 0)
    words = index.data()
    if index.column() == 0:
        painting.name(painter, inner, words, names, now.text)
    elif index.column() == 1:
        painting.text(painter, inner, words, now.muted, Qt.AlignmentFlag.AlignRight)
    else:
        share = max(0.0, float(index.data(TableModel.SORT)))
        track = QRectF(inner.x(), inner.bottom() - 6, inner.width(), 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover))
        painter.drawRoundedRect(track, 1.5, 1.5)
        painter.setBrush(QColor(now.accent))
        painter.drawRoundedRect(QRectF(track.x(), track.y(), track.width() * share, 3), 1.5, 1.5)
        painting.text(painter, inner.adjusted(0, 0, 0, -4), words, now.text, Qt.AlignmentFlag.AlignRight)


class ClassTable(SortedTable):
    """`chosen(name)` when a class is activated (click, Enter)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        names = tr("Class"), tr("Photos"), tr("Precision"), tr("Recall"), tr("F1")
        rows = TableModel(names, _cell, figures=(1, 2, 3, 4))
        super().__init__(tr("Precision and recall of each class"), rows, 30, {1: 58, 2: 74, 3: 60, 4: 56}, parent)
        self.rows = rows
        self._names: list[str] = []
        rows.modelReset.connect(self._take_names)
        self.setItemDelegate(RowDelegate(lambda *cell: _paint_cell(self._names, *cell), QSize(60, 30), self))
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)
        self.sortByColumn(4, Qt.SortOrder.AscendingOrder)

    def _take_names(self) -> None:
        self._names = [row.name for row in self.rows.rows]

    def _tell(self, index: AnyIndex) -> None:
        self.chosen.emit(index.sibling(index.row(), 0).data())
