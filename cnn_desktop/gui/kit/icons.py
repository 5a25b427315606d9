"""The app's own icons: one-colour drawings in resources/icons, tinted to the theme and crisp at any scaling."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.kit.theme import colours


class _Engine(QIconEngine):
    """Draws an SVG in a colour of the theme that is on while it is painted."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        self._drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")

    def _colour(self, mode: QIcon.Mode) -> str:
        now = colours()
        if mode == QIcon.Mode.Disabled:
            return now.outline
        return str(getattr(now, self._role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawing = self._drawing.replace("#000", self._colour(mode))
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "text") -> QIcon:
    """The icon `name`, painted in the theme's colour `role` ("text", "muted", "accent", "on_accent", "bad" …)."""
    return QIcon(_Engine(name, role))


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels at the device pixel `ratio`; drawn once and kept in Qt's cache."""
    key = f"cnn-desktop/{name}/{size}/{getattr(colours(), role)}/{ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = icon(name, role).pixmap(QSize(size, size), ratio)
        QPixmapCache.insert(key, picture)
    return picture


def app_icon() -> QIcon:
    """The app's own icon, in full colour."""
    return QIcon(str(resource("icons/app.svg")))
