"""A photo as large as its place allows, crisp at any scaling."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import icons, painting, theme
from cnn_desktop.gui.kit.heat import Heat, paint_heat
from cnn_desktop.gui.kit.words import tr

USUAL = 264
"""Side in pixels, where there is room."""
ENLARGED = 3
"""Most that fitting enlarges a small photo."""
COARSE = 64
"""Steps, in device pixels, in which the room for a photo is told."""
_SIGN, _FRAME = 48, 4
"""Side of the icon in place of a photo; room around a tall photo for the frame of the keyboard."""


class FittedPicture(QWidget):
    """A photo as large as there is room, small ones at most three times as large; a quiet ground while it comes."""

    resized = Signal()
    """There is more room, or less."""

    def __init__(self, parent: QWidget | None = None, tall: bool = False) -> None:
        """`tall`: takes all the height there is; else what is known of the photo stands right below it."""
        super().__init__(parent, accessibleName=tr("Photo"))
        self._tall = tall
        self._levels: list[QImage] = []
        self._sign = ""
        self._has_keys = False
        self._heat: Heat | None = None
        self._opacity = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)

    def sizeHint(self) -> QSize:
        return QSize(USUAL, USUAL)

    def show_levels(self, levels: list[QImage], text: str = "") -> None:
        """The photo and halves of it, largest first; none: it is on its way."""
        self._levels, self._sign = levels, ""
        self.setAccessibleName(text or tr("Photo"))
        self.update()

    def show_sign(self, sign: str, text: str) -> None:
        """There is no photo: this icon stands for it."""
        self.show_levels([], text)
        self._sign = sign

    def show_heat(self, heat: Heat | None, opacity: float) -> None:
        """Where in the photo the model looks, over it; None: nothing."""
        self._heat, self._opacity = heat, opacity
        self.update()

    def show_keys(self, here: bool) -> None:
        """Whether keys are about the photo."""
        self._has_keys = here
        self.update()

    def room(self) -> tuple[int, int]:
        """Device pixels there are for it, rounded up."""
        size = self.size() * self.devicePixelRatioF()
        return -(-size.width() // COARSE) * COARSE, -(-size.height() // COARSE) * COARSE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._tall:
            self.setMaximumHeight(max(96, self.width() * 4 // 3))
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._paint_photo(painter) if self._levels else self._paint_ground(painter)
        if self._has_keys:
            painting.focus_frame(painter, frame)

    def _paint_ground(self, painter: QPainter) -> QRectF:
        """Where the frame goes that says that the keyboard is here."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().hover))
        painter.drawRoundedRect(self.rect(), 6, 6)
        if self._sign:
            sign = icons.pixmap(self._sign, _SIGN, "muted", self.devicePixelRatioF())
            painter.drawPixmap(self.rect().center() - QPoint(_SIGN // 2, _SIGN // 2), sign)
        return QRectF(self.rect())

    def _paint_photo(self, painter: QPainter) -> QRectF:
        edge = _FRAME if self._tall else 0
        place = self.rect().adjusted(edge, edge, -edge, -edge)
        ratio, whole = self.devicePixelRatioF(), self._levels[0].size()
        fitting = whole.scaled(place.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        shown = fitting if fitting.width() <= ENLARGED * whole.width() else whole * ENLARGED
        level = next(one for one in reversed(self._levels) if one.width() >= shown.width() or one is self._levels[0])
        area = QRectF(0, 0, shown.width() / ratio, shown.height() / ratio)
        area.moveCenter(QRectF(place).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, level)
        paint_heat(painter, area, self._heat, self._opacity)
        return area.adjusted(-edge, -edge, edge, edge)
