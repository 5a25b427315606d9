"""A photo as large as its place allows, crisp at any scaling."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.words import tr

USUAL = 264
"""Side in pixels, where there is room."""
ENLARGED = 3
"""Most that fitting enlarges a small photo."""
COARSE = 64
"""Steps, in device pixels, in which the room for a photo is told."""


class FittedPicture(QWidget):
    """A photo as large as there is room, small ones at most three times as large; a quiet ground while it comes."""

    def __init__(self, parent: QWidget | None = None, tall: bool = False) -> None:
        """`tall`: takes all the height there is; else what is known of the photo stands right below it."""
        super().__init__(parent, accessibleName=tr("Photo"))
        self._tall = tall
        self._levels: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)

    def sizeHint(self) -> QSize:
        return QSize(USUAL, USUAL)

    def show_levels(self, levels: list[QImage], text: str = "") -> None:
        """The photo and halves of it, largest first; none: it is on its way."""
        self._levels = levels
        self.setAccessibleName(text or tr("Photo"))
        self.update()

    def room(self) -> tuple[int, int]:
        """Device pixels there are for it, rounded up."""
        size = self.size() * self.devicePixelRatioF()
        return -(-size.width() // COARSE) * COARSE, -(-size.height() // COARSE) * COARSE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._tall:
            self.setMaximumHeight(max(96, self.width() * 4 // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._levels:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours().hover))
            painter.drawRoundedRect(self.rect(), 6, 6)
            return
        ratio, whole = self.devicePixelRatioF(), self._levels[0].size()
        fitting = whole.scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        shown = fitting if fitting.width() <= ENLARGED * whole.width() else whole * ENLARGED
        level = next(one for one in reversed(self._levels) if one.width() >= shown.width() or one is self._levels[0])
        area = QRectF(0, 0, shown.width() / ratio, shown.height() / ratio)
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, level)
