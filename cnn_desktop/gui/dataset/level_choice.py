"""Asks which folders are the classes, where folders lie in folders: "2023, 2024 (2 classes) | fox, owl (2 classes)"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cnn_desktop.gui.dataset.view import LevelQuestion
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import in_row
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class LevelChoice(QWidget):
    """`show_question(...)`; hides itself when there is nothing to choose."""

    chosen = Signal(int)
    """Number of a level, by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: LevelQuestion | None = None
        self.segments: Segments | None = None
        self._row = in_row(label(tr("Which folders are the classes?")), of=self)
        self.hide()

    def show_question(self, question: LevelQuestion | None) -> None:
        """The levels, the one that is taken chosen."""
        if question == self._shown:
            return
        self._shown = question
        while (item := self._row.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.segments = None
        if question is not None:
            labels = [words.render(QT_WORDS) for words in question.options]
            self.segments = Segments(
                tr("Which folders are the classes?"), [label.replace("&", "&&") for label in labels]
            )
            for place, label in enumerate(labels):
                self.segments.button(place).setAccessibleName(label)
            self.segments.choose(question.current)
            self.segments.chosen.connect(self._choose)
            self._row.addWidget(self.segments)
            self._row.addStretch(1)
        self.setVisible(question is not None)

    def _choose(self, place: int) -> None:
        """Shows what is taken until something else is: the folder has to be read again first."""
        question, segments = self._shown, self.segments
        if question is None or segments is None or place == question.current:
            return
        segments.choose(question.current)
        self.chosen.emit(question.numbers[place])
