"""The page "Inside the network" in its tab, with session and real files; a child's answers come from the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.explore import ListLayers, ShowLayer, ShowSum
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.message import say
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.connection import connect
from cnn_desktop.gui.viewer.network_page import ROOMY, NetworkPage
from cnn_desktop.gui.viewer.network_view import Looking
from cnn_desktop.gui.viewer.view import verdict
from tests.gui.connected import Connected
from tests.gui.viewer import networks
from tests.gui.viewer.networks import answer, asked, choose, page, place, sum_told

NETWORK = 1
Open = Callable[..., NetworkPage]


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[Connected]:
    """One tab for all tests: to build one takes longer than most of them."""
    Theme.on(qapp).choose("light")
    shared = Connected(connect)
    yield shared
    shared.close()


@pytest.fixture
def it(shared: Connected, home: Path) -> Connected:
    """As if nothing had been looked at yet; only trainings of earlier tests are known, if there were any."""
    shared.tab.show_page(0)
    shared.session.selection.show([])
    page(shared).looked.emit(Looking())
    shared.asker.asked.clear()
    shared.asker._questions.clear()
    return shared


@pytest.fixture
def photos(photo_folder: Callable[..., Path]) -> list[str]:
    return [str(file) for file in sorted(photo_folder(classes=1, each=3).rglob("*.png"))]


@pytest.fixture
def opened(qtbot: QtBot, it: Connected, tmp_path: Path, photos: list[str]) -> Open:
    """The page in front, with a photo and the maps of the first convolution."""

    def opened() -> NetworkPage:
        it.open(tmp_path, None, "run 1")
        it.session.selection.show(photos)
        qtbot.waitUntil(lambda: it.tab.view.accessibleName() == "000.png")
        assert not asked(it, ListLayers), "the page is not seen yet"
        it.tab.show_page(NETWORK)
        it.asker.tell(place(it, ListLayers), networks.listed())
        answer(qtbot, it)
        return page(it)

    return opened


def test_without_a_model_or_photo_it_says_what_to_do(theme: Theme, home: Path, tmp_path: Path) -> None:
    """In a tab of its own, in which no project was opened before."""
    it = Connected(connect)
    try:
        it.tab.show_page(NETWORK)
        steps: list[str] = []
        it.shell.step_wanted.connect(steps.append)
        assert page(it).empty.accessibleName() == "No model yet"
        page(it).empty.button.click()
        assert steps == ["training"]
        it.open(tmp_path, None, "run 1")
        assert page(it).empty.button.text() == "&Open photos…"
        assert not it.asker.asked
    finally:
        it.close()


def test_the_strip_the_maps_and_the_explanation(it: Connected, opened: Open) -> None:
    shown = opened()
    assert shown.title.text() == "Convolution 3×3"
    assert shown.aside.title.text() == "Convolution"
    assert shown.strip.currentIndex().data() == "Convolution 3×3, 70 maps, 8×8"
    side = shown.sides[False]
    assert len(side.grid.tiles) == 64
    assert side.grid.tiles[5].text == "Map 6: from −1.00 to 1.00"
    assert shown.sides[True].isHidden()
    assert it.tab.title.text() == "000.png"


def test_the_answer_stands_beside_the_photo(it: Connected, opened: Open, photos: list[str]) -> None:
    shown = opened()
    told = Predicted(photos[0], [ClassScore("glass", 0.82), ClassScore("metal", 0.18)])
    it.asker.tell(0, told)
    assert shown.verdict.text() == "glass"
    assert verdict(told) in shown.verdict.toolTip()
    assert shown.share.text() == "82.0\u202f%"


def test_arrow_keys_go_through_the_layers(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    assert it.tab.first_focus() is shown.strip
    qtbot.keyClick(shown.strip, Qt.Key.Key_Down)
    assert shown.title.text() == "Activation"
    answer(qtbot, it)
    qtbot.keyClick(shown.strip, Qt.Key.Key_Down)
    assert shown.title.text() == "Pooling 2×2", "the heading between them is passed over"
    assert shown.aside.title.text() == "Pooling"


def test_pages_of_maps(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    assert not shown.earlier.isEnabled()
    shown.later.click()
    answer(qtbot, it)
    assert [tile.channel for tile in shown.sides[False].grid.tiles] == list(range(64, 70))
    assert shown.pager.text() == "65–70 of 70"
    grid = shown.sides[False].grid
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert shown.pager.text() == "65–70 of 70", "the last page"
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert shown.pager.text() == "1–64 of 70"


def test_a_map_is_enlarged_and_its_brightest_place_explained(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    side = shown.sides[False]
    side.grid.setFocus()
    side.grid.choose(4)
    qtbot.keyClick(side.grid, Qt.Key.Key_Return)
    assert side.large.spot == (1, 2)
    assert side.value.text() == "[1, 2] = 1.00"
    assert side.large.accessibleDescription() == "Row 1, column 2: 1.00"
    job = sum_told(it)
    assert (job.channel, job.row, job.column, job.most) == (4, 1, 2, 3)
    assert shown.aside.sum_title.text() == "Map 5, row 1, column 2"
    assert "Blue: +9.00" in shown.aside.panel.accessibleName()
    assert QApplication.focusWidget() in (side.large, None)
    assert it.tab.inner_back == "Back to all maps"
    it.tab.go_back()  # Esc, which is the window's
    assert it.tab.inner_back == ""
    assert side.stack.currentWidget() is side.grid
    assert side.grid.currentIndex().row() == 4
    assert shown.aside.title.text() == "Convolution"
    assert shown.aside.stack.currentIndex() == 0


def test_it_fits_the_smallest_window_whatever_it_shows(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    room = 1024 - 200 - 48
    """Of the window, without the rail and the page's margins."""
    for look in (Looking("conv1"), Looking("conv1", channel=63), Looking("conv1", channel=63, when="both")):
        shown.looked.emit(look)
        if look.when == "both":
            answer(qtbot, it, untrained=True)
        shown.layout().activate()
        assert shown.minimumSizeHint().width() <= room, look
    shown.what.choose(1)
    answer(qtbot, it)
    assert shown.minimumSizeHint().width() <= room


def point(side: object, row: int, column: int) -> None:
    """Moves the mouse over this square of the large map."""
    large = side.large  # type: ignore[attr-defined]
    at = large.square((row, column)).center()
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, large.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(large, move)


def test_the_mouse_asks_for_one_sum_at_a_time_and_the_newest_wins(it: Connected, opened: Open) -> None:
    shown = opened()
    side = shown.sides[False]
    side.opened.emit(0)
    for column in (3, 4, 5):
        point(side, 6, column)
    assert [(job.row, job.column) for job in asked(it, ShowSum)] == [(1, 2)]  # type: ignore[attr-defined]
    sum_told(it)
    assert [(job.row, job.column) for job in asked(it, ShowSum)] == [(1, 2), (6, 5)]  # type: ignore[attr-defined]
    sum_told(it)
    assert len(asked(it, ShowSum)) == 2
    assert shown.aside.sum_title.text() == "Map 1, row 6, column 5"


def test_a_click_holds_the_place_and_arrow_keys_move_it(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    side = shown.sides[False]
    side.opened.emit(0)
    qtbot.mouseClick(side.large, Qt.MouseButton.LeftButton, pos=at(side.large.square((3, 3)).center()))
    point(side, 6, 6)
    assert side.large.spot == (3, 3)
    qtbot.keyClick(side.large, Qt.Key.Key_Right)
    qtbot.keyClick(side.large, Qt.Key.Key_Down)
    assert side.large.spot == (4, 4)
    qtbot.mouseClick(side.large, Qt.MouseButton.LeftButton, pos=at(side.large.square((4, 4)).center()))
    point(side, 6, 6)
    assert side.large.spot == (6, 6)
    qtbot.keyClick(side.large, Qt.Key.Key_PageDown)
    assert shown.pager.text() == "Map 2 of 70"


def at(point: QPointF) -> QPoint:
    return point.toPoint()


def test_before_and_after_side_by_side_look_at_the_same_place(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    shown.when.choose(2)
    answer(qtbot, it, untrained=True)
    assert shown.sides[True].isVisible()
    assert len(shown.sides[True].grid.tiles) == 64
    assert shown.note.text().startswith("Before and after are the same here")
    assert shown.aside.isHidden() == (shown.inner.width() < ROOMY)
    assert "newly drawn weights" in shown.when.button(0).toolTip()
    shown.sides[True].opened.emit(2)
    point(shown.sides[True], 5, 1)
    assert shown.sides[False].large.spot == (5, 1)
    assert not shown.aside.isHidden()
    sum_told(it)
    job = sum_told(it)
    assert (job.untrained, job.row, job.column) == (True, 5, 1)
    assert shown.aside.of_which.text() == "Before training"
    shown.when.choose(0)
    assert shown.note.isHidden()
    assert shown.sides[False].isHidden()
    assert shown.aside.of_which.isHidden(), "only one is seen"


def test_kernels_in_colour(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    shown.what.choose(1)
    answer(qtbot, it)
    side = shown.sides[False]
    assert len(side.grid.tiles) == 64
    side.opened.emit(1)
    assert side.scale.isHidden(), "no scale tells what a mixed colour stands for"
    point(side, 1, 2)
    assert side.value.text().startswith("[1, 2] = red 1.00")
    assert not asked(it, ShowSum)
    choose(it, "pool")
    assert shown.what.isHidden()


def test_a_layer_without_a_picture_says_so_and_asks_nothing(it: Connected, opened: Open) -> None:
    shown = opened()
    before = len(it.asker.asked)
    choose(it, "attention")
    assert shown.sides[False].sign.accessibleName() == "This step makes no picture."
    assert len(it.asker.asked) == before


def test_numbers_of_the_last_layers_have_the_names_of_classes(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    choose(it, "softmax")
    answer(qtbot, it)
    bars = shown.sides[False].bars
    assert [bars.model().index(row, 0).data() for row in (0, 1)] == ["metal, 75.0\u202f%", "glass, 25.0\u202f%"]
    choose(it, "fc")
    answer(qtbot, it)
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    job = sum_told(it)
    assert (job.layer, job.channel, job.most) == ("fc", 1, 8)
    assert shown.aside.sum_title.text() == "metal"


def test_bars_of_both_sides_have_one_scale(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    choose(it, "flatten")
    answer(qtbot, it)
    shown.when.choose(2)
    answer(qtbot, it, untrained=True)
    columns = [side.columns for side in shown.sides.values()]
    assert columns[0].scale == columns[1].scale == (-0.5, pytest.approx(0.619, abs=1e-3))
    choose(it, "softmax")
    answer(qtbot, it)
    assert shown.sides[False].bars.scale == (0.0, 1.0)


def test_thousands_of_numbers_are_columns(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    choose(it, "flatten")
    answer(qtbot, it)
    side = shown.sides[False]
    assert side.stack.currentWidget() is side.columns
    qtbot.keyClick(side.columns, Qt.Key.Key_Right)
    qtbot.keyClick(side.columns, Qt.Key.Key_Right)
    assert side.columns.accessibleDescription() == "Number 2: −0.499"


def test_another_photo_is_seen_by_the_same_layer(qtbot: QtBot, it: Connected, opened: Open, photos: list[str]) -> None:
    shown = opened()
    shown.sides[False].opened.emit(3)
    qtbot.keyClick(shown, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert it.session.selection.current == photos[1]
    assert it.tab.title.text() == "001.png"
    newest = asked(it, ShowLayer)[-1]
    assert isinstance(newest, ShowLayer)
    assert (newest.path, newest.layer) == (photos[1], "conv1")
    answer(qtbot, it)
    assert shown.pager.text() == "Map 4 of 70"


def test_a_photo_that_the_child_cannot_read(it: Connected, opened: Open, photos: list[str]) -> None:
    shown = opened()
    shown.stepped.emit(1)
    asks = len(asked(it, ShowLayer))
    it.asker.tell(place(it, ShowLayer), Skipped(photos[1], say("it is empty.")))
    it.asker.end(place(it, ShowLayer))
    assert shown.sides[False].sign.accessibleName() == "001.png cannot be shown. It is empty."
    assert len(asked(it, ShowLayer)) == asks, "it is not asked again and again"


def test_a_child_that_fails_over_the_layers_may_be_asked_again(
    it: Connected, tmp_path: Path, photos: list[str]
) -> None:
    it.open(tmp_path, None, "run 1")
    it.session.selection.show(photos)
    it.tab.show_page(NETWORK)
    it.asker.end(place(it, ListLayers), "failed", "The helper process broke off.")
    empty = page(it).empty
    assert empty.accessibleName() == "The network could not be opened."
    assert len(asked(it, ListLayers)) == 1
    empty.button.click()
    assert len(asked(it, ListLayers)) == 2
    it.asker.tell(place(it, ListLayers), networks.listed())
    assert page(it).title.text() == "Convolution 3×3"


def test_a_child_that_fails_over_a_layer_says_so_in_its_place(it: Connected, opened: Open) -> None:
    shown = opened()
    choose(it, "pool")
    it.asker.end(place(it, ShowLayer), "failed", "Not enough memory.")
    assert shown.sides[False].sign.accessibleName() == "Not enough memory."
    choose(it, "relu")
    assert asked(it, ShowLayer)[-1].layer == "relu"  # type: ignore[attr-defined]


def test_maps_that_are_gone_are_asked_for_once_more(qtbot: QtBot, it: Connected, opened: Open) -> None:
    shown = opened()
    choose(it, "relu")
    for _ in range(2):
        at, asks = place(it, ShowLayer), len(asked(it, ShowLayer))
        job = it.asker.asked[at]
        assert isinstance(job, ShowLayer)
        told = networks.shown(job)
        Path(told.file).unlink()
        it.asker.tell(at, told)
        qtbot.waitUntil(lambda asks=asks: len(asked(it, ShowLayer)) > asks or shown.sides[False].sign.isVisible())
    assert "cache could not be read" in shown.sides[False].sign.accessibleName()


def test_another_model_is_looked_at_anew(it: Connected, opened: Open, tmp_path: Path) -> None:
    shown = opened()
    it.open(tmp_path, None, "run 2", "run 1")
    assert shown.stack.currentWidget() is shown.empty or not shown.strip.rows
    it.session.selection.show(["/photos/a.png"])
    assert asked(it, ListLayers)[-1] == ListLayers(str(tmp_path / "run 2"), "auto")
