"""What an open window is asked to open from outside: by a second start, or by the system."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_MODAL_MS = 200


class Asked(msgspec.Struct, frozen=True):
    """What a start is for."""

    paths: tuple[str, ...] = ()
    """Absolute."""
    sample: bool = False
    token: str = ""
    """With which Wayland lets a window come to the front."""


class Requests(QObject):
    """Hands on what comes; a dialog is answered first."""

    came = Signal(str)
    """Somebody wants to see the window; with the token that lets it come to the front, or none."""
    asked = Signal(object)
    """`Asked`; never while a dialog waits for an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Asked] = []
        self._clock = QTimer(self, interval=_MODAL_MS)
        self._clock.timeout.connect(self._tell)

    def take(self, asked: Asked) -> None:
        self.came.emit(asked.token)
        self._waiting.append(asked)
        self._tell()

    def _tell(self) -> None:
        is_busy = QApplication.activeModalWidget() is not None
        if is_busy and self._waiting:
            self._clock.start()
            return
        self._clock.stop()
        waiting, self._waiting = self._waiting, []
        for asked in waiting:
            self.asked.emit(asked)
