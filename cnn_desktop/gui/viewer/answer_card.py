"""What stands beside a photo: what the model says about it, and what its file tells."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, ShortLabel, breakable, rule
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.score_bars import ScoreBars
from cnn_desktop.gui.viewer.view import AnswerView

FACTS = 5
VERDICT_WORD = 16
"""Letters of a word that fit beside the photo in the heading's size."""


class AnswerCard(Card):
    """Renders an `AnswerView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(248)
        self.verdict = theme.heading(QLabel())
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self.verdict, 1)
        top.addWidget(TeachButton("softmax"), 0, Qt.AlignmentFlag.AlignTop)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.bars = ScoreBars()
        self.more = theme.caption(QLabel())
        self.instead = theme.muted(QLabel())
        self.instead.setWordWrap(True)
        self.body.addLayout(top)
        for part in (self.busy, self.instead, self.bars, self.more):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(rule())
        self.facts: list[tuple[QLabel, ShortLabel]] = []
        for _ in range(FACTS):
            name, value = theme.caption(QLabel()), ShortLabel(mode=Qt.TextElideMode.ElideMiddle)
            name.setFixedWidth(64)
            line = QHBoxLayout()
            line.addWidget(name)
            line.addWidget(theme.caption(value), 1)
            self.body.addLayout(line)
            self.facts.append((name, value))

    def show_view(self, view: AnswerView) -> None:
        """The newest that is known."""
        self.verdict.setText(breakable(view.verdict, VERDICT_WORD))
        self.busy.setAccessibleName(view.verdict)
        self.busy.setVisible(view.is_loading)
        self.instead.setText(view.instead)
        self.instead.setVisible(bool(view.instead))
        self.bars.show_bars(view.bars)
        self.bars.setVisible(not view.instead)
        self.more.setText(view.more)
        rows = [*view.facts, *[("", "")] * FACTS]
        for labels, words in zip(self.facts, rows, strict=False):
            for label, text in zip(labels, words, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
