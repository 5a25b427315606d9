"""Which classes are taken for which, most frequent first: what a large confusion matrix is read for, as a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from cnn_desktop.domain.report import Report
from cnn_desktop.gui.evaluation.view import MixUp, mix_ups
from cnn_desktop.gui.kit.sorting import fix_columns, plain_table
from cnn_desktop.gui.kit.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class MixUpModel(QAbstractTableModel):
    """True class, predicted class, photos."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[MixUp] = []
        self._classes: list[str] = []

    def show_report(self, report: Report | None) -> None:
        self.beginResetModel()
        self.pairs = mix_ups(report) if report else []
        self._classes = report.classes if report else []
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair, column = self.pairs[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == 2:
                return tr("{n} of {total}", n=pair.count, total=pair.total)
            return self._classes[pair.predicted if column else pair.true]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("True class"), tr("Was called"), tr("Photos"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == 2 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class MixUpTable(QTableView):
    """`chosen(true, predicted)` when a pair is activated (click, Enter)."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Classes taken for each other"))
        self.pairs = MixUpModel(self)
        self.setModel(self.pairs)
        plain_table(self, 30)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        fix_columns(self, {2: 84})
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def _tell(self, index: QModelIndex) -> None:
        pair = self.pairs.pairs[index.row()]
        self.chosen.emit(pair.true, pair.predicted)
