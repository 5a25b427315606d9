"""Pages on small screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.roomy import Roomy
from cnn_desktop.gui.kit.rows import ROOM, in_column

LEAST = QSize(740, 470)


@pytest.mark.parametrize(
    "room", [QSize(1200, 800), QSize(740, 470), QSize(900, 300), QSize(500, 600), QSize(425, 290), QSize(730, 460)]
)
def test_nothing_is_squeezed_and_all_can_be_reached(qtbot: QtBot, room: QSize) -> None:
    inside, first, last = QWidget(), QPushButton("first"), QPushButton("last")
    in_column(first, ROOM, last, of=inside)
    roomy = Roomy(inside, LEAST)
    qtbot.addWidget(roomy)
    roomy.resize(room)
    with qtbot.waitExposed(roomy):
        roomy.show()
    assert inside.size().expandedTo(LEAST) == inside.size()
    across, down = roomy.horizontalScrollBar(), roomy.verticalScrollBar()
    if room.expandedTo(LEAST) == room:
        assert inside.size() == room
        assert (across.maximum(), down.maximum()) == (0, 0)
        return

    def all_can_be_seen() -> bool:
        """Scrolled as far as they go, the bars show the lower right corner."""
        seen = roomy.viewport().size() + QSize(across.maximum(), down.maximum())
        return seen.expandedTo(inside.size()) == seen

    qtbot.waitUntil(all_can_be_seen)


def test_the_keyboard_brings_what_it_reaches_into_sight(qtbot: QtBot) -> None:
    inside, first, last = QWidget(), QPushButton("first"), QPushButton("last")
    in_column(first, ROOM, last, of=inside)
    roomy = Roomy(inside, LEAST)
    qtbot.addWidget(roomy)
    roomy.resize(425, 290)
    with qtbot.waitExposed(roomy):
        roomy.show()
    roomy.activateWindow()
    first.setFocus()
    roomy.focusNextChild()
    assert roomy.focusWidget() is last
    assert not last.visibleRegion().isEmpty()
