"""The Evaluation tab as widgets: pages, the confusion matrix, and which photos a click shows."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.report import ClassReport, Report
from cnn_desktop.gui.evaluation.tab import CLASSES, MIX_UPS, PHOTOS, EvaluationTab
from cnn_desktop.gui.evaluation.view import Facts, view
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.words import tr
from tests.gui.tab_tools import ThumbnailMaker, choose, report_of

NAMES = ["glass", "metal", "paper"]
COUNTS = [[18, 1, 1], [6, 12, 2], [0, 1, 19]]


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> EvaluationTab:
    tab = EvaluationTab(ThumbnailMaker())
    qtbot.addWidget(tab)
    tab.show_view(view(Facts()))
    tab.resize(824, 670)
    tab.show()
    return tab


@pytest.fixture
def tested(tab: EvaluationTab) -> EvaluationTab:
    show(tab, report_of(NAMES, COUNTS))
    return tab


def show(tab: EvaluationTab, report: Report | None, **more: object) -> None:
    """The facts are these now."""
    facts = {"run": "run", "test_photos": 60, "looks": 1, "report": report, **more}
    tab.show_view(view(Facts(**facts)))  # type: ignore[arg-type]


def shown_paths(tab: EvaluationTab) -> list[str]:
    return [Path(tab.grid.tiles.tile(row).path).name for row in range(tab.grid.tiles.rowCount())]


def test_a_click_in_the_matrix_shows_its_photos(qtbot: QtBot, tested: EvaluationTab) -> None:
    at = tested.matrix.cell(1, 0).center().toPoint()
    qtbot.mouseClick(tested.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert tested.pages.current == PHOTOS
    assert shown_paths(tested) == [f"1-0-{n}.png" for n in range(6)]
    assert tested.photos_title.text() == "6 of 20 photos of “metal” were classified as “glass”"
    tile = tested.grid.tiles.tile(0)
    assert (tile.caption, tile.detail) == ("metal", "called glass, 90\u202f%")
    with qtbot.waitSignal(tested.photo_activated) as opened:
        tested.grid.setCurrentIndex(tested.grid.tiles.index(2))
        qtbot.keyClick(tested.grid, Qt.Key.Key_Return)
    assert Path(opened.args[0]).name == "1-0-2.png"
    tested.all_button.click()
    assert shown_paths(tested)[0] != "1-0-0.png"


def test_an_empty_field_says_that_nothing_was_mixed_up(qtbot: QtBot, tab: EvaluationTab) -> None:
    show(tab, report_of(["glass", "metal", "wood"], [[7, 0, 0], [2, 0, 1], [0, 0, 0]]))
    qtbot.mouseClick(tab.matrix, Qt.MouseButton.LeftButton, pos=tab.matrix.cell(0, 1).center().toPoint())
    assert tab.photos_title.text() == "None of the 7 test photos of “glass” was classified as “metal”."
    assert shown_paths(tab) == []
    assert tab.matrix.describe(0, 1) == tab.photos_title.text()
    assert tab.matrix.describe(1, 1) == "None of the 3 test photos of “metal” was recognised."
    assert tab.matrix.describe(2, 0) == "There are no test photos of “wood”."


def test_the_scale_names_the_middle_only_where_there_is_room(tab: EvaluationTab) -> None:
    assert [share for share, _ in tab.matrix.scale_marks(200)] == [0.0, 0.25, 1.0]
    assert [share for share, _ in tab.matrix.scale_marks(80)] == [0.0, 1.0]


def test_keys_move_through_the_matrix(qtbot: QtBot, tested: EvaluationTab) -> None:
    matrix = tested.matrix
    assert matrix.accessibleDescription() == "18 of 20 photos of “glass” were classified as “glass” (90\u202f%)"
    for key, cell in (
        (Qt.Key.Key_Down, (1, 0)), (Qt.Key.Key_Right, (1, 1)), (Qt.Key.Key_Up, (0, 1)), (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Left, (0, 0)), (Qt.Key.Key_Left, (0, 0)), (Qt.Key.Key_Right, (0, 1)),
    ):  # fmt: skip
        qtbot.keyClick(matrix, key)
        assert matrix.cursor_cell == cell
    with qtbot.waitSignal(matrix.chosen) as chosen:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen.args == [0, 1]
    assert "1 of 20" in matrix.accessibleDescription()


@pytest.mark.parametrize("count", [2, 12, 100, 200])
def test_every_field_can_be_hit_whatever_the_number_of_classes(qtbot: QtBot, tab: EvaluationTab, count: int) -> None:
    names = [f"{'a class with a long name ' * 3}{n}" for n in range(count)]
    counts = [[5 if true == other else 0 for other in range(count)] for true in range(count)]
    counts[count - 1][0] = 2
    show(tab, report_of(names, counts))
    matrix = tab.matrix
    for true, predicted in ((0, 0), (count - 1, 0), (0, count - 1), (count // 2, count // 2)):
        assert matrix.cell_at(matrix.cell(true, predicted).center()) == (true, predicted)
        assert matrix.rect().contains(matrix.cell(true, predicted).center().toPoint())
    assert matrix.cell_at(QPoint(1, 1).toPointF()) is None
    dark, bright = (matrix.grab().toImage().pixelColor(matrix.cell(*cell).center().toPoint()) for cell in ((0, count - 1), (0, 0)))  # fmt: skip
    if count > 100:  # fields without numbers: only the shading tells
        assert bright.lightness() > dark.lightness() + 60
    pair = tab.mix_ups.pairs.index(0, 0)
    assert pair.data() == names[count - 1]
    tab.mix_ups.clicked.emit(pair)
    assert shown_paths(tab) == [f"{count - 1}-0-0.png", f"{count - 1}-0-1.png"]


def test_the_class_table_sorts_weakest_first_and_by_name(qtbot: QtBot, tested: EvaluationTab) -> None:
    model = tested.table.model()

    def column(place: int) -> list[str]:
        return [model.index(row, place).data() for row in range(model.rowCount())]

    assert column(0) == ["paper", "metal", "glass"]
    assert column(4) == ["70\u202f%", "80\u202f%", "90\u202f%"]
    tested.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(0) == NAMES
    tested.table.setFocus()
    tested.table.setCurrentIndex(model.index(0, 0))
    assert tested.pages.current == CLASSES, "going through the rows opens nothing"
    at = tested.table.visualRect(model.index(1, 3)).center()
    qtbot.mouseClick(tested.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tested.pages.current == PHOTOS
    assert tested.photos_title.text() == "Photos of “metal”, most confident mistakes first"
    assert all(name.startswith("1-") for name in shown_paths(tested))


def test_a_class_without_test_photos_has_dashes(tab: EvaluationTab) -> None:
    report = report_of(["glass", "metal"], [[2, 1], [0, 0]])
    none = ClassReport("metal", None, None, None, 0)
    show(tab, msgspec.structs.replace(report, per_class=[report.per_class[0], none]))
    table = tab.table.model()
    rows = {table.index(row, 0).data(): [table.index(row, column).data() for column in range(1, 5)] for row in range(2)}
    assert rows["metal"] == ["0", "–", "–", "–"]
    assert "–" not in rows["glass"]
    row = next(row for row in range(2) if table.index(row, 0).data() == "metal")
    assert table.index(row, 3).data(Qt.ItemDataRole.ToolTipRole) == "There are no test photos of this class."
    tab.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert table.index(0, 0).data() == "glass"
    assert not tab.table.grab().isNull()
    assert tab.matrix.describe(1, 1) == "There are no test photos of “metal”."
    empty = tab.matrix.grab(tab.matrix.cell(1, 0).toRect()).toImage()
    dash = tab.matrix.grab(tab.matrix.cell(1, 1).toRect()).toImage()
    assert empty != dash


def test_results_are_saved_where_the_person_says(qtbot: QtBot, tested: EvaluationTab, tmp_path: Path) -> None:
    with qtbot.waitSignal(tested.export_requested) as asked:
        tested.save_button.click()
        choose(tested, tmp_path / "result")
    assert asked.args == ["html", str(tmp_path / "result.html")]


def test_where_nothing_was_mixed_up_the_lists_say_so(tab: EvaluationTab) -> None:
    show(tab, report_of(["cat", "dog"], [[20, 0], [0, 20]]))
    tab.pages.choose(MIX_UPS)
    assert not tab.mix_ups.isVisible()
    said = [state.accessibleName() for state in tab.findChildren(EmptyState) if state.isVisible()]
    assert said == ["No classes were mistaken for each other."]
    assert tab.photos_title.text() == "No mistakes; least confident first"
    show(tab, report_of(NAMES, COUNTS))
    assert tab.mix_ups.isVisible()


def test_a_right_to_left_name_leaves_the_figure_beside_it_in_its_place(tab: EvaluationTab) -> None:
    name = "\u05d9\u05dc\u05d3\u05d9\u05dd"
    show(tab, report_of(["x", name], [[1, 1], [0, 1]]))
    details = {tab.grid.tiles.tile(row).detail for row in range(tab.grid.tiles.rowCount())}
    assert f"called \u2068{name}\u2069, 90\u202f%" in details
    assert tr("{name}, {n}", name="glass", n=3) == "glass, 3"


def test_the_pages_and_their_buttons(qtbot: QtBot, tab: EvaluationTab) -> None:
    assert tab.stack.currentWidget() is tab.empty
    assert not tab.primary.isVisible()
    with qtbot.waitSignal(tab.train_requested):
        tab.empty.button.click()
    report = report_of(NAMES, COUNTS)
    show(tab, report)
    assert tab.stack.currentWidget() is tab.main
    assert tab.save_button.isVisible()
    with qtbot.waitSignal(tab.classify_requested), qtbot.assertNotEmitted(tab.test_requested):
        tab.primary.click()
    with qtbot.waitSignal(tab.test_requested):
        tab.again.click()
    show(tab, report, is_testing=True)
    tab.show_progress(Progress(say("Testing"), 120, 379, 110.0, 2.0))
    assert tab.stack.currentWidget() is tab.busy
    assert not tab.primary.isEnabled()
    assert not tab.save_button.isVisible()
    show(tab, report, failure="The folder /media/usb/photos is not there.")
    assert tab.empty.accessibleName() == "The folder /media/usb/photos is not there."
    with qtbot.waitSignal(tab.test_requested), qtbot.assertNotEmitted(tab.train_requested):
        tab.empty.button.click()


def test_what_was_chosen_stays_while_other_facts_change(tested: EvaluationTab) -> None:
    report = tested.matrix._report
    tested.table.clicked.emit(tested.table.model().index(1, 0))
    title = tested.photos_title.text()
    show(tested, report, looks=2)
    assert tested.photos_title.text() == title
    assert tested.note.text().endswith("2 times.")


def test_many_photos_are_picked_by_mouse_and_keys(qtbot: QtBot, tested: EvaluationTab) -> None:
    qtbot.mouseClick(tested.matrix, Qt.MouseButton.LeftButton, pos=tested.matrix.cell(1, 0).center().toPoint())
    grid = tested.grid
    assert tested.count.text() == "6 photos"
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.tiles.index(1)).center())
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [Path(path).name for path in tested.photos_picked] == ["1-0-1.png", "1-0-2.png"]
    assert tested.count.text() == "2 of 6 selected"
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert tested.count.text() == "6 of 6 selected"
    tested.all_button.click()
    assert tested.photos_picked == []
    assert tested.count.text() == "60 photos"


def test_the_menu_says_why_test_photos_are_not_relabelled_beside_the_answers(
    qtbot: QtBot, tested: EvaluationTab
) -> None:
    tested.pages.choose(PHOTOS)
    grid = tested.grid
    grid.go_to(0)
    opened = grid.menu.open(tested.photos_shown[0], grid.mapToGlobal(QPoint()))
    said = {action.text(): action.isEnabled() for action in opened.actions() if action.text()}
    opened.close()
    why = "Test labels change only by a second opinion in the Labels step."
    assert {"&Label as": False, why: False}.items() <= said.items()
    assert said["&Open in Viewer"]
    qtbot.keyClick(grid, Qt.Key.Key_1)
    assert QToolTip.text() == why


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_the_current_one_of_many(qtbot: QtBot, tested: EvaluationTab, key: Qt.Key) -> None:
    tested.pages.choose(PHOTOS)
    tested.grid.go_to(3)
    with qtbot.waitSignal(tested.photo_activated) as opened:
        qtbot.keyClick(tested.grid, key)
    assert opened.args == [tested.photos_shown[3]]
