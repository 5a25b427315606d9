"""The QThread that owns the child of one job that runs alone, and turns what it says into signals."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from cnn_desktop.domain.events import Alive, Ended, JobDone, Ready
from cnn_desktop.domain.wire import Do, Order, Told
from cnn_desktop.gui.children.outcome import Story, broke_down, no_start
from cnn_desktop.gui.children.process import GRACE, ChildProcess, Exit


class Started:
    """A child, and the queue what it tells and at last its exit come through. Raises OSError when it cannot be started."""

    def __init__(self, program: list[str], grace: float = GRACE, gone: Callable[[], object] | None = None) -> None:
        """`gone` is called from a thread of the child when it has ended."""
        self.news: queue.SimpleQueue[Told | Exit] = queue.SimpleQueue()

        def end(exit_: Exit) -> None:
            self.news.put(exit_)
            if gone:
                gone()

        self.child = ChildProcess(program, self.news.put, end, grace)


class JobWorker(QThread):
    """Has one job done in one child. `stop` and `send` may be called from any thread, at any time."""

    told = Signal(str, object)
    """Id and each event of the job; at last, always and once, its `Ended`: finished, stopped, failed, crashed, killed, deaf
    or never started."""

    def __init__(
        self,
        order: Do,
        program: list[str],
        grace: float = GRACE,
        parent: QObject | None = None,
        spare: Started | None = None,
    ) -> None:
        """`spare`: a child that is up already; without one, or when it is gone by now, `program` is started."""
        super().__init__(parent)
        self._order, self._program, self._grace = order, program, grace
        self._story = Story(order.job)
        self._lock = threading.Lock()
        self._spare = spare
        self._child = spare.child if spare else None

    @property
    def pid(self) -> int | None:
        """Process id of the child; None before it runs."""
        return self._child.pid if self._child else None

    def stop(self) -> None:
        """Asks the job to stop; the child is gone within the grace period. What it has reached is kept."""
        with self._lock:
            self._story.stop_asked = True
            if self._child:
                self._child.stop()

    def send(self, order: Order) -> None:
        """Hands Pause or Resume to the child."""
        with self._lock:
            if self._child:
                self._child.send(order)

    def run(self) -> None:
        """The thread: reads until the process is gone, then tells the end."""
        try:
            ended = self._do()
        except OSError as error:
            ended = no_start(self._order.job, error)
        except Exception as error:  # noqa: BLE001 - whatever it was, the job is over, and somebody waits to hear that
            ended = broke_down(error)
        self.told.emit(self._order.id, ended)

    def _do(self) -> Ended:
        """Has the job done. Raises OSError when no child can be started."""
        exit_ = self._serve(self._spare) if self._spare else None
        while exit_ is None:
            exit_ = self._serve(Started(self._program, self._grace))
        return self._story.ending(exit_)

    def _serve(self, started: Started) -> Exit | None:
        """Has the child do the job; how it ended. None: it was gone before it began, and nobody had asked for that."""
        child = started.child
        try:
            child.send(self._order)
            with self._lock:
                self._child = child
                if self._story.stop_asked:
                    child.stop()
            begun = started is not self._spare
            while not isinstance(item := started.news.get(), Exit):
                begun = begun or not isinstance(item.event, Ready | Alive)
                if self._story.hear(item.event):
                    self.told.emit(item.id or self._order.id, item.event)
                if isinstance(item.event, JobDone):
                    child.close_input()
        except BaseException:
            child.kill()
            raise
        child.join()
        return item if begun or self._story.stop_asked else None
