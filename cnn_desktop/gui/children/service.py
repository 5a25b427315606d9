"""A long-lived child that answers many questions: the light one (thumbnails, previews) or the full one (torch)."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, Signal

from cnn_desktop.domain.events import Failed, JobDone, Ready, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.wire import Do, Order, Told
from cnn_desktop.gui.children.outcome import Story, no_start
from cnn_desktop.gui.children.process import ChildProcess, Exit

RESTARTS, WINDOW = 3, 60.0
"""At most so many restarts in so many seconds."""


class Service(QObject):
    """Sends orders to one child and tells its events. After a crash the job at fault fails, the others are asked again."""

    told = Signal(str, object)
    """Id and each event of a job, its `Ended` last; id "" when it is about the child itself."""
    _heard = Signal(object, object)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._child: ChildProcess | None = None
        self._ready = self._closed = False
        self._token = object()
        self._unfinished: dict[str, tuple[Do, Story]] = {}
        """By id, in the order they were asked for, which is the order they are done in."""
        self._restarts: list[float] = []
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
            )
        except OSError as error:
            unfinished, self._unfinished = self._unfinished, {}
            for id_, (order, _) in unfinished.items():
                self.told.emit(id_, no_start(order.job, error))

    def ask(self, order: Do) -> None:
        """Has a job done; jobs wait until the child is ready."""
        if self._closed:
            return
        self._unfinished[order.id] = (order, Story(order.job))
        self.start()
        if self._ready and self._child:
            self._child.send(order)

    def stop(self, order: Order) -> None:
        """Ends a job, running or waiting, with the Stop `order`."""
        if order.id not in self._unfinished:
            return
        self._unfinished[order.id][1].stop_asked = True
        if self._ready and self._child:
            self._child.send(order)
        else:  # nothing was begun
            self._finish(order.id)

    def begin_close(self) -> None:
        """Asks the child to end, now or within the grace period, and takes no more questions."""
        self._closed = True
        self._unfinished.clear()
        if self._child:
            self._child.stop()

    def close(self) -> None:
        """Ends the child; comes back when it is gone."""
        self.begin_close()
        child, self._child = self._child, None
        if child:
            child.join()

    def _take(self, token: object, item: Told | Exit) -> None:
        if self._closed or token is not self._token:
            return
        if isinstance(item, Exit):
            self._bury(item)
            return
        if isinstance(item.event, Ready) and self._child:
            self._ready = True
            for order, _ in self._unfinished.values():
                self._child.send(order)
        if item.id in self._unfinished and not self._unfinished[item.id][1].hear(item.event):
            if isinstance(item.event, JobDone):
                self._finish(item.id)
            return
        self.told.emit(item.id, item.event)

    def _finish(self, id_: str, exit_: Exit | None = None) -> None:
        _, story = self._unfinished.pop(id_)
        self.told.emit(id_, story.ending(exit_))

    def _bury(self, exit_: Exit) -> None:
        """The child is gone without being asked: say so, and start another unless this keeps happening."""
        self._child, self._ready = None, False
        now = time.monotonic()
        self._restarts = [when for when in self._restarts if now - when < WINDOW]
        asked, too_often = list(self._unfinished), len(self._restarts) >= RESTARTS
        if too_often:
            text = say("A helper process keeps crashing and was not restarted. Quit and reopen the app to try again.")
            failed = Failed(text=text, details=exit_.details)
            self.told.emit("", failed)
            for id_ in asked[1:]:
                self._unfinished[id_][1].failure = failed
        else:
            self._restarts.append(now)
            self.told.emit("", Warned(text=say("A helper process crashed and was restarted.")))
        for id_ in asked if too_often else asked[:1]:
            self._finish(id_, exit_)
        if not too_often:
            self.start()
