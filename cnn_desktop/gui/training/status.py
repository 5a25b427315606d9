"""What a training is doing now, and how the last one ended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Picture, ShortLabel, wrap
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.training.view import Ending, Status, Tone

_EMPTY = "\u00a0"
"""Keeps a line's height where there is nothing to say."""
_LINES = 4
"""Lines of text that both cards have room for, so that the curves below stay where they are when a training ends."""
STEPS = 1000
"""Of the progress bar."""
_ICONS: Mapping[Tone, str] = {"good": "success", "bad": "error", "warn": "warning", "muted": "stop"}


class MissingCard(Card):
    """The pretrained weights are not here: what can be done about it, as two buttons."""

    pressed = Signal(str)
    """"model" or "scratch"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = wrap(QLabel())
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.to_model = QPushButton(tr("Get the &weights"))
        self.from_scratch = theme.quiet(QPushButton(tr("Start from s&cratch")))
        self.to_model.clicked.connect(lambda: self.pressed.emit("model"))
        self.from_scratch.clicked.connect(lambda: self.pressed.emit("scratch"))
        line = QHBoxLayout()
        line.setSpacing(SPACING)
        line.addWidget(Picture("warning", 20, "warn"))
        line.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACING)
        buttons.addStretch(1)
        buttons.addWidget(self.from_scratch)
        buttons.addWidget(self.to_model)
        self.body.addLayout(line)
        self.body.addLayout(buttons)

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
        self.sentence = theme.strong(wrap(QLabel(_EMPTY)))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.figures = theme.muted(ShortLabel(_EMPTY))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the training"))
        for part in (self.sentence, self.bar, self.figures):
            self.body.addWidget(part)

    def show_status(self, status: Status) -> None:
        self.sentence.setText(status.sentence)
        self.figures.setText(status.figures or _EMPTY)
        self.bar.setRange(0, 0 if status.fraction is None else STEPS)
        self.bar.setValue(round(STEPS * (status.fraction or 0.0)))


class OutcomeCard(_SteadyCard):
    """The end of the last training; stays until the next one begins. A failure has Details and Copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: Ending | None = None
        self._picture = Picture("success", 20, "good")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details_button = theme.quiet(QPushButton(tr("Deta&ils")))
        self.details_button.setCheckable(True)
        self.copy_button = theme.quiet(QPushButton(tr("Cop&y")))
        self.copy_button.setToolTip(tr("Copy the message and its details"))
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details"))
        self.details.setFixedHeight(120)
        self.details.hide()
        self.details_button.toggled.connect(self.details.setVisible)
        self.copy_button.clicked.connect(self._copy)
        line = QHBoxLayout()
        line.setSpacing(SPACING)
        line.addWidget(self._picture)
        line.addWidget(self.text, 1)
        line.addWidget(self.details_button)
        line.addWidget(self.copy_button)
        self.body.addLayout(line)
        self.body.addWidget(self.details)

    def show_outcome(self, outcome: Ending | None) -> None:
        """None hides the card."""
        self.setVisible(outcome is not None)
        if outcome is None or outcome == self._shown:
            self._shown = outcome
            return
        self._shown = outcome
        self._picture.show_icon(_ICONS[outcome.tone], outcome.tone)
        self.text.setText(outcome.text)
        self.text.setAccessibleName(outcome.text)
        self.details.setPlainText(outcome.details)
        self.details_button.setChecked(False)
        self.details_button.setVisible(bool(outcome.details))
        self.copy_button.setVisible(outcome.tone == "bad")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, outcome.text))

    def _copy(self) -> None:
        if self._shown:
            parts = (self._shown.text, self._shown.details)
            QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
