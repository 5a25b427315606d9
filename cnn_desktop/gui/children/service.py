"""A long-lived child that answers many questions: the light one (thumbnails, previews) or the full one (torch)."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from cnn_desktop.domain.events import Event, Failed, JobDone, Ready, Warned
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import say
from cnn_desktop.domain.wire import Do, Stop, Told
from cnn_desktop.gui.children.outcome import Story, no_start, not_again
from cnn_desktop.gui.children.process import ChildProcess, Exit
from cnn_desktop.gui.children.silence import Patience, Silence

RESTARTS, WINDOW = 3, 60.0
"""At most so many restarts in so many seconds."""


class _Asked:
    """A question that the child has not done with."""

    def __init__(self, order: Do) -> None:
        self.order, self.story = order, Story(order.job)
        self.patience: float | None = None
        """Asked to stop, it may take so many seconds once its turn has come."""
        self.is_told = False
        """Its end was told already, for it was stopped while it waited."""


class Service(QObject):
    """Sends orders to one child and tells its events. After a crash the job at fault fails, the others are asked again.

    A child that does not stop the job it does is killed after a grace period: that job is stopped, and the others are asked
    again of another child. This is no crash.
    """

    told = Signal(str, object)
    """Id and each event of a job, its `Ended` last; id "" when it is about the child itself."""
    _heard = Signal(object, object)

    def __init__(self, program: list[str], parent: QObject | None = None, patience: Patience = Patience()) -> None:  # noqa: B008 - frozen
        super().__init__(parent)
        self._program, self._patience = program, patience
        self._child: ChildProcess | None = None
        self._ready = self._closed = False
        self._token = object()
        self._unfinished: dict[str, _Asked] = {}
        """By id, in the order they were asked for, which is the order they are done in."""
        self._restarts: list[float] = []
        self._overdue = QTimer(self, singleShot=True)
        self._overdue.timeout.connect(self._kill)
        self.silence = Silence(self, patience)
        """Notices when the child hangs while it has a question."""
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> int | None:
        """Process id of the child; None when none runs."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Starts the child if none runs."""
        if self._child or self._closed:
            return
        self._ready = False
        token = self._token = object()
        try:
            self._child = ChildProcess(
                self._program,
                on_told=lambda told: self._heard.emit(token, told),
                on_exit=lambda exit_: self._heard.emit(token, exit_),
                grace=self._patience.grace,
            )
        except OSError as error:
            if not self._unfinished:  # else whoever asked is told
                self.told.emit("", Failed(text=no_start(Job, error).text, details=str(error)))
            for asked in list(self._unfinished.values()):
                self._tell_end(asked, no_start(asked.order.job, error))
        self._watch()

    def ask(self, order: Do) -> None:
        """Has a job done; jobs wait until the child is ready."""
        if self._closed:
            return
        for earlier in list(self._unfinished.values()):
            if order.job.replaces(earlier.order.job):
                self.drop(Stop(earlier.order.id))
        self._unfinished[order.id] = _Asked(order)
        self.start()
        self._watch()
        if self._ready and self._child:
            self._child.send(order)

    def stop(self, order: Stop) -> None:
        """Ends a job, running or waiting; its child is killed where it does not obey."""
        self._stop(order, self._patience.grace)

    def drop(self, order: Stop) -> None:
        """Nobody waits for the job's answer any more. It has more time to stop: what it loads the next may need, too."""
        self._stop(order, self._patience.dropped)

    def stop_hanging(self) -> None:
        """The child gives no sign of life: ends the job that it does, and the child with it."""
        first = next(iter(self._unfinished.values()), None)
        if first:
            is_up = self._ready
            self.stop(Stop(first.order.id))
            if not is_up:
                self._kill()

    def begin_close(self) -> None:
        """Asks the child to end, now or within the grace period, and takes no more questions."""
        self._closed = True
        self._unfinished.clear()
        self._watch()
        if self._child:
            self._child.stop()

    def close(self) -> None:
        """Ends the child; comes back when it is gone."""
        self.begin_close()
        child, self._child = self._child, None
        if child:
            child.join()

    def _stop(self, order: Stop, patience: float) -> None:
        asked = self._unfinished.get(order.id)
        if asked is None:
            return
        asked.story.stop_asked = True
        if not (self._ready and self._child):  # nothing was begun
            self._tell_end(asked)
            return
        self._child.send(order)
        asked.patience = patience if asked.patience is None else min(patience, asked.patience)
        if asked is not next(iter(self._unfinished.values())):
            asked.is_told = True
            self.told.emit(order.id, asked.story.ending())
        self._watch()

    def _watch(self) -> None:
        """Sets the clocks by what the child has to do now."""
        first = next(iter(self._unfinished.values()), None)
        if first is None or not self._child:
            self.silence.end()
        else:
            self.silence.begin()
        if first is None or first.patience is None or not self._ready:
            self._overdue.stop()
        elif not self._overdue.isActive() or self._overdue.remainingTime() > 1000 * first.patience:
            self._overdue.start(round(1000 * first.patience))

    def _kill(self) -> None:
        if self._child:
            self._child.kill()

    def _take(self, token: object, item: Told | Exit) -> None:
        if self._closed or token is not self._token:
            return
        self.silence.heard()
        if isinstance(item, Exit):
            self._bury(item)
            return
        if isinstance(item.event, Ready) and self._child and not self._ready:
            self._ready = True
            for waiting in self._unfinished.values():
                self._child.send(waiting.order)
        asked = self._unfinished.get(item.id)
        if asked is None:
            self.told.emit(item.id, item.event)
        elif isinstance(item.event, JobDone):
            self._overdue.stop()
            self._tell_end(asked)
        elif asked.story.hear(item.event) and not asked.is_told:
            self.told.emit(item.id, item.event)

    def _tell_end(self, asked: _Asked, ended: Event | None = None, exit_: Exit | None = None) -> None:
        """The child has done with it; `ended`: in another way than its story tells."""
        if self._unfinished.pop(asked.order.id, None) and not asked.is_told:
            self.told.emit(asked.order.id, ended or asked.story.ending(exit_))
        self._watch()

    def _bury(self, exit_: Exit) -> None:
        """The child is gone. If nobody asked for that, says so, and starts another unless this keeps happening."""
        self._child, self._ready = None, False
        self._watch()
        asked, gives_up = list(self._unfinished.values()), False
        if exit_.killed:
            over = [one for one in asked if one.story.is_settled]
        elif gives_up := self._crashes_too_often():
            failed = Failed(text=not_again(exit_), details=exit_.details)
            over = asked
            for one in asked[1:]:
                one.story.failure = failed
            self.told.emit("", failed)
        else:
            over = [*asked[:1], *(one for one in asked[1:] if one.story.stop_asked)]
            self.told.emit("", Warned(text=say("A helper process crashed and was restarted.")))
        for one in over:
            self._tell_end(one, exit_=exit_)
        if not gives_up:
            self.start()

    def _crashes_too_often(self) -> bool:
        """Notes a crash."""
        now = time.monotonic()
        self._restarts = [when for when in self._restarts if now - when < WINDOW]
        if len(self._restarts) >= RESTARTS:
            return True
        self._restarts.append(now)
        return False
