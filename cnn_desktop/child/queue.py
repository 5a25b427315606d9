"""The child's queue: orders come in on one thread, jobs are done one after the other on the main thread, events go out."""

from __future__ import annotations

import collections
import os
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from cnn_desktop.child.table import TABLE, Work
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import Offer, StopRequested, UsageError, UserError, message_of, ran_out, unexpected
from cnn_desktop.domain.events import Event, Failed, JobDone, Stopping
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import say
from cnn_desktop.domain.wire import Do, Pause, Resume, Stop, decode_order, encode_told

SECONDS_AFTER_END_OF_INPUT = 5.0


class Outbox:
    """Writes what is told, one line each, whole. Once the window is gone it writes nothing more."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._lock = threading.Lock()
        self._window_gone = False

    def send(self, event: Event, id_: str = "") -> None:
        """`id_`: of the job it is about."""
        line = encode_told(id_, event)
        with self._lock:
            if self._window_gone:
                return
            try:
                self._sink.write(line)
                self._sink.flush()
            except OSError:
                self._window_gone = True


class Entry:
    """A job that waits, or is being done."""

    def __init__(self, order: Do) -> None:
        self.id: str = order.id
        self.job: Job = order.job
        self.control = Control()


class Queue:
    """Takes orders in on one thread, does the jobs one after the other on the main thread."""

    def __init__(
        self,
        out: Outbox,
        program: Program,
        meanwhile: Iterator[None] | None = None,
        work_of: Callable[[Job], Work] = lambda job: TABLE[type(job)],
    ) -> None:
        """`meanwhile`: steps of something that may be done while there is no job, and left at any point."""
        self._out, self._program, self._work_of = out, program, work_of
        self._meanwhile = meanwhile
        self._rest: Iterator[Event] | None = None
        """What a job has left for when nobody waits."""
        self._dawdling = False
        self._changed = threading.Condition()
        self._waiting: collections.deque[Entry] = collections.deque()
        self._doing: list[Entry] = []
        """What is under way; last, what is urgent and done in between."""
        self._closed = False

    def read(self, source: Iterable[bytes]) -> None:
        """Reads orders until the stream ends; Stop, Pause and Resume act at once."""
        for line in source:
            try:
                order = decode_order(line)
            except Unreadable as error:
                text = say("The window sent something this version does not understand. Restart the app.")
                self._out.send(Failed(text=text, details=str(error)))
                continue
            self._take(order)
        self.stop()
        with self._changed:
            self._closed = True
            self._changed.notify()
            if self._dawdling:
                os._exit(0)
        overdue = threading.Timer(SECONDS_AFTER_END_OF_INPUT, os._exit, args=(1,))
        overdue.daemon = True
        overdue.start()

    def stop(self) -> None:
        """Asks every job, running or waiting, to stop."""
        with self._changed:
            for entry in self._entries():
                self._stop(entry)

    def is_busy(self) -> bool:
        """True while there is a job, running, paused or waiting."""
        with self._changed:
            return bool(self._entries())

    def serve(self) -> None:
        """Does jobs until the input has ended."""
        while entry := self._next():
            self._do(entry)

    def _do(self, entry: Entry) -> None:
        """`entry` is the last one of those under way. After a `JobDone` of its own the rest is done while there is no job."""
        events = self._events(entry)
        for event in events:
            if isinstance(event, JobDone):
                self._rest = events
                break
            self._out.send(event, entry.id)
            while urgent := self._next_urgent():
                self._do(urgent)
        with self._changed:
            self._doing.remove(entry)
        self._out.send(JobDone(), entry.id)

    def _next(self) -> Entry | None:
        self._dawdle()
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if self._waiting and not self._closed:
                entry = self._waiting.popleft()
                self._doing.append(entry)
                return entry
            return None

    def _next_urgent(self) -> Entry | None:
        with self._changed:
            if self._closed or self._doing[-1].job.urgent:
                return None
            entry = next((one for one in self._waiting if one.job.urgent), None)
            if entry is not None:
                self._waiting.remove(entry)
                self._doing.append(entry)
            return entry

    def _dawdle(self) -> None:
        """Goes on with what was left, then with `meanwhile`, until there is a job."""
        while steps := self._rest or self._meanwhile:
            with self._changed:
                self._dawdling = not (self._waiting or self._closed)
                if not self._dawdling:
                    return
            try:
                next(steps)
                continue
            except StopIteration:
                pass
            except Exception:  # noqa: BLE001 - not what anyone asked for: the job that needs it will say it better
                traceback.print_exc()
            if steps is self._rest:
                self._rest = None
            else:
                self._meanwhile = None
        with self._changed:
            self._dawdling = False

    def _entries(self) -> list[Entry]:
        return [*self._doing, *self._waiting]

    def _take(self, order: Do | Pause | Resume | Stop) -> None:
        with self._changed:
            if isinstance(order, Do):
                for entry in self._entries():
                    if order.job.replaces(entry.job):
                        entry.control.stop()
                self._waiting.append(Entry(order))
                self._changed.notify()
                return
            for entry in self._entries():
                if entry.id != order.id:
                    continue
                if isinstance(order, Stop):
                    self._stop(entry)
                elif isinstance(order, Pause):
                    entry.control.pause()
                else:
                    entry.control.resume()

    def _stop(self, entry: Entry) -> None:
        self._out.send(Stopping(), entry.id)
        entry.control.stop()

    def _events(self, entry: Entry) -> Iterator[Event]:
        """The events of one job; an error becomes a Failed."""
        try:
            if self._program == "light" and entry.job.program != "light":
                raise UsageError("This helper process cannot do “{job}”.", job=type(entry.job).__name__)
            if not entry.control.stopping:
                yield from self._work_of(entry.job)(entry.job, entry.control)
        except StopRequested:
            pass
        except UserError as error:
            field = error.field if isinstance(error, UsageError) else ""
            yield Failed(text=message_of(error), field=field, offer=error.offer or _less(entry.job, error))
        except Exception as error:  # noqa: BLE001 - the boundary of the process: whatever it was, the window is told
            yield Failed(text=unexpected(error), details=traceback.format_exc(), offer=_less(entry.job, error))


def _less(job: Job, error: Exception) -> Offer | None:
    """What `job` may be tried with again when it ran out of memory."""
    return job.less() if ran_out(error) else None
