"""The QThread that owns the child of one training or test and turns what it says into signals."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from cnn_desktop.domain.events import Ended, Event, JobDone, Ready
from cnn_desktop.domain.files import remove_leftovers
from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.wire import Pause, Resume
from cnn_desktop.gui.children.outcome import Story, ending, no_start
from cnn_desktop.gui.children.process import GRACE, ChildProcess, Exit


class Started:
    """A child, and the queue its events and at last its exit come through. Raises OSError when it cannot be started."""

    def __init__(self, program: list[str], grace: float = GRACE, gone: Callable[[], object] | None = None) -> None:
        """`gone` is called from a thread of the child when it has ended."""
        self.news: queue.SimpleQueue[Event | Exit] = queue.SimpleQueue()

        def end(exit_: Exit) -> None:
            self.news.put(exit_)
            if gone:
                gone()

        self.child = ChildProcess(program, self.news.put, end, grace)


class TrainWorker(QThread):
    """Runs one `Train` or `Evaluate` in one child. `stop`, `pause` and `resume` may be called from any thread, at any time."""

    came = Signal(object)
    """Each `Event` of the child."""
    ended = Signal(object)
    """The one `Ended`, always: finished, stopped, failed, crashed, killed, deaf or never started."""

    def __init__(
        self,
        command: Train | Evaluate,
        program: list[str] | None = None,
        grace: float = GRACE,
        parent: QObject | None = None,
        spare: Started | None = None,
    ) -> None:
        """`spare`: a child that is up already; without one, or when it is gone by now, `program` is started."""
        super().__init__(parent)
        self._command: Train | Evaluate = command
        self._program = program or own_command("child")
        self._grace = grace
        self._story = Story(command)
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

    def pause(self) -> None:
        self._send(Pause())

    def resume(self) -> None:
        self._send(Resume())

    def run(self) -> None:
        """The thread: reads until the process is gone, then tells the end."""
        exit_ = self._serve(self._spare) if self._spare else None
        while exit_ is None:
            try:
                exit_ = self._serve(Started(self._program, self._grace))
            except OSError as error:
                self.ended.emit(no_start(self._command, error))
                return
        self._clear_up()
        self.ended.emit(self._end(exit_))

    def _serve(self, started: Started) -> Exit | None:
        """Has the child do the job; how it ended. None: it was gone before it began, and nobody had asked for that."""
        child = started.child
        child.send(self._command)
        with self._lock:
            self._child = child
            if self._story.stop_asked:
                child.stop()
        begun = started is not self._spare
        while not isinstance(item := started.news.get(), Exit):
            begun = begun or not isinstance(item, Ready)
            self._story.hear(item)
            self.came.emit(item)
            if isinstance(item, JobDone):
                child.close_input()
        child.join()
        return item if begun or self._story.stop_asked else None

    def _end(self, exit_: Exit) -> Ended:
        return ending(self._story, exit_)

    def _clear_up(self) -> None:
        """A killed child may have left half a file."""
        folder = Path(self._command.run)
        if folder.is_dir():
            remove_leftovers(folder)

    def _send(self, command: Command) -> None:
        with self._lock:
            if self._child:
                self._child.send(command)
