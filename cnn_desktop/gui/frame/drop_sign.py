"""The sign over an open project while something is dragged over the window: what letting go would do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cnn_desktop.dataset.reading.files import TABLE_SUFFIXES
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.viewed_model import place_of
from cnn_desktop.project.place import is_project


def drop_words(data: QMimeData, step: str) -> str:
    """What dropping `data` on `step` would do. Told from names alone: nothing is read while it is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    names = [path.name or str(path) for path in paths]
    if len(paths) == 1 and place_of(paths[0]):
        return tr("Drop here to open this model")
    if step == "viewer" and not any(is_project(path) or path.suffix.lower() in TABLE_SUFFIXES for path in paths):
        if len(paths) == 1 and not paths[0].suffix:  # a folder, most likely
            return tr("Drop here to classify “{name}”", name=names[0])
        return tr("Drop here to classify {n:this photo|these photos}", n=max(1, len(names)))
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
