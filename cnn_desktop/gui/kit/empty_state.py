"""Empty, busy, failed: an icon, one sentence and one button, in the middle of the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable, show_words
from cnn_desktop.gui.kit.rows import ROOM, Part, Placed, centred, in_column, in_row, wide

_NARROWEST, _WIDEST = 240, 440


class EmptyState(QWidget):
    """A designed state of a tab that has nothing (yet) to show. `pressed` is its one button."""

    pressed = Signal()

    def __init__(
        self,
        icon: str = "photo",
        text: str = "",
        button: str = "",
        caption: str = "",
        parent: QWidget | None = None,
        below: Part = 0,
    ) -> None:
        """`below`: what else is chosen here."""
        super().__init__(parent)
        self._picture = Picture(icon, 48, "muted")
        self._text, self._caption = theme.heading(_words()), theme.muted(_words())
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        # as wide as there is room: only then does a wrapped label tell how high it is
        lines = [in_row(ROOM, wide(label, 1000), ROOM) for label in (self._text, self._caption)]
        in_column(
            Placed(None, 2), centred(self._picture), in_column(*lines), centred(self.button), below, Placed(None, 3),
            spacing=2 * theme.SPACING, margins=(0, theme.MARGIN, 0, theme.MARGIN), of=self,
        )  # fmt: skip
        self.show_state(icon, text, button, caption)

    def show_state(self, icon: str, text: str, button: str = "", caption: str = "", tone: str = "muted") -> None:
        """`tone`: "muted", "bad", "warn" or "good", the colour of the icon."""
        self._picture.show_icon(icon, tone)
        show_words(self._text, breakable(text))
        show_words(self._caption, breakable(caption))
        show_words(self.button, button)
        self.setAccessibleName(text)


def _words() -> QLabel:
    label = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
    label.setMinimumWidth(_NARROWEST)
    label.setMaximumWidth(_WIDEST)
    return label
