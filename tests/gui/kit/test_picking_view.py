"""Many photos of a grid are picked: by mouse, by a band, by keys; a million as ten. They are dragged onto a class."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.jump_box import JumpBox
from cnn_desktop.gui.kit.picking_view import DRAGGED, drag_data
from cnn_desktop.gui.kit.row_ranges import Rows
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import GAP, ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import ThumbnailModel, Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from tests.gui.tab_tools import ThumbnailMaker

MANY = 1_000_000
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> ThumbnailGrid:
    grid = ThumbnailGrid(ThumbnailSource(ThumbnailMaker()), "Photos", many=True)
    grid.source.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(640, 480)  # five columns
    grid.tiles.set_lazy(MANY, lambda row: Tile(f"/photos/{row}.jpg", f"{row}.jpg"))
    grid.show()
    assert grid.columns == 5
    return grid


def click(qtbot: QtBot, grid: ThumbnailGrid, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Rows:  # fmt: skip
    qtbot.mouseClick(grid.viewport(), LEFT, keys, grid.visualRect(grid.tiles.index(row)).center())
    return grid.picked_rows()


def move(grid: ThumbnailGrid, place: QPoint) -> None:
    """With the left button down."""
    at = grid.viewport().mapToGlobal(place)
    event = QMouseEvent(QEvent.Type.MouseMove, place.toPointF(), at.toPointF(), Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(grid.viewport(), event)


def test_clicks_pick_one_more_or_all_between(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    assert click(qtbot, grid, 3) == [range(3, 4)]
    assert click(qtbot, grid, 7, SHIFT) == [range(3, 8)]
    assert click(qtbot, grid, 1, SHIFT) == [range(1, 4)], "from where it began"
    assert click(qtbot, grid, 9, CTRL) == [range(1, 4), range(9, 10)]
    assert click(qtbot, grid, 11, CTRL | SHIFT) == [range(1, 4), range(9, 12)]
    assert click(qtbot, grid, 2, CTRL) == [range(1, 2), range(3, 4), range(9, 12)]
    assert grid.currentIndex().row() == 2
    assert click(qtbot, grid, 10) == [range(10, 11)], "one of the picked is picked alone when the button is let go of"


def test_keys_pick_too(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    click(qtbot, grid, 6)
    for key, keys, picked in (
        (Qt.Key.Key_Right, SHIFT, [range(6, 8)]), (Qt.Key.Key_Down, SHIFT, [range(6, 13)]),
        (Qt.Key.Key_Right, CTRL, [range(6, 13)]), (Qt.Key.Key_Space, CTRL, [range(6, 14)]),
        (Qt.Key.Key_Space, CTRL, [range(6, 13)]), (Qt.Key.Key_Home, SHIFT, [range(14)]),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, [range(1)]), (Qt.Key.Key_End, SHIFT, [range(MANY)]),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, [range(MANY - 1, MANY)]),
    ):  # fmt: skip
        qtbot.keyClick(grid, key, keys)
        assert grid.picked_rows() == picked, (key, keys)
    assert grid.visible_rows().stop == MANY, "the last one is seen"


def test_a_million_are_picked_without_looking_at_each(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    looked: list[int] = []

    class Watched(ThumbnailModel):
        def flags(self, index: object) -> Qt.ItemFlag:
            looked.append(0)
            return super().flags(index)  # type: ignore[arg-type]

    watched = Watched(grid.source, grid)
    watched.set_lazy(MANY, lambda row: Tile(f"/photos/{row}.jpg", f"{row}.jpg"))
    grid.setModel(watched)
    told: list[int] = []
    grid.picks_changed.connect(lambda: told.append(grid.pick_count))
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    assert grid.picked_rows() == [range(MANY)]
    qtbot.mousePress(grid.viewport(), LEFT, pos=grid.visualRect(watched.index(2)).center())
    for step in range(30):
        move(grid, grid.visualRect(watched.index(2)).center() + QPoint(step, step))
    qtbot.mouseRelease(grid.viewport(), LEFT, pos=QPoint(300, 300))
    assert not grid.grab().isNull()
    assert told[-1] == 1
    assert len(looked) < 1000


def test_a_band_picks_what_it_touches_and_scrolls_at_the_edge(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    cell = grid.cell_size()
    corner = QPoint(cell.width() - 1, cell.height() - 1)  # between four photos
    qtbot.mousePress(grid.viewport(), LEFT, pos=corner)
    assert grid.picked_rows() == []
    move(grid, corner + QPoint(cell.width(), cell.height()))
    assert grid.picked_rows() == [range(6, 7)]
    move(grid, corner + QPoint(cell.width() + GAP, cell.height()))
    assert grid.picked_rows() == [range(6, 8)]
    assert not grid.grab().isNull()
    move(grid, corner - QPoint(GAP, GAP))
    assert grid.picked_rows() == [range(1)]
    move(grid, QPoint(5 * cell.width(), grid.viewport().height() + 60))
    qtbot.waitUntil(lambda: grid.verticalScrollBar().value() > 3 * cell.height())
    assert grid.pick_count > 20
    assert 5 not in [one.start for one in grid.picked_rows()], "the first column is left of the band"
    qtbot.mouseRelease(grid.viewport(), LEFT, pos=corner)
    kept = grid.picked_rows()
    grid.verticalScrollBar().setValue(0)
    qtbot.mousePress(grid.viewport(), LEFT, CTRL, QPoint(1, 1))
    move(grid, QPoint(cell.width() // 2, cell.height() // 2))
    assert grid.picked_rows() == [range(1), *kept], "Ctrl keeps what was picked"
    qtbot.mouseRelease(grid.viewport(), LEFT, pos=QPoint(9, 9))


def test_letters_and_digits_are_told_and_search_through_nothing(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    click(qtbot, grid, 4)
    typed: list[str] = []
    grid.typed.connect(typed.append)
    qtbot.keyClicks(grid, "g3")
    qtbot.keyClick(grid, Qt.Key.Key_L, CTRL)
    assert typed == ["g", "3"]
    assert grid.picked_rows() == [range(4, 5)]
    with qtbot.waitSignal(grid.delete_pressed):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    with qtbot.waitSignal(grid.opened):
        qtbot.keyClick(grid, Qt.Key.Key_Space)


def test_a_double_click_opens(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseDClick(grid.viewport(), LEFT, pos=grid.visualRect(grid.tiles.index(3)).center())
    assert opened.args == ["/photos/3.jpg"]


def test_one_goes_to_the_photo_with_a_number(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    box = JumpBox(0, MANY, grid.go_to, grid)
    box.open_over(grid)
    box.number.setValue(654_321)
    qtbot.keyClick(box.number, Qt.Key.Key_Return)
    assert grid.picked_rows() == [range(654_320, 654_321)]
    assert grid.viewport().rect().contains(grid.visualRect(grid.tiles.index(654_320)))
    bar = grid.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum() // 2)
    assert not grid.grab().isNull()
    bar.setSliderDown(False)


def test_one_grid_of_single_photos_stays_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    grid = ThumbnailGrid(ThumbnailSource(ThumbnailMaker()), "Photos")
    grid.source.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(640, 480)
    grid.show_tiles([Tile(f"/photos/{row}.jpg", str(row)) for row in range(9)])
    grid.show()
    with qtbot.assertNotEmitted(grid.typed):
        click(qtbot, grid, 3)
        assert click(qtbot, grid, 5, SHIFT) == [range(5, 6)]
        qtbot.keyClicks(grid, "a")
    grid.selectAll()
    assert grid.pick_count == 1


def test_a_drag_picks_nothing_else_and_tells_no_files(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    place = grid.visualRect(grid.tiles.index(1)).center()
    started: list[int] = []

    class Dragged(ThumbnailGrid):
        def drag_picture(self) -> QPixmap:
            started.append(self.pick_count)
            return super().drag_picture()

    dragged = Dragged(grid.source, "Photos", many=True)
    qtbot.addWidget(dragged)
    dragged.tiles.set_lazy(9, lambda row: Tile(f"/photos/{row}.jpg", f"{row}.jpg"))
    dragged.resize(640, 480)
    dragged.show()
    for may_drag, drags in ((False, []), (True, [3])):
        dragged.may_drag = may_drag
        dragged.pick([range(3)], 0)
        qtbot.mousePress(dragged.viewport(), LEFT, pos=place)
        move(dragged, place + QPoint(60, 60))
        assert started == drags
        assert dragged.picked_rows() == [range(3)]
        qtbot.mouseRelease(dragged.viewport(), LEFT, pos=place)
    assert dragged.picked_rows() == [range(3)], "letting go ends the drag, and picks nothing"
    assert drag_data().formats() == [DRAGGED]
    assert not drag_data().hasUrls()
