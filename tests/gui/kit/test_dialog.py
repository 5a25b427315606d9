"""A dialog is never too low for its words, however low the screen and whenever they come."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.cards import show_words, wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.theme import Theme

WORDS = "The stricter you are, the more photos of the right kind are called unknown too. " * 4


def test_it_grows_with_its_words(qtbot: QtBot, theme: Theme) -> None:
    dialog, first, second = Dialog("Unknown photos"), wrap(QLabel(WORDS)), wrap(QLabel())
    dialog.fill(first, second, close="Close")
    show_words(second, "")
    dialog.setFixedWidth(400)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(400, 40)
    assert first.height() >= first.heightForWidth(first.width())
    before = dialog.height()
    show_words(second, WORDS)
    qtbot.waitUntil(lambda: dialog.height() > before)
    for label in (first, second):
        assert label.height() >= label.heightForWidth(label.width())
