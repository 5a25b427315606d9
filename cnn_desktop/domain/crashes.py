"""Traces of processes that crashed: they stay on this computer, in the folder of the logs.

Python's faulthandler writes one when a library has crashed the process; nothing is written otherwise. On Windows it also writes
one of what a library went on after, such as the system's file dialogs. Each process has a file of its own, which it holds while it
lives; a next start looks at those of the dead.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime
import faulthandler
import os
import re
import stat
import sys
from pathlib import Path
from typing import Literal

from cnn_desktop.domain.files import files_in
from cnn_desktop.domain.places import logs_folder

_TRACE = "crash-{who}-{pid}.txt"
_SET_ASIDE = "crash-{who} {when:%Y-%m-%d %H-%M-%S} {pid}.txt"
_CAREFULLY = ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK")
"""No link, and nobody's pipe that would never answer."""
_OF_A_PROCESS = re.compile(r"crash-(?:window|child)-\d+\.txt")
_OURS = re.compile(rf"{_OF_A_PROCESS.pattern}|crash-(?:window|child) \d{{4}}-\d\d-\d\d \d\d-\d\d-\d\d(?: \d+)?\.txt")
UNEXPECTED = "unexpected error"
"""What the log says of one, before its traceback, and nothing else."""
KEPT = 5
"""Traces of earlier processes of each kind; older ones go."""


def watch(who: Literal["window", "child"]) -> bool:
    """From now on a crash of this process leaves a trace. True when there is one of an earlier process that has not been told.

    Without a writable disk there are none.
    """
    file = logs_folder() / _TRACE.format(who=who, pid=os.getpid())
    crashed = False
    if who == "window":
        _put_away_the_dead("child")  # which was told when it came
        crashed = _put_away_the_dead("window")
    _put_away(file)  # of an earlier process of this number
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | sum(getattr(os, name, 0) for name in _CAREFULLY)
        trace = os.open(file, flags, 0o600)
        _hold(trace)
        faulthandler.enable(trace, all_threads=True)
        atexit.register(_ended_well, who, file, trace)
    return crashed


def _ended_well(who: str, file: Path, trace: int) -> None:
    """A process that comes this far has survived what left a trace, as it may on Windows: nobody is told of a crash.

    A window may still crash while its parts are taken down. A child ends at once; else each would leave an empty file.
    """
    if who == "child" or os.fstat(trace).st_size:
        faulthandler.disable()
        os.close(trace)
        _put_away(file)


def _hold(trace: int) -> None:
    """Until this process is dead, however it dies. Windows lets nobody rename or delete an open file in any case."""
    if sys.platform != "win32":
        import fcntl

        with contextlib.suppress(OSError):  # a network drive without locks
            fcntl.flock(trace, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_held(file: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    with contextlib.suppress(OSError):
        trace = os.open(file, os.O_RDONLY | sum(getattr(os, name, 0) for name in _CAREFULLY))
        try:
            fcntl.flock(trace, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(trace)
    return False


def traces() -> list[Path]:
    """The files with traces, the newest first."""
    found = {
        file: _when(file)
        for file in files_in(logs_folder(), "crash-*.txt")
        if _OURS.fullmatch(file.name) and _size(file)
    }
    return sorted(found, key=lambda file: found[file], reverse=True)


def _put_away_the_dead(who: str) -> bool:
    """The traces of dead processes are kept under other names, the newest ones. True when there was one."""
    files = [file for file in files_in(logs_folder(), f"crash-{who}-*.txt") if _OF_A_PROCESS.fullmatch(file.name)]
    were_there = [_put_away(file) for file in files if not _is_held(file)]
    return any(were_there)


def _put_away(file: Path) -> bool:
    """Gives a process's trace another name, or deletes it while it is empty, unless Windows has it open. True when it has one."""
    who, pid = file.stem.split("-")[1:]
    with contextlib.suppress(OSError, ValueError, OverflowError):  # a time that no calendar has
        if not _size(file):
            if stat.S_ISREG(file.lstat().st_mode):
                file.unlink()
            return False
        when = datetime.datetime.fromtimestamp(_when(file))
        file.replace(file.with_name(_SET_ASIDE.format(who=who, when=when, pid=pid)))
        earlier = [old for old in files_in(logs_folder(), f"crash-{who} *.txt") if _OURS.fullmatch(old.name)]
        for old in sorted(earlier)[:-KEPT]:
            old.unlink()
        return True
    return False


def _size(file: Path) -> int:
    """Bytes; 0 of what is no file."""
    try:
        found = file.lstat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _when(file: Path) -> float:
    try:
        return file.lstat().st_mtime
    except OSError:  # set aside just now
        return 0
