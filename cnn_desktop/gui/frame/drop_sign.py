"""The sign over an open project while something is dragged over the window: what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.words import tr


def drop_words(data: QMimeData, step: str) -> str:
    """What dropping `data` on `step` would do. Told from names alone: nothing is read while it is dragged."""
    names = [url.fileName() or url.path() for url in data.urls() if url.isLocalFile()]
    if step == "viewer":
        return tr("Drop here to view {n:this photo|these photos}", n=len(names))
    if len(names) == 1:
        return tr("Drop here to open “{name}”", name=names[0])
    if names:
        return tr("Drop here to open {n} files or folders", n=len(names))
    return tr("Drop here to view this picture")


class DropSign(QWidget):
    """Covers `ground` while it has words to show; the mouse goes through it."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        ground.installEventFilter(self)

    def show_words(self, words: str) -> None:
        """ "" hides the sign."""
        self._words = words
        self.setVisible(bool(words))
        self.setGeometry(self._ground.rect())
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._ground.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(now.accent_soft)
        veil.setAlphaF(0.9)
        painter.fillRect(self.rect(), veil)
        pen = QPen(QColor(now.accent), 2)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        edge = theme.SPACING
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 12, 12)
        painter.setFont(painting.font(self.font(), theme.TITLE, strong=True))
        painting.text(
            painter,
            QRectF(self.rect()).adjusted(4 * edge, 0, -4 * edge, 0),
            self._words,
            now.text,
            Qt.AlignmentFlag.AlignHCenter,
        )
