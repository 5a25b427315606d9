"""While photos that belong together are in different parts of the split: what leaks, and what can be done.

It stands beside the page's primary button, in a row that is there anyway: it comes and goes, and nothing moves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import TITLE_ROW, Picture, breakable, wrap
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import centred, in_row, wide
from cnn_desktop.gui.kit.words import tr


class LeakBanner(QFrame):
    """Put `parts` side by side. Says as much as it has room for; a tool tip and screen readers have all of it."""

    photos_wanted = Signal()
    mend_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "error")
        self.words = theme.role(wrap(QLabel()), "small")
        self._short = self._whole = ""
        self.show_button = QPushButton(tr("Show pai&rs"))
        self.show_button.clicked.connect(self.photos_wanted)
        self.mend_button = QPushButton(tr("Keep on o&ne side"))
        self.mend_button.clicked.connect(self.mend_wanted)
        self.parts = self, self.show_button, self.mend_button
        self.setFixedHeight(TITLE_ROW)
        in_row(
            centred(Picture("error", 16, "bad")),
            wide(self.words),
            margins=(theme.SPACING, 0, theme.SPACING, 0),
            of=self,
        )
        self.show_text("", "")

    def show_text(self, short: str, whole: str) -> None:
        """What leaks, in a few words and in all; "": nothing does."""
        self._short, self._whole = short, whole
        self.setAccessibleName(whole)
        self.setToolTip(as_tip(whole))
        for part in self.parts:
            part.setVisible(bool(short))
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        room, words = self.words.contentsRect(), breakable(self._whole)
        wrapped = Qt.TextFlag.TextWordWrap
        needed = self.words.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1000), wrapped, words)
        self.words.setText(words if needed.height() <= TITLE_ROW else self._short)
