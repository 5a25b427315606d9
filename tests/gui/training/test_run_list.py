"""All training runs with their figures: sorted, and opened in the Viewer by double click, Enter or a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.training.run_list import RunList
from cnn_desktop.gui.training.run_list_view import MODEL, SIZE, VALIDATION, Facts, view
from cnn_desktop.project.run_sizes import RunSize


def run(name: str, val: float | None = 0.9, status: str = "finished", test: float | None = None) -> RunRecord:
    return RunRecord(name, "resnet18", status, "2026-03-10T12:00:00+00:00", 60.0, val, test)  # type: ignore[arg-type]


RUNS = [run("c", 0.8), run("b", 0.95, test=0.9), run("a", None, "stopped")]
FACTS = Facts(
    RUNS, {"b": TrainConfig(data="", model="resnet18")}, predictor="b", best="b", sizes={"b": RunSize(120, 45_600_000)}
)


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme) -> RunList:
    listed = RunList()
    listed.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(listed)
    listed.show_view(view(FACTS))
    listed.show()
    qtbot.waitExposed(listed)
    return listed


def test_what_is_said_of_each_run() -> None:
    newest, used, stopped = view(FACTS).rows
    assert used.words[0].startswith("ResNet-18, ")
    assert used.words[2:] == ("In use, best", "95.0\u202f%", "90.0\u202f%", "120", "45.6 MB")
    assert newest.words[2:] == ("", "80.0\u202f%", "–", "–", "–")
    assert stopped.words[2:4] == ("Not finished", "–")
    assert "Validation: 95.0" in used.spoken
    assert "–" not in newest.spoken
    assert view(Facts()).rows == []
    busy = view(Facts(RUNS, busy="A model is being trained."))
    assert (busy.note, busy.may_choose) == ("A model is being trained.", False)


def test_a_double_click_or_enter_opens_the_run(qtbot: QtBot, listed: RunList) -> None:
    assert listed.table.chosen == "b", "the one in use is the current one"
    qtbot.keyClick(listed.table, Qt.Key.Key_Up)
    with qtbot.waitSignal(listed.opened, check_params_cb=lambda run: run == "c"):
        qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert not listed.isVisible()


def test_the_mouse_opens_a_run(qtbot: QtBot, listed: RunList) -> None:
    table = listed.table
    place = table.visualRect(table.sorted.index(2, MODEL)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.chosen == "a"
    with qtbot.waitSignal(listed.opened, check_params_cb=lambda run: run == "a"):
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_it_is_sorted_by_figures_and_keeps_the_current_run(qtbot: QtBot, listed: RunList) -> None:
    table = listed.table
    table.sortByColumn(VALIDATION, Qt.SortOrder.DescendingOrder)
    order = [table.runs.rows[table.sorted.mapToSource(table.sorted.index(row, 0)).row()].id for row in range(3)]
    assert order == ["b", "c", "a"]
    table.sortByColumn(SIZE, Qt.SortOrder.AscendingOrder)
    listed.show_view(view(Facts(RUNS, predictor="c", best="b")))
    assert table.chosen == "b"


def test_the_buttons_do_what_can_be_done(qtbot: QtBot, listed: RunList) -> None:
    assert (listed.classify.isEnabled(), listed.use.isEnabled(), listed.locate.isEnabled()) == (True, False, True)
    qtbot.keyClick(listed.table, Qt.Key.Key_Up)
    assert listed.use.isEnabled()
    with qtbot.waitSignal(listed.used, check_params_cb=lambda run: run == "c"):
        listed.use.click()
    listed.show_view(view(Facts(RUNS, predictor="b", busy="A model is being trained.")))
    assert (listed.classify.isEnabled(), listed.use.isEnabled()) == (False, False)
    assert listed.note.text() == "A model is being trained."
    listed.table.show_rows(listed.table.runs.rows, "b")
    assert listed.classify.isEnabled(), "its model is in use already"


def test_without_a_run_it_says_so(qtbot: QtBot, listed: RunList) -> None:
    listed.show_view(view(Facts()))
    assert listed.stack.currentWidget() is listed.empty
    assert not any(one.isVisible() for one in (listed.classify, listed.use, listed.locate)), "there is nothing to do"
    listed.show_view(view(FACTS))
    assert listed.classify.isVisible()
    listed.show_view(view(Facts()))
    assert all(button.text() for button in listed.findChildren(QPushButton) if not button.isHidden())


def test_the_model_can_be_read_in_the_narrowest_dialog(qtbot: QtBot, listed: RunList) -> None:
    listed.resize(300, 300)
    qtbot.waitUntil(lambda: listed.width() == max(300, listed.minimumWidth()))  # on a narrower screen it is scrolled
    assert listed.minimumWidth() <= 960, "it fits the smallest window"
    assert listed.table.columnWidth(MODEL) >= 150


def test_two_hundred_runs_are_sorted_too(listed: RunList) -> None:
    many = [run(f"{n:03}", n / 200) for n in range(200)]
    listed.show_view(view(Facts(many, {one.id: TrainConfig(data="", model="resnet18") for one in many})))
    listed.table.sortByColumn(VALIDATION, Qt.SortOrder.DescendingOrder)
    assert listed.table.sorted.rowCount() == 200
