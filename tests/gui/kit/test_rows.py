"""Rows and columns: what is in them, and who gets the room."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.rows import ROOM, centred, in_column, in_row, in_stack, wide


def test_parts_stand_in_their_order_and_the_wide_one_has_the_room(qtbot: QtBot) -> None:
    whole, first, second, third = QWidget(), *(QPushButton(name) for name in "abc")
    qtbot.addWidget(whole)
    in_row(first, 10, wide(second), in_column(third), margins=(5, 0, 7, 0), of=whole)
    whole.resize(500, 40)
    whole.show()
    assert first.x() == 5
    assert second.x() == first.geometry().right() + 1 + 10 + theme.SPACING
    assert second.width() > first.width() == third.width()
    assert third.geometry().right() == 500 - 1 - 7


def test_room_and_what_is_centred(qtbot: QtBot) -> None:
    whole, button = QWidget(), QPushButton("a")
    qtbot.addWidget(whole)
    in_column(ROOM, centred(button), ROOM, of=whole)
    whole.resize(300, 200)
    whole.show()
    assert abs(button.geometry().center().x() - 150) <= 1
    assert abs(button.geometry().center().y() - 100) <= 1
    assert button.width() < 300


def test_a_stack_shows_its_first_page(qtbot: QtBot) -> None:
    pages = QWidget(), QWidget()
    stack = in_stack(*pages)
    qtbot.addWidget(stack)
    assert (stack.count(), stack.currentWidget()) == (2, pages[0])


def test_a_bar_runs_to_and_fro_until_it_knows_how_far(qtbot: QtBot) -> None:
    bar = Bar("Progress", width=100)
    qtbot.addWidget(bar)
    assert (bar.maximum(), bar.width(), bar.accessibleName()) == (0, 100, "Progress")
    bar.show_fraction(0.25)
    assert bar.value() / bar.maximum() == 0.25
    bar.show_fraction(None)
    assert bar.maximum() == 0
