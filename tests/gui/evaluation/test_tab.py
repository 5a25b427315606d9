"""The Evaluation tab and the confusion matrix."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import say
from cnn_desktop.gui.evaluation.tab import MIX_UPS, PHOTOS, EvaluationTab
from cnn_desktop.gui.evaluation.view import cell_text, evaluation_view, looks_text, mix_ups, worst_photos
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.theme import Theme, contrast, map_color, text_on
from cnn_desktop.gui.kit.words import tr
from tests.gui.tab_tools import report_of

CLASSES = ["glass", "metal", "paper"]
COUNTS = [[18, 1, 1], [6, 12, 2], [0, 1, 19]]


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> EvaluationTab:
    tab = EvaluationTab()
    qtbot.addWidget(tab)
    tab.resize(824, 670)
    tab.show()
    return tab


@pytest.fixture
def tested(tab: EvaluationTab) -> EvaluationTab:
    tab.show_run("run", 60, 1)
    tab.show_report(report_of(CLASSES, COUNTS))
    return tab


def shown_paths(tab: EvaluationTab) -> list[str]:
    return [Path(tab.grid.tiles.tile(row).path).name for row in range(tab.grid.tiles.rowCount())]


def test_before_a_training_the_tab_says_what_to_do(qtbot: QtBot, tab: EvaluationTab) -> None:
    assert tab.empty.accessibleName() == "Nothing is trained yet."
    assert not tab.primary.isVisible()
    with qtbot.waitSignal(tab.train_requested):
        tab.empty.button.click()


def test_before_the_test_the_button_names_the_photos(qtbot: QtBot, tab: EvaluationTab) -> None:
    tab.show_run("run", 379)
    assert tab.primary.text() == "&Test on 379 photos"
    assert not tab.empty.button.isVisible()
    with qtbot.waitSignal(tab.test_requested):
        tab.primary.click()
    tab.show_run("run", 0)
    assert not tab.primary.isEnabled()


def test_the_headline_has_the_interval_and_says_the_photos_were_unseen(tested: EvaluationTab) -> None:
    assert tested.title.text() == "81.7\u202f% right"
    low, advice = tested.subtitle.text().split("\n")
    assert low == "between 70.1\u202f% and 89.4\u202f%, on 60 photos never used for training"
    assert advice == "Most often taken for another: “metal” for “glass”, 6 of 20 photos."
    assert tested.note.text() == "These test photos have been looked at once."
    assert tested.primary.text() == "&Test again on 60 photos"


def test_a_test_on_another_folder_does_not_claim_they_were_unseen() -> None:
    report = report_of(CLASSES, COUNTS)
    other = evaluation_view(type(report)(**{**{f: getattr(report, f) for f in report.__struct_fields__}, "data": "/x"}))
    assert "never used" not in str(other.detail)
    assert "/x" in str(other.detail)


def test_a_click_in_the_matrix_shows_its_photos(qtbot: QtBot, tested: EvaluationTab) -> None:
    at = tested.matrix.cell(1, 0).center().toPoint()
    with qtbot.waitSignal(tested.cell_selected) as chosen:
        qtbot.mouseClick(tested.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["metal", "glass"]
    assert tested.pages.current == PHOTOS
    assert shown_paths(tested) == [f"1-0-{n}.png" for n in range(6)]
    assert tested.photos_title.text() == "6 of 20 photos of “metal” were called “glass”"
    tile = tested.grid.tiles.tile(0)
    assert (tile.caption, tile.detail) == ("metal", "called glass, 90\u202f%")
    with qtbot.waitSignal(tested.photo_activated) as opened:
        tested.grid.setCurrentIndex(tested.grid.tiles.index(2))
        qtbot.keyClick(tested.grid, Qt.Key.Key_Return)
    assert Path(opened.args[0]).name == "1-0-2.png"
    tested.all_button.click()
    assert shown_paths(tested)[0] != "1-0-0.png"


def test_an_empty_field_says_that_nothing_was_mixed_up(qtbot: QtBot, tab: EvaluationTab) -> None:
    tab.show_run("run", 7)
    tab.show_report(report_of(["glass", "metal", "wood"], [[7, 0, 0], [2, 0, 1], [0, 0, 0]]))
    qtbot.mouseClick(tab.matrix, Qt.MouseButton.LeftButton, pos=tab.matrix.cell(0, 1).center().toPoint())
    assert tab.photos_title.text() == "None of the 7 photos of “glass” was taken for “metal”."
    assert shown_paths(tab) == []
    assert tab.matrix.describe(0, 1) == tab.photos_title.text()
    assert tab.matrix.describe(1, 1) == "None of the 3 photos of “metal” was recognised."
    assert tab.matrix.describe(2, 0) == "There are no test photos of “wood”."


def test_the_scale_names_the_middle_only_where_there_is_room(tab: EvaluationTab) -> None:
    assert [share for share, _ in tab.matrix.scale_marks(200)] == [0.0, 0.25, 1.0]
    assert [share for share, _ in tab.matrix.scale_marks(80)] == [0.0, 1.0]


def test_keys_move_through_the_matrix(qtbot: QtBot, tested: EvaluationTab) -> None:
    matrix = tested.matrix
    assert matrix.accessibleDescription() == "18 of 20 photos of “glass” were called “glass” (90\u202f%)"
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
    tab.show_run("run", 5)
    tab.show_report(report_of(names, counts))
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
    with qtbot.waitSignal(tab.cell_selected) as chosen:
        tab.mix_ups.clicked.emit(pair)
    assert chosen.args == [names[count - 1], names[0]]


def test_counts_are_readable_on_every_shade() -> None:
    for step in range(101):
        ground = map_color(step / 100, "cividis")
        assert contrast(text_on(ground), ground) >= 4.5


def test_the_class_table_sorts_weakest_first_and_by_name(qtbot: QtBot, tested: EvaluationTab) -> None:
    model = tested.table.model()

    def column(place: int) -> list[str]:
        return [model.index(row, place).data() for row in range(model.rowCount())]

    assert column(0) == ["paper", "metal", "glass"]
    assert column(4) == ["70\u202f%", "80\u202f%", "90\u202f%"]
    tested.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(0) == CLASSES
    tested.table.setCurrentIndex(model.index(1, 0))
    assert tested.photos_title.text() == "Photos of “metal”, the surest mistakes first"
    assert all(name.startswith("1-") for name in shown_paths(tested))


def test_worst_photos_come_first(tested: EvaluationTab) -> None:
    report = report_of(CLASSES, COUNTS)
    worst = worst_photos(report, 20)
    wrong = [photo.right for photo in worst].index(True)
    assert wrong == 11
    losses = [photo.loss for photo in worst[:wrong]]
    assert losses == sorted(losses, reverse=True)
    assert tested.photos_title.text() == "11 photos wrong, the surest mistakes first"


def test_while_testing_the_progress_is_shown(tested: EvaluationTab) -> None:
    tested.show_testing(Progress(say("Testing"), 120, 379, 110.0, 2.0))
    assert tested.stack.currentWidget() is tested.busy
    assert not tested.primary.isEnabled()
    tested.show_testing(None)
    assert tested.stack.currentWidget() is tested.main


def test_a_failed_test_says_why_and_can_be_tried_again(qtbot: QtBot, tested: EvaluationTab) -> None:
    tested.show_failure("The folder /media/usb/photos is not there.")
    assert tested.stack.currentWidget() is tested.empty
    assert tested.empty.accessibleName() == "The folder /media/usb/photos is not there."
    with qtbot.waitSignal(tested.test_requested):
        tested.empty.button.click()
    tested.show_failure("")
    assert tested.stack.currentWidget() is tested.main


def test_results_are_saved_where_the_person_says(
    qtbot: QtBot, tested: EvaluationTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/out/result", "Report (*.html)"))
    with qtbot.waitSignal(tested.export_requested) as asked:
        tested.save_button.click()
    assert asked.args == ["html", "/out/result.html"]


def test_many_looks_are_warned_of() -> None:
    assert looks_text(0) is None
    assert "once" in str(looks_text(1))
    assert str(looks_text(3)) == "These test photos have been looked at 3 times."
    assert "better than it is" in str(looks_text(9))


def test_mix_ups_are_sorted_and_leave_out_what_is_right() -> None:
    report = report_of(CLASSES, COUNTS)
    pairs = mix_ups(report)
    assert [(pair.true, pair.predicted, pair.count) for pair in pairs[:2]] == [(1, 0, 6), (1, 2, 2)]
    assert all(pair.true != pair.predicted for pair in pairs)
    assert str(cell_text(report, 1, 0)) == "6 of 20 photos of “metal” were called “glass”"


def test_a_perfect_result_has_no_mistakes_to_show(tab: EvaluationTab) -> None:
    tab.show_run("run", 10, 1)
    tab.show_report(report_of(["a", "b"], [[5, 0], [0, 5]]))
    assert tab.mix_ups.pairs.rowCount() == 0
    assert "Most often" not in tab.subtitle.text()
    assert tab.title.text() == "100.0\u202f% right"


def test_where_nothing_was_mixed_up_the_lists_say_so(tab: EvaluationTab) -> None:
    tab.show_run("run", 40)
    tab.show_report(report_of(["cat", "dog"], [[20, 0], [0, 20]]))
    tab.pages.choose(MIX_UPS)
    assert not tab.mix_ups.isVisible()
    said = [state.accessibleName() for state in tab.findChildren(EmptyState) if state.isVisible()]
    assert said == ["No class was taken for another."]
    assert tab.photos_title.text() == "None is wrong; the least sure first"
    tab.show_report(report_of(CLASSES, COUNTS))
    assert tab.mix_ups.isVisible()


def test_a_right_to_left_name_leaves_the_figure_beside_it_in_its_place(tab: EvaluationTab) -> None:
    name = "\u05d9\u05dc\u05d3\u05d9\u05dd"
    tab.show_report(report_of(["x", name], [[1, 1], [0, 1]]))
    details = {tab.grid.tiles.tile(row).detail for row in range(tab.grid.tiles.rowCount())}
    assert f"called \u2068{name}\u2069, 90\u202f%" in details
    assert tr("{name}, {n}", name="glass", n=3) == "glass, 3"
