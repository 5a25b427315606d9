"""Plots with none of pyqtgraph's defaults left showing: ground, axes and pens as the theme has them.

This module must be imported late: pyqtgraph takes half a second (see `late_plots`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit import theme

LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange)
"""Events after which every pen is another."""


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Ticks in the user's number format."""

    def __init__(self, side: str, text_of: Callable[[float], str], whole: bool = False) -> None:
        """`whole`: only whole numbers have ticks."""
        self._text_of, self._whole = text_of, whole
        super().__init__(side)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self._text_of(value * scale) for value in values]

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacing: list[tuple[float, float]] = super().tickSpacing(low, high, size)[:1]
        return [(max(1.0, round(step)), offset) for step, offset in spacing] if self._whole else spacing


def bare_plot(name: str, left: Axis, bottom: Axis) -> Any:
    """A `PlotWidget` that nobody can drag, with `name` for screen readers; see `restyle`."""
    plot = pg.PlotWidget(axisItems={"left": left, "bottom": bottom})
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(False, False)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    plot.setAccessibleName(name)
    plot.getPlotItem().getViewBox().setDefaultPadding(0.02)
    plot.disableAutoRange()
    plot.getPlotItem().layout.setContentsMargins(0, 2, 10, 0)  # room for half of the last number
    return plot


def restyle(plot: Any, left: Axis, bottom: Axis, below: str, of: QWidget) -> QFont:
    """Ground and axes get the colours of the theme; `below`: what the lower axis counts. The font of its numbers."""
    now, ratio = theme.colours(), of.devicePixelRatioF()
    plot.setBackground(now.surface)
    font = of.font()
    font.setPixelSize(theme.SMALL)
    for axis in (left, bottom):
        axis.setPen(pen(QColor(now.line), ratio))
        axis.enableAutoSIPrefix(False)  # 0.8, never “800 (×0.001)”
        axis.setTextPen(QColor(now.muted))
        axis.setTickFont(font)
        axis.setStyle(tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)
    left.setGrid(110)
    left.setWidth(36)
    bottom.setLabel(below, **{"font-size": f"{theme.SMALL}px", "color": now.muted})
    return font


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A cosmetic pen: `width` is in device pixels, whatever the scaling."""
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made
