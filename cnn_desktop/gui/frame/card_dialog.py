"""Help › Graphics card: what the test of it found, the facts behind that, and "Test again"."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.rows import in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.device import DeviceFacts


class View(NamedTuple):
    """What the dialog says."""

    heading: str
    text: str
    details: str
    is_testing: bool


def view(verdict: Verdict) -> View:
    """`verdict`: with device "" while the card is tested."""
    if not verdict.device:
        text = tr("A small calculation runs on the graphics card and on the CPU. This takes a few seconds.")
    elif verdict.device != "cpu":
        text = tr(
            "The graphics card passed its test: it gives the same results as the CPU. Training and tests run on it."
        )
    elif verdict.has_card:
        text = tr("Training and tests run on the CPU, which takes longer. Everything else works as usual.")
    else:
        text = tr("Training and tests run on the CPU. With an NVIDIA graphics card they would be several times faster.")
    return View(verdict.sentence().render(QT_WORDS), text, verdict.details, not verdict.device)


class CardDialog(Dialog):
    """Shows a verdict; `test_pressed` asks for another."""

    test_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Graphics card"), parent)
        self.heading = theme.heading(QLabel(wordWrap=True))
        self.text = QLabel(wordWrap=True)
        self._bar = Bar(tr("The graphics card is being tested"))
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(tr("Details"))
        self.again = QPushButton(tr("&Test again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.test_pressed)
        self.fill(
            self.heading,
            self.text,
            self._bar,
            wide(self.details),
            in_row(self.again, wide(QWidget())),
            close=tr("&Close"),
        )
        self.resize(560, 380)

    def show_view(self, shown: View) -> None:
        """Says it."""
        self.heading.setText(shown.heading)
        self.text.setText(shown.text)
        self.details.setPlainText(shown.details)
        self._bar.setVisible(shown.is_testing)
        self.again.setEnabled(not shown.is_testing)


def open_card_dialog(device: DeviceFacts, parent: QWidget) -> CardDialog:
    """Follows `device` until it is closed."""
    dialog = CardDialog(parent)

    def show(_: object = None) -> None:
        dialog.show_view(view(device.verdict))

    dialog.test_pressed.connect(device.test)
    device.changed.connect(show)
    dialog.finished.connect(lambda: device.changed.disconnect(show))
    show()
    dialog.open()
    return dialog
