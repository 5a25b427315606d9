"""The most probable classes as bars with names and percent; places do not move when the numbers change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.domain.jobs.predict import ClassScore
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.plain import show_tip
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.viewer.view import TOP

ROW = 35


class ScoreBars(QWidget):
    """A picture with text: what it shows is its accessible description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, accessibleName=tr("Most likely classes"))
        self._bars: list[ClassScore] = []
        self._rows = TOP
        """A model shows the same number of classes with each photo, so nothing moves from one to the next."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: list[ClassScore]) -> None:
        """At most five, most probable first; none while the answer is on its way."""
        self._bars = bars
        if bars and len(bars) != self._rows:
            self._rows = len(bars)
            self.updateGeometry()
        self.setAccessibleDescription(", ".join(tr("{name} {p:.1%}", name=bar.name, p=bar.probability) for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._rows * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = painting.font(self.font(), strong=True)
        width = QFontMetricsF(bold).horizontalAdvance(tr("{p:.1%}", p=1.0)) + 2
        every = [bar.name for bar in self._bars]
        names = {name: short_name(name, every, self.width() - width - 8, bold) for name in every}
        for place, bar in enumerate(self._bars):
            line = QRectF(0, place * ROW, self.width(), ROW)
            track = QRectF(line.x(), line.y() + 22, line.width(), 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(track, 4, 4)
            if bar.probability > 0.004:
                painter.setBrush(QColor(now.accent) if place == 0 else painting.mix(now.surface, now.accent, 0.5))
                painter.drawRoundedRect(
                    QRectF(track.x(), track.y(), max(8.0, track.width() * bar.probability), 8), 4, 4
                )
            painter.setFont(painting.font(self.font(), strong=place == 0))
            percent = tr("{p:.1%}", p=bar.probability)
            words = QRectF(line.x(), line.y() + 2, line.width(), 18)
            painting.text(painter, words.adjusted(0, 0, -width - 8, 0), names[bar.name], now.text)
            painting.text(painter, words, percent, now.text, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = event.pos().y() // ROW
            words = self._bars[place].name if 0 <= place < len(self._bars) else ""
            show_tip(event.globalPos(), words, self)
            return True
        return super().event(event)
