"""A photo enlarged beside the tile the mouse rests on, with its words below."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.cards import breakable
from cnn_desktop.gui.kit.own_picture import own_picture
from cnn_desktop.gui.kit.thumbnail_model import Tile

SIDE, PAD, GAP = 256, 8, 4
REST_MS = 350
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class HoverCard(QWidget):
    """Floats near its anchor after the mouse has rested; never takes the focus or the mouse."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # every pixel is painted below
        self._anchor = anchor
        self._tile: Tile | None = None
        self._file = ""
        self._cell = QRect()
        self._picture = QPixmap()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._appear)

    def aim(self, tile: Tile, file: str, cell: QRect) -> None:
        """The mouse is on `tile`, whose thumbnail is `file`, at `cell` of the anchor's viewport."""
        if self._tile is not None and (tile.path, file) == (self._tile.path, self._file):
            return
        self._tile, self._file, self._cell = tile, file, cell
        if self.isVisible():
            self._appear()
        else:
            self._rest.start()

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._tile = None
        self._rest.stop()
        self.hide()

    def _appear(self) -> None:
        # the file is the cached thumbnail, at most 256 px: reading it here takes about a millisecond
        self._picture = QPixmap.fromImage(own_picture(self._file)) if self._file else QPixmap()
        if self._picture.isNull() or self._tile is None:
            self.hide()
            return
        shown = self._picture.size().scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        width = max(shown.width(), 160)
        self.resize(width + 2 * PAD, shown.height() + self._words_height(width) + 2 * PAD + GAP)
        self.move(self._place())
        self.show()
        self.update()

    def _words_height(self, width: int) -> int:
        """All words are there: as many lines as they need."""
        metrics = QFontMetricsF(painting.font(self.font(), theme.SMALL))
        return math.ceil(metrics.boundingRect(QRectF(0, 0, width, 1000), _WRAP, self._words()).height())

    def _words(self) -> str:
        return breakable(self._tile.text) if self._tile else ""

    def _place(self) -> QPoint:
        corner = self._anchor.mapToGlobal(self._cell.topRight()) + QPoint(12, -12)
        screen = self._anchor.screen().availableGeometry()
        if corner.x() + self.width() > screen.right():
            corner.setX(self._anchor.mapToGlobal(self._cell.topLeft()).x() - self.width() - 4)
        return QPoint(
            max(screen.left(), corner.x()), max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tile is None:
            return
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(now.surface))
        painter.setPen(QColor(now.line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        width = self.width() - 2 * PAD
        height = self._words_height(width)
        room = QRectF(PAD, PAD, width, self.height() - height - 2 * PAD - GAP)
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        picture = QRectF(PAD + (width - size.width()) / 2, PAD, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(picture, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(picture, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        painter.setFont(painting.font(self.font(), theme.SMALL))
        painter.setPen(QColor(now.text))
        painter.drawText(QRectF(PAD, room.bottom() + GAP, width, height), _WRAP, self._words())
