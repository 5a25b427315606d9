"""Labels step ↔ session; each page has its own connection beside this."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.blind_connection import connect_blind
from cnn_desktop.gui.labels.check_connection import connect_check
from cnn_desktop.gui.labels.fresh_connection import connect_fresh
from cnn_desktop.gui.labels.history_connection import connect_history
from cnn_desktop.gui.labels.review_connection import connect_review
from cnn_desktop.gui.labels.tab import LabelsTab


def connect(shell: Shell) -> QWidget:
    """A connected Labels tab."""
    tab = LabelsTab(shell.session.processes.ask, shell.dialogs)
    for connect_page in (connect_check, connect_review, connect_blind, connect_history, connect_fresh):
        connect_page(shell, tab)
    return tab
