"""One plot of a quantity over epochs: training solid, validation dashed, best epoch marked, values under the pointer.

Built on pyqtgraph with none of its defaults left showing. This module must be imported late: pyqtgraph takes half a
second (see `late_plots`, which loads it in the background).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.plots import LOOKS, Axis, bare_plot, pen, restyle
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.curve_data import CurveData, Quantity
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.training.curve_colours import train_colour, val_colour

REDRAW_MS = 100
LOW = 190
"""Pixels of height below which the curve needs the room of the axis' name."""
ONE_LINE = 300
"""Pixels of width from which on the values above the plot stand in one line."""
RING = 9
"""Pixels kept free around the points, for the ring of the best epoch."""
_RAW = 70
"""Opacity (0..255) of the values as they came, behind the smoothed curve."""


class _Border:
    """The line where a phase begins, with the phase's name beside it."""

    def __init__(self, high: bool) -> None:
        """`high`: the words stand at the top, where a falling curve leaves room; else at the bottom."""
        anchor = (0, 0) if high else (0, 1)
        self.line = pg.InfiniteLine(angle=90, movable=False)
        self.line.setVisible(False)
        self.words = pg.InfLineLabel(self.line, "", position=0.97 if high else 0.03, anchors=[anchor, anchor])

    def show_at(self, epoch: float, words: str, room: float) -> None:
        """`room`: pixels to the right of the line."""
        self.line.setPos(epoch)
        self.line.setVisible(True)
        if self.words.format != words:
            self.words.setFormat(words)
        self.words.setVisible(self.words.boundingRect().width() <= room)


def phase_word(phase: Phase) -> str:
    """What learns in a phase, in two words."""
    return {"head": tr("last layer"), "stages": tr("last stages")}.get(phase, tr("whole network"))


class LinePlot(QWidget):
    """Loss or accuracy. After `wake` it draws at most ten times a second, and only while its `CurveData` changes."""

    hovered = Signal(object)
    """Epoch under the pointer, None when it has left: both plots show the same epoch."""

    def __init__(self, quantity: Quantity, data: CurveData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quantity: Quantity = quantity
        self._data = data
        self._smoothing = 0.0
        self._drawn = -1
        self._hover: float | None = None
        self._clock = QTimer(self, interval=REDRAW_MS)
        self._clock.timeout.connect(self._tick)
        name = tr("Loss") if quantity == "loss" else tr("Accuracy (%)")
        self._name = theme.strong(QLabel(name))
        self._name.setToolTip(
            tr("How far the answers are from the truth. Lower is better.")
            if quantity == "loss"
            else tr("The share of photos the model gets right. Higher is better.")
        )
        self._name.setAccessibleDescription(self._name.toolTip())
        self.readout = theme.caption(wrap(QLabel(alignment=Qt.AlignmentFlag.AlignTop)))
        """The values at the pointer, or the newest ones."""
        self._plot = self._make_plot(name)
        top = in_row(
            self._name, *([TeachButton("loss")] if quantity == "loss" else []), ROOM, spacing=theme.SPACING // 2
        )
        top.addStrut(TeachButton.SIDE)  # the plots begin at one height
        in_column(top, self.readout, theme.SPACING // 2, wide(self._plot), spacing=0, of=self)
        self._restyle()

    def rehearse(self) -> None:
        """Draws once where nobody sees it: the first drawing imports and compiles, which would hold up a training."""
        data = CurveData()
        for batch in (1, 2, 3):
            data.hear(TrainProgress(1, 2, "head", batch, 4, 8, 1.0 / batch, 0.2 * batch, 1.0))
        self._data, self._hover = data, None
        self.resize(QSize(400, 240))
        self.draw(0.5)
        self.grab()

    def show_data(self, data: CurveData) -> None:
        """Takes another training's curves; `draw` shows them."""
        self._data, self._hover = data, None

    def wake(self) -> None:
        """The data may have grown: drawn with the next tick."""
        if self._drawn != self._data.changes and not self._clock.isActive():
            self._clock.start()

    def draw(self, smoothing: float) -> None:
        """One `setData` a curve."""
        data, quantity = self._data, self._quantity
        self._smoothing, self._drawn = smoothing, data.changes
        self._raw.setData(*data.raw(quantity))
        train = data.train(quantity, smoothing)
        self._train.setData(*train, symbol="o" if len(train[0]) == 1 else None)  # a line of one point is not seen
        val_x, val_y = data.val(quantity)
        self._val.setData(val_x, val_y)
        best = val_x == data.best_epoch
        self._best.setData(val_x[best], val_y[best])
        self._show_borders()
        self._fit()
        self._tell()

    def point_at(self, epoch: float | None) -> None:
        """Shows the values at `epoch`, or the newest ones."""
        self._hover = epoch
        self._cross.setVisible(epoch is not None)
        self._cross.setPos(epoch or 0.0)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bottom.showLabel(self.height() >= LOW)
        lines = 1 if self.width() >= ONE_LINE else 2
        self.readout.setFixedHeight(lines * self.readout.fontMetrics().lineSpacing())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in LOOKS and hasattr(self, "_cross"):
            self._restyle()
        return done

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        if self._drawn == self._data.changes:
            self._clock.stop()
        elif self.isVisible():
            self.draw(self._smoothing)

    def _make_plot(self, name: str) -> Any:
        self._left = Axis("left", self._value_text)
        self._bottom = Axis("bottom", lambda value: tr("{n}", n=round(value)), whole=True)
        plot = bare_plot(name, self._left, self._bottom)
        self._raw = plot.plot(antialias=True)
        self._train = plot.plot(antialias=True)
        self._val = plot.plot(antialias=True, symbol="o")
        self._best = plot.plot(pen=None, symbol="o", symbolSize=13)
        self._borders = [_Border(self._quantity == "loss") for _ in range(2)]
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.setVisible(False)
        for item in (*(border.line for border in self._borders), self._cross):
            plot.addItem(item, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._pointer_moved)
        plot.viewport().installEventFilter(self)
        for fit in (self._show_borders, self._fit):  # pyqtgraph lays the plot's inside out later than Qt this widget
            plot.getPlotItem().getViewBox().sigResized.connect(fit)
        return plot

    def _pointer_moved(self, place: QPointF) -> None:
        box = self._plot.getPlotItem().getViewBox()
        if box.sceneBoundingRect().contains(place) and not self._data.empty:
            x = box.mapSceneToView(place).x()
            at = self._data.at(self._quantity, min(max(x, 0.0), float(self._data.epochs)))
            self.hovered.emit(at.epoch if at else None)
        else:
            self.hovered.emit(None)

    def _show_borders(self) -> None:
        """The lines between the phases, and their words where there is room for them up to the next."""
        shown = self._data.borders
        ends = [border.epoch for border in shown[1:]] + [self._data.epochs]
        pixels = self._plot.getPlotItem().getViewBox().width() / max(1, self._data.epochs)
        for place, border in enumerate(self._borders):
            if place >= len(shown):
                border.line.setVisible(False)
                continue
            at = shown[place]
            border.show_at(at.epoch, phase_word(at.phase), (ends[place] - at.epoch) * pixels)

    def _fit(self) -> None:
        """Ranges that hold every point, with room around them for half of the ring, and do not twitch."""
        box = self._plot.getPlotItem().getViewBox()
        across, up = (RING / max(4 * RING, size) for size in (box.width(), box.height()))
        self._plot.setXRange(0, self._data.epochs, padding=across)
        bottom, top = self._height()
        self._plot.setYRange(bottom, top, padding=up)

    def _height(self) -> tuple[float, float]:
        """Round ends of the values shown."""
        train, val = self._data.train(self._quantity)[1], self._data.val(self._quantity)[1]
        values = np.concatenate([train, val])
        if not len(values):
            return 0.0, 1.0
        if self._quantity == "accuracy":
            low = np.floor(max(0.0, float(values.min()) - 0.02) * 10) / 10
            return float(min(low, 0.9)), 1.0
        top = max(float(np.quantile(values, 0.99)), float(val.max()) if len(val) else 0.0, 1e-3)
        unit = 10 ** np.floor(np.log10(top)) / 2
        return 0.0, float(np.ceil(top / unit) * unit)

    def _tell(self) -> None:
        """The values of the epoch at the pointer, or of the last one: its own, whatever the smoothing."""
        data, hover = self._data, self._hover
        at = data.newest(self._quantity) if hover is None else data.at(self._quantity, hover)
        if at is None:
            self.readout.setText("")
            return
        whole = float(at.epoch).is_integer()
        parts = [tr("epoch {n}", n=round(at.epoch)) if whole else tr("epoch {epoch:.1f}", epoch=at.epoch)]
        if at.train is not None:
            parts.append(tr("training {value}", value=self._value_text(at.train, exact=True)))
        if at.val is not None:
            parts.append(tr("validation {value}", value=self._value_text(at.val, exact=True)))
        self.readout.setText(" · ".join(parts))

    def _value_text(self, value: float, exact: bool = False) -> str:
        if self._quantity == "accuracy":
            return tr("{value:.1%}", value=value) if exact else tr("{value:.0f}", value=value * 100)
        return tr("{value:.3f}", value=value) if exact else tr("{value:.3g}", value=value)

    def _restyle(self) -> None:
        """Every colour from the theme."""
        now, ratio = theme.colours(), self.devicePixelRatioF()
        train, val = train_colour(now), val_colour(now)
        faint = QColor(train)
        faint.setAlpha(_RAW)
        font = restyle(self._plot, self._left, self._bottom, tr("Epoch"), self)
        self._raw.setPen(pen(faint, ratio))
        self._train.setPen(pen(train, 2 * ratio))
        self._val.setPen(pen(val, 2 * ratio, Qt.PenStyle.DashLine))
        for curve, colour in ((self._train, train), (self._val, val)):
            curve.setSymbolBrush(colour)
            curve.setSymbolPen(None)
            curve.setSymbolSize(5)
        self._best.setSymbolBrush(None)
        self._best.setSymbolPen(pen(val, 2 * ratio))
        self._cross.setPen(pen(QColor(now.outline), ratio))
        for border in self._borders:
            border.line.setPen(pen(QColor(now.outline), ratio, Qt.PenStyle.DotLine))
            border.words.setColor(QColor(now.muted))
            border.words.fill = pg.mkBrush(now.surface)  # readable across a curve
            border.words.textItem.setFont(font)
        self._bottom.showLabel(self.height() >= LOW)
