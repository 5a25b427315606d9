"""What has the keyboard in a list of rows or photos is always seen, also before one of them is current."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from cnn_desktop.gui.kit import painting


def enter(view: QAbstractItemView, take_focus: Callable[[], None]) -> None:
    """Calls `take_focus`, the view's own; then none is current that was not, so that the first arrow key goes to the first.

    Qt makes the first one current, unseen, and the first arrow key would go past it.
    """
    had_current = view.currentIndex().isValid()
    take_focus()
    if not had_current:
        view.selectionModel().clearCurrentIndex()
    view.viewport().update()


def paint_focus(view: QAbstractItemView, current: QRect) -> None:
    """The frame of what has the keyboard: around `current`, or around the whole view when nothing is current. To be
    called at the end of `paintEvent`."""
    if view.hasFocus():
        painter = QPainter(view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.focus_frame(painter, QRectF(current if current.isValid() else view.viewport().rect()))
        painter.end()
