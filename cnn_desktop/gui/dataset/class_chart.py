"""Classes as bars one can click: name, photos of each split, count. A list, so that 200 classes and keys work too."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnn_desktop.domain.photos import ClassCount
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.words import tr

ROW = 40
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ClassModel(QAbstractListModel):
    """Row 0 stands for all classes, the others for one each."""

    ROW = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ClassCount] = []
        self.names: list[str] = []
        self.largest = 1

    def show_rows(self, rows: list[ClassCount]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.names = [row.name for row in rows]
        self.largest = max((row.total for row in rows), default=1) or 1
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() or not self.rows else len(self.rows) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row() - 1] if index.row() else None
        if role == self.ROW:
            return row
        if row is None:
            count = sum(each.total for each in self.rows)
            return tr("All classes, {n} {n:photo|photos}", n=count) if role in SPOKEN else None
        if role in SPOKEN:
            return tr("{name}, {n} {n:photo|photos}", name=row.name, n=row.total)
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = tr("{train} training, {val} validation, {test} test", train=row.train, val=row.val, test=row.test)
            return as_tip(f"{row.name}\n{parts}")
        return None


class ClassDelegate(QStyledItemDelegate):
    """Name and count over a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW if index.row() else 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        now = theme.colours()
        model = index.model()
        assert isinstance(model, ClassModel)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area = QRectF(cell).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if chosen else now.hover))
            painter.drawRoundedRect(area, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painting.focus_frame(painter, area)
        inner = area.adjusted(8, 3, -8, -3)
        row = model.rows[index.row() - 1] if index.row() else None
        total = row.total if row else sum(each.total for each in model.rows)
        painter.setFont(painting.font(option.font, strong=row is None or chosen))
        count = tr("{n}", n=total)
        bold = painting.font(option.font, strong=True)  # what is chosen must not be cut elsewhere than the rest
        width = QFontMetricsF(bold).horizontalAdvance(tr("{n}", n=model.largest)) + 2
        line = QRectF(inner.x(), inner.y(), inner.width(), 20 if row else inner.height())
        room = line.adjusted(0, 0, -width - 8, 0)
        words = short_name(row.name, model.names, room.width(), bold) if row else tr("All classes")
        painting.text(painter, room, words, now.text)
        painting.text(painter, line, count, now.muted if not chosen else now.text, Qt.AlignmentFlag.AlignRight)
        if row is not None:
            width, shape = inner.width() * row.total / model.largest, QPainterPath()
            shape.addRoundedRect(QRectF(inner.x(), inner.bottom() - 8, max(3.0, width), 6), 3, 3)
            painter.fillPath(shape, theme.class_color(index.row() - 1, len(model.rows)))
        painter.restore()


class ClassChart(QListView):
    """`chosen` tells the class whose photos to show; None: all of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Classes and how many photos they have"))
        self.classes = ClassModel(self)
        self.setModel(self.classes)
        self.setItemDelegate(ClassDelegate(self))
        painting.bare(self)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: list[ClassCount]) -> None:
        """Shows the bars; the chosen class stays chosen if it is still there."""
        current = self.current
        self.classes.show_rows(rows)
        names = [row.name for row in rows]
        self.choose(current if current in names else None)

    @property
    def current(self) -> str | None:
        row: ClassCount | None = self.currentIndex().data(ClassModel.ROW) if self.currentIndex().isValid() else None
        return row.name if row else None

    def choose(self, name: str | None) -> None:
        """Chooses the bar of class `name`, or all."""
        names = [None, *(row.name for row in self.classes.rows)]
        self.setCurrentIndex(self.classes.index(names.index(name) if name in names else 0))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.current)
