"""A dialog that shows something and has one button: Close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QWidget

from cnn_desktop.gui.kit.rows import DIALOG, Part, in_column, wide
from cnn_desktop.gui.kit.theme import SPACING

_FRAME = QSize(16, 48)
"""What the desktop draws around a dialog, about, in pixels."""
_WIDEST = (1 << 24) - 1
"""Qt's own, of a widget without a limit."""
_MAY_NEED_MORE = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)


class Dialog(QDialog):
    """Gone for good once it is closed. Never so low that its words are cut, and never larger than the screen.

    What has no room on the screen when it is shown is scrolled.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def fill(self, *parts: Part, close: str) -> None:
        """`parts` one below the other, then the button that says `close`."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(close)
        buttons.rejected.connect(self.reject)
        in_column(*parts, buttons, spacing=2 * SPACING, margins=DIALOG, of=self)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _MAY_NEED_MORE:  # Qt's own first size is two thirds of the screen at most
            self.setMinimumHeight(min(self._height_of_words(self.width()), self._room().height()))
        return done

    def showEvent(self, event: QShowEvent) -> None:
        room = self._room()
        words = self._height_of_words(min(self.width(), room.width()))
        needed = self.minimumSize().expandedTo(self.minimumSizeHint()).expandedTo(QSize(0, words))
        wanted = self.size()
        if self.layout() is not None and needed.boundedTo(room) != needed:
            wanted += self._scroll(needed)
        self.resize(wanted.boundedTo(room))
        super().showEvent(event)

    def _room(self) -> QSize:
        return self.screen().availableSize() - _FRAME

    def _height_of_words(self, width: int) -> int:
        """What its layout needs at least at this width; 0 where the width makes no difference."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0

    def _scroll(self, needed: QSize) -> QSize:
        """From now on its parts are scrolled, in their own size. Returns the room that the bars take."""
        inside, area = QWidget(), QScrollArea(widgetResizable=True)
        layout = self.layout()
        assert layout is not None
        inside.setLayout(layout)  # with all that is in it
        inside.setMinimumSize(needed)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.setMinimumSize(0, 0)
        self.setMaximumWidth(_WIDEST)  # where it had a width of its own, the bar is beside it
        in_column(wide(area), of=self)
        area.show()  # what is added while its parent is being shown waits for its turn otherwise
        return QSize(area.verticalScrollBar().sizeHint().width(), area.horizontalScrollBar().sizeHint().height())
