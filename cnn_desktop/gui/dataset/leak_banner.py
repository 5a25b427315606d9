"""Above the photos while some that belong together are in different parts of the split: what leaks, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable, wrap
from cnn_desktop.gui.kit.rows import centred, in_row, wide
from cnn_desktop.gui.kit.words import tr


class LeakBanner(QFrame):
    """Hides itself when there is nothing to say."""

    photos_wanted = Signal()
    mend_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "error")
        self.setAccessibleName(tr("Photos in the wrong part"))
        self.words = wrap(QLabel())
        self.show_button = QPushButton(tr("S&how photos"))
        self.show_button.clicked.connect(self.photos_wanted)
        self.mend_button = QPushButton(tr("&Keep on one side"))
        self.mend_button.clicked.connect(self.mend_wanted)
        buttons = map(centred, (self.show_button, self.mend_button))
        margins = 2 * theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING
        in_row(centred(Picture("error", 20, "bad")), wide(self.words), *buttons, margins=margins, of=self)
        self.hide()

    def show_text(self, text: str) -> None:
        """What leaks; "": nothing does."""
        self.words.setText(breakable(text))
        self.setVisible(bool(text))
