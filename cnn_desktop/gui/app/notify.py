"""Draws a person back to the window when a long job has ended and nobody is looking: its icon, and a notification of the system."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.gui.app.front import bring_to_front
from cnn_desktop.gui.kit.icons import app_icon
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.jobs import Jobs

SHOWN_MS = 8000


def _unmarked(text: str) -> str:
    """Some desktops take a notification for HTML, others do not: without its signs both show the same."""
    return text.translate(str.maketrans("<>", "‹›"))


class Notifier(QObject):
    """Lives with the window. Where the system has no notifications, only the icon asks for attention."""

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._long = False
        """The job that runs, or has just ended, is one that people walk away from."""
        self._tray: QSystemTrayIcon | None = None
        jobs.changed.connect(self._follow)
        jobs.came.connect(self._hear)

    def _follow(self) -> None:
        if kind := self._jobs.now.kind:
            self._long = kind.stays_awake

    def _hear(self, event: Event) -> None:
        if self._long and isinstance(event, Ended) and not self._window.isActiveWindow():
            QApplication.alert(self._window)
            if event.outcome != "stopped":  # what somebody has asked for is no news
                self._tell(event)

    def _tell(self, ended: Ended) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.messageClicked.connect(self._come_back)
        self._tray.show()
        good = ended.outcome == "finished"
        kind = QSystemTrayIcon.MessageIcon.Information if good else QSystemTrayIcon.MessageIcon.Warning
        self._tray.showMessage("CNN Desktop", _unmarked(ended.text.render(QT_WORDS)), kind, SHOWN_MS)

    def _come_back(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        bring_to_front(self._window)
