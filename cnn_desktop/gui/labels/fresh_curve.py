"""The learning curve: right answers over labelled photos, each point with its interval; the pointer, or an arrow key, tells one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnn_desktop.domain.label_suggestions import CurvePoint
from cnn_desktop.gui.kit import painting, theme
from cnn_desktop.gui.kit.words import tr

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 46, 40
"""Pixels around the plot, for the words of its axes and the values of a point above it."""
_LINE = 18
_TICKS = 4
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LearningCurve(QWidget):
    """Empty until there is a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[CurvePoint, ...] = ()
        self._told: int | None = None
        """Place of the point whose values are told; None: the newest."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Learning curve"))

    def sizeHint(self) -> QSize:
        return QSize(260, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 140)

    def show_points(self, points: Sequence[CurvePoint]) -> None:
        """Fewest labels first; those on which nothing was measured are left out."""
        self._points = tuple(point for point in points if point.measured)
        self._tell(None)

    def told(self) -> str:
        """The values of the point under the pointer, or of the newest one."""
        if not self._points:
            return ""
        point = self._points[-1 if self._told is None else self._told]
        low, high = point.interval
        return tr(
            "{n} labelled: {p:.0%} right ({low:.0%} to {high:.0%})", n=point.labelled, p=point.accuracy, low=low, high=high
        )  # fmt: skip

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._points:
            x = event.position().x()
            self._tell(min(range(len(self._points)), key=lambda at: abs(self._place(self._points[at]).x() - x)))

    def leaveEvent(self, event: QEvent) -> None:
        self._tell(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and self._points:
            last = len(self._points) - 1
            at = (last if self._told is None else self._told) + _STEPS[Qt.Key(event.key())]
            self._tell(max(0, min(last, at)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, area = theme.colours(), self._area()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(painting.font(self.font(), theme.SMALL))
        self._paint_axes(painter, area, now)
        if self._points:
            self._paint_points(painter, now)
            painting.text(painter, QRectF(0, 0, self.width(), _LINE), self.told(), now.text)
        if self.hasFocus():
            painting.focus_frame(painter, QRectF(self.rect()))

    def _paint_axes(self, painter: QPainter, area: QRectF, now: theme.Colours) -> None:
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        for tick in range(_TICKS + 1):
            y = area.bottom() - area.height() * tick / _TICKS
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            words = tr("{value:.0%}", value=tick / _TICKS)
            painting.text(painter, QRectF(0, y - 8, area.left() - 6, 16), words, now.muted, right)
        for value in _ticks(self._most()):
            x = area.left() + area.width() * value / self._most()
            words = tr("{n}", n=value)
            painting.text(painter, QRectF(x - 30, area.bottom() + 3, 60, 16), words, now.muted, middle)
        below = QRectF(area.left(), area.bottom() + 20, area.width(), 16)
        painting.text(painter, below, tr("labelled photos"), now.muted, middle)
        painting.text(painter, QRectF(0, _LINE, self.width(), _LINE), tr("right answers"), now.muted)

    def _paint_points(self, painter: QPainter, now: theme.Colours) -> None:
        places = [self._place(point) for point in self._points]
        ends = [point.interval for point in self._points]
        low = [self._place(point, end[0]) for point, end in zip(self._points, ends, strict=True)]
        high = [self._place(point, end[1]) for point, end in zip(self._points, ends, strict=True)]
        accent, soft = QColor(now.accent_text), QColor(now.accent_text)
        soft.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        if len(places) > 1:
            painter.drawPolygon(QPolygonF([*high, *reversed(low)]))
        else:
            painter.drawRoundedRect(QRectF(high[0].x() - 4, high[0].y(), 8, low[0].y() - high[0].y()), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for place in places:
            painter.drawEllipse(place, 3, 3)
        told = places[-1 if self._told is None else self._told]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        painter.drawEllipse(told, 6, 6)

    def _tell(self, place: int | None) -> None:
        self._told = place if place is None or place < len(self._points) else None
        self.setAccessibleDescription(self.told())
        self.update()

    def _most(self) -> int:
        return max(10, self._points[-1].labelled if self._points else 0)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _place(self, point: CurvePoint, share: float | None = None) -> QPointF:
        area = self._area()
        y = area.bottom() - area.height() * (point.accuracy if share is None else share)
        return QPointF(area.left() + area.width() * point.labelled / self._most(), y)


def _ticks(most: int) -> list[int]:
    """A few round numbers up to `most`."""
    rough = most / 3
    size = 10 ** math.floor(math.log10(rough))
    step = next((size * factor for factor in (1, 2, 5) if size * factor >= rough), size * 10)
    return list(range(0, most + 1, max(1, int(step))))
