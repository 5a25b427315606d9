"""Parts of the bars that choose which photos are shown: a field that searches, a list to choose from, and a direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QToolButton, QWidget

from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.words import key_text, tr

TYPING_MS = 250
"""After the last letter the search begins."""


class SearchField(QLineEdit):
    """`searched(text)` a moment after the last letter, and with Enter at once."""

    searched = Signal(str)

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        """`longest`: letters that are searched for."""
        super().__init__(parent, placeholderText=tr("Search names"), clearButtonEnabled=True, maxLength=longest)
        words = tr("Search names of photos")
        self.setAccessibleName(words)
        self.setToolTip(tr("{words} ({key})", words=words, key=key_text(QKeySequence.StandardKey.Find)))
        self.setMinimumWidth(72)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.textEdited.connect(lambda _: self._typing.start())
        self.returnPressed.connect(self._search)

    def show_text(self, text: str) -> None:
        """What is searched for, unless other letters are being typed."""
        if self.text() != text and not self._typing.isActive():
            self.setText(text)

    def forget(self) -> None:
        """What was typed a moment ago is not searched for any more."""
        self._typing.stop()

    def _search(self) -> None:
        self._typing.stop()
        self.searched.emit(self.text())


class ChoiceBox(QComboBox):
    """As wide as there is room; `offer` fills it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(as_tip(name))
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer(self, choices: Sequence[tuple[str, object]], place: int) -> None:
        """Texts and what they stand for, and the place of the chosen one; filled only where they are other ones."""
        if list(choices) != [(self.itemText(place), self.itemData(place)) for place in range(self.count())]:
            self.clear()
            for text, value in choices:
                self.addItem(text, value)
        self.setCurrentIndex(place)


class DirectionButton(QToolButton):
    """Which way photos are sorted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, autoRaise=True)

    def show_direction(self, is_descending: bool, words: str) -> None:
        """`words`: what it is called."""
        self.setIcon(icon("descending" if is_descending else "ascending", "text"))
        self.setAccessibleName(words)
        self.setToolTip(as_tip(words))
