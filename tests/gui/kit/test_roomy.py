"""Pages on small screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.roomy import InSight, Roomy
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
    bar = down.sizeHint().width()
    if room.width() >= LEAST.width() + bar:
        assert across.maximum() == 0, "the bar that is there takes its room from what is inside"
    if room.height() >= LEAST.height() + bar:
        assert down.maximum() == 0


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


def an_area_in_an_area(qtbot: QtBot) -> tuple[Roomy, QPushButton, QPushButton]:
    """The inner area is lower than what it holds, and lies below the outer one's lower edge. Its first and last button."""
    inside, content, first, last = QWidget(), QWidget(), QPushButton("first"), QPushButton("last")
    in_column(first, 600, last, of=content)
    area = QScrollArea(widgetResizable=True, minimumHeight=200, maximumHeight=200)
    area.setWidget(content)
    in_column(QPushButton("above"), 300, area, of=inside)
    roomy = Roomy(inside, QSize(740, 600))
    InSight(roomy)
    qtbot.addWidget(roomy)
    roomy.resize(425, 290)
    with qtbot.waitExposed(roomy):
        roomy.show()
    roomy.activateWindow()
    qtbot.waitUntil(roomy.isActiveWindow)
    return roomy, first, last


def is_in_sight(roomy: Roomy, button: QPushButton) -> bool:
    shown = button.visibleRegion().boundingRect()
    return shown.height() == button.height() and button.mapTo(roomy, QPoint()).y() >= 0


def test_what_a_shortcut_reaches_in_an_area_in_an_area_comes_into_sight(qtbot: QtBot) -> None:
    roomy, first, last = an_area_in_an_area(qtbot)
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert is_in_sight(roomy, last)
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert is_in_sight(roomy, first)


def test_what_the_mouse_presses_stays_where_it_is(qtbot: QtBot) -> None:
    roomy, first, _ = an_area_in_an_area(qtbot)
    lower_edge = first.mapTo(roomy.inside, QPoint(0, first.height())).y()
    roomy.verticalScrollBar().setValue(lower_edge - roomy.viewport().height() - first.height() // 2)
    before = roomy.verticalScrollBar().value()
    corner = QPoint(4, 2)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert first.hasFocus()
    assert not is_in_sight(roomy, first)
    assert roomy.verticalScrollBar().value() == before
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
