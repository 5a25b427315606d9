"""Busy, designed: what is done, how far, how fast, how long still. Nothing jumps when the numbers change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import duration
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.rows import Placed, centred, in_column
from cnn_desktop.gui.kit.words import QT_WORDS, tr

WIDTH = 360


class BusyState(QWidget):
    """A sentence, a bar and one line of figures in the middle of the room."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self.sentence = theme.heading(QLabel(what, alignment=Qt.AlignmentFlag.AlignCenter))
        self.bar = Bar(what, WIDTH)
        self.figures = theme.muted(QLabel(" ", alignment=Qt.AlignmentFlag.AlignCenter))
        self.figures.setMinimumWidth(WIDTH)
        parts = [centred(part) for part in (self.sentence, self.bar, self.figures)]
        in_column(Placed(None, 2), *parts, Placed(None, 3), spacing=theme.SPACING + 4, of=self)

    def show_progress(self, progress: Progress) -> None:
        """The newest figures."""
        self.sentence.setText(progress.doing.render(QT_WORDS))
        self.bar.show_fraction(min(1.0, progress.done / progress.total) if progress.total > 0 else None)
        self.bar.setAccessibleName(self.sentence.text())
        self.figures.setText(figures(progress))

    def hide_progress(self) -> None:
        """It is over."""
        self.sentence.setText(self._what)
        self.bar.show_fraction(None)
        self.figures.setText(" ")


def figures(progress: Progress) -> str:
    """ "1,200 of 2,527 · 310 a second · 5 s left", as far as known."""
    parts = [tr("{done} of {total}", done=progress.done, total=progress.total)] if progress.total else []
    if progress.per_second > 0:
        parts.append(tr("{rate} per second", rate=round(progress.per_second)))
    if progress.seconds_left is not None:
        parts.append(tr("{time} left", time=duration(progress.seconds_left)))
    return " · ".join(parts) or " "
