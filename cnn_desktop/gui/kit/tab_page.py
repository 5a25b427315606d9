"""One of the pages of a tab that has several: a widget that says what the tab around it shows of it."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Primary(msgspec.Struct, frozen=True):
    """The tab's primary button while a page is in front."""

    text: str = ""
    """"": there is none."""
    enabled: bool = True
    note: str = ""
    """Beside it: what will happen, or why it cannot."""


class Heading(msgspec.Struct, frozen=True):
    """What stands at the top of the tab while a page is in front."""

    title: str = ""
    """"": the name of the step."""
    subtitle: str = ""
    tip: str = ""
    """Of the subtitle, e.g. the whole path that it shortens."""


class TabPage(QWidget):
    """Base of such pages. The tab emits `pressed` when its primary button is pressed, and asks `first_focus` on coming."""

    primary_changed = Signal()
    """`primary` is another one."""
    heading_changed = Signal()
    """`heading` is another one."""
    back_changed = Signal()
    """`inner_back` is another one."""
    pressed = Signal()
    """The primary button was pressed while this page is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary = Primary()
        self.heading = Heading()

    def set_primary(self, primary: Primary) -> None:
        """What the tab's primary button says."""
        if primary != self.primary:
            self.primary = primary
            self.primary_changed.emit()

    def set_heading(self, heading: Heading) -> None:
        """What stands at the top of the tab."""
        if heading != self.heading:
            self.heading = heading
            self.heading_changed.emit()

    @property
    def inner_back(self) -> str:
        """Where Esc leads within the page, as a button says it; "": out of it."""
        return ""

    def go_back(self) -> None:
        """Goes to `inner_back`."""

    @property
    def shows_progress(self) -> bool:
        """It has a bar of its own for the running job."""
        return False

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the page comes to the front; None: it stays where it is."""
        return None
