"""Before another thread imports what is built on Qt, all of Qt's names are made: PySide makes them when they are asked for."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets
from cnn_desktop.gui.kit.late_plots import _loaded

def made():
    return all(vars(module).keys() >= set(dir(module)) for module in (QtCore, QtGui, QtWidgets))

assert not made(), "PySide makes all at once: this is not needed any more"
loading, slices = _loaded("cnn_desktop.gui.training.line_plot"), 0
while not made():
    assert "pyqtgraph" not in sys.modules, "imported while names are made"
    assert not next(loading)
    slices += 1
assert slices > 3, "all at once: the window would stand still"
while not next(loading):
    QtCore.QThreadPool.globalInstance().waitForDone()
assert "pyqtgraph" in sys.modules
"""


def test_names_are_made_some_at_a_time_and_then_the_plots_are_imported() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
