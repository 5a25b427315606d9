"""What every page of the Labels step is to the tab around it: a widget with a primary button, which the tab shows."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.kit.words import tr


class Primary(msgspec.Struct, frozen=True):
    """The tab's primary button while a page is in front."""

    text: str = ""
    """"": there is none."""
    enabled: bool = True
    note: str = ""
    """Beside it: what will happen, or why it cannot."""


def train_words(trained: bool) -> str:
    """On the button that trains on cleaned labels; `trained`: there is a model already."""
    return tr("&Train again on the cleaned labels") if trained else tr("&Train on the cleaned labels")


class LabelsPage(QWidget):
    """Base of the pages. The tab calls `pressed` when its primary button is pressed, and `first_focus` on coming."""

    primary_changed = Signal()
    """`primary` is another one."""
    pressed = Signal()
    """The primary button was pressed while this page is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary = Primary()

    def set_primary(self, primary: Primary) -> None:
        """What the tab's primary button says."""
        if primary != self.primary:
            self.primary = primary
            self.primary_changed.emit()

    @property
    def shows_progress(self) -> bool:
        """It has a bar of its own for the running job."""
        return False

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the page comes to the front; None: it stays where it is."""
        return None
