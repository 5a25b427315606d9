"""A photo enlarged beside the tile the mouse rests on, with its words below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.thumbnail_model import Tile

SIDE, WORDS, PAD = 256, 26, 8
REST_MS = 350


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
        if self._tile is not None and tile.path == self._tile.path:
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
        self._picture = QPixmap.fromImage(QImageReader(self._file).read()) if self._file else QPixmap()
        if self._picture.isNull() or self._tile is None:
            self.hide()
            return
        shown = self._picture.size().scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        self.resize(shown.width() + 2 * PAD, shown.height() + WORDS + 2 * PAD)
        self.move(self._place())
        self.show()
        self.update()

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
        size = QSize(self.width() - 2 * PAD, self.height() - 2 * PAD - WORDS)
        picture = QRectF(PAD, PAD, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(picture, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(picture, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        painter.setFont(painting.font(self.font(), theme.SMALL))
        painting.text(painter, QRectF(PAD, picture.bottom() + 2, size.width(), WORDS), self._tile.text, now.text)
