"""How a running job hears Stop and Pause: two flags that a job looks at between batches."""

from __future__ import annotations

import threading

from cnn_desktop.domain.errors import StopRequested


class Control:
    """Set from another thread or a signal handler; read by the job between two batches."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._running = threading.Event()
        self._running.set()

    def stop(self) -> None:
        self._stop.set()
        self._running.set()

    def pause(self) -> None:
        if not self._stop.is_set():
            self._running.clear()

    def resume(self) -> None:
        self._running.set()

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def stop_if_asked(self) -> None:
        """Raises StopRequested when the job must end."""
        if self.stopping:
            raise StopRequested

    def wait(self, seconds: float) -> None:
        """Returns after `seconds`. Raises StopRequested as soon as the job must end."""
        if self._stop.wait(seconds):
            raise StopRequested

    @property
    def paused(self) -> bool:
        return not self._running.is_set()

    def wait_while_paused(self) -> None:
        """Blocks until the job may go on, or must stop."""
        self._running.wait()
