"""Numbers without a picture: bars with names for the last layers, columns for thousands of them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.entering import enter, paint_focus
from cnn_desktop.gui.kit.map_reader import NEGATIVE, POSITIVE
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.row_delegate import RowDelegate
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.words import QT_WORDS, tr

ROW = 40


class BarRow(msgspec.Struct, frozen=True):
    """One number."""

    place: int
    """Among the layer's numbers."""
    name: str
    value: float
    figures: str


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[BarRow] = []

    def show_rows(self, rows: list[BarRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}, {row.figures}"
        return as_tip(row.name) if role == Qt.ItemDataRole.ToolTipRole else None


class NumberBars(QListView):
    """Bars from 0, to the left for what is below; `chosen(place)`."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        painting.bare(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._model = _Rows(self)
        self._shares, self._scale = False, (0.0, 1.0)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self._paint, QSize(120, ROW), self))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_rows(self, rows: list[BarRow], shares: bool) -> None:
        """`shares`: they are parts of 1. What was chosen stays so."""
        index = self.currentIndex()
        kept = self._model.rows[index.row()].place if index.isValid() else -1
        self._shares = shares
        self._model.show_rows(rows)
        place = next((at for at, row in enumerate(rows) if row.place == kept), -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def show_scale(self, low: float, high: float) -> None:
        """The bars reach from `low` to `high`, 0 among them; those of shares from 0 to 1."""
        self._scale = low, high
        self.viewport().update()

    @property
    def scale(self) -> tuple[float, float]:
        return (0.0, 1.0) if self._shares else self._scale

    @property
    def rows(self) -> list[BarRow]:
        return self._model.rows

    def focusInEvent(self, event: QFocusEvent) -> None:
        enter(self, lambda: super(NumberBars, self).focusInEvent(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self, self.visualRect(self.currentIndex()))

    def _choose(self, index: AnyIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].place)

    def _paint(
        self, painter: QPainter, area: QRectF, index: AnyIndex, option: QStyleOptionViewItem, chosen: bool
    ) -> None:
        now, rows = theme.colours(), self._model.rows
        row, area = rows[index.row()], area.adjusted(8, 0, -8, 0)
        painter.setFont(painting.font(self.font(), strong=index.row() == 0))
        width = QFontMetricsF(painter.font()).horizontalAdvance(row.figures) + 12
        words = QRectF(area.left(), area.top() + 4, area.width(), 18)
        painting.name(painter, words.adjusted(0, 0, -width, 0), row.name, [one.name for one in rows], now.text)
        painting.text(painter, words, row.figures, now.text, Qt.AlignmentFlag.AlignRight)
        track = QRectF(area.left(), area.top() + 25, area.width(), 8)
        low, high = self.scale
        span = (high - low) or 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover))
        painter.drawRoundedRect(track, 4, 4)
        zero = track.left() - low / span * track.width()
        end = track.left() + (row.value - low) / span * track.width()
        bar = QRectF(QPointF(min(zero, end), track.top()), QPointF(max(zero, end), track.bottom()))
        painter.setBrush(QColor(now.accent) if self._shares else QColor(POSITIVE if row.value > 0 else NEGATIVE))
        if bar.width() >= 0.5:
            painter.drawRoundedRect(bar, min(4.0, bar.width() / 2), 4)
        if low < 0 < high:
            painter.fillRect(QRectF(zero - 0.5, track.top() - 2, 1, 12), QColor(now.outline))


class NumberColumns(QWidget):
    """Many numbers side by side, up for what is above 0; `pointed(place)` as the mouse or the arrow keys go."""

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimumSize=QSize(160, 120))
        self._values: tuple[float, ...] = ()
        self._place, self._total = -1, 0
        self.scale = (0.0, 1.0)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: tuple[float, ...], total: int) -> None:
        """`total`: so many there are, of which these are the first."""
        self._total = total
        if len(values) != len(self._values):
            self._place = -1
        self._values = values
        self.update()

    def show_scale(self, low: float, high: float) -> None:
        """The columns reach from `low` to `high`, 0 among them."""
        self.scale = low, high
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(8, 12, -8, -28)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        now, room, count = theme.colours(), self._room(), len(self._values)
        painter = QPainter(self)
        low, high = self.scale
        span = (high - low) or 1.0
        zero = room.bottom() + low / span * room.height()
        wide = room.width() / count
        gap = 1.0 if wide >= 4 else 0.0
        step = max(1, int(count / max(1.0, room.width() * self.devicePixelRatioF())))
        colours = QColor(NEGATIVE), QColor(POSITIVE)
        for start in range(0, count, step):  # of columns that share a pixel, the one that reaches farthest
            value = max(self._values[start : start + step], key=abs)
            end = zero - value / span * room.height()
            painter.fillRect(
                QRectF(room.left() + start * wide, min(zero, end), max(wide * step - gap, 0.6), abs(end - zero)),
                colours[value > 0],
            )  # fmt: skip
        painter.fillRect(QRectF(room.left(), zero - 0.5, room.width(), 1), QColor(now.outline))
        painter.setFont(painting.font(self.font(), theme.SMALL))
        legend = QRectF(room.left(), room.bottom() + 8, room.width(), 16)
        if self._place >= 0:
            x = room.left() + (self._place + 0.5) * wide
            painter.fillRect(QRectF(x - 0.5, room.top(), 1, room.height()), QColor(now.text))
            painting.text(painter, legend, self.text(), now.text)
        else:
            words = (
                tr("The first {n} of {total} numbers", n=count, total=self._total)
                if count < self._total
                else tr("{n} {n:number|numbers}", n=count)
            )
            painting.text(painter, legend, words, now.muted)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painting.focus_frame(painter, QRectF(self.rect()))

    def text(self) -> str:
        """What is looked at, in words."""
        value = QT_WORDS.number(self._values[self._place], ".3f").replace("-", "−")
        return tr("Number {n}: {value}", n=self._place + 1, value=value)

    def _point(self, place: int) -> None:
        place = max(0, min(len(self._values) - 1, place))
        if self._values and place != self._place:
            self._place = place
            self.setAccessibleDescription(self.text())
            self.update()
            self.pointed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        room = self._room()
        self._point(int((event.position().x() - room.left()) / max(1.0, room.width()) * len(self._values)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -len(self._values), Qt.Key.Key_End: len(self._values)}  # fmt: skip
        if event.key() in steps:
            self._point(self._place + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
