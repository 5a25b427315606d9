"""One photo, large: fits the room or shows its own pixels, zooms under the mouse or fingers, moves by dragging."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.heat import Heat, paint_heat
from cnn_desktop.gui.kit.words import tr

LARGEST = 16.0
"""Device pixels a photo's pixel may take."""
STEP = 1.25
COARSE = 64
"""Steps, in device pixels, in which the room for a photo is told."""
ENLARGED = 3.0
"""Most that fitting enlarges a small photo."""
_PAN = {Qt.Key.Key_W: (0, 1), Qt.Key.Key_S: (0, -1), Qt.Key.Key_A: (1, 0), Qt.Key.Key_D: (-1, 0)}


class PhotoView(QWidget):
    """`zoomed(scale, fits)`: device pixels a photo's pixel takes, and whether it follows the window's size.

    `coarse`: the screen could show more of the photo's own pixels than there are here.
    """

    zoomed = Signal(float, bool)
    coarse = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, accessibleName=tr("Photo"), minimumSize=QSize(240, 200))
        self._levels: list[QImage] = []
        self._size = QSize()
        """Of the photo itself: of a very large one there are fewer pixels here."""
        self._scale: float | None = None
        self._middle = QPointF(0.5, 0.5)
        self._dragged: QPointF | None = None
        self._heat: Heat | None = None
        self._opacity = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def show_photo(self, levels: list[QImage], text: str, size: QSize | None = None) -> None:
        """Shows a photo (its sizes, largest first) so that it fits; `text` is what screen readers say.

        `size`: its own, where the largest of `levels` is smaller.
        """
        self._levels, self._size = levels, size or levels[0].size()
        self.setAccessibleName(text or tr("Photo"))
        self.fit()

    def show_sharper(self, levels: list[QImage]) -> None:
        """More pixels of the photo that is shown, which stays where it is."""
        self._levels = levels
        self.update()

    def show_heat(self, heat: Heat | None, opacity: float) -> None:
        """Where in the photo the model looks, over it; None: nothing."""
        self._heat, self._opacity = heat, opacity
        self.update()

    def room(self) -> tuple[int, int]:
        """Device pixels that there are for a photo, rounded up, so that a few more or less ask for no other picture."""
        size = (self if self.isVisible() else self.window()).size() * self.devicePixelRatioF()
        return -(-size.width() // COARSE) * COARSE, -(-size.height() // COARSE) * COARSE

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    # Zoom -----------------------------------------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Device pixels a photo's pixel takes."""
        return self._fitting() if self._scale is None else self._scale

    @property
    def fits(self) -> bool:
        """True while the photo follows the window's size."""
        return self._scale is None

    def fit(self) -> None:
        """As large as the room; small photos at most three times as large."""
        self._scale, self._middle = None, QPointF(0.5, 0.5)
        self._tell()

    def actual_size(self) -> None:
        """One pixel of the photo on one of the screen."""
        self.zoom_to(1.0)

    def zoom_in(self) -> None:
        self.zoom_to(self.scale * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.scale / STEP)

    def zoom_to(self, scale: float, about: QPointF | None = None) -> None:
        """Sets the scale; what is at `about` (the middle if None) stays there. It never gets smaller than fitting or 1:1."""
        if not self._levels:
            return
        fitting = self._fitting()
        if scale <= fitting <= 1:
            self.fit()
            return
        new, old = max(min(1.0, fitting), min(LARGEST, scale)), self.scale
        about = about if about is not None else QPointF(self.width() / 2, self.height() / 2)
        ratio, size = self.devicePixelRatioF(), self._size
        off = about - QPointF(self.width() / 2, self.height() / 2)
        shift = off * ratio * (1 / old - 1 / new)
        self._scale = new
        self._middle += QPointF(shift.x() / size.width(), shift.y() / size.height())
        self._tell()

    def pan(self, way: QPointF) -> None:
        """Moves the photo by `way` logical pixels."""
        if self._levels and self._scale is not None:
            moved = way * self.devicePixelRatioF() / self._scale
            size = self._size
            self._middle -= QPointF(moved.x() / size.width(), moved.y() / size.height())
            self._tell()

    def _fitting(self) -> float:
        if not self._levels or self._size.isEmpty():
            return 1.0
        ratio, size = self.devicePixelRatioF(), self._size
        return min(self.width() * ratio / size.width(), self.height() * ratio / size.height(), ENLARGED * ratio)

    def _tell(self) -> None:
        area = self.area()
        if area.isValid():  # never lose the photo: its edge stops at the widget's
            self._middle = QPointF(
                _within(self._middle.x(), self.width() / area.width()),
                _within(self._middle.y(), self.height() / area.height()),
            )
        self.setCursor(Qt.CursorShape.ArrowCursor if self.fits else Qt.CursorShape.OpenHandCursor)
        self.zoomed.emit(self.scale, self.fits)
        self.update()
        if self._levels and self._levels[0].width() < min(1.0, self.scale) * self._size.width() - 1:
            self.coarse.emit()

    def area(self) -> QRectF:
        """Where the whole photo lies, in logical pixels; larger than the widget when zoomed in."""
        if not self._levels:
            return QRectF()
        factor = self.scale / self.devicePixelRatioF()
        width, height = self._size.width() * factor, self._size.height() * factor
        left = self.width() / 2 - self._middle.x() * width
        return QRectF(left, self.height() / 2 - self._middle.y() * height, width, height)

    # Events ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().hover))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        if self._levels:
            scale = self.scale * self._size.width() / self._levels[0].width()
            place = max(0, min(len(self._levels) - 1, int(-math.log2(max(1e-6, scale)) + 1e-6)))
            level = self._levels[place]
            # own pixels stay sharp squares when enlarged a lot
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale < 4)
            area = self.area()
            seen = area.intersected(QRectF(self.rect()))
            factor = level.width() / area.width()
            source = QRectF((seen.topLeft() - area.topLeft()) * factor, seen.size() * factor)
            painter.drawImage(seen, level, source)
            painter.setClipRect(self.rect())
            paint_heat(painter, area, self._heat, self._opacity)
            painter.setClipping(False)
        if self.hasFocus():
            painting.focus_frame(painter, QRectF(self.rect()), theme.RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() / 120
        if turn and self._levels:
            self.zoom_to(self.scale * STEP**turn, event.position())
            event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.scale * (1 + event.value()), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_to(self.scale * pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint())))  # fmt: skip
                return True
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._tell()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.fits:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.pan(event.position() - self._dragged)
            self._dragged = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.setCursor(Qt.CursorShape.ArrowCursor if self.fits else Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fits:
            self.zoom_to(max(1.0, self.scale * 2), event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PAN:
            across, down = _PAN[Qt.Key(event.key())]
            self.pan(QPointF(across, down) * 48)
            return
        super().keyPressEvent(event)


def _within(middle: float, seen: float) -> float:
    """The middle kept so that no room beside the photo is empty, while `seen` (the part of it on show) allows."""
    return 0.5 if seen >= 1 else max(seen / 2, min(1 - seen / 2, middle))
