"""The curves of a training: loss and accuracy side by side (one above the other where it is narrow and high), smoothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QLabel, QSlider, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.late_plots import Contents, LatePlots
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.curve_data import CurveData
from cnn_desktop.gui.training.curve_colours import CurveLegend, Wave

if TYPE_CHECKING:
    from cnn_desktop.gui.training.line_plot import LinePlot

NARROW, HIGH = 640, 440
"""The plots stand above each other where there is less than this width and at least this height, in pixels."""
USUAL_SMOOTHING = 60


class CurvePlots(LatePlots):
    """Loss and accuracy, drawn from `data`, which others feed. Each plot redraws at its own pace."""

    def __init__(self, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__("cnn_desktop.gui.training.line_plot", self._contents_now, dialogs, parent)
        self.ready.connect(self._build)
        self.data = CurveData()
        self.plots: list[LinePlot] = []
        """Loss and accuracy; empty until they are loaded."""

        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, 95)
        self.smoothing.setValue(USUAL_SMOOTHING)
        self.smoothing.setFixedWidth(64)
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(tr("Smooths the training curves. The measured values stay visible behind them."))
        self.smoothing.valueChanged.connect(self._redraw)
        self._label = theme.caption(QLabel(tr("S&moothing")))
        self._label.setBuddy(self.smoothing)
        self._legend = CurveLegend()
        self._waves = [Wave(smooth=False), Wave(smooth=True)]
        for wave in self._waves:
            wave.setToolTip(self.smoothing.toolTip())
        top = in_row(wide(self._legend), self._label, self._waves[0], self.smoothing, self._waves[1])
        self._both: QBoxLayout = in_column(spacing=2 * theme.SPACING)
        in_column(top, wide(self._both), of=self)
        self.setAccessibleName(tr("Loss and accuracy curves"))

    # What is shown

    def wake(self) -> None:
        """`data` may have grown."""
        for plot in self.plots:
            plot.wake()

    def show_data(self, data: CurveData) -> None:
        """Shows other curves, e.g. none when a training begins."""
        self.data = data
        for plot in self.plots:
            plot.show_data(data)
        self._redraw()

    def _contents_now(self) -> Contents:
        name = tr("{project} curves", project=self.dialogs.project).strip()
        return Contents(name, self.data.empty, self.data.as_csv)

    # Within

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._legend.sizeHint().width() + self._label.sizeHint().width() + self._smoothing_width()
        self._label.setVisible(event.size().width() >= needed)  # the legend's words come first
        stacked = event.size().width() < NARROW and event.size().height() >= HIGH
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _smoothing_width(self) -> int:
        return self.smoothing.width() + sum(wave.width() for wave in self._waves) + 5 * theme.SPACING

    def _build(self) -> None:
        """The module is there: one plot now, the other with the next turn of the event loop."""
        from cnn_desktop.gui.training.line_plot import LinePlot

        plot = LinePlot("loss" if not self.plots else "accuracy", self.data)
        plot.hovered.connect(self._point_at)
        self.plots.append(plot)
        plot.rehearse()
        self._both.addWidget(plot, 1)
        plot.show_data(self.data)
        plot.draw(self.smoothing.value() / 100)
        if len(self.plots) == 1:
            QTimer.singleShot(0, self, self._build)

    def _point_at(self, epoch: float | None) -> None:
        for plot in self.plots:
            plot.point_at(epoch)

    def _redraw(self) -> None:
        for plot in self.plots:
            plot.draw(self.smoothing.value() / 100)
