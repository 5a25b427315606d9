"""Empty, busy, failed: an icon, one sentence and one button, in the middle of the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable

_NARROWEST, _WIDEST = 240, 440


class EmptyState(QWidget):
    """A designed state of a tab that has nothing (yet) to show. `pressed` is its one button."""

    pressed = Signal()

    def __init__(
        self, icon: str = "photo", text: str = "", button: str = "", caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = Picture(icon, 48, "muted")
        self._text = theme.heading(QLabel())
        self._caption = theme.muted(QLabel())
        for label in (self._text, self._caption):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING)
        for label in (self._text, self._caption):
            label.setMaximumWidth(_WIDEST)
            label.setMinimumWidth(_NARROWEST)
            # as wide as there is room: only then does a wrapped label tell how high it is
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(label, 1000)
            middle.addStretch(1)
            words.addLayout(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.MARGIN, 0, theme.MARGIN)
        column.setSpacing(2 * theme.SPACING)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_state(icon, text, button, caption)

    def show_state(self, icon: str, text: str, button: str = "", caption: str = "", tone: str = "muted") -> None:
        """`tone`: "muted", "bad", "warn" or "good", the colour of the icon."""
        self._picture.show_icon(icon, tone)
        for label, words in ((self._text, text), (self._caption, caption)):
            label.setText(breakable(words))
            label.setVisible(bool(words))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(text)
