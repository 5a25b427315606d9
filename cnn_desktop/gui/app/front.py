"""Brings the window to the front."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

TOKEN = "XDG_ACTIVATION_TOKEN"
"""What Wayland wants to see of somebody who brings a window to the front; given to a program that is started by a click."""


def bring_to_front(window: QWidget, token: str = "") -> None:
    """`window` is seen, as far as the desktop lets it; else it asks for attention. `token`: of who wants it (Wayland)."""
    if token.isascii() and token.isprintable() and token:  # it may be anybody's, and a variable holds no NUL
        os.environ[TOKEN] = token  # Qt looks there
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    os.environ.pop(TOKEN, None)
    QApplication.alert(window)
