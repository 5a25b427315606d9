"""What an open window is asked to open from outside: by a second start, or by the system."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_WAIT_MS = 200


class Asked(msgspec.Struct, frozen=True):
    """What a start is for."""

    paths: tuple[str, ...] = ()
    """Absolute."""
    sample: bool = False
    token: str = ""
    """With which Wayland lets a window come to the front."""


class Requests(QObject):
    """Hands on what comes. A dialog is answered first, and what the window is opening is opened first."""

    came = Signal(str)
    """Somebody wants to see the window; with the token that lets it come to the front, or none."""
    asked = Signal(object)
    """`Asked`; never while a dialog waits for an answer, or the window is opening something."""

    def __init__(self, parent: QObject | None = None, is_opening: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._is_opening = is_opening
        self._waiting: list[Asked] = []
        self._clock = QTimer(self, interval=_WAIT_MS)
        self._clock.timeout.connect(self._tell)

    def take(self, asked: Asked) -> None:
        self.came.emit(asked.token)
        self._waiting.append(asked)
        self._tell()

    def _tell(self) -> None:
        while self._waiting:
            if QApplication.activeModalWidget() is not None or self._is_opening():
                self._clock.start()
                return
            self.asked.emit(self._waiting.pop(0))
        self._clock.stop()
