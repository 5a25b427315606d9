"""What is worth knowing about the photos, in one line with a place of its own: it comes and goes, and nothing moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Picture, ShortLabel
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, centred, in_row
from cnn_desktop.gui.kit.words import tr


class Notes(QWidget):
    """`show_notes([...])`; `more_wanted` when all are to be seen with their photos. Keeps its place where it is hidden."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.words = ShortLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.more = theme.quiet(QPushButton(tr("Show")))
        self.more.clicked.connect(self.more_wanted)
        in_row(ROOM, centred(Picture("warning", 16, "warn")), self.words, self.more, of=self)
        self.hide()

    def show_notes(self, notes: list[str]) -> None:
        """The first one, and how many more there are; a tool tip holds all."""
        first = notes[0] if notes else ""
        more = len(notes) - 1
        self.words.setText(tr("{note} And {n} more {n:note|notes}.", note=first, n=more) if more > 0 else first)
        self.setToolTip(as_tip("\n".join(notes)))
        self.setAccessibleName(" ".join(notes))
        self.more.setAccessibleName(tr("{words}: {finding}", words=tr("Show"), finding=first))
        self.setVisible(bool(notes))
