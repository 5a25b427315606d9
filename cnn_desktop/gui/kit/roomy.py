"""Room that a small screen lacks: what is made for more of it is scrolled, never squeezed until it is cut."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


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


class InSight(QObject):
    """Scrolls whatever the keyboard reaches into sight, in every area around it. Lives as long as `parent`.

    Qt does so with Tab only, and in areas within areas from the outside in, which may leave it hidden.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show)

    def _show(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # what a mouse presses stays where it is
        around = now.parentWidget()
        while around is not None and not now.isWindow():
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(now)
            around = None if around.isWindow() else around.parentWidget()
