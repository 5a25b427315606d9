"""One map, large: a number is a square, one of which is looked at; and the scale of its colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.map_reader import Ramp
from cnn_desktop.gui.viewer.map_grid import fitted, paint_map

_STEPS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip
_FAR = 8
"""Squares that a step with Shift goes."""
_LEAST = 7.0
"""Side of the frame around a square that is smaller than that."""


class LargeMap(QWidget):
    """`pointed(row, column)`: this square is looked at, as the mouse or the arrow keys go. A click holds it there.

    `turned(±1)`: the next map, or the one before.
    """

    pointed = Signal(int, int)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimumSize=QSize(120, 120))
        self._picture = QImage()
        self.spot: tuple[int, int] | None = None
        """Row and column."""
        self.is_held = False
        """The mouse moves nothing until the next click."""
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_map(self, picture: QImage) -> None:
        """What was looked at stays, where this one has it."""
        if self._picture.size() != picture.size():
            self.spot, self.is_held = None, False
        self._picture = picture
        self.update()

    def look_at(self, spot: tuple[int, int] | None) -> None:
        """As the other side of a comparison does."""
        self.spot = spot if spot and spot[0] < self._picture.height() and spot[1] < self._picture.width() else None
        self.update()

    def area(self) -> QRectF:
        """Where the map lies."""
        return fitted(self._picture.size(), QRectF(self.rect()).adjusted(4, 4, -4, -4))

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def square(self, spot: tuple[int, int]) -> QRectF:
        """Where the square lies."""
        area = self.area()
        wide, high = area.width() / self._picture.width(), area.height() / self._picture.height()
        return QRectF(area.left() + spot[1] * wide, area.top() + spot[0] * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        area = self.area()
        paint_map(painter, self._picture, area, self.devicePixelRatioF())
        if self.spot:
            self._paint_spot(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painting.focus_frame(painter, area.adjusted(-4, -4, 4, 4), 4)

    def _paint_spot(self, painter: QPainter, area: QRectF) -> None:
        assert self.spot
        square = self.square(self.spot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        line = QColor(255, 255, 255, 90)
        painter.fillRect(QRectF(area.left(), square.center().y() - 0.5, area.width(), 1), line)
        painter.fillRect(QRectF(square.center().x() - 0.5, area.top(), 1, area.height()), line)
        more = max(0.0, (_LEAST - square.width()) / 2)
        frame = square.adjusted(-more - 2, -more - 2, more + 2, more + 2)
        frame.moveRight(min(frame.right(), self.width() - 2.0))  # at the map's edge too all of it can be seen
        frame.moveLeft(max(frame.left(), 2.0))
        painting.mark_frame(painter, frame)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        area = self.area()
        if self._picture.isNull() or not area.contains(point):
            return None
        across = int((point.x() - area.left()) / area.width() * self._picture.width())
        down = int((point.y() - area.top()) / area.height() * self._picture.height())
        return min(down, self._picture.height() - 1), min(across, self._picture.width() - 1)

    def _point(self, spot: tuple[int, int] | None) -> None:
        if spot and spot != self.spot:
            self.spot = spot
            self.update()
            self.pointed.emit(*spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.is_held:
            self._point(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot:
            self.is_held = not self.is_held or spot != self.spot
            self._point(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not self._picture.isNull():
            far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            row, column = self.spot or (self._picture.height() // 2, self._picture.width() // 2)
            down, across = (far * step for step in _STEPS[key]) if self.spot else (0, 0)
            self.is_held = True
            self._point((
                max(0, min(self._picture.height() - 1, row + down)),
                max(0, min(self._picture.width() - 1, column + across)),
            ))  # fmt: skip
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class ColourScale(QWidget):
    """Which colour stands for which number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ramp: Ramp = []
        self._ends = ("", "")
        self.setFixedHeight(20)
        self.setMinimumWidth(80)

    def show_scale(self, ramp: Ramp, low: str, high: str) -> None:
        """`low`, `high`: the numbers at its ends, in words."""
        self._ramp, self._ends = ramp, (low, high)
        self.setAccessibleName(f"{low} – {high}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._ramp:
            return
        now = theme.colours()
        painter = QPainter(self)
        painter.setFont(painting.font(self.font(), theme.SMALL))
        low, high = (QFontMetricsF(painter.font()).horizontalAdvance(end) + 10 for end in self._ends)
        bar = QRectF(low, 6, min(160.0, self.width() - low - high), 8)
        strip = QImage(len(self._ramp), 1, QImage.Format.Format_RGB32)
        for place, colour in enumerate(self._ramp):
            strip.setPixel(place, 0, colour)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(bar, strip)
        right = Qt.AlignmentFlag.AlignRight
        painting.text(painter, QRectF(0, 0, low - 8, 20), self._ends[0], now.muted, right)
        painting.text(painter, QRectF(bar.right() + 8, 0, high, 20), self._ends[1], now.muted)
