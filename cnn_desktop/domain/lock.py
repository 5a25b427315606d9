"""A lock that one process holds at a time; that of one that was killed is free."""

from __future__ import annotations

import warnings
from pathlib import Path

from filelock import FileLock

from cnn_desktop.domain.inside import check_file


def hold(file: Path) -> FileLock:
    """Holds `file`, which is made when missing; `release` lets go of it.

    Raises filelock.Timeout at once when another has it, DataError when it is a link or no ordinary file, OSError.
    """
    check_file(file, may_be_shared=False)
    lock = FileLock(file, timeout=0, thread_local=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a drive knows no locks; then the file that is there is the lock
        lock.acquire()
    return lock
