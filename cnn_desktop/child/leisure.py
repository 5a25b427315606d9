"""How a child keeps out of the way: low priority, and lower still while nobody waits for it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cnn_desktop.domain.memory import all_memory

if sys.platform != "win32":
    import resource

NICENESS = 10
LIGHT_MEMORY_LIMIT = 6 * 2**30
"""Bytes of address space of the light child: what no header tells of ends there, and not with the computer."""
_SHARE, _LEAST = 0.9, 3 * 2**30
"""Of the computer's memory that a full child may write to, and what it may write to in any case."""
SESSION = Path("/proc/self/autogroup")
"""Linux's weight of this child's session against the others."""


def limit_memory() -> None:
    """For a full child that computes without a card: what wants more memory than the computer has ends in a sentence.

    Only what is written counts (RLIMIT_DATA): torch's libraries and files of pixels are mapped, and take address space that is
    no memory. A card's driver maps far more than there is, so there no limit is set.
    """
    if sys.platform == "linux":
        limit = max(_LEAST, int(_SHARE * all_memory()))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def be_modest(limited: bool) -> None:
    """Low priority; Ctrl+C in the window's terminal is the window's business; with `limited` a limit of memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        os.nice(NICENESS)
        if limited and sys.platform == "linux":
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_AS, (LIGHT_MEMORY_LIMIT, resource.getrlimit(resource.RLIMIT_AS)[1]))


def lift_limits() -> None:
    """For a process that a light child has started and that loads torch and a card's driver: its limits are not that child's."""
    if sys.platform == "linux":
        for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
            with contextlib.suppress(ValueError, OSError):
                most = resource.getrlimit(kind)[1]
                resource.setrlimit(kind, (most, most))


@contextlib.contextmanager
def at_leisure() -> Iterator[None]:
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
