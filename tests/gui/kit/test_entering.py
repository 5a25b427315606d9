"""Whatever has the keyboard is seen, covers no words, and the first arrow key goes to the first one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.gui.dataset.left_out_list import LeftOutList
from cnn_desktop.gui.evaluation.class_table import ClassTable
from cnn_desktop.gui.evaluation.mix_up_table import MixUpTable
from cnn_desktop.gui.evaluation.view import MixUp
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.sorting import PlainTable
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from tests.gui.tab_tools import report_of


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A window with a field that has the keyboard, and below it `widgets`."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    field = QLineEdit()
    for widget in (field, *widgets):
        column.addWidget(widget)
    ground.resize(420, 420)
    qtbot.addWidget(ground)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    field.setFocus()
    return ground


def words(button: QWidget) -> QImage:
    """A button without its frame, and without a box's arrow."""
    return button.grab().toImage().copy(button.rect().adjusted(5, 5, -28, -5))


@pytest.mark.parametrize("make", [
    lambda: QPushButton("Plain"), lambda: theme.primary(QPushButton("Train")), lambda: theme.quiet(QPushButton("Details")),
    lambda: QToolButton(text="Tool"), lambda: QCheckBox("Check"), lambda: QRadioButton("Radio"), QComboBox,
])  # fmt: skip
def test_the_frame_of_the_keyboard_lies_around_the_words(
    qtbot: QtBot, qapp: QApplication, theme: Theme, make: type[QWidget]
) -> None:
    button = make()
    ground = shown(qtbot, button)
    before, plain = button.grab().toImage(), words(button)
    qtbot.keyClick(ground.findChild(QLineEdit), Qt.Key.Key_Tab)  # by key: Qt draws its own frame only then
    assert qapp.focusWidget() is button
    assert button.grab().toImage() != before
    assert words(button) == plain


def filled_grid() -> ThumbnailGrid:
    grid = ThumbnailGrid(ThumbnailSource(lambda *_, **__: None), "photos")
    grid.show_tiles([Tile(f"/photos/{number}.jpg", "a photo") for number in range(60)])
    return grid


def filled_classes() -> ClassTable:
    table = ClassTable()
    table.rows.show_rows(report_of(["owl", "fox"], [[3, 1], [0, 4]]).per_class)
    return table


def filled_mix_ups() -> MixUpTable:
    table = MixUpTable()
    table.pairs.show_rows([MixUp(0, 1, "owl", "fox", 2, 9), MixUp(1, 0, "fox", "owl", 1, 9)])
    return table


def filled_left_out() -> LeftOutList:
    table = LeftOutList()
    table.files.show_rows([LeftOut("a.txt", say("it is empty.")), LeftOut("b.txt", say("it is empty."))])
    return table


VIEWS = [filled_grid, filled_classes, filled_mix_ups, filled_left_out]


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason])
def test_entering_a_view_is_seen_and_its_first_arrow_key_goes_to_the_first(
    qtbot: QtBot, qapp: QApplication, theme: Theme, make: type[PlainTable], reason: Qt.FocusReason
) -> None:
    view = make()
    ground = shown(qtbot, view)
    before = view.viewport().grab().toImage()
    view.setFocus(reason)
    qtbot.waitUntil(view.hasFocus)
    assert ground.isActiveWindow()
    entered = view.viewport().grab().toImage()
    assert entered != before
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 0
    assert view.selectionModel().isSelected(view.currentIndex())
    assert view.viewport().grab().toImage() != entered
    with_keyboard = view.viewport().grab().toImage()
    qapp.focusWidget().clearFocus()  # type: ignore[union-attr]
    assert view.viewport().grab().toImage() != with_keyboard


def test_in_a_scrolled_grid_the_first_arrow_key_goes_to_the_first_photo_that_is_seen(
    qtbot: QtBot, theme: Theme
) -> None:
    grid = filled_grid()
    ground = shown(qtbot, grid)
    assert ground.isActiveWindow()
    grid.scrollTo(grid.tiles.index(40))
    at = grid.verticalScrollBar().value()
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.verticalScrollBar().value() == at
    assert QRect(grid.viewport().rect()).contains(grid.visualRect(grid.currentIndex()))
