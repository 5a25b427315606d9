"""The panel beside the grid: the current photo large, what is known of it, and its histogram."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cnn_desktop.domain.jobs.show_photo import Histogram
from cnn_desktop.gui.dataset.details_view import Facts, View, view
from cnn_desktop.gui.dataset.histogram import HistogramView
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel, breakable, show_words
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.rows import ROOM, fill, in_row, wide
from cnn_desktop.gui.kit.words import tr

USUAL, LEAST = 264, 184
"""Widths of the panel, in pixels."""
LINES = 9
ENLARGED = 3
"""Most that fitting enlarges a small photo."""
COARSE = 64
"""Steps, in device pixels, in which the room for a photo is told."""


class FittedPicture(QWidget):
    """A photo as large as there is room, small ones at most three times as large; a quiet ground while it comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, accessibleName=tr("Photo"))
        self._levels: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)

    def sizeHint(self) -> QSize:
        return QSize(USUAL, USUAL)

    def show_levels(self, levels: list[QImage], text: str = "") -> None:
        """The photo and halves of it, largest first; none: it is on its way."""
        self._levels = levels
        self.setAccessibleName(text or tr("Photo"))
        self.update()

    def room(self) -> tuple[int, int]:
        """Device pixels there are for it, rounded up."""
        size = self.size() * self.devicePixelRatioF()
        return -(-size.width() // COARSE) * COARSE, -(-size.height() // COARSE) * COARSE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumHeight(max(96, self.width() * 4 // 3))  # what is known of it stands right below

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._levels:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours().hover))
            painter.drawRoundedRect(self.rect(), 6, 6)
            return
        ratio, whole = self.devicePixelRatioF(), self._levels[0].size()
        fitting = whole.scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        shown = fitting if fitting.width() <= ENLARGED * whole.width() else whole * ENLARGED
        level = next(one for one in reversed(self._levels) if one.width() >= shown.width() or one is self._levels[0])
        area = QRectF(0, 0, shown.width() / ratio, shown.height() / ratio)
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, level)


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
