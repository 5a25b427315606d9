"""What every group of plots is: loaded late, and saved as a picture or a table from its context menu.

pyqtgraph takes half a second to import. That is done in a thread of the pool after the first paint, where it holds the
window up for some tens of milliseconds at most (measured: 57 ms against 700 ms in the GUI thread), once all that it uses of
Qt is there (`qt_names`).
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPoint, QRectF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QPaintDevice,
    QPainter,
    QShowEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QMenu, QWidget

from cnn_desktop.domain.errors import UserError
from cnn_desktop.domain.files import replacing, write_text
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.file_dialogs import FileDialogs, Kind
from cnn_desktop.gui.kit.photo_menu import wants_menu
from cnn_desktop.gui.kit.qt_names import make_names
from cnn_desktop.gui.kit.words import QT_WORDS, tr

_POLL_MS = 15


class Contents(NamedTuple):
    """What there is to save of a group of plots."""

    name: str
    """Of the file, without its ending."""
    is_empty: bool
    as_csv: Callable[[], str]
    """The values as a table."""


class LatePlots(QWidget):
    """What the groups of plots share. `contents` says what there is to save when that is wanted."""

    ready = Signal()
    """`module`, which draws the plots, is there: soon after they are first shown."""
    failed = Signal(str)
    """A picture could not be saved, as a sentence."""

    def __init__(
        self,
        module: str,
        contents: Callable[[], Contents],
        dialogs: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._module, self._contents, self.dialogs = module, contents, dialogs or FileDialogs()
        self._loading: Iterator[bool] | None = None
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._load_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Loading

    def load(self) -> None:
        """Begins to load the plots; they appear by themselves."""
        if self._loading is None:
            self._loading = _loaded(self._module)
            self._poll.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _load_on(self) -> None:
        if self._loading and next(self._loading):
            self._poll.stop()
            self.ready.emit()

    # Saving

    def save(self, file: Path) -> None:
        """Saves as .png (twice the size on the screen), .svg or .csv, by the name. Raises DataError."""
        if file.suffix.lower() == ".csv":
            write_text(file, self._contents().as_csv())
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
        is_empty = self._contents().is_empty
        for action in menu.actions():
            action.setEnabled(not is_empty)
        menu.popup(place)
        return menu

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
        name = f"{self._contents().name}.{suffix}"
        self.dialogs.save_file(self, tr("Save curves"), [Kind(kinds, name)], self._save_or_tell)

    def _save_or_tell(self, file: str) -> None:
        try:
            self.save(Path(file))
        except UserError as error:
            self.failed.emit(error.message.render(QT_WORDS))


def _loaded(module: str) -> Iterator[bool]:
    """Has the plots' module imported; goes on to tell whether it is there."""
    for _ in make_names():
        yield False
    imported = threading.Event()

    def work() -> None:
        # Whoever wanted it may be gone by then: it only sets this flag.
        importlib.import_module(module)
        imported.set()

    QThreadPool.globalInstance().start(work)
    while True:
        yield imported.is_set()
