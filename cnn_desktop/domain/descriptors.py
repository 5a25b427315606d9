"""The numbers that the system gives this process's open files: the first three are no file of anybody's."""

import os


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
