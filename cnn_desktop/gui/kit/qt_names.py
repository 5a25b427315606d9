"""Makes all that PySide knows, ahead of a thread that imports a library built on it.

PySide makes a class or an enum when its name is first asked for. Two threads that do so at the same time crash the program
(seen in 6.11: 6 of 25 windows in which many kinds of widgets were made meanwhile; none of 108 after this).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

_SLICE = 0.008
"""Seconds of work at a time. A single name takes up to 0.03 s."""


def make_names() -> Iterator[None]:
    """In the GUI thread, some names at a time: events are to be handled in between. 0.2 s in all, and once for a process."""
    began = time.perf_counter()
    for module in (QtCore, QtGui, QtWidgets, QtSvg):
        for name in dir(module):
            getattr(module, name)
            if time.perf_counter() - began > _SLICE:
                yield
                began = time.perf_counter()
