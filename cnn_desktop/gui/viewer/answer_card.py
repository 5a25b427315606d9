"""What stands beside a photo: what the model says about it, and what its file tells."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, ShortLabel, breakable, rule, show_words, wrap
from cnn_desktop.gui.kit.rows import ROOM, fill, in_column, in_row, on_top, wide
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.score_bars import ScoreBars
from cnn_desktop.gui.viewer.view import AnswerView
from cnn_desktop.gui.viewer.why_panel import WhyPanel

FACTS = 5
ANSWER, LEAST = 272, 224
"""Usual and least width, in pixels."""
VERDICT_WORD = 16
"""Letters of a word that fit beside the photo in the heading's size."""


class AnswerCard(Card):
    """Renders an `AnswerView`; `why` explains it."""

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        edge = 2 * theme.SPACING
        super().__init__(margins=(edge, edge, theme.SPACING, edge), parent=parent)
        self.setMinimumWidth(LEAST)
        self.verdict = theme.heading(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.doubt = theme.muted(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.busy = Bar()
        self.bars = ScoreBars()
        self.more = theme.caption(QLabel())
        self.more.hide()
        self.instead = theme.muted(QLabel(wordWrap=True))
        self.why = WhyPanel(source)
        self.unknown = theme.quiet(QPushButton(tr("When is a photo &unknown?")))
        self.unknown.hide()
        self.unknown.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.known = theme.muted(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.facts = [
            (theme.caption(QLabel()), theme.caption(ShortLabel(mode=Qt.TextElideMode.ElideMiddle)))
            for _ in range(FACTS)
        ]
        for name, _ in self.facts:
            name.setFixedWidth(64)
        inside = theme.role(QWidget(), "page")
        in_column(
            in_row(wide(self.verdict), on_top(TeachButton("softmax"))), self.doubt, self.known, self.busy, self.instead, self.bars,
            self.more, self.unknown, rule(), self.why, ROOM, rule(),
            *(in_row(name, wide(value)) for name, value in self.facts),
            margins=(0, 0, theme.SPACING, 0), of=inside,
        )  # fmt: skip
        self._scroll = AsWideAsInside(inside)
        fill(self.body, wide(self._scroll))
        # once the layout has had its turn
        self.why.grown.connect(lambda: QTimer.singleShot(0, self, self._show_below))

    def _show_below(self) -> None:
        self._scroll.ensureWidgetVisible(self.why.grid)

    def show_view(self, view: AnswerView) -> None:
        """The newest that is known."""
        self.verdict.setText(breakable(view.verdict, VERDICT_WORD))
        show_words(self.doubt, breakable(view.doubt))
        self.busy.setAccessibleName(view.verdict)
        self.busy.setVisible(view.is_loading)
        show_words(self.known, breakable(view.known))
        show_words(self.instead, view.instead)
        self.bars.show_bars(view.bars)
        self.bars.setVisible(not view.instead)
        if view.bars or view.instead:  # while the next answer is on its way, what is below the bars stays where it is
            self.unknown.setVisible(bool(view.bars))
            show_words(self.more, view.more)
        rows = [*view.facts, *[("", "")] * FACTS]
        for labels, words in zip(self.facts, rows, strict=False):
            for label, text in zip(labels, words, strict=True):
                show_words(label, text)
