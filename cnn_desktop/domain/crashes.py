"""Traces of processes that crashed: they stay on this computer, in the folder of the logs.

Python's faulthandler writes one when a library has crashed the process; nothing is written otherwise. On Windows it also writes
one of what a library went on after, such as the system's file dialogs.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime
import faulthandler
import os
import re
import stat
from pathlib import Path
from typing import Literal

from cnn_desktop.domain.files import files_in
from cnn_desktop.domain.places import logs_folder

_TRACE = "crash-{who}.txt"
_SET_ASIDE = "crash-{who} {when:%Y-%m-%d %H-%M-%S}.txt"
_CAREFULLY = ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK")
"""No link, and nobody's pipe that would never answer."""
_OURS = re.compile(r"crash-(?:window|child)(?: \d{4}-\d\d-\d\d \d\d-\d\d-\d\d)?\.txt")
UNEXPECTED = "unexpected error"
"""What the log says of one, before its traceback, and nothing else."""
KEPT = 5
"""Traces of earlier processes of each kind; older ones go."""


def watch(who: Literal["window", "child"]) -> bool:
    """From now on a crash of this process leaves a trace. True when there is one of an earlier process that has not been told.

    Without a writable disk there are none.
    """
    file = logs_folder() / _TRACE.format(who=who)
    crashed = False
    if who == "window":
        _set_aside("child")  # which was told when it came
        crashed = _set_aside("window")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | sum(getattr(os, name, 0) for name in _CAREFULLY)
        trace = os.open(file, flags, 0o600)
        faulthandler.enable(trace, all_threads=True)
        atexit.register(_ended_well, who, trace)
    return crashed


def _ended_well(who: str, trace: int) -> None:
    """A process that comes this far has survived what left a trace, as it may on Windows: nobody is told of a crash."""
    if os.fstat(trace).st_size:
        faulthandler.disable()
        os.close(trace)
        _set_aside(who)


def traces() -> list[Path]:
    """The files with traces, the newest first."""
    found = {
        file: _when(file)
        for file in files_in(logs_folder(), "crash-*.txt")
        if _OURS.fullmatch(file.name) and _size(file)
    }
    return sorted(found, key=lambda file: found[file], reverse=True)


def _set_aside(who: str) -> bool:
    """Gives the trace that there may be another name, unless Windows has it open. True when there is one."""
    file = logs_folder() / _TRACE.format(who=who)
    if not _size(file):
        return False
    with contextlib.suppress(OSError, ValueError, OverflowError):  # a time that no calendar has
        when = datetime.datetime.fromtimestamp(_when(file))
        file.replace(file.with_name(_SET_ASIDE.format(who=who, when=when)))
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
