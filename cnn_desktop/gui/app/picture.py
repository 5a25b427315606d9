"""Takes a picture of the window once it has settled: the folder is read, the thumbnails are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.gui.frame.drops import as_png
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring

QUIET_MS = 1200
"""Settled: no child has anything to do, and nothing has changed for so long."""
LONGEST_MS = 120_000


SIZE = QSize(1280, 820)


class Settled(QObject):
    """Calls `then` once, when `window` has settled, or after two minutes."""

    def __init__(
        self, window: MainWindow, then: Callable[[], object], quiet_ms: int = QUIET_MS, while_running: bool = False
    ) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = then
        self._while_running = while_running
        self._session = Wiring.of(window).session
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._quiet.timeout.connect(self._check)
        self._limit = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._limit.timeout.connect(self._finish)
        self._session.changed.connect(lambda _: self._quiet.start())
        self._quiet.start()
        self._limit.start()

    def _check(self) -> None:
        session = self._session
        waiting_for_photos = session.project.info is not None and session.project.photos is None
        busy = session.processes.busy and not self._while_running
        if busy or waiting_for_photos:
            self._quiet.start()
        else:
            self._finish()

    def _finish(self) -> None:
        if self._then is not None:
            then, self._then = self._then, None
            self._quiet.stop()
            self._limit.stop()
            then()


class Picture:
    """Of the settled `window`, on the step `tab` if given: it is saved at `file` as PNG, and the window closes."""

    def __init__(self, window: MainWindow, file: Path, tab: str = "") -> None:
        self.problem: DataError | None = None
        """Why it could not be saved."""
        self._window, self._file, self._tab = window, file, tab
        window.resize(SIZE)  # the off-screen platform's screen is small
        Settled(window, self._settled)

    def _settled(self) -> None:
        if self._tab and self._tab != self._window.step:
            self._window.show_step(self._tab)
            Settled(self._window, self._take)
        else:
            self._take()

    def _take(self) -> None:
        try:
            write_bytes(self._file, as_png(self._window.grab().toImage()))
        except DataError as error:
            self.problem = error
        Wiring.of(self._window).close()
