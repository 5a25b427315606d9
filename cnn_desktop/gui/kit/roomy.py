"""Room that a small screen lacks: what is made for more of it is scrolled, never squeezed until it is cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Roomy(QScrollArea):
    """Gives `inside` all of its own room, but never less than `least` (pixels); it is scrolled where that is more."""

    def __init__(self, inside: QWidget, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside, self._least = inside, least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return self.inside.minimumSizeHint().boundedTo(self._least)

    def sizeHint(self) -> QSize:
        return self.inside.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Not Qt's widgetResizable: that scrolls wherever a page is lower than it likes to be with its words wrapped."""
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        is_low, is_narrow = room.height() < self._least.height(), room.width() < self._least.width()
        room -= QSize(bar if is_low else 0, bar if is_narrow else 0)
        self.inside.resize(room.expandedTo(self._least))
