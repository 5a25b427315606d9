"""Accuracy against size: each model a dot with its name, the chosen one in the accent."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.plain import hide_tip, show_tip
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.model.view import ModelRow, parameters_text

LEFT, BOTTOM, TOP, RIGHT = 44, 40, 12, 16
REACH = 14
"""Pixels from a dot within which the mouse means it."""


class Scatter(QWidget):
    """`chosen(name)` when a dot is clicked. The table beside it says the same to keys and screen readers."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        name = tr("Accuracy and size of the models")
        super().__init__(parent, accessibleName=name, mouseTracking=True, minimumSize=QSize(240, 100))
        self._rows: list[ModelRow] = []
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: list[ModelRow], current: str) -> None:
        """Models without an accuracy or size are not drawn."""
        self._rows = [row for row in rows if row.architecture.top1 and row.architecture.parameters]
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 120)  # more where there is room

    def dot(self, row: ModelRow) -> QPointF:
        """Where `row` is drawn."""
        plot = self._plot()
        top1 = row.architecture.top1 or 0.0
        low, high = self._range()
        x = (math.log10(row.architecture.parameters) - 6) / (math.log10(2e8) - 6)
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - (top1 - low) / (high - low) * plot.height())

    def _plot(self) -> QRectF:
        return QRectF(LEFT, TOP, max(1, self.width() - LEFT - RIGHT), max(1, self.height() - TOP - BOTTOM))

    def _range(self) -> tuple[float, float]:
        shares = [row.architecture.top1 or 0.0 for row in self._rows] or [0.65, 0.8]
        return math.floor(min(shares) * 20 - 0.2) / 20, math.ceil(max(shares) * 20 + 0.2) / 20

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(painting.font(self.font(), theme.SMALL))
        self._axes(painter, self._plot(), now)
        labels = self.labels()
        for row in self._rows:
            chosen, at = row.name == self._current, self.dot(row)
            painter.setPen(QPen(QColor(now.surface), 1.5))
            painter.setBrush(QColor(now.accent if chosen else now.outline))
            painter.drawEllipse(at, 6 if chosen else 5, 6 if chosen else 5)
            place = labels.get(row.name)
            if place is None:
                continue
            if chosen and abs(place.center().y() - at.y()) > 1.5 * place.height():  # a thread to a far name
                painter.setPen(QPen(QColor(now.accent), 1))
                edge = place.top() if place.top() > at.y() else place.bottom()
                painter.drawLine(QPointF(at.x() - 2, at.y()), QPointF(at.x() - 2, edge))
            painting.blank(painter, place, now.surface)  # no grid line goes through a name
            painter.setFont(self._label_font(chosen))
            painting.text(painter, place, row.architecture.title, now.text if chosen else now.muted)
        painter.end()

    def labels(self) -> dict[str, QRectF]:
        """Where the names stand that have room, the chosen model's first."""
        rows = sorted(self._rows, key=lambda row: row.name != self._current)
        dots = [self.dot(row) for row in rows]
        taken = [QRectF(at.x() - 6, at.y() - 6, 12, 12) for at in dots]
        found: dict[str, QRectF] = {}
        for row, at in zip(rows, dots, strict=True):
            metrics = QFontMetricsF(self._label_font(row.name == self._current))
            place = self._label_place(metrics, at, row.architecture.title, taken)
            if place is not None:
                taken.append(place)
                found[row.name] = place
        return found

    def _label_font(self, chosen: bool) -> QFont:
        return painting.font(self.font(), theme.SMALL, strong=chosen)

    def _label_place(self, metrics: QFontMetricsF, at: QPointF, words: str, taken: list[QRectF]) -> QRectF | None:
        """Right, left, above or below of the dot, then aslant, wherever it hides nothing; None: only on hover."""
        size = metrics.boundingRect(words).size()
        width, height = size.width() + 4, size.height()
        right, left, middle = at.x() + 9, at.x() - 9 - width, at.x() - width / 2
        level, above, below = at.y() - height / 2, at.y() - height - 7, at.y() + 8
        corners = (
            (right, level), (left, level), (middle, above), (middle, below),
            (right - 8, above), (right - 8, below), (left + 8, above), (left + 8, below),
            (left, above - 6), (left, below + 6), (right, above - 6), (right, below + 6),
            (max(0.0, at.x() - 0.75 * width), below + 12), (max(0.0, at.x() - 0.75 * width), above - 12),
        )  # fmt: skip
        room = QRectF(self._plot()).adjusted(-LEFT, -TOP, RIGHT, 0)
        for x, y in corners:
            place = QRectF(x, y, width, height)
            own = QRectF(at.x() - 6, at.y() - 6, 12, 12)
            if room.contains(place) and not any(place.intersects(other) for other in taken if other != own):
                return place
        return None

    def _axes(self, painter: QPainter, plot: QRectF, now: theme.Colours) -> None:
        low, high = self._range()
        right = Qt.AlignmentFlag.AlignRight
        share = math.ceil(low * 20) / 20
        while share <= high + 1e-9:
            y = plot.bottom() - (share - low) / (high - low) * plot.height()
            painter.setPen(QColor(now.line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painting.text(painter, QRectF(0, y - 8, LEFT - 6, 16), tr("{p:.0%}", p=share), now.muted, right)
            share += 0.05
        for parameters in (1e6, 1e7, 1e8):
            x = plot.left() + (math.log10(parameters) - 6) / (math.log10(2e8) - 6) * plot.width()
            label = tr("{n} M", n=round(parameters / 1e6))
            centre = Qt.AlignmentFlag.AlignHCenter
            painting.text(painter, QRectF(x - 30, plot.bottom() + 4, 60, 16), label, now.muted, centre)
        caption = QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16)
        painting.text(painter, caption, tr("parameters (M = million)"), now.muted, Qt.AlignmentFlag.AlignHCenter)  # fmt: skip

    def _at(self, point: QPointF) -> ModelRow | None:
        near = sorted(self._rows, key=lambda row: (self.dot(row) - point).manhattanLength())
        return near[0] if near and (self.dot(near[0]) - point).manhattanLength() <= REACH else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if row else Qt.CursorShape.ArrowCursor)
        if row is None:
            hide_tip()
            return
        words = tr(
            "{title}: {p:.1%} right on ImageNet, {n} parameters",
            title=row.architecture.title,
            p=row.architecture.top1 or 0.0,
            n=parameters_text(row.architecture.parameters),
        )
        show_tip(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position())
        if row is not None:
            self.chosen.emit(row.name)
