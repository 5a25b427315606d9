"""A child that waits, all it needs loaded, for the next job that runs alone, so that a click is answered at once.

It is started only while no job of its kind runs, replaced after each use, given up when memory gets short, and ends with the
window. Nobody is told when it breaks off: the job then simply starts a child of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from cnn_desktop.gui.children.worker import Started
from cnn_desktop.gui.kit.hands import Hands

NEEDED, LIGHT_NEEDED = 3 << 30, 1 << 29
"""Bytes of free memory with which one is started: a full one takes about 0.7 GB, a light one 0.06 GB. With half of it left,
the waiting one is given up."""
SETTLE, EVERY = 2000, 30_000
"""Milliseconds of rest before one is started; between two checks of the memory."""
MOST_CRASHES = 3


def free_memory() -> int:
    """Bytes that programs can still get without swapping."""
    import psutil

    return int(psutil.virtual_memory().available)


class Spare(QObject):
    """At most one waiting child. `take` it for a job; after the job, `keep` has the next one ready."""

    _gone = Signal()
    _seen = Signal(object)
    """Bytes of free memory."""

    def __init__(
        self,
        program: list[str],
        memory: Callable[[], int] = free_memory,
        parent: QObject | None = None,
        settle: int = SETTLE,
        every: int = EVERY,
        needed: int = NEEDED,
    ) -> None:
        super().__init__(parent)
        self._program, self._memory, self._needed = program, memory, needed
        self._waiting: Started | None = None
        self._wanted, self._allowed, self._closed = False, True, False
        self._crashes = 0
        self._ending: list[Started] = []
        """Given up, on their way out."""
        # Loading psutil takes tens of milliseconds: not in the window's thread.
        self._watch = Hands("free memory")
        self._gone.connect(self._bury, Qt.ConnectionType.QueuedConnection)
        self._seen.connect(self._decide, Qt.ConnectionType.QueuedConnection)
        self._settle = QTimer(self, singleShot=True, interval=settle)
        self._checks = QTimer(self, interval=every)
        for clock in (self._settle, self._checks):
            clock.timeout.connect(self._check_memory)

    @property
    def pid(self) -> int | None:
        """Process id of the waiting child; None when none waits."""
        return self._waiting.child.pid if self._waiting else None

    @property
    def ready(self) -> bool:
        """True when a job could take it now."""
        return self._waiting is not None and self._waiting.child.ready and not self._waiting.child.gone

    @property
    def is_given_up(self) -> bool:
        """True when it crashed so often that none is started any more."""
        return self._crashes >= MOST_CRASHES

    def allow(self, allowed: bool) -> None:
        """The switch in the settings."""
        self._allowed = allowed
        if not allowed:
            self._give_up()
        elif self._wanted:
            self.keep()

    def keep(self) -> None:
        """Nothing runs now: has one ready soon, and from then on."""
        self._wanted = True
        if self._allowed and not self._closed and self._waiting is None and not self.is_given_up:
            self._settle.start()
            self._checks.start()

    def take(self) -> Started | None:
        """The waiting child, which is the caller's from now on; None when there is none that is ready.

        No other is started until `keep`: the job wants the computer for itself.
        """
        self._wanted = False
        self._settle.stop()
        self._checks.stop()
        if not self.ready:
            self._give_up()
            return None
        taken, self._waiting, self._crashes = self._waiting, None, 0
        return taken

    def begin_close(self) -> None:
        """Ends the waiting child, and starts no other."""
        self._closed = True
        self._give_up()

    def close(self) -> None:
        """Comes back when no child of this is left."""
        self.begin_close()
        for started in self._ending:
            started.child.join()
        self._ending.clear()

    def _check_memory(self) -> None:
        self._watch.submit(lambda: self._seen.emit(self._memory()))

    def _decide(self, free: int) -> None:
        """Starts the child, gives it up, or leaves things as they are."""
        if self._closed or not (self._allowed and self._wanted):
            return
        if self._waiting and free < self._needed // 2:
            self._give_up(stay_wanted=True)
        elif self._waiting is None and free >= self._needed and not self.is_given_up:
            try:
                self._waiting = Started(self._program, gone=self._gone.emit)
            except OSError:
                self._crashes += 1

    def _give_up(self, stay_wanted: bool = False) -> None:
        self._settle.stop()
        if not stay_wanted:
            self._checks.stop()
        started, self._waiting = self._waiting, None
        if started:
            self._ending.append(started)
            started.child.kill()

    def _bury(self) -> None:
        """A child that was started here has ended, perhaps one that was taken."""
        self._ending = [started for started in self._ending if not started.child.gone]
        if self._waiting and self._waiting.child.gone:
            self._waiting = None
            self._crashes += 1
            self._checks.stop()
            self.keep()
