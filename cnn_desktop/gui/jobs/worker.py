"""The QThread that owns the child of one training or test and turns what it says into signals."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from cnn_desktop.domain.commands import Command, Evaluate, Pause, Resume, Train
from cnn_desktop.domain.events import Ended, Event, JobDone
from cnn_desktop.domain.files import remove_leftovers
from cnn_desktop.domain.process import own_command
from cnn_desktop.gui.jobs.outcome import Story, ending, no_start
from cnn_desktop.gui.jobs.process import GRACE, ChildProcess, Exit


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
    ) -> None:
        super().__init__(parent)
        self._command: Train | Evaluate = command
        self._program = program or own_command("child")
        self._grace = grace
        self._story = Story(command)
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None

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
        news: queue.SimpleQueue[Event | Exit] = queue.SimpleQueue()
        try:
            child = ChildProcess(self._program, news.put, news.put, self._grace)
        except OSError as error:
            self.ended.emit(no_start(self._command, error))
            return
        child.send(self._command)
        with self._lock:
            self._child = child
            if self._story.stop_asked:
                child.stop()
        while not isinstance(item := news.get(), Exit):
            self._story.hear(item)
            self.came.emit(item)
            if isinstance(item, JobDone):
                child.close_input()
        child.join()
        self._clear_up()
        self.ended.emit(self._end(item))

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
