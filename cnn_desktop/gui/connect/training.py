"""Training tab ↔ session."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.connect.shell import Shell
from cnn_desktop.gui.widgets.empty_state import EmptyState


def connect(shell: Shell) -> QWidget:
    """A connected Training tab."""
    return EmptyState("training", "training")
