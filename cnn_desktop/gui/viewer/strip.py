"""Thumbnails of the photos before and after the one that is shown, in one row below it; a click goes to one of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr

SIDE, GAP = 52, 6
_SOON_MS = 25


class Strip(QWidget):
    """`stepped(int)`: so many photos on, or back. Keys are the viewer's own: Left and Right."""

    stepped = Signal(int)

    def __init__(self, ask: AskEvents, parent: QWidget | None = None) -> None:
        super().__init__(parent, accessibleName=tr("Photos before and after this one"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.source = ThumbnailSource(ask, self)
        self.source.ready.connect(lambda _: self.update())
        self._paths: list[str] = []
        self._place = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._see)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_photos(self, paths: list[str], place: int) -> None:
        """`paths` may be very many: only those around `place` are looked at."""
        self._paths, self._place = paths, place
        self.setVisible(len(paths) > 1)
        self.update()
        self._soon.start()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE + 4)

    def shown(self) -> range:
        """Places of the photos that have room; the current one is in the middle, but for the ends."""
        most = max(1, (self.width() + GAP) // (SIDE + GAP))
        first = max(0, min(self._place - most // 2, len(self._paths) - most))
        return range(first, min(len(self._paths), first + most))

    def _rect(self, place: int) -> QRect:
        shown = self.shown()
        left = (self.width() - len(shown) * (SIDE + GAP) + GAP) // 2
        across = place - shown.start
        if self.isRightToLeft():
            across = len(shown) - 1 - across
        return QRect(left + across * (SIDE + GAP), 2, SIDE, SIDE)

    def _place_at(self, point: QPointF) -> int:
        return next((place for place in self.shown() if self._rect(place).contains(point.toPoint())), -1)

    def _see(self) -> None:
        if self.isVisible():
            self.source.set_size(SIDE, self.devicePixelRatioF())
            self.source.want([self._paths[place] for place in self.shown()], self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.stepped.emit(place - self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.source.want([], self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for place in self.shown():
            square, path = QRectF(self._rect(place)), self._paths[place]
            picture = self.source.picture(path)
            if picture is not None:
                painter.drawPixmap(square, picture, QRectF(picture.rect()))
            else:
                painting.no_picture(painter, square, "" if self.source.fault(path) is None else "missing", 16)
            if place == self._place:
                painting.focus_frame(painter, square.adjusted(-2, -2, 2, 2), 8)
        painter.end()
