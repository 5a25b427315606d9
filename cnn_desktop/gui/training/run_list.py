"""A project's training runs as a sortable list: one of them is opened in the Viewer, or its model taken into use.

Shown by
    show_view(View)

Tells
    opened(str)     photos are to be classified with the model of this run
    used(str)       its model is to be used from now on
    located(str)    its folder is to be shown
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.rows import ROOM, in_row, in_stack, wide
from cnn_desktop.gui.kit.sorting import SortedTable
from cnn_desktop.gui.kit.table_model import AnyIndex, TableModel
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.training.run_list_view import (
    MODEL,
    PHOTOS,
    SIZE,
    STATE,
    TEST,
    VALIDATION,
    WHEN,
    RunRow,
    View,
    column_names,
)

_ROW = 34
_WIDTHS = {WHEN: 168, STATE: 116, VALIDATION: 90, TEST: 76, PHOTOS: 72, SIZE: 84}
_SIZE = QSize(940, 480)


def _cell(row: RunRow, column: int, role: int) -> object:
    if role == TableModel.SORT:
        return row.order[column]
    if role == Qt.ItemDataRole.DisplayRole:
        return row.words[column]
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.spoken if column == MODEL else row.words[column]
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("{model}, in the folder “{name}”", model=row.words[MODEL], name=row.id) if column == MODEL else None
    return theme.font(theme.BODY, strong=True) if role == Qt.ItemDataRole.FontRole and row.is_used else None


class RunTable(SortedTable):
    """`opened(run)` by double click or Enter; `picked()` when another row is the current one."""

    opened = Signal(str)
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.runs = TableModel(column_names(), _cell, figures=(VALIDATION, TEST, PHOTOS, SIZE))
        super().__init__(tr("Training runs"), self.runs, _ROW, _WIDTHS, parent)
        self.doubleClicked.connect(lambda _: self.opened.emit(self.chosen))
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())

    @property
    def chosen(self) -> str:
        """The run in the current row, "" for none."""
        return self._run(self.currentIndex())

    def show_rows(self, rows: list[RunRow], chosen: str) -> None:
        """Replaces them; `chosen` is the current one where it is there."""
        self.runs.show_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.id == chosen), 0)
        if rows:
            self.setCurrentIndex(self.sorted.mapFromSource(self.runs.index(place, MODEL)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _run(self, index: AnyIndex) -> str:
        return self.runs.rows[self.sorted.mapToSource(index).row()].id if index.isValid() else ""


class RunList(Dialog):
    """See the module's docstring."""

    opened = Signal(str)
    used = Signal(str)
    located = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Training runs"), parent)
        self.table = RunTable()
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._show_buttons)
        self.empty = EmptyState("training", tr("Nothing is trained yet."))
        self.empty.show_state(
            "training", tr("Nothing is trained yet."), "", tr("Every training run with a model is listed here.")
        )
        self.stack = in_stack(self.empty, self.table)
        self.note = theme.caption(wrap(QLabel()))
        self.classify = theme.role(QPushButton(tr("&Classify photos")), "primary")
        self.classify.setToolTip(tr("Opens the Viewer with the model of this training run"))
        self.use = QPushButton(tr("&Use this model"))
        self.use.setToolTip(tr("Evaluation and Viewer use the model from this training run"))
        self.locate = QPushButton(tr("Show in &folder"))
        for button, tells in (
            (self.classify, self._open),
            (self.use, self.used.emit),
            (self.locate, self.located.emit),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, tells=tells: tells(self.table.chosen))
        self.fill(wide(self.stack), self.note, in_row(self.classify, self.use, self.locate, ROOM), close=tr("Cl&ose"))
        self.resize(_SIZE)
        self._view = View([], "", may_choose=True)
        self.table.setFocus()

    def show_view(self, view: View) -> None:
        """The newest; the current row stays, at first it is the one in use."""
        used = next((row.id for row in view.rows if row.is_used), "")
        chosen = self.table.chosen or used
        self._view = view
        self.table.show_rows(view.rows, chosen)
        self.stack.setCurrentWidget(self.table if view.rows else self.empty)
        self.note.setText(view.note)
        self._show_buttons()

    def _row(self) -> RunRow | None:
        return next((row for row in self._view.rows if row.id == self.table.chosen), None)

    def _show_buttons(self) -> None:
        row = self._row()
        self.classify.setEnabled(row is not None and (self._view.may_choose or row.is_used))
        self.use.setEnabled(row is not None and self._view.may_choose and not row.is_used)
        self.locate.setEnabled(row is not None)

    def _open(self, run: str) -> None:
        if self.classify.isEnabled():
            self.opened.emit(run)
            self.accept()
