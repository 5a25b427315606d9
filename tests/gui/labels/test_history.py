"""The page of the history with a session and a project: what it lists and does, training again, testing both models."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.evaluate import Evaluate
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.labels.connection import connect
from cnn_desktop.gui.labels.history_page import HistoryPage
from cnn_desktop.gui.labels.history_table import HistoryTable
from cnn_desktop.gui.labels.history_view import NAME, WHAT
from cnn_desktop.gui.labels.tab import CHECK, HISTORY
from cnn_desktop.gui.state.label_history import PAGE
from cnn_desktop.project.restoring import HistoryRow
from tests.gui.connected import Connected
from tests.project.review_helpers import Reviewed, plant_report, relabel, trained


class Labels(Connected):
    """The Labels tab with its page of the history in front, of a project that is there."""

    def __init__(self, qtbot: QtBot, project: Path) -> None:
        super().__init__(connect)
        self.qtbot = qtbot
        self.steps: list[str] = []
        self.session.project.open_project(project)
        qtbot.waitUntil(lambda: self.session.project.info is not None and not self.session.jobs.now.running)
        self.tab.show_page(HISTORY)
        self.settle()

    @property
    def page(self) -> HistoryPage:
        page = self.tab.history
        assert isinstance(page, HistoryPage)
        return page

    @property
    def primary(self) -> str:
        return str(self.tab.primary.text())

    def settle(self) -> None:
        """Waits for all that was asked for in the background, and what follows from it."""
        for _ in range(4):
            done: list[object] = []
            self.session.background.run(lambda: None, done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))

    def rows(self) -> list[str]:
        model = self.page.table.history
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def choose(self, row: int) -> None:
        self.page.table.setCurrentIndex(self.page.table.history.index(row, 0))

    def folder(self, run: str) -> Path:
        return self.session.runs.folder(run)

    def end_test(self, place: int) -> None:
        """The test that was asked for at `place` has finished."""
        job = self.asker.asked[place]
        assert isinstance(job, Evaluate)
        plant_report(Path(job.run), lambda photo: photo.label)
        self.asker.end(place)
        self.settle()


Begin = Callable[[Callable[[Reviewed], object]], Labels]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "Birds.cnnproj"


@pytest.fixture
def begin(qtbot: QtBot, theme: Theme, project: Path) -> Iterator[Begin]:
    """`begin(made)`: `made` changes the project first."""
    begun: list[Labels] = []

    def begin(made: Callable[[Reviewed], object]) -> Labels:
        reviewed = Reviewed(project)
        made(reviewed)
        reviewed.opened.close()
        begun.append(Labels(qtbot, project))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def cleaned(reviewed: Reviewed) -> None:
    """A training, five labels changed, and another training."""
    trained(reviewed.opened, None)
    relabel(reviewed, 5)
    trained(reviewed.opened, None)


def test_a_project_without_changes_leads_to_the_check(begin: Begin) -> None:
    it = begin(lambda reviewed: None)
    assert it.page.stack.currentWidget() is it.page.empty
    assert it.primary == "Go to the &check"
    it.tab.primary.click()
    assert it.tab.pages.current == CHECK


def test_changes_are_listed_and_any_earlier_state_comes_back_as_one_step(begin: Begin) -> None:
    it = begin(lambda reviewed: [relabel(reviewed, 2), relabel(reviewed, 1), reviewed.undo()])
    assert it.rows() == ["Undone: Label as “b”", "Label as “b”", "Label as “b”", "Labels as the folders say"]
    page, labels = it.page, it.session.project
    assert not page.restore.isEnabled()
    it.choose(0)
    assert not page.restore.isEnabled(), "it is so"
    it.choose(3)
    page.restore.click()
    it.settle()
    assert labels.photos
    assert [row.total for row in labels.photos.classes] == [20, 20]
    assert it.rows()[0] == "Restore labels as the folders say"
    assert it.session.undo.name == "Restore labels as the folders say"
    page.restore.click()
    it.settle()
    assert it.notices[-1].text == "The labels are as they were then, so nothing was changed."
    it.session.undo.undo()
    it.settle()
    assert [row.total for row in labels.photos.classes] == [18, 22]
    assert page.table.current, "the chosen row stays chosen"
    assert page.table.current.number == 0


def test_a_state_gets_its_name_where_it_stands(begin: Begin) -> None:
    it = begin(lambda reviewed: relabel(reviewed, 2))
    page = it.page
    it.choose(0)
    for name, begins in (("Cleaned", page.name.click), ("", lambda: it.qtbot.keyClick(page.table, Qt.Key.Key_F2))):
        begins()
        field = page.table.findChild(QLineEdit)
        assert field
        assert field.accessibleName() == "Name of this state of the labels"
        field.setText(name)
        it.qtbot.keyClick(field, Qt.Key.Key_Return)
        it.settle()
        assert page.table.history.rows[0].called == name
        it.qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None)
    page.named.emit(1, "x" * 101)
    it.settle()
    assert it.notices[-1].text == "Type a name of 100 letters or fewer."


def test_the_menu_of_a_row_offers_the_same(begin: Begin) -> None:
    it = begin(lambda reviewed: [relabel(reviewed, 2), relabel(reviewed, 1)])
    table = it.page.table
    place = table.visualRect(table.history.index(1, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    assert menu
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [
        ("Na&me this state", True), ("Re&store this state", True),
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    it.settle()
    assert it.rows()[0] == "Restore labels of change 1"


def test_a_long_history_is_read_as_far_as_it_is_shown(begin: Begin) -> None:
    def changed(reviewed: Reviewed) -> None:
        for _ in range(PAGE // 2 + 5):
            relabel(reviewed, 1)
            reviewed.undo()

    it = begin(changed)
    history = it.page.table.history
    assert (len(it.rows()), it.session.label_history.is_whole) == (PAGE, False)
    it.choose(7)
    it.page.table.scrollToBottom()
    it.qtbot.waitUntil(lambda: it.session.label_history.is_whole)
    assert (len(it.rows()), it.rows()[-1]) == (PAGE + 11, "Labels as the folders say")
    assert not history.canFetchMore(history.index(-1, -1))
    assert it.page.table.currentIndex().row() == 7


def test_decisions_are_saved_as_a_table(begin: Begin, tmp_path: Path) -> None:
    def decided(reviewed: Reviewed) -> None:
        first, *_ = reviewed.check([0, 1, 2])
        reviewed.decide(first, "keep")

    it = begin(decided)
    assert it.rows() == ["Labels as the folders say"]
    it.page.export.click()
    dialog = it.page.findChild(QFileDialog)
    assert dialog
    assert dialog.selectedFiles()[0].endswith("Birds label decisions.csv")
    dialog.reject()
    file = tmp_path / "out.csv"
    it.page.export_wanted.emit(str(file))
    it.settle()
    assert it.notices[-1].text == f"1 decision saved as {file}."
    with file.open(newline="", encoding="utf-8-sig") as lines:
        assert [row["decision"] for row in csv.DictReader(lines)] == ["keep"]
    it.page.export_wanted.emit(str(tmp_path / "out.csv" / "inside.csv"))
    it.settle()
    assert it.notices[-1].kind == "error"


def test_read_only_nothing_can_be_named_restored_or_trained(qtbot: QtBot, theme: Theme, project: Path) -> None:
    holds = Reviewed(project)
    cleaned(holds)
    relabel(holds, 1)
    it = Labels(qtbot, project)
    try:
        page, why = it.page, "“Birds” is open in another window, so it is read-only here."
        it.choose(1)
        assert (page.name.isEnabled(), page.restore.isEnabled(), it.tab.primary.isEnabled()) == (False, False, False)
        assert (page.note.text(), it.tab.note.text()) == ("", why), "it is said once"
        assert why in page.restore.toolTip()
        at = page.table.history.index(1, NAME)
        assert not page.table.history.flags(at) & Qt.ItemFlag.ItemIsEditable
    finally:
        it.close()
        holds.opened.close()


@pytest.mark.parametrize("of", ["check", "review"])
def test_training_again_names_the_labels_and_goes_to_training(begin: Begin, of: str) -> None:
    it = begin(lambda reviewed: [trained(reviewed.opened, None), relabel(reviewed, 3)])
    shown: list[str] = []
    it.shell.step_wanted.connect(shown.append)
    assert it.primary == "&Train again on the cleaned labels"
    config = it.session.settings.config
    getattr(it.tab, of).train_wanted.emit()
    it.settle()
    (job,) = it.asker.asked
    assert isinstance(job, Train)
    assert (job.config, job.resume) == (config, False)
    assert shown == ["training"]
    row = it.page.table.history.rows[0]
    assert (row.called, row.runs) == ("Cleaned labels", (Path(job.run).name,))
    assert not it.tab.primary.isEnabled(), "a training runs"
    it.tab.history.train_wanted.emit()
    it.settle()
    assert shown == ["training"]
    assert it.notices[-1].text == Train.busy.text
    it.asker.end(0)
    it.settle()


def test_both_models_are_tested_one_after_the_other_and_compared(begin: Begin) -> None:
    it = begin(cleaned)
    assert it.primary == "&Test both models on the 8 untouched test photos"
    it.tab.primary.click()
    it.settle()
    assert len(it.asker.asked) == 1, "one after the other"
    it.end_test(0)
    first, second = (Path(job.run).name for job in it.asker.asked if isinstance(job, Evaluate))
    assert [run.id for run in it.session.runs.all] == [second, first], "the earlier one first"
    assert not it.tab.primary.isEnabled()
    it.end_test(1)
    assert len(it.asker.asked) == 2
    assert it.page.headline.text() == "No clear difference"
    assert it.page.lines.text().startswith("On 8 untouched test photos: 100.0\u202f% right before, 100.0\u202f% after")
    assert it.primary == "Classify &new photos"


@pytest.mark.parametrize("outcome", ["failed", "stopped"])
def test_a_test_that_fails_or_is_stopped_ends_it(begin: Begin, outcome: str) -> None:
    it = begin(cleaned)
    it.tab.primary.click()
    it.settle()
    it.asker.end(0, outcome, "It went wrong.")
    it.settle()
    assert len(it.asker.asked) == 1
    assert [notice.text for notice in it.notices] == (["It went wrong."] if outcome == "failed" else [])
    it.tab.primary.click()
    it.settle()
    it.end_test(1)
    assert len(it.asker.asked) == 3, "it can begin again"


def test_only_the_one_that_is_untested_is_tested(begin: Begin) -> None:
    def made(reviewed: Reviewed) -> None:
        trained(reviewed.opened, lambda photo: "a")
        relabel(reviewed, 5)
        trained(reviewed.opened, None)

    it = begin(made)
    assert it.primary == "&Test the other model on the 8 untouched test photos"
    it.tab.primary.click()
    it.settle()
    it.end_test(0)
    assert len(it.asker.asked) == 1
    assert it.page.headline.text() == "The model has become better"
    report: Any = it.session.label_history
    last = it.session.runs.all[0].id
    assert report.known_of(last) == report.comparison(last)()
    assert report.known_of(last).paired.difference == 0.5
    assert report.known_of("another") is report.comparison("another")() is None


def test_another_project_forgets_all_of_it(begin: Begin) -> None:
    it = begin(cleaned)
    assert it.session.label_history.standing
    it.session.project.close()
    it.settle()
    history = it.session.label_history
    assert (history.rows, history.standing, history.has_decisions) == ([], None, False)
    assert it.page.stack.currentWidget() is it.page.empty


def test_changes_to_classes_with_long_names_are_told_apart(qtbot: QtBot, theme: Theme) -> None:
    names = [f"Household waste from the eastern district, bottle number {n:03}" for n in (7, 8)]
    table = HistoryTable()
    qtbot.addWidget(table)
    changes = [
        HistoryRow(n, "", "", say("Label as “{label}”", label=name), "", "", None, 1) for n, name in enumerate(names)
    ]
    table.show_history(changes, True)
    table.resize(700, 200)
    table.show()
    delegate = table.itemDelegateForColumn(WHAT)
    assert isinstance(delegate, QStyledItemDelegate)
    shown: list[str] = []
    for row in range(2):
        index, option = table.history.index(row, WHAT), QStyleOptionViewItem()
        table.initViewItemOption(option)
        option.rect = table.visualRect(index)
        delegate.initStyleOption(option, index)
        shown.append(option.text)
    assert shown[0] != shown[1]
    assert [words.endswith(f"{end}”") for words, end in zip(shown, (7, 8), strict=True)] == [True, True]
    assert names[0] in str(table.history.index(0, WHAT).data(Qt.ItemDataRole.ToolTipRole))
