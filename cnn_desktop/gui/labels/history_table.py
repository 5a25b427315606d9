"""The changes of the labels as a table, read part by part; the name of a state is typed where it stands (F2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.names import short_saying
from cnn_desktop.gui.kit.photo_menu import by_keys, wants_menu
from cnn_desktop.gui.kit.row_delegate import words_width
from cnn_desktop.gui.kit.sorting import PlainTable, fix_columns
from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex, TableModel
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.labels.history_view import NAME, PHOTOS, TRAININGS, WHAT, WHEN, WHO, cell, label_in, spoken, tip
from cnn_desktop.project.restoring import HistoryRow

_LONGEST = 100
"""Letters of a name."""


class HistoryModel(TableModel[HistoryRow]):
    """The rows that were read; more are asked for when the end is shown."""

    more_wanted = Signal()
    named = Signal(int, str)
    """The number of a change, and the name that the state after it is to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = tr("Change"), tr("Photos"), tr("Name"), tr("Trainings"), tr("By"), tr("When")
        super().__init__(names, self._cell_of, figures=(PHOTOS, TRAININGS), parent=parent)
        self.runs: Mapping[str, RunRecord] = {}
        self.may_change, self._is_whole = False, True
        self.labels: Sequence[str] = ()
        """Classes that the changes name."""

    def show_history(self, rows: list[HistoryRow], is_whole: bool) -> None:
        """Replaces the rows, or adds those that are new at the end."""
        self._is_whole = is_whole
        self.labels = tuple(dict.fromkeys(map(label_in, rows)))
        known = len(self.rows)
        if known and len(rows) > known and rows[:known] == self.rows:
            self.beginInsertRows(ROOT, known, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        else:
            self.show_rows(rows)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and bool(self.rows) and not self._is_whole

    def fetchMore(self, parent: AnyIndex) -> None:
        self.more_wanted.emit()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        changes = self.may_change and index.column() == NAME
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if changes else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Only tells: the name changes when the project says so."""
        row, name = self.rows[index.row()], str(value).strip()
        if name != row.called:
            self.named.emit(row.number, name)
        return False

    def _cell_of(self, row: HistoryRow, column: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cell(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row) if column == WHAT else cell(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row, column, self.runs)
        return None


class _NameDelegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        field = QLineEdit(parent, maxLength=_LONGEST)
        field.setAccessibleName(tr("Name of this state of the labels"))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        place: QRect = option.rect
        editor.setGeometry(place.adjusted(1, 1, -1, -1))


class _ChangeDelegate(QStyledItemDelegate):
    """What was done, with the class in it: where there is no room, told apart from the others by its name."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, HistoryModel)
        room = words_width(option)
        option.text = short_saying((option.text,), label_in(model.rows[index.row()]), model.labels, room, option.font)


class HistoryTable(PlainTable):
    """One row can be chosen."""

    chosen = Signal()
    """Another row is, or none."""
    opening = Signal(QMenu)
    """The menu of the chosen row opens: what it offers is added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Changes of the labels, newest first"), 30, parent)
        self.history = HistoryModel(self)
        self.setModel(self.history)
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(PlainTable.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(PlainTable.EditTrigger.DoubleClicked | PlainTable.EditTrigger.EditKeyPressed)
        self.setItemDelegateForColumn(WHAT, _ChangeDelegate(self))
        self.setItemDelegateForColumn(NAME, _NameDelegate(self))
        fix_columns(self, {PHOTOS: 64, NAME: 132, TRAININGS: 76, WHO: 84, WHEN: 140})
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.history.modelReset.connect(self.chosen)

    @property
    def current(self) -> HistoryRow | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.history.rows[index.row()] if index.isValid() else None

    def show_history(self, rows: list[HistoryRow], is_whole: bool) -> None:
        """The chosen row stays chosen."""
        if self.state() == PlainTable.State.EditingState and rows == self.history.rows:
            return
        chosen, column = self.current, max(0, self.currentIndex().column())
        self.history.show_history(rows, is_whole)
        place = next((k for k, row in enumerate(rows) if chosen and row.number == chosen.number), None)
        if place is not None and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self.history.index(place, column),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def edit_name(self) -> None:
        """Lets the person type the name of the chosen row."""
        index = self.currentIndex()
        if index.isValid() and self.history.may_change:
            at = index.siblingAtColumn(NAME)
            self.setCurrentIndex(at)
            self.edit(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if by_keys(event):
            self._open_menu()
        elif (index := self.indexAt(event.pos())).isValid():
            self.setCurrentIndex(index)
            self._open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self._open_menu()
        elif event.key() == Qt.Key.Key_F2 and self.state() != PlainTable.State.EditingState:
            self.edit_name()  # whichever cell of the row has the keyboard
        else:
            super().keyPressEvent(event)

    def _open_menu(self, place: QPoint | None = None) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self, toolTipsVisible=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.opening.emit(menu)
        menu.popup(place or self.viewport().mapToGlobal(self.visualRect(index).center()))
