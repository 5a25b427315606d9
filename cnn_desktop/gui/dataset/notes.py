"""Sentences worth knowing about what is shown, each with a quiet sign; the ones beyond the first few are folded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, breakable, wrap
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import in_column, in_row, on_top, wide
from cnn_desktop.gui.kit.words import tr

SHOWN = 2


class Notes(QWidget):
    """`show_notes([...])`; hides itself when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = in_column(spacing=theme.SPACING // 2, of=self)
        self.hide()

    def show_notes(self, notes: list[str]) -> None:
        """The first few sentences; a tool tip holds all."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = list(notes[:SHOWN])
        if len(notes) > SHOWN:
            shown[-1] = tr("{note} And {n} more {n:note|notes}.", note=shown[-1], n=len(notes) - SHOWN)
        for note in shown:
            self._column.addWidget(_line(note))
        self.setToolTip(as_tip("\n".join(notes)) if len(notes) > SHOWN else "")
        self.setAccessibleName(" ".join(notes))
        self.setVisible(bool(notes))


def _line(note: str) -> QWidget:
    line = theme.role(QFrame(), "note")
    words = wrap(QLabel(breakable(note), textFormat=Qt.TextFormat.PlainText))
    in_row(on_top(Picture("warning", 16, "warn")), wide(words), of=line)
    return line
