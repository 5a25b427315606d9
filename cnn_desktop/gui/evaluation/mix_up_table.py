"""Which classes are taken for which, most frequent first: what a large confusion matrix is read for, as a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from cnn_desktop.gui.evaluation.view import MixUp
from cnn_desktop.gui.kit.row_delegate import NameDelegate
from cnn_desktop.gui.kit.sorting import PlainTable, fix_columns
from cnn_desktop.gui.kit.table_model import TableModel
from cnn_desktop.gui.kit.words import tr


def _cell(pair: MixUp, column: int, role: int) -> object:
    """True class, predicted class, photos."""
    if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return None
    return (pair.name, pair.called, tr("{n} of {total}", n=pair.count, total=pair.total))[column]


class MixUpTable(PlainTable):
    """`chosen(true, predicted)` when a pair is activated (click, Enter)."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Classes mistaken for each other"), 30, parent)
        self.pairs = TableModel((tr("True class"), tr("Mistaken for"), tr("Photos")), _cell, figures=(2,), parent=self)
        self.setModel(self.pairs)
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        fix_columns(self, {2: 84})
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._delegate = NameDelegate(self)
        for column in (0, 1):
            self.setItemDelegateForColumn(column, self._delegate)
        self.pairs.modelReset.connect(self._take_names)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def _take_names(self) -> None:
        self._delegate.names = list({name for pair in self.pairs.rows for name in (pair.name, pair.called)})

    def _tell(self, index: QModelIndex) -> None:
        pair = self.pairs.rows[index.row()]
        self.chosen.emit(pair.true, pair.predicted)
