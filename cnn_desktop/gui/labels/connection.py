"""Labels step ↔ session; each page has its own connection beside this."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.tab import LabelsTab


def connect(shell: Shell) -> QWidget:
    """A connected Labels tab."""
    return LabelsTab(shell.session.processes.ask, shell.dialogs)
