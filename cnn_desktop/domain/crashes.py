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
from pathlib import Path
from typing import Literal

from cnn_desktop.domain.files import files_in
from cnn_desktop.domain.places import logs_folder

_TRACE = "crash-{who}.txt"
_SET_ASIDE = "crash-{who} {when:%Y-%m-%d %H-%M-%S}.txt"
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
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
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
    found = [file for file in files_in(logs_folder(), "crash-*.txt") if _size(file)]
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)


def _set_aside(who: str) -> bool:
    """Gives the trace that there may be another name, unless Windows has it open. True when there is one."""
    file = logs_folder() / _TRACE.format(who=who)
    if not _size(file):
        return False
    with contextlib.suppress(OSError):
        when = datetime.datetime.fromtimestamp(file.stat().st_mtime)
        file.replace(file.with_name(_SET_ASIDE.format(who=who, when=when)))
        for old in sorted(files_in(logs_folder(), f"crash-{who} *.txt"))[:-KEPT]:
            old.unlink()
        return True
    return False


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return 0
