"""On macOS a double click on a project's file comes as an event to the program that runs, not as a word of a new one's command line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from cnn_desktop.gui.app.requests import Asked


class FileEvents(QObject):
    """Takes them from the application. All of its events pass here, so it is only for systems that send these."""

    def __init__(self, app: QApplication, take: Callable[[Asked], object]) -> None:
        super().__init__(app)
        self._take = take
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        path = event.url().toLocalFile()
        if path:  # else a web address, which nothing of ours has
            self._take(Asked((path,)))
        return True
