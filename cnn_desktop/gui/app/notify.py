"""A notification of the system when a training or test has ended and nobody is looking at the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from cnn_desktop.domain.events import Ended, Event
from cnn_desktop.gui.kit.icons import app_icon
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.state.session import Session

SHOWN_MS = 8000


class Notifier(QObject):
    """Lives with the window. Where the system has no notifications, nothing happens."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        session.job_event.connect(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Ended) and worth_telling(event.outcome, self._window.isActiveWindow()):
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
        self._tray.showMessage("CNN Desktop", ended.text.render(QT_WORDS), kind, SHOWN_MS)

    def _come_back(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        self._window.raise_()
        self._window.activateWindow()


def worth_telling(outcome: str, active: bool) -> bool:
    """Not when somebody looks at the window, and not what somebody has just asked for."""
    return not active and outcome != "stopped"
