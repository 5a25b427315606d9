"""How the photos are shared out: one bar of training, validation and test, with words and numbers below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.words import tr


class SplitBar(QWidget):
    """A picture with text; what it says is its accessible name too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_counts(0, 0, 0)

    def show_counts(self, train: int, val: int, test: int) -> None:
        """Photos in each part."""
        self._counts = (train, val, test)
        words = tr("{train} training, {val} validation, {test} test photos", train=train, val=val, test=test)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 12 + 3 * 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = (tr("Training"), tr("Validation"), tr("Test"))
        shades = [QColor(now.accent), painting.mix(now.surface, now.accent, 0.55), painting.mix(now.surface, now.accent, 0.28)]  # fmt: skip
        total = sum(self._counts)
        bar = QRectF(0, 0, self.width(), 8)
        shape = QPainterPath()
        shape.addRoundedRect(bar, 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(bar, QColor(now.hover))
        x = 0.0
        for count, shade in zip(self._counts, shades, strict=True):
            width = bar.width() * count / total if total else 0
            painter.fillRect(QRectF(x, 0, max(0.0, width - 1.5), 8), shade)
            x += width
        painter.setClipping(False)
        painter.setFont(painting.font(self.font()))
        for row, (name, count, shade) in enumerate(zip(names, self._counts, shades, strict=True)):
            line = QRectF(0, 14 + row * 22, self.width(), 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(0, line.center().y() - 5, 10, 10), 3, 3)
            painting.text(painter, line.adjusted(18, 0, -60, 0), name, now.text)
            painting.text(painter, line, tr("{n}", n=count), now.muted, Qt.AlignmentFlag.AlignRight)
        painter.end()
