"""A photo's histogram: how many of its pixels are how bright, in red, green and blue."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.domain.jobs.show_photo import BARS, Histogram
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.words import tr

HEIGHT = 64
_LIGHT, _DARK = ("#c62828", "#2e7d32", "#1565c0"), ("#ff8a80", "#81c784", "#82b1ff")


class HistogramView(QWidget):
    """Dark on the left, bright on the right. Each colour is as high as it is at its highest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histogram: Histogram | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("How many pixels are dark (left) and bright (right), in red, green and blue"))
        self.setAccessibleName(tr("Histogram"))
        self.setAccessibleDescription(self.toolTip())

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def show_histogram(self, histogram: Histogram | None) -> None:
        """None: an empty one."""
        self._histogram = histogram
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - 1.5
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        if self._histogram is None:
            return
        found = (self._histogram.red, self._histogram.green, self._histogram.blue)
        for counts, colour in zip(found, _DARK if now.dark else _LIGHT, strict=True):
            self._paint(painter, counts, QColor(colour), base)

    def _paint(self, painter: QPainter, counts: list[int], colour: QColor, base: float) -> None:
        highest, step = max([*counts, 1]), self.width() / BARS
        line = [QPointF((place + 0.5) * step, base - (base - 2) * n / highest) for place, n in enumerate(counts)]
        ground = QColor(colour)
        ground.setAlphaF(0.15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([QPointF(line[0].x(), base), *line, QPointF(line[-1].x(), base)]))
        painter.setPen(QPen(colour, 1.25))
        painter.drawPolyline(QPolygonF(line))
