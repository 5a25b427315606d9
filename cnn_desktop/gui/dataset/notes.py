"""Sentences worth knowing about what is shown, each with a quiet sign; the ones beyond the first few are folded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture
from cnn_desktop.gui.kit.words import tr

SHOWN = 2


class Notes(QWidget):
    """`show_notes([...])`; hides itself when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING // 2)
        self.hide()

    def show_notes(self, notes: list[str]) -> None:
        """The first few sentences; a tool tip holds all."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = list(notes[:SHOWN])
        if len(notes) > SHOWN:
            more = len(notes) - SHOWN
            shown[-1] = tr("{note} And {n} more.", note=shown[-1], n=more)
        for note in shown:
            self._column.addWidget(_line(note))
        self.setToolTip("\n".join(notes) if len(notes) > SHOWN else "")
        self.setAccessibleName(" ".join(notes))
        self.setVisible(bool(notes))


def _line(note: str) -> QWidget:
    line = theme.role(QFrame(), "note")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACING)
    words = QLabel(note)
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(Picture("warning", 16, "warn"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line
