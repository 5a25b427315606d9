"""Empty, busy, failed: an icon, one sentence and one button, in the middle of the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.gui import theme
from cnn_desktop.gui.theme import MARGIN, SPACING
from cnn_desktop.gui.widgets.cards import Picture


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
            label.setMaximumWidth(520)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACING)
        for part in (self._text, self._caption):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACING)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_state(icon, text, button, caption)

    def show_state(self, icon: str, text: str, button: str = "", caption: str = "", tone: str = "muted") -> None:
        """`tone`: "muted", "bad", "warn" or "good", the colour of the icon."""
        self._picture.show_icon(icon, tone)
        for label, words in ((self._text, text), (self._caption, caption)):
            label.setText(words)
            label.setVisible(bool(words))
            # a wrapped label in a centred cell asks for little width: give it what its words need
            width = label.fontMetrics().horizontalAdvance(words) + 4
            label.setMinimumWidth(min(width, label.maximumWidth(), 420))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(text)
