"""A long-lived child that answers many questions: the light one (scans, thumbnails, previews) or the full one (torch)."""

from __future__ import annotations

import time
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from cnn_desktop.domain.events import Event, Failed, JobDone, Ready, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.wire import Stop
from cnn_desktop.gui.children.process import ChildProcess, Exit

RESTARTS, WINDOW = 3, 60.0
"""At most so many restarts in so many seconds."""

Kind = Literal["light", "full"]


class Programs(msgspec.Struct, frozen=True):
    """The command lines of the children; None: this program itself. Tests put small ones in their place."""

    light: list[str] | None = None
    full: list[str] | None = None
    job: list[str] | None = None
    spare: list[str] | None = None


class Service(QObject):
    """Sends commands to one child and tells its events. After a crash the job at fault fails, the others are asked again."""

    came = Signal(object)
    """Each event of the child, in the thread this object lives in."""
    _heard = Signal(object, object)

    def __init__(self, kind: Kind, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program or (own_command("child", "--light" if kind == "light" else "--prepare"))
        self._child: ChildProcess | None = None
        self._ready = self._closed = False
        self._token = object()
        self._unfinished: list[Command] = []
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
                on_event=lambda event: self._heard.emit(token, event),
                on_exit=lambda exit_: self._heard.emit(token, exit_),
            )
        except OSError as error:
            text = say(
                "A helper process could not be started: {reason}. Install the app again if this stays.",
                reason=error.strerror or str(error),
            )
            self._give_up(Failed(text=text, details=str(error)))

    def send(self, command: Command) -> None:
        """Asks for something; commands wait until the child is ready."""
        if self._closed:
            return
        self._unfinished.append(command)
        self.start()
        if self._ready and self._child:
            self._child.send(command)

    def interrupt(self) -> None:
        """Stops what the child does now; what waits is done after it. Before the child is up, nothing is begun at all."""
        if self._ready and self._child:
            self._child.send(Stop())
            return
        dropped, self._unfinished = self._unfinished, []
        for command in dropped:
            self.came.emit(JobDone(id=getattr(command, "id", "")))

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

    def _take(self, token: object, item: Event | Exit) -> None:
        if self._closed or token is not self._token:
            return
        if isinstance(item, Exit):
            self._bury(item)
            return
        if isinstance(item, Ready) and self._child:
            self._ready = True
            for command in self._unfinished:
                self._child.send(command)
        elif isinstance(item, JobDone):
            self._finish(item.id)
        self.came.emit(item)

    def _finish(self, job: str) -> None:
        for command in self._unfinished:
            if getattr(command, "id", "") == job:
                self._unfinished.remove(command)
                return

    def _bury(self, exit_: Exit) -> None:
        """The child is gone without being asked: say so, and start another unless this keeps happening."""
        self._child, self._ready = None, False
        now = time.monotonic()
        self._restarts = [when for when in self._restarts if now - when < WINDOW]
        guilty = self._unfinished.pop(0) if self._unfinished else None
        if guilty:
            job = getattr(guilty, "id", "")
            text = say("A helper process broke off while it worked on this. Try again; report it if it returns.")
            self.came.emit(Failed(text=text, id=job, details=exit_.details))
            self.came.emit(JobDone(id=job))
        if len(self._restarts) >= RESTARTS:
            text = say(
                "A helper process keeps breaking off and was not started again. Close and open the app to try anew."
            )
            self._give_up(Failed(text=text, details=exit_.details))
            return
        self._restarts.append(now)
        self.came.emit(Warned(text=say("A helper process broke off and was started again.")))
        self.start()

    def _give_up(self, failed: Failed) -> None:
        self.came.emit(failed)
        waiting, self._unfinished = self._unfinished, []
        for command in waiting:
            self.came.emit(JobDone(id=getattr(command, "id", "")))
