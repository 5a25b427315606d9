"""What a training is doing now, and how the last one ended."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.cards import Card, Picture, ShortLabel, wrap
from cnn_desktop.gui.kit.details import Details
from cnn_desktop.gui.kit.rows import ROOM, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import offer_words
from cnn_desktop.gui.training.view import Ending, Status, Tone

_EMPTY = "\u00a0"
"""Keeps a line's height where there is nothing to say."""
_LINES = 4
"""Lines of text that both cards have room for, so that the curves below stay where they are when a training ends."""
_ICONS: Mapping[Tone, str] = {"good": "success", "bad": "error", "warn": "warning", "muted": "stop"}


class MissingCard(Card):
    """The pretrained weights are not here: what can be done about it, as two buttons."""

    pressed = Signal(str)
    """"model" or "scratch"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = wrap(QLabel(textFormat=Qt.TextFormat.PlainText))
        self.to_model = QPushButton(tr("Get the &weights"))
        self.from_scratch = theme.quiet(QPushButton(tr("Start from s&cratch")))
        self.to_model.clicked.connect(lambda: self.pressed.emit("model"))
        self.from_scratch.clicked.connect(lambda: self.pressed.emit("scratch"))
        self.body.addLayout(in_row(Picture("warning", 20, "warn"), wide(self.text)))
        self.body.addLayout(in_row(ROOM, self.from_scratch, self.to_model))
        self.hide()  # now: a tab that is not in front is not laid out again when it hides later

    def show_missing(self, sentence: str) -> None:
        """ "" hides the card."""
        self.setVisible(bool(sentence))
        self.text.setText(sentence)


class _SteadyCard(Card):
    """At least as high as its usual text, whatever it says."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        margins = self.body.contentsMargins()
        self.setMinimumHeight(margins.top() + margins.bottom() + _LINES * self.fontMetrics().lineSpacing())


class StatusCard(_SteadyCard):
    """One sentence, a bar, and the speed: nothing moves when the numbers change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sentence = theme.strong(wrap(QLabel(_EMPTY, textFormat=Qt.TextFormat.PlainText)))
        self.figures = theme.muted(ShortLabel(_EMPTY))
        self.bar = Bar(tr("Training progress"))
        for part in (self.sentence, self.bar, self.figures):
            self.body.addWidget(part)

    def show_status(self, status: Status) -> None:
        self.sentence.setText(status.sentence)
        self.figures.setText(status.figures or _EMPTY)
        self.bar.show_fraction(status.fraction)


class OutcomeCard(_SteadyCard):
    """The end of the last training; stays until the next one begins. A failure has Details and Copy.

    `offer_taken(offer)`: the setting is to be changed as the button says.
    """

    offer_taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: Ending | None = None
        self._picture = Picture("success", 20, "good")
        self.text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details = Details((tr("Deta&ils"), tr("Cop&y")), height=120)
        self.offer = QPushButton()
        self.offer.clicked.connect(lambda: self._shown and self.offer_taken.emit(self._shown.offer))
        self.body.addLayout(in_row(self._picture, wide(self.text), self.offer, self.details.open, self.details.copy))
        self.body.addWidget(self.details.box)

    def show_outcome(self, outcome: Ending | None) -> None:
        """None hides the card."""
        self.setVisible(outcome is not None)
        before, self._shown = self._shown, outcome
        if outcome is None or outcome == before:
            return
        self.offer.setVisible(outcome.offer is not None)
        self.offer.setText(offer_words(outcome.offer) if outcome.offer else "")
        if before and msgspec.structs.replace(before, offer=outcome.offer) == outcome:
            return
        self._picture.show_icon(_ICONS[outcome.tone], outcome.tone)
        self.text.setText(outcome.text)
        self.text.setAccessibleName(outcome.text)
        self.details.show_of(outcome.text, outcome.details, may_copy=outcome.tone == "bad")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, outcome.text))
