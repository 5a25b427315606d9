"""A child process that reads orders and tells events: started, heard, stopped and buried. No Qt.

Four small threads a child, all of which end with it: one writes orders (a deaf child may let the pipe fill up, and the
window must never wait for that), one reads events, one reads the error output, one waits for the end. On POSIX the pipes are
polled together with a wake-up pipe, so that no thread waits for a pipe that a grandchild still holds open.
"""

from __future__ import annotations

import os
import queue
import select
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.events import Ended, Ready
from cnn_desktop.domain.process import NOTHING, PIPE, Process, start, start_other
from cnn_desktop.domain.wire import LONGEST_LINE, Order, Told, decode_told, encode_order

GRACE = 2.5
"""Seconds between asking a child to stop and killing it."""
DRAIN = 0.3
"""Seconds of reading after the process has ended: what it wrote last is in the pipe by then."""
TAIL = 8 * 1024
"""Bytes of error output kept for "Details"."""
LEAVING = 1.5
"""Seconds that a killed child may take to be gone; nobody waits longer, for one may hang in a disk that does not answer."""


class Exit(msgspec.Struct, frozen=True):
    """How a child ended."""

    code: int
    """Exit code; on POSIX minus the number of the signal that ended it."""
    killed: bool
    """True when this window killed it."""
    details: str
    """The last 8 kB of its error output, and of what it wrote that was no event."""
    garbage: int
    """Lines on its output that were no event."""


class ChildProcess:
    """One child. `on_told` and `on_exit` are called from its threads: all that was told first, then the exit, exactly once."""

    def __init__(
        self,
        command: list[str],
        on_told: Callable[[Told], None],
        on_exit: Callable[[Exit], None],
        grace: float = GRACE,
    ) -> None:
        self._on_told, self._on_exit, self._grace = on_told, on_exit, grace
        self._orders: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self.ready = False
        """It has said that it reads orders."""
        self.gone = False
        """Its process has ended."""
        self._killed = False
        self._tail, self._garbage = bytearray(), 0
        self._deadline: threading.Timer | None = None
        self._wake = _WakeUp()
        try:
            self._process = start(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, bufsize=0, **_own_group())
        except BaseException:
            self._wake.close()
            raise
        self.pid = self._process.pid
        assert self._process.stdin
        assert self._process.stdout
        assert self._process.stderr
        if os.name == "posix":
            os.set_blocking(self._process.stdin.fileno(), False)
        self._threads = [
            threading.Thread(target=self._read_events, args=(self._process.stdout,), name="child events", daemon=True),
            threading.Thread(target=self._read_errors, args=(self._process.stderr,), name="child errors", daemon=True),
            threading.Thread(target=self._write_orders, args=(self._process.stdin,), name="child orders", daemon=True),
        ]
        self._waiter = threading.Thread(target=self._wait, name="child end", daemon=True)
        try:
            for thread in (*self._threads, self._waiter):
                thread.start()
        except RuntimeError as error:  # too many threads on this computer
            _kill_group(self._process)
            raise OSError(str(error)) from error

    def send(self, order: Order) -> None:
        """Hands an order over. Never blocks."""
        self._orders.put(encode_order(order))

    def close_input(self) -> None:
        """Tells the child that nothing more comes: it stops what it does, and ends. Killed after the grace period."""
        self._orders.put(None)
        self._kill_after(self._grace)

    def stop(self) -> None:
        """Asks the child to stop and kills it after the grace period; at once when it does not read orders yet."""
        if self.ready:
            self.close_input()
        else:
            self.kill()

    def kill(self) -> None:
        """Ends the child and its whole process group now."""
        with self._lock:
            if not self.gone:
                self._killed = True
                _kill_group(self._process)

    def join(self, seconds: float = GRACE + LEAVING) -> bool:
        """Waits until the child, which was asked to end, and all its threads are gone; False after `seconds`."""
        self._waiter.join(seconds)
        return not self._waiter.is_alive()

    def _kill_after(self, seconds: float) -> None:
        with self._lock:
            if self.gone or self._deadline:
                return
            self._deadline = threading.Timer(seconds, self.kill)
            self._deadline.daemon = True
            self._deadline.start()

    def _read_events(self, stream: IO[bytes]) -> None:
        rest = bytearray()
        for chunk in self._wake.chunks(stream):
            *lines, last = chunk.split(b"\n")
            for line in lines:
                rest += line
                self._take(bytes(rest))
                rest.clear()
            rest += last
            if len(rest) > LONGEST_LINE:
                self._keep(bytes(rest[-TAIL:]), garbage=True)
                rest.clear()
        if rest.strip():
            self._keep(bytes(rest), garbage=True)

    def _take(self, line: bytes) -> None:
        try:
            told = decode_told(line)
        except Unreadable:
            told = None
        if told is None or isinstance(told.event, Ended):  # which children do not send
            if line.strip():
                self._keep(line + b"\n", garbage=True)
            return
        if isinstance(told.event, Ready):
            self.ready = True
        self._on_told(told)

    def _read_errors(self, stream: IO[bytes]) -> None:
        for chunk in self._wake.chunks(stream):
            self._keep(chunk)

    def _keep(self, text: bytes, garbage: bool = False) -> None:
        with self._lock:
            self._garbage += garbage
            self._tail += text[-TAIL:]
            del self._tail[:-TAIL]

    def _write_orders(self, stream: IO[bytes]) -> None:
        while (order := self._orders.get()) is not None:
            if not self._wake.write(stream, order):
                break
        stream.close()

    def _wait(self) -> None:
        """Waits for the end, drains the pipes, kills what is left of the group, then tells."""
        _wait_unreaped(self._process)
        self._orders.put(None)
        drained_at = time.monotonic() + DRAIN
        for thread in self._threads:
            thread.join(max(0.0, drained_at - time.monotonic()))
        with self._lock:
            _kill_group(self._process)
            code = self._process.wait()
            self.gone = True
        if self._deadline:
            self._deadline.cancel()
            self._deadline.join()
        self._wake.wake()
        for thread in self._threads:
            thread.join(None if os.name == "posix" else DRAIN)
        for stream in (self._process.stdout, self._process.stderr):
            if stream and os.name == "posix":
                stream.close()
        self._wake.close()
        details = self._tail.decode(errors="replace").strip()
        self._on_exit(Exit(code, self._killed, details, self._garbage))


class _WakeUp:
    """Reads and writes pipes until told to let go. On Windows pipes cannot be polled: there it simply blocks."""

    def __init__(self) -> None:
        self._ends = os.pipe() if os.name == "posix" else None

    def wake(self) -> None:
        """Makes every waiting reader and writer return."""
        if self._ends:
            os.write(self._ends[1], b"!")

    def close(self) -> None:
        for end in self._ends or ():
            os.close(end)
        self._ends = None

    def chunks(self, stream: IO[bytes]) -> Iterator[bytes]:
        """What the stream brings, until its end or `wake`."""
        while self._may(stream, select.POLLIN if self._ends else 0):
            chunk = os.read(stream.fileno(), 1 << 16)
            if not chunk:
                return
            yield chunk

    def write(self, stream: IO[bytes], data: bytes) -> bool:
        """Writes all of `data`; False when nobody reads any more."""
        left = memoryview(data)
        while left and self._may(stream, select.POLLOUT if self._ends else 0):
            try:
                left = left[os.write(stream.fileno(), left) :]
            except BlockingIOError:
                continue
            except OSError:
                return False
        return not left

    def _may(self, stream: IO[bytes], what: int) -> bool:
        """Waits until the stream can be read or written (True), or `wake` was called (False)."""
        if not self._ends:
            return True
        poll = select.poll()
        poll.register(stream.fileno(), what)
        poll.register(self._ends[0], select.POLLIN)
        ready = {descriptor for descriptor, _ in poll.poll()}
        return stream.fileno() in ready


def _own_group() -> dict[str, Any]:
    """A process group of its own, without a console window, at low priority (on POSIX the child sees to that itself)."""
    if os.name == "posix":
        return {"start_new_session": True}
    flags = ("CREATE_NO_WINDOW", "CREATE_NEW_PROCESS_GROUP", "BELOW_NORMAL_PRIORITY_CLASS")
    return {"creationflags": sum(getattr(subprocess, flag) for flag in flags)}


def _wait_unreaped(process: Process) -> None:
    """Waits for the end without releasing the process id, so that its group can still be killed safely."""
    if hasattr(os, "waitid"):
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    else:
        process.wait()


def _kill_group(process: Process) -> None:
    """Kills the process and every process it has started and not let go."""
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return
    elif process.poll() is None:
        # by its full name: Windows looks for programs in the folder one stands in, too
        program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        command = [str(program), "/T", "/F", "/PID", str(process.pid)]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        start_other(command, stdout=NOTHING, stderr=NOTHING, creationflags=flags).wait()
