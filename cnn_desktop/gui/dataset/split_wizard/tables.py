"""The wizard's tables: photos of each class in each part, pairs that leak, and examples of groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.photos import ClassCount, Split
from cnn_desktop.domain.split_plan import Leak
from cnn_desktop.gui.dataset.split_wizard.view import Row
from cnn_desktop.gui.dataset.view import SPLIT_NAMES
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.row_delegate import NameDelegate
from cnn_desktop.gui.kit.sorting import PlainTable, SortedTable, fix_columns
from cnn_desktop.gui.kit.table_model import TableModel
from cnn_desktop.gui.kit.words import QT_WORDS, tr

ROW = 28
"""Height in pixels."""
_COLUMNS: tuple[Split | None, ...] = ("train", "val", "test", None)
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _count(row: ClassCount, column: int, role: int) -> object:
    """Class, training, validation, test, all."""
    if column == 0:
        if role == TableModel.SORT:
            return row.name.casefold()
        return as_tip(row.name) if role == Qt.ItemDataRole.ToolTipRole else row.name if role in _SHOWN else None
    count = row.of(_COLUMNS[column - 1])
    if role == TableModel.SORT:
        return count
    return tr("{n}", n=count) if role in _SHOWN else None


def _pair(pair: Leak, column: int, role: int) -> object:
    """The two photos."""
    side = (pair.one, pair.other)[column]
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(side.path)
    name = "/".join(side.path.split("/")[-2:])  # in two classes files may have the same names
    return tr("{name} ({split})", name=name, split=SPLIT_NAMES[side.split]) if role in _SHOWN else None


def _example(row: Row, column: int, role: int) -> object:
    """File name and group."""
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(row.path) if column == 0 else None
    return (row.name, row.group.render(QT_WORDS))[column] if role in _SHOWN else None


class CountTable(SortedTable):
    """`show_rows(...)`: how many photos of each class each part gets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = tr("Class"), tr("Training"), tr("Validation"), tr("Test"), tr("Photos")
        self.counts: TableModel[ClassCount] = TableModel(names, _count, figures=(1, 2, 3, 4))
        super().__init__(tr("Photos of each class"), self.counts, ROW, dict.fromkeys((1, 2, 3, 4), 64), parent)
        self._delegate = NameDelegate(self)
        self.setItemDelegateForColumn(0, self._delegate)

    def show_rows(self, rows: list[ClassCount]) -> None:
        self._delegate.names = [row.name for row in rows]
        self.counts.show_rows(rows)


class _TwoColumns(PlainTable):
    """Both as wide as each other, nothing to choose."""

    def __init__(self, name: str, rows: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(name, ROW, parent)
        rows.setParent(self)
        self.setModel(rows)
        self.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fix_columns(self, {})
        self.horizontalHeader().setSectionResizeMode(1, self.horizontalHeader().ResizeMode.Stretch)


class PairTable(_TwoColumns):
    """`pairs.show_rows(...)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.pairs: TableModel[Leak] = TableModel((tr("Photo"), tr("Belongs together with")), _pair)
        super().__init__(tr("Photos that belong together, in different parts"), self.pairs, parent)
        self.horizontalHeader().hide()


class ExampleTable(_TwoColumns):
    """`show_examples(...)`."""

    MOST = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        self.examples: TableModel[Row] = TableModel((tr("Example"), tr("Group")), _example)
        super().__init__(tr("Examples of groups"), self.examples, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.MOST * ROW)

    def show_examples(self, rows: Sequence[Row]) -> None:
        self.examples.show_rows(list(rows))
