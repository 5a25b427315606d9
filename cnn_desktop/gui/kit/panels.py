"""Panels side by side whose border can be dragged; how wide they were left is remembered by whoever listens.

A panel may be hidden for a while: the others have its room, and it comes back as wide as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.words import tr

_SETTLED_MS = 400


class Panel(NamedTuple):
    """`what`, and its usual width in pixels; 0: it shares the room that is left."""

    what: QWidget
    usual: int = 0


class _Handle(QSplitterHandle):
    """The gap between two panels; a line shows under the mouse that it can be dragged. A double click undoes that."""

    def __init__(self, panels: Panels) -> None:
        super().__init__(Qt.Orientation.Horizontal, panels)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(tr("Drag to resize. Double-click to reset."))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.width() // 2 - 1, 8, 2, max(0, self.height() - 16), QColor(theme.colours().outline))
            painter.end()

    def mouseDoubleClickEvent(self, event: object) -> None:
        panels = self.splitter()
        assert isinstance(panels, Panels)
        panels.forget()


class Panels(QSplitter):
    """`settled(widths)` some time after the border was dragged; `[]` when the usual widths are wanted again."""

    settled = Signal(list)

    def __init__(self, *panels: Panel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panels = panels
        self._widths: list[int] = []
        self._shared_out = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * theme.SPACING)
        for place, panel in enumerate(panels):
            self.addWidget(panel.what)
            self.setStretchFactor(place, 0 if panel.usual else 1)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(lambda: self.settled.emit(self._widths))
        self.splitterMoved.connect(self._moved)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self)

    def show_widths(self, widths: Sequence[int]) -> None:
        """As they were left; others than there are panels: the usual ones."""
        self._widths = list(widths) if len(widths) == len(self._panels) and min(widths, default=0) > 0 else []
        self._share_out()

    def forget(self) -> None:
        """Back to the usual widths."""
        self.show_widths([])
        self.settled.emit([])

    def show_panel(self, place: int, is_shown: bool) -> None:
        """Shows or hides a panel."""
        self._panels[place].what.setVisible(is_shown)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shared_out and self.isVisible():
            self._share_out()

    def _share_out(self) -> None:
        """Panels with a width of their own first, the others share the rest as they did."""
        self._shared_out = self.isVisible()
        kept = self._widths or [panel.usual for panel in self._panels]
        seen = [not panel.what.isHidden() for panel in self._panels]
        room = self.width() - self.handleWidth() * (sum(seen) - 1)
        fixed = sum(width for width, panel, here in zip(kept, self._panels, seen, strict=True) if panel.usual and here)
        shares = [0 if panel.usual else width or 1 for width, panel in zip(kept, self._panels, strict=True)]
        rest = max(0, room - fixed)
        self.setSizes([
            width if panel.usual else rest * share // max(1, sum(shares))
            for width, share, panel in zip(kept, shares, self._panels, strict=True)
        ])  # fmt: skip

    def _moved(self) -> None:
        before = self._widths or [panel.usual or 1 for panel in self._panels]
        self._widths = [
            before[place] if self._panels[place].what.isHidden() else width for place, width in enumerate(self.sizes())
        ]
        self._soon.start()
