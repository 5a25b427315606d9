"""Beside a layer: what such a layer does, in a few sentences with a drawing; or the equation behind one of its numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import AsWideAsInside, Card, show_words, wrap
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_stack
from cnn_desktop.gui.kit.words import QT_WORDS
from cnn_desktop.gui.teach.help_button import LessonDrawing, Topic
from cnn_desktop.gui.teach.topics import LESSONS
from cnn_desktop.gui.viewer.sum_panel import SumPanel
from cnn_desktop.gui.viewer.sum_view import SumView

NARROWEST = 176
_ALSO: dict[Topic, Topic] = {"convolution": "feature_map"}
"""What is explained below it."""


class Explanation(Card):
    """`show_topic` or `show_sum`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        edge = 2 * theme.SPACING
        super().__init__(margins=(edge, edge, theme.SPACING, edge), parent=parent)
        self.title = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.drawing = LessonDrawing(LESSONS["convolution"].draw, narrowest=NARROWEST)
        self.text = wrap(label())
        self.also_title, self.also = theme.strong(wrap(QLabel())), wrap(label())
        lesson = QWidget()
        in_column(
            self.title, self.drawing, self.text, 8, self.also_title, self.also, ROOM, margins=(0, 0, 8, 0), of=lesson
        )  # fmt: skip
        self.sum_title = theme.heading(wrap(QLabel(textFormat=Qt.TextFormat.PlainText)))
        self.of_which = theme.caption(QLabel())
        self.words = wrap(label())
        self.formula = theme.caption(wrap(QLabel()))
        self.panel = SumPanel()
        equation = QWidget()
        self.how = theme.caption(wrap(QLabel()))
        in_column(
            self.sum_title, self.of_which, self.words, self.formula, 4, self.panel, self.how, ROOM, spacing=4, margins=(0, 0, 8, 0), of=equation
        )  # fmt: skip
        self.setMinimumWidth(NARROWEST + 40)
        self.stack = in_stack(*(AsWideAsInside(theme.role(inside, "page")) for inside in (lesson, equation)))
        self.body.addWidget(self.stack, 1)
        self.show_topic("photo_numbers")

    def show_topic(self, topic: Topic) -> None:
        """What such layers do."""
        lesson, also = LESSONS[topic], _ALSO.get(topic)
        self.title.setText(lesson.title.render(QT_WORDS))
        self.drawing.show_drawing(lesson.draw)
        self.text.setText(lesson.text.render(QT_WORDS))
        show_words(self.also_title, LESSONS[also].title.render(QT_WORDS) if also else "")
        show_words(self.also, LESSONS[also].text.render(QT_WORDS) if also else "")
        self.stack.setCurrentIndex(0)

    def show_sum(self, view: SumView, of_which: str, how: str) -> None:
        """The newest; `of_which`: of which network, where two are shown; `how` to choose another number."""
        self.sum_title.setText(view.title)
        show_words(self.of_which, of_which)
        self.words.setText(view.words)
        self.formula.setText(view.formula)
        self.panel.show_view(view)
        show_words(self.how, how)
        self.stack.setCurrentIndex(1)
