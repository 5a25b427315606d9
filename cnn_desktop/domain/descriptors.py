"""The numbers that the system gives this process's open files: the first three are no file of anybody's, and there are enough."""

import os
import sys

NEEDED, USUAL = 64, 1024
"""How many files the window and its threads have open at most (36 in the self-test), with room; how many most systems allow."""


def fill_standard() -> None:
    """Has the null device stand in for standard input, output and error where whoever started this process has closed them.

    Else the next files that are opened get their numbers, and what a library prints is written into a photo or a project. Python's
    own `sys.stderr` and its like stay None.
    """
    try:
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            os.set_inheritable(number, True)  # as the others are, for the processes this one starts
        os.close(number)
    except OSError:  # there is no null device
        return


def have_enough() -> None:
    """Lets this process and its children open as many files as usual. Raises DataError where it may open too few: libraries, Qt's
    among them, would end the process with words of their own, or crash."""
    if sys.platform == "win32":  # there is no such limit
        return
    import contextlib
    import resource

    kind, endless = resource.RLIMIT_NOFILE, resource.RLIM_INFINITY
    soft, hard = resource.getrlimit(kind)
    most = USUAL if hard == endless else min(hard, USUAL)
    if soft != endless and soft < most:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, hard))
    soft = resource.getrlimit(kind)[0]
    if soft != endless and soft < NEEDED:
        from cnn_desktop.domain.errors import DataError

        raise DataError(
            "CNN Desktop needs {needed} files open at once, and here it may open only {n}. Raise this limit (“ulimit -n”), then start it again.",
            needed=NEEDED, n=soft,
        )  # fmt: skip
