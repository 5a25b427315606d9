"""The curves of a training: loss and accuracy side by side (one above the other where it is narrow and high), smoothing, saving.

pyqtgraph takes half a second to import. That is done in a thread of the pool after the first paint, where it holds the
window up for some tens of milliseconds at most (measured: 57 ms against 700 ms in the GUI thread), once all that it uses of
Qt is there (`qt_names`).
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRectF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QPaintDevice,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QSlider, QWidget

from cnn_desktop.domain.errors import UserError
from cnn_desktop.domain.files import replacing, write_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind
from cnn_desktop.gui.kit.photo_menu import wants_menu
from cnn_desktop.gui.kit.qt_names import make_names
from cnn_desktop.gui.kit.rows import in_column, in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.curve_data import CurveData
from cnn_desktop.gui.training.curve_colours import CurveLegend, Wave

if TYPE_CHECKING:
    from cnn_desktop.gui.training.line_plot import LinePlot

_POLL_MS = 15
NARROW, HIGH = 640, 440
"""The plots stand above each other where there is less than this width and at least this height, in pixels."""
USUAL_SMOOTHING = 60


class CurvePlots(QWidget):
    """Loss and accuracy, drawn from `data`, which others feed. Each plot redraws at its own pace."""

    failed = Signal(str)
    """A picture could not be saved, as a sentence."""

    def __init__(self, dialogs: FileDialogs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialogs = dialogs or FileDialogs()
        self.data = CurveData()
        self.plots: list[LinePlot] = []
        """Loss and accuracy; empty until they are loaded."""
        self._loading: Iterator[bool] | None = None
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._load_on)

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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

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

    def load(self) -> None:
        """Begins to load the plots; they appear by themselves."""
        if self._loading is None:
            self._loading = _loaded()
            self._poll.start()

    # Saving

    def save(self, file: Path) -> None:
        """Saves as .png (twice the size on the screen), .svg or .csv, by the name. Raises DataError."""
        if file.suffix.lower() == ".csv":
            write_text(file, self.data.as_csv())
            return
        with replacing(file) as temporary:
            if file.suffix.lower() == ".svg":
                self._save_svg(temporary)
            else:
                writer = QImageWriter(str(temporary), QByteArray(b"png"))
                if not writer.write(self._picture()):
                    raise OSError(writer.errorString())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self.open_menu(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def open_menu(self, place: QPoint) -> QMenu:
        """What can be done with the curves."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, kind in (
            (tr("Save as &image…"), ("png", tr("PNG image (*.png)"))),
            (tr("Save as &vector image…"), ("svg", tr("SVG image (*.svg)"))),
            (tr("Save as &table…"), ("csv", tr("CSV table (*.csv)"))),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self._ask(*kind))
        menu.addSeparator()
        menu.addAction(tr("&Copy image"), lambda: QGuiApplication.clipboard().setImage(self._picture()))
        for action in menu.actions():
            action.setEnabled(not self.data.empty)
        menu.popup(place)
        return menu

    # Within

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._legend.sizeHint().width() + self._label.sizeHint().width() + self._smoothing_width()
        self._label.setVisible(event.size().width() >= needed)  # the legend's words come first
        stacked = event.size().width() < NARROW and event.size().height() >= HIGH
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _smoothing_width(self) -> int:
        return self.smoothing.width() + sum(wave.width() for wave in self._waves) + 5 * theme.SPACING

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _load_on(self) -> None:
        if self._loading and next(self._loading):
            self._poll.stop()
            self._build()

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

    def _picture(self) -> QImage:
        image = QImage(self.size() * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        self._draw_on(image)
        return image

    def _save_svg(self, file: Path) -> None:
        generator = QSvgGenerator()
        generator.setFileName(str(file))
        generator.setSize(self.size())
        generator.setViewBox(QRectF(self.rect()))
        generator.setTitle(self.accessibleName())
        self._draw_on(generator)

    def _draw_on(self, device: QPaintDevice) -> None:
        painter = QPainter(device)
        painter.fillRect(self.rect(), theme.colours().surface)
        self.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()

    def _ask(self, suffix: str, kinds: str) -> None:
        name = tr("{project} curves", project=self._dialogs.project).strip()
        self._dialogs.save_file(self, tr("Save curves"), [Kind(kinds, f"{name}.{suffix}")], self._save_or_tell)

    def _save_or_tell(self, file: str) -> None:
        try:
            self.save(Path(file))
        except UserError as error:
            self.failed.emit(error.message.render(QT_WORDS))


def _loaded() -> Iterator[bool]:
    """Has the plots' module imported; goes on to tell whether it is there."""
    for _ in make_names():
        yield False
    imported = threading.Event()

    def work() -> None:
        # Whoever wanted it may be gone by then: it only sets this flag.
        importlib.import_module("cnn_desktop.gui.training.line_plot")
        imported.set()

    QThreadPool.globalInstance().start(work)
    while True:
        yield imported.is_set()
