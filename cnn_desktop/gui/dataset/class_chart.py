"""Classes as bars one can click: name, photos of each split, count. A list, so that 200 classes and keys work too.

Photos can be dropped on a class, and its name can be changed where it stands (F2).
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
)
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnn_desktop.domain.photos import ClassCount
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.class_matches import MOST, tidy
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.photo_menu import by_keys, wants_menu
from cnn_desktop.gui.kit.picking_view import SCROLL_MS, photos_dragged
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.words import tr

ROW = 40
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ClassModel(QAbstractListModel):
    """Row 0 stands for all classes, the others for one each; before these one, of no name, for what is not labelled yet."""

    ROW = Qt.ItemDataRole.UserRole + 1

    named = Signal(str, str)
    """A class, and the name it is to have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.may_change = False
        """Whether classes can be renamed."""
        self.rows: list[ClassCount] = []
        self.names: list[str] = []
        self.largest = 1

    def show_rows(self, rows: list[ClassCount], unlabelled: int = 0) -> None:
        self.beginResetModel()
        self.rows = [ClassCount("", unlabelled), *rows] if unlabelled else rows
        self.names = [row.name for row in self.rows]
        self.largest = max((row.total for row in self.rows), default=1) or 1
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
            return tr("{name}, {n} {n:photo|photos}", name=row.name or tr("Not labelled"), n=row.total)
        if not row.name:
            return None
        parts = tr("{train} training, {val} validation, {test} test", train=row.train, val=row.val, test=row.test)
        others = {Qt.ItemDataRole.EditRole: row.name, Qt.ItemDataRole.ToolTipRole: as_tip(f"{row.name}\n{parts}")}
        return others.get(Qt.ItemDataRole(role))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        changes = self.may_change and index.row() > 0 and bool(self.names[index.row() - 1])
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if changes else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Only tells: the name changes when the project says so."""
        row, name = self.rows[index.row() - 1], tidy(str(value))
        if name and name != row.name:
            self.named.emit(row.name, name)
        return False


class ClassDelegate(QStyledItemDelegate):
    """Name and count over a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW if index.row() else 34)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        field = QLineEdit(parent, maxLength=MOST)
        field.setAccessibleName(tr("Name of the class"))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: QRect = option.rect
        editor.setGeometry(cell.adjusted(2, 2, -2, -2))

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
        chart = self.parent()
        if isinstance(chart, ClassChart) and chart.target == index.row() > 0:
            painting.focus_frame(painter, area)
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
        words = tr("All classes") if row is None else tr("Not labelled")
        if row is not None and row.name:
            words = short_name(row.name, model.names, room.width(), bold)
        painting.text(painter, room, words, now.text)
        painting.text(painter, line, count, now.muted if not chosen else now.text, Qt.AlignmentFlag.AlignRight)
        if row is not None:
            width, shape = inner.width() * row.total / model.largest, QPainterPath()
            shape.addRoundedRect(QRectF(inner.x(), inner.bottom() - 8, max(3.0, width), 6), 3, 3)
            first = model.names[:1].count("")
            place = index.row() - 1 - first
            painter.fillPath(
                shape, theme.class_color(place, len(model.rows) - first) if row.name else QColor(now.muted)
            )
        painter.restore()


class ClassChart(QListView):
    """`chosen` tells the class whose photos to show; "": those not labelled yet; None: all of them."""

    chosen = Signal(object)
    dropped = Signal(str)
    """The photos that were dragged are to be of this class."""
    menu_wanted = Signal(object, QPoint)
    """What can be done with a class, or with all for None; a place on the screen."""

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
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self._told: str | None = None
        """The class that was chosen when that was told last."""
        self.target = 0
        """The row photos are dragged over; 0: none."""
        self._dragged_at = QPoint()
        self._edge = QTimer(self, interval=SCROLL_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    def allow_changes(self, may_change: bool) -> None:
        """Whether photos can be dropped on classes, and classes renamed."""
        self.classes.may_change = may_change
        self.setAcceptDrops(may_change)

    def rename(self, name: str) -> None:
        """Lets the person change the name of class `name` where it stands."""
        row = self.classes.names.index(name) + 1 if name and name in self.classes.names else 0
        if row and self.classes.may_change:
            self.scrollTo(self.classes.index(row))
            self.edit(self.classes.index(row))

    def show_rows(self, rows: list[ClassCount], unlabelled: int = 0) -> None:
        """Shows the bars; the chosen class stays chosen if it is still there. `unlabelled`: photos not labelled yet."""
        current = self.current
        self.classes.show_rows(rows, unlabelled)
        self.choose(current if current in self.classes.names else None)

    @property
    def current(self) -> str | None:
        row: ClassCount | None = self.currentIndex().data(ClassModel.ROW) if self.currentIndex().isValid() else None
        return row.name if row else None

    def choose(self, name: str | None) -> None:
        """Chooses the bar of class `name` ("": not labelled yet), or all."""
        names = [None, *(row.name for row in self.classes.rows)]
        self.setCurrentIndex(self.classes.index(names.index(name) if name in names else 0))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.current != self._told:  # not where the rows are new and the class is the same
            self._told = self.current
            self.chosen.emit(self._told)

    # Its menu -------------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if by_keys(event) else self.indexAt(event.pos())
        self._ask_menu(index, None if by_keys(event) else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self._ask_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # a right click asks about a class, and does not go to it
            super().mousePressEvent(event)

    def _ask_menu(self, index: AnyIndex, place: QPoint | None = None) -> None:
        row = self.classes.rows[index.row() - 1] if index.isValid() and index.row() else None
        middle = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit((row.name or None) if row else None, middle if place is None else place)

    # Photos that are dropped on a class -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only photos of the grid: files are for the window."""
        event.setAccepted(photos_dragged(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dragged_at = event.position().toPoint()
        self._edge.start()
        self._aim(self._class_at(self._dragged_at))
        event.setAccepted(photos_dragged(event) and self.target > 0)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._edge.stop()
        self._aim(0)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._class_at(event.position().toPoint())
        self._edge.stop()
        self._aim(0)
        event.setAccepted(photos_dragged(event) and row > 0)
        if event.isAccepted():
            self.dropped.emit(self.classes.names[row - 1])

    def _class_at(self, place: QPoint) -> int:
        """The row of the class there; 0 where there is none."""
        row = max(0, self.indexAt(place).row())
        return row if row and self.classes.names[row - 1] else 0

    def _aim(self, row: int) -> None:
        if row != self.target:
            self.target = row
            self.viewport().update()

    def _scroll_at_edge(self) -> None:
        """A class further up or down is reached while one drags."""
        bar, y = self.verticalScrollBar(), self._dragged_at.y()
        step = -ROW // 4 if y < ROW // 2 else ROW // 4 if y > self.viewport().height() - ROW // 2 else 0
        if step:
            bar.setValue(bar.value() + step)
            self._aim(self._class_at(self._dragged_at))
