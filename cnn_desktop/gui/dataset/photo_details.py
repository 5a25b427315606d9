"""The panel beside the grid: the current photo large, what is known of it, and its histogram."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.domain.jobs.show_photo import Histogram
from cnn_desktop.gui.dataset.details_view import Facts, View, view
from cnn_desktop.gui.dataset.histogram import HistogramView
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel, breakable, show_words
from cnn_desktop.gui.kit.fitted_picture import FittedPicture
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, fill, in_row, wide

LEAST = 184
"""Width of the panel, in pixels."""
LINES = 9


class PhotoDetails(Card):
    """Renders `details_view.View`; keeps its facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=2 * theme.SPACING, parent=parent)
        self.setMinimumWidth(LEAST)
        self.facts = Facts()
        self.picture = FittedPicture()
        self.instead = theme.muted(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter))
        self.name = theme.strong(ShortLabel(mode=Qt.TextElideMode.ElideMiddle))
        self.fault = theme.role(QLabel(wordWrap=True), "warn")
        self.lines = [
            (theme.caption(QLabel()), theme.caption(ShortLabel(mode=Qt.TextElideMode.ElideMiddle)))
            for _ in range(LINES)
        ]
        for name, _ in self.lines:
            name.setFixedWidth(68)
        self.histogram = HistogramView()
        rows = [in_row(name, wide(value)) for name, value in self.lines]
        fill(self.body, wide(self.picture, 8), wide(self.instead), self.name, self.fault, *rows, self.histogram, ROOM)
        self.show_facts(self.facts)

    def show_facts(self, facts: Facts) -> None:
        """Shows `facts`; the picture of another photo goes."""
        if facts.path != self.facts.path:
            self.picture.show_levels([])
            self.histogram.show_histogram(None)
        self.facts = facts
        self._show(view(facts))

    def show_picture(self, levels: list[QImage], histogram: Histogram | None) -> None:
        """Of the photo that is shown."""
        self.picture.show_levels(levels, self.name.text())
        self.histogram.show_histogram(histogram)

    def _show(self, shown: View) -> None:
        show_words(self.instead, shown.instead)
        show_words(self.name, shown.name)
        self.name.setToolTip(as_tip(f"{shown.name}\n{shown.folder}"))
        show_words(self.fault, breakable(shown.fault))
        self.picture.setVisible(not shown.instead)
        self.histogram.setVisible(not (shown.instead or shown.fault))
        for labels, words in zip(self.lines, [*shown.lines, *[("", "")] * LINES], strict=False):
            for label, text in zip(labels, words, strict=True):
                show_words(label, text)
