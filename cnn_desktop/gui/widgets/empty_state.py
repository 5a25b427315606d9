"""Empty, busy, failed: an icon, one sentence and one button, in the middle of the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.gui import theme
from cnn_desktop.gui.theme import MARGIN, SPACING
from cnn_desktop.gui.widgets.cards import Picture, breakable

_WIDTH = 440


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
        # a fixed width lets the wrapped words tell how high they are
        words = QWidget()
        words.setFixedWidth(_WIDTH)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACING)
        lines.addWidget(self._text)
        lines.addWidget(self._caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * SPACING)
        column.addStretch(2)
        # between stretches, not aligned: an aligned widget is asked for its height at the full width, too low for two lines
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
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
