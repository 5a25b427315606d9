"""The window's other half: a process that reads commands as JSON lines and answers with events as JSON lines.

Two kinds. The full child imports torch and does every job. The light child (`--light`) starts in a blink without torch
and does what only needs Pillow: scanning folders, thumbnails, previews of augmentation. A spare (`--spare`) is a full child
that nobody waits for yet: it imports at leisure, and everything that the first job would have to wait for. With `--prepare`
a full child does so while it has nothing else to do.

Standard input and output are moved to private descriptors first, so that a stray print cannot corrupt the stream.
End of file on stdin means the window is gone: the job is stopped and the process ends.
"""

from __future__ import annotations

import argparse
import atexit
import collections
import contextlib
import gc
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn, Protocol

import msgspec

from cnn_desktop.domain import events
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested, UsageError, UserError
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.wire import Pause, Resume, Stop, decode_command, encode_event

NICENESS = 10
LIGHT_MEMORY_LIMIT = 6 * 2**30
"""Bytes of address space of the light child: a photo that decodes to more ends the child, not the computer."""
SECONDS_AFTER_END_OF_INPUT = 5.0
SESSION = Path("/proc/self/autogroup")
"""Linux's weight of this child's session against the others."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--light", action="store_true", help="without torch: scanning, thumbnails, previews only")
    kind.add_argument("--spare", action="store_true", help="imports all that a job may need, when nothing else runs")
    kind.add_argument("--prepare", action="store_true", help="imports all that a job may need, until there is one")


def run(options: argparse.Namespace) -> int:
    """Serves commands until stdin ends."""
    began = time.monotonic()
    source, sink = _private_streams()
    _be_modest(options.light)
    gc.set_threshold(50_000)  # importing makes many objects and no garbage: a seventh less time
    out = Outbox(sink)
    # Native libraries finish loading before another thread reads: numpy#24290 hangs on Windows otherwise.
    jobs, device, reason = _light() if options.light else _spare() if options.spare else _full()
    out.send(events.Ready(seconds=time.monotonic() - began, device=device, device_reason=reason))
    desk = Desk(out, _preparing() if options.prepare else _tidying() if options.light else None)
    threading.Thread(target=desk.read, args=(source,), name="commands", daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: desk.stop())
    desk.serve(jobs)
    _leave()


def _leave() -> NoReturn:
    """Ends the process at once. Taking torch's million objects apart would take a second or two, and the window waits."""
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(0)


def _light() -> tuple[Jobs, str, None]:
    from cnn_desktop.child.light_jobs import LightJobs

    return LightJobs(), "", None


def _full() -> tuple[Jobs, str, Message]:
    from cnn_desktop.child.full_jobs import FullJobs
    from cnn_desktop.learning.tuning.device import choose_device

    choice = choose_device("auto")
    return FullJobs(), choice.device, choice.reason


def _spare() -> tuple[Jobs, str, Message]:
    with _at_leisure():
        from cnn_desktop.learning.warm import get_ready

        get_ready()
        return _full()


def _preparing() -> Iterator[None]:
    if os.name != "nt":  # there no native library may be loaded any more: see `run`
        from cnn_desktop.learning.warm import getting_ready

        yield from getting_ready()


def _tidying() -> Iterator[None]:
    """The light child makes the thumbnails; it keeps the cache within its bound before it makes more."""
    from cnn_desktop.dataset.cache import trim_cache
    from cnn_desktop.domain.places import cache_limit

    trim_cache(cache_limit())
    yield


@contextlib.contextmanager
def _at_leisure() -> Iterator[None]:
    """As long as it lasts, this child gives way to every other program that wants the processor.

    Linux weighs sessions against each other, each child being one, and anyone may lower a session and raise it again; from
    a higher niceness or the idle class an unprivileged process cannot come back. Elsewhere the low priority of every
    child has to do.
    """
    usual = _session_niceness()
    if usual is not None:
        _set_session_niceness(NICENESS)
    try:
        yield
    finally:
        if usual is not None:
            _set_session_niceness(usual)


def _session_niceness() -> int | None:
    """0..19, read from "/autogroup-12 nice 0"; None where there is no such thing, or the session is not this child's."""
    try:
        if os.getsid(0) != os.getpid():
            return None
        return int(SESSION.read_text(encoding="ascii").split()[-1])
    except (OSError, AttributeError, ValueError, IndexError):
        return None


def _set_session_niceness(value: int) -> None:
    for _ in range(20):
        try:
            SESSION.write_text(str(value), encoding="ascii")
        except BlockingIOError:  # the system takes ten changes a second from all its users together
            time.sleep(0.1)
        except OSError:
            return
        else:
            return


class Outbox:
    """Writes events, one line each, whole. Once the window is gone it writes nothing more."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._lock = threading.Lock()
        self._window_gone = False

    def send(self, event: events.Event) -> None:
        line = encode_event(event)
        with self._lock:
            if self._window_gone:
                return
            try:
                self._sink.write(line)
                self._sink.flush()
            except OSError:
                self._window_gone = True


class Jobs(Protocol):
    """What a child can do."""

    def do(self, command: Job, control: Control) -> Iterable[events.Event]:
        """The events of `command`'s job. Raises UserError."""
        ...


class Order:
    """A command on its way: waiting, or being done."""

    def __init__(self, command: Job) -> None:
        self.command = command
        self.control = Control()
        self.id: str = getattr(command, "id", "")


class Desk:
    """Takes commands in on one thread, does the jobs one after the other on the main thread."""

    def __init__(self, out: Outbox, meanwhile: Iterator[None] | None = None) -> None:
        """`meanwhile`: steps of something that may be done while there is no job, and left at any point."""
        self._out = out
        self._meanwhile = meanwhile
        self._dawdling = False
        self._changed = threading.Condition()
        self._waiting: collections.deque[Order] = collections.deque()
        self._current: Order | None = None
        self._closed = False

    def read(self, source: Iterable[bytes]) -> None:
        """Reads commands until the stream ends; Stop, Pause and Resume act at once."""
        for line in source:
            try:
                command = decode_command(line)
            except msgspec.DecodeError as error:
                text = say("The window sent something this version does not understand.")
                self._out.send(events.Failed(text=text, details=str(error)))
                continue
            self._take(command)
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
        self._out.send(events.Stopping())
        with self._changed:
            for order in self._orders():
                order.control.stop()

    def serve(self, jobs: Jobs) -> None:
        """Does jobs until the input has ended."""
        while order := self._next():
            for event in self._events(order, jobs):
                self._out.send(event)
            with self._changed:
                self._current = None
            self._out.send(events.JobDone(id=order.id))

    def _next(self) -> Order | None:
        self._dawdle()
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if self._waiting and not self._closed:
                self._current = self._waiting.popleft()
                return self._current
            return None

    def _dawdle(self) -> None:
        """Goes on with `meanwhile` until there is a job."""
        while self._meanwhile:
            with self._changed:
                self._dawdling = not (self._waiting or self._closed)
                if not self._dawdling:
                    return
            try:
                next(self._meanwhile)
            except StopIteration:
                self._meanwhile = None
            except Exception:  # noqa: BLE001 - not what anyone asked for: the job that needs it will say it better
                traceback.print_exc()
                self._meanwhile = None
        with self._changed:
            self._dawdling = False

    def _orders(self) -> list[Order]:
        return [*self._waiting, *([self._current] if self._current else [])]

    def _take(self, command: Job) -> None:
        if isinstance(command, Stop):
            self.stop()
            return
        with self._changed:
            match command:
                case Pause():
                    if self._current:
                        self._current.control.pause()
                case Resume():
                    if self._current:
                        self._current.control.resume()
                case Thumbnails():
                    self._forget_thumbnails()
                    self._add(command)
                case _:
                    self._add(command)

    def _add(self, command: Job) -> None:
        self._waiting.append(Order(command))
        self._changed.notify()

    def _forget_thumbnails(self) -> None:
        """What was on the screen a moment ago is not what is on it now."""
        for order in self._orders():
            if isinstance(order.command, Thumbnails):
                order.control.stop()

    def _events(self, order: Order, jobs: Jobs) -> Iterator[events.Event]:
        """The events of one job; an error becomes a Failed."""
        try:
            if not order.control.stopping:
                yield from jobs.do(order.command, order.control)
        except StopRequested:
            pass
        except UserError as error:
            field = error.field if isinstance(error, UsageError) else ""
            yield events.Failed(text=error.message, id=order.id, field=field)
        except MemoryError:
            text = say("There is not enough memory for this. Close other programs or choose a smaller batch size.")
            yield events.Failed(text=text, id=order.id, details=traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - the boundary of the process: whatever it was, the window is told
            yield events.Failed(text=unexpected(error), id=order.id, details=traceback.format_exc())


def unexpected(error: Exception) -> Message:
    """The sentence for an error that nobody foresaw."""
    return say(
        "Something unexpected went wrong ({error}). What was saved is kept; try again, and report it if it returns.",
        error=f"{type(error).__name__}: {error}"[:200],
    )


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """(commands in, events out) on descriptors of their own; 0 becomes the null device, 1 becomes stderr."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return source, sink


def _be_modest(light: bool) -> None:
    """Low priority; Ctrl+C in the window's terminal is the window's business; a memory limit for the light child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        os.nice(NICENESS)
        if light and sys.platform == "linux":
            import resource

            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_AS, (LIGHT_MEMORY_LIMIT, LIGHT_MEMORY_LIMIT))
