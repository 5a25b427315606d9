"""The rows of suggestions: what keys and buttons tell, that nothing moves, and where the keyboard goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.label_suggestions import CurvePoint
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.labels.fresh_page import FreshPage
from cnn_desktop.gui.labels.fresh_view import Facts, view
from cnn_desktop.project.fresh import FreshRow
from tests.gui.tab_tools import ThumbnailMaker

NAMES = ["glass", "metal"]
PHOTOS = PhotoFacts({"1": "/p"}, [ClassCount("glass", 10), ClassCount("metal", 8)], unlabelled=300)


class Shown:
    """The page, and what it has told."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.page = FreshPage(ThumbnailSource(ThumbnailMaker()))
        self.page.source.setParent(self.page)
        qtbot.addWidget(self.page)
        files = sorted(folder.rglob("*.png"))[:9]
        self.paths = {at: str(file) for at, file in enumerate(files)}
        batch = tuple(
            FreshRow(at, str(file), "1", "metal" if at % 3 else "glass", 0.5) for at, file in enumerate(files)
        )
        self.facts = Facts(photos=PHOTOS, batch=batch)
        self.told: list[tuple[object, ...]] = []
        for signal in (self.page.confirmed, self.page.labelled, self.page.skipped):
            signal.connect(lambda *what: self.told.append(what))
        self.page.show_classes(NAMES)
        self.page.resize(800, 560)
        self.page.show()
        self.show()

    def show(self, **changes: object) -> None:
        self.facts = replace(self.facts, **changes)
        self.page.show_view(view(self.facts), self.paths)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, photo_folder: Callable[..., Path]) -> Shown:
    return Shown(qtbot, photo_folder(3, 3))


def test_rows_have_their_photos_and_names(shown: Shown, qtbot: QtBot) -> None:
    metal, glass = shown.page.rows
    assert (metal.grid.tiles.rowCount(), glass.grid.tiles.rowCount()) == (6, 3)
    assert metal.confirm.accessibleName() == "Confirm 6 photos as “metal”"
    assert "probably metal" in metal.grid.tiles.tile(0).text
    source = shown.page.source
    qtbot.waitUntil(lambda: all(source.picture(path) is not None for path in shown.paths.values()))
    assert metal.grid.verticalScrollBar().maximum() == 0, "a row is as high as its photos"


def test_a_row_is_confirmed_by_its_button_and_by_keys(shown: Shown, qtbot: QtBot) -> None:
    metal, glass = shown.page.rows
    metal.confirm.click()
    qtbot.keyClick(glass.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.page.pressed.emit()
    assert shown.told == [([1, 2, 4, 5, 7, 8],), ([0, 3, 6],), ([1, 2, 4, 5, 7, 8, 0, 3, 6],)]


def test_the_picked_ones_get_another_class_or_are_skipped(shown: Shown, qtbot: QtBot) -> None:
    metal = shown.page.rows[0]
    metal.grid.pick([range(1, 3)], 1)
    qtbot.keyClicks(metal.grid, "1")
    qtbot.keyClick(metal.grid, Qt.Key.Key_Delete)
    picker = metal.ask_class()
    assert picker is not None
    picker.field.setText("glass")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert shown.told == [([2, 4], "glass"), ([2, 4],), ([2, 4], "glass")]


def test_without_a_pick_skipping_means_the_row(shown: Shown) -> None:
    shown.page.rows[1].skip.click()
    assert shown.told == [([0, 3, 6],)]
    assert shown.page.rows[1].skip.accessibleName() == "Skip all photos of this row"


def test_what_was_said_stays_where_it_is(shown: Shown) -> None:
    rows, places = list(shown.page.rows), [row.pos() for row in shown.page.rows]
    shown.show(said=dict.fromkeys([1, 2, 4, 5, 7, 8], "metal"))
    assert shown.page.rows == rows
    assert [row.pos() for row in rows] == places
    assert not rows[0].confirm.isEnabled()
    assert all(rows[0].grid.tiles.tile(at).faded for at in range(6))
    rows[0].grid.pick([range(6)], 0)
    rows[0].skip.click()
    assert not shown.told, "nothing is left of it"


def test_the_keyboard_goes_on_to_the_next_row(shown: Shown, qtbot: QtBot) -> None:
    metal, glass = shown.page.rows
    shown.page.activateWindow()
    metal.grid.setFocus()
    assert shown.page.focusWidget() is metal.grid
    shown.show(said=dict.fromkeys([1, 2, 4, 5, 7, 8], "metal"))
    assert shown.page.focusWidget() is glass.grid


def test_where_nothing_can_be_changed_nothing_is_told(shown: Shown, qtbot: QtBot) -> None:
    shown.show(read_only="It is read-only.")
    metal = shown.page.rows[0]
    metal.grid.pick([range(2)], 0)
    qtbot.keyClicks(metal.grid, "1x")
    qtbot.keyClick(metal.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert metal.ask_class() is None
    assert not shown.told
    assert not metal.confirm.isEnabled()
    assert not shown.page.hint.isVisible()
    assert shown.page.primary.note == "It is read-only."


def test_the_curve_tells_its_points(shown: Shown, qtbot: QtBot) -> None:
    curve = shown.page.curve
    assert curve.told() == ""
    shown.show(curve=(CurvePoint(25, 20, 10), CurvePoint(40, 0, 0), CurvePoint(49, 20, 15)))
    assert curve.accessibleDescription().startswith("49 labelled: 75\u202f% right")
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    assert curve.told().startswith("25 labelled: 50\u202f% right")
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    assert curve.told().startswith("25 labelled"), "there is none before"
    curve.clearFocus()


def test_the_curve_is_drawn_and_saved(shown: Shown, qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    curve = shown.page.curve
    shown.show(curve=(CurvePoint(25, 20, 10), CurvePoint(49, 20, 15)))
    qtbot.waitUntil(lambda: curve.plot is not None)
    assert curve.plot
    assert [list(found) for found in curve.plot._line.getData()] == [[25, 49], [0.5, 0.75]]
    (_, across), (low, high) = curve.plot.plot.getPlotItem().getViewBox().viewRange()
    assert across > 49
    assert not curve.plot._band.path().isEmpty(), "between the ends of the intervals"
    assert low > 0, "the axis begins where the values do"
    assert high < 1
    curve.plot.hovered.emit(0)
    assert curve.readout.text().startswith("25 labelled")
    curve.plot.hovered.emit(None)
    light = curve.grab().toImage()
    theme.choose("dark")
    assert curve.grab().toImage() != light
    shown.show(curve=(CurvePoint(25, 20, 10),))
    assert list(curve.plot._single.getData()[0]) == [25, 25], "one point shows its interval, too"
    for name in ("a.png", "a.svg", "a.csv"):
        curve.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 50
    assert (tmp_path / "a.csv").read_text().splitlines()[1].startswith("25,20,10,0.5,")
    menu = curve.open_menu(curve.mapToGlobal(curve.rect().center()))
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_other_suggestions_are_other_rows(shown: Shown) -> None:
    shown.show(batch=shown.facts.batch[:1])
    assert [row.title.text() for row in shown.page.rows] == ["glass"]
    shown.show(batch=())
    assert shown.page.left.currentWidget() is shown.page.empty
