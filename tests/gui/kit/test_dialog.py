"""A dialog is never too low for its words, whenever they come, and fits its screen, be that at 300 %; what has no room is scrolled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QScrollArea
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


@pytest.mark.parametrize("size", [QSize(3000, 100), QSize(100, 3000), QSize(3000, 3000)])
def test_one_that_is_too_large_is_scrolled(qtbot: QtBot, theme: Theme, size: QSize) -> None:
    dialog, part = Dialog("Large"), QLabel("Part")
    part.setMinimumSize(size)
    dialog.fill(part, close="&Close")
    dialog.setMinimumSize(size)
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.isAncestorOf(part)
    assert part.width() >= size.width()
    assert part.height() >= size.height()
    dialog.reject()
    assert not dialog.isVisible()


def test_one_that_fits_is_as_it_was_made(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog("Small")
    dialog.fill(QLabel("Part"), close="&Close")
    dialog.resize(300, 2000)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChildren(QScrollArea) == []
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_words_that_do_not_fit_the_screen_are_scrolled(qtbot: QtBot, theme: Theme) -> None:
    dialog, words = Dialog("Long"), wrap(QLabel(WORDS * 60))
    dialog.fill(words, close="&Close")
    dialog.resize(400, 300)
    qtbot.addWidget(dialog)
    dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.isAncestorOf(words)
    assert words.height() >= words.heightForWidth(words.width())
    assert dialog.height() <= dialog.screen().availableSize().height()
