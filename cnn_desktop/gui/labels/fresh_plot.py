"""The plot of the learning curve: points, the line between them, and the band of their intervals.

This module must be imported late, as pyqtgraph is (see `kit.late_plots`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.label_suggestions import CurvePoint
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.plots import LOOKS, Axis, bare_plot, pen, restyle
from cnn_desktop.gui.kit.rows import in_column, wide
from cnn_desktop.gui.kit.words import tr

LOW = 150
"""Pixels of height below which the curve needs the room of the axis' name."""
_BAND = 46
"""Opacity (0..255) of the intervals."""
_SINGLE = 8
"""Width of the interval of a point that has no neighbour, in pixels."""
_ROOM = 0.06
"""Kept free around the points, of each axis."""


class PointsPlot(QWidget):
    """Draws when it is told to: a point comes with each batch."""

    hovered = Signal(object)
    """Place of the point under the pointer; None: it has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[CurvePoint] = ()
        self._left = Axis("left", lambda value: tr("{value:.0f}", value=value * 100))
        self._bottom = Axis("bottom", lambda value: tr("{n}", n=round(value)), whole=True)
        self.plot: Any = bare_plot(tr("Learning curve"), self._left, self._bottom)
        self._ends = [pg.PlotCurveItem() for _ in range(2)]  # not shown: only the band between them is
        self._band = pg.FillBetweenItem(*self._ends)
        self.plot.addItem(self._band)
        self._single = self.plot.plot(antialias=True)
        self._line = self.plot.plot(antialias=True, symbol="o")
        self._ring = self.plot.plot(pen=None, symbol="o", symbolSize=13)
        self.plot.scene().sigMouseMoved.connect(self._pointer_moved)
        self.plot.viewport().installEventFilter(self)
        in_column(wide(self.plot), spacing=0, of=self)
        self._restyle()

    def show_points(self, points: Sequence[CurvePoint]) -> None:
        """Each with something measured, fewest labels first."""
        self._points = points
        x, y = [one.labelled for one in points], [one.accuracy for one in points]
        low, high = ([one.interval[end] for one in points] for end in (0, 1))
        self._line.setData(x, y)
        for curve, values in zip(self._ends, (low, high), strict=True):
            curve.setData(x, values)
        self._single.setData(x * 2 if len(x) == 1 else [], [*low, *high] if len(x) == 1 else [])
        if points:
            self.plot.setXRange(*across(x), padding=_ROOM)
            self.plot.setYRange(*upwards(low, high), padding=_ROOM)
        self.point_at(None)

    def point_at(self, place: int | None) -> None:
        """Marks a point, or the newest one."""
        told = self._points[-1 if place is None else place] if self._points else None
        self._ring.setData([told.labelled] if told else [], [told.accuracy] if told else [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bottom.showLabel(self.height() >= LOW)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in LOOKS and hasattr(self, "_ring"):
            self._restyle()
        return done

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        return super().eventFilter(watched, event)

    def _pointer_moved(self, place: QPointF) -> None:
        box = self.plot.getPlotItem().getViewBox()
        if not self._points or not box.sceneBoundingRect().contains(place):
            self.hovered.emit(None)
            return
        x = box.mapSceneToView(place).x()
        self.hovered.emit(min(range(len(self._points)), key=lambda at: abs(self._points[at].labelled - x)))

    def _restyle(self) -> None:
        """Every colour from the theme."""
        restyle(self.plot, self._left, self._bottom, tr("Labelled photos"), self)
        ratio, accent = self.devicePixelRatioF(), QColor(theme.colours().accent_text)
        soft = QColor(accent)
        soft.setAlpha(_BAND)
        self._band.setBrush(soft)
        self._single.setPen(pen(soft, _SINGLE * ratio))
        self._line.setPen(pen(accent, 2 * ratio))
        self._line.setSymbolBrush(accent)
        self._line.setSymbolPen(None)
        self._line.setSymbolSize(6)
        self._ring.setSymbolBrush(None)
        self._ring.setSymbolPen(pen(accent, 2 * ratio))
        self._bottom.showLabel(self.height() >= LOW)


def across(labelled: Sequence[int]) -> tuple[float, float]:
    """From the first point to the last; from 0 where that is not far off, and never so near that numbers repeat."""
    first, last = labelled[0], labelled[-1]
    low = 0 if first <= last / 2 else first
    return float(low), float(max(last, low + 10))


def upwards(low: Sequence[float], high: Sequence[float]) -> tuple[float, float]:
    """Whole tenths around all intervals, so that what was gained is seen."""
    bottom, top = math.floor(min(low) * 10) / 10, math.ceil(max(high) * 10) / 10
    return bottom, max(top, bottom + 0.1)
