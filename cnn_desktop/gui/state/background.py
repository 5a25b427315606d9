"""One background thread for everything that touches the project's files: SQLite, snapshots, reports."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cnn_desktop.gui.state.job_state import Notice, notice_of_error

T = TypeVar("T")


class Background(QObject):
    """Does work in order, one piece after the other, and hands results back to the GUI thread."""

    failed = Signal(object)
    """`Notice` of work that went wrong and had no `otherwise`."""
    _back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="project")
        self._closed = False
        self._back.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] | None = None,
        otherwise: Callable[[Notice], Any] | None = None,
    ) -> None:
        """Calls `work` in the background, then `then(result)`, or `otherwise(notice)` after an error, in the GUI thread.

        Once closed it does nothing: the window is on its way out.
        """

        def do() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - the boundary of the thread: the window is told
                self._back.emit(otherwise or self.failed.emit, notice_of_error(error))
            else:
                if then:
                    self._back.emit(then, result)

        if not self._closed:
            self._pool.submit(do)

    @Slot(object, object)
    def _hand_back(self, then: Callable[[Any], Any], result: Any) -> None:
        if not self._closed:
            then(result)

    def close(self) -> None:
        """Finishes what was asked for. Results that come now are not handed back any more."""
        self._pool.shutdown(wait=True)
        self._closed = True
