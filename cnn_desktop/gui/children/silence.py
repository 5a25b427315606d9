"""Notices a child that gives no sign of life for a minute while it has a job: one that is held, or hangs."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.gui.children.process import GRACE


class Patience(msgspec.Struct, frozen=True):
    """How long children are waited for. Tests wait less."""

    grace: float = GRACE
    """Seconds between asking a job to stop and killing its child."""
    dropped: float = 20.0
    """Seconds that a question nobody waits for any more may go on: it may be loading a model that the next one needs."""
    silence: int = 60
    """Ticks without a sign of life until it is told. Children give one every ten seconds (`child.signs`)."""
    tick_ms: int = 1000


class Silence(QObject):
    """Counts ticks, not hours: while the computer sleeps, or the window is busy, nothing ticks."""

    noticed = Signal()
    """No sign of life for so many ticks; told once, until one has come or `wait` was called."""
    over = Signal()
    """It speaks again, or has no job any more. Only after `noticed`."""

    def __init__(self, parent: QObject | None = None, patience: Patience = Patience()) -> None:  # noqa: B008 - frozen
        super().__init__(parent)
        self._after, self._ticks, self._is_told = patience.silence, 0, False
        self._clock = QTimer(self, interval=patience.tick_ms)
        self._clock.timeout.connect(self._tick)

    def begin(self) -> None:
        """It has a job from now on."""
        if not self._clock.isActive():
            self._ticks = 0
            self._clock.start()

    def heard(self, *_: object) -> None:
        """It has given a sign of life."""
        self._ticks = 0
        if self._is_told:
            self._is_told = False
            self.over.emit()

    def end(self) -> None:
        """It has no job any more, or is gone."""
        self._clock.stop()
        self.heard()

    def wait(self) -> None:
        """Told of it, somebody would rather wait: it is told again after as long."""
        self._ticks, self._is_told = 0, False

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks >= self._after and not self._is_told:
            self._is_told = True
            self.noticed.emit()
