"""Asks which columns of a table hold the photos and their labels, where its first line does not tell."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cnn_desktop.dataset.reading.columns import column_names
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.text_out import as_line
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import DIALOG, in_column, in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr

_ROWS = 6
"""Shown of the table."""
_WIDEST = 320
"""Of a column, in pixels."""


@dataclasses.dataclass(frozen=True)
class Facts:
    """A table, and what is chosen so far."""

    file: str
    header: tuple[str, ...]
    """Its first line."""
    rows: tuple[tuple[str, ...], ...]
    """Some of those below it."""
    columns: Columns


@dataclasses.dataclass(frozen=True)
class View:
    """What the dialog shows."""

    names: tuple[str, ...]
    """Of the columns, as `Columns` calls them."""
    words: tuple[str, ...]
    """The same for people: a column without a name by its number."""
    headings: tuple[str, ...]
    """Above the columns: the name, and what it was chosen for."""
    rows: tuple[tuple[str, ...], ...]
    problem: str
    """Why it cannot be opened yet; "" when it can."""


def view(facts: Facts) -> View:
    """What is shown of `facts`."""
    chosen = facts.columns
    names = tuple(column_names(facts.header, chosen.has_header))
    words = tuple(
        as_line(name) if chosen.has_header and name else tr("Column {n}", n=place)
        for place, name in enumerate(names, start=1)
    )
    uses = {chosen.group: tr("Group"), chosen.split: tr("Split"), chosen.label: tr("Class"), chosen.path: tr("Photo")}
    uses.pop("", None)
    headings = tuple(
        f"{word} ({uses[name]})" if name in uses else word for name, word in zip(names, words, strict=True)
    )
    rows = facts.rows if chosen.has_header else (facts.header, *facts.rows)
    shown = tuple(
        tuple(as_line(row[place]) if place < len(row) else "" for place in range(len(names))) for row in rows[:_ROWS]
    )
    problem = chosen.problem()
    return View(names, words, headings, shown, problem.render(QT_WORDS) if problem else "")


class ColumnChooser(Dialog):
    """Shows the first rows, and four lists of columns."""

    chosen = Signal(object)
    """`Columns`."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(tr("Columns of the table"), parent)
        self._facts = facts
        words = tr(
            "{file} does not say which columns hold the photos and their classes. Choose them here; the app remembers "
            "it for this table.",
            file=facts.file,
        )
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("First rows of the table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTextElideMode(Qt.TextElideMode.ElideLeft)  # paths differ at their ends
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self.names = QCheckBox(tr("The first line &names the columns"))
        self.names.toggled.connect(self._switch_names)
        self.lists: dict[str, QComboBox] = {}
        form = QGridLayout()
        form.setHorizontalSpacing(2 * theme.SPACING)
        form.setVerticalSpacing(theme.SPACING)
        form.setColumnStretch(1, 1)
        for row, (field, name) in enumerate(
            {"path": tr("&Photo"), "label": tr("C&lass"), "split": tr("&Split"), "group": tr("&Group")}.items()
        ):
            box = self.lists[field] = QComboBox()
            box.setAccessibleName(name.replace("&", ""))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self._choose)
            buddy = label(name)
            buddy.setBuddy(box)
            form.addWidget(buddy, row, 0)
            form.addWidget(box, row, 1)
        self.problem = theme.muted(label(" "))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("&Cancel"))
        self.open_button = theme.primary(QPushButton(tr("&Open the table")))
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self._take)
        in_column(
            wrap(QLabel(words, textFormat=Qt.TextFormat.PlainText)), wide(self.table), self.names, form,
            in_row(wide(self.problem), buttons), spacing=2 * theme.SPACING, margins=DIALOG, of=self,
        )  # fmt: skip
        self.resize(720, 520)
        self._show()
        self.lists["label" if facts.columns.path else "path"].setFocus()

    def _show(self) -> None:
        shown, columns = view(self._facts), self._facts.columns
        with QSignalBlocker(self.names):
            self.names.setChecked(columns.has_header)
        for field, box in self.lists.items():
            box.clear()
            box.addItem(tr("Choose a column") if field in ("path", "label") else tr("None"), "")
            for name, words in zip(shown.names, shown.words, strict=True):
                if name:
                    box.addItem(words, name)
            box.setCurrentIndex(max(0, box.findData(getattr(columns, field))))
        self.table.setColumnCount(len(shown.names))
        self.table.setRowCount(len(shown.rows))
        self.table.setHorizontalHeaderLabels(list(shown.headings))
        for row, cells in enumerate(shown.rows):
            for place, cell in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(cell))
        self.problem.setText(shown.problem or " ")
        self.open_button.setEnabled(not shown.problem)

    def _choose(self) -> None:
        values = {field: box.currentData() for field, box in self.lists.items()}
        self._facts = dataclasses.replace(
            self._facts, columns=Columns(**values, has_header=self._facts.columns.has_header)
        )
        self._show()

    def _switch_names(self, has_header: bool) -> None:
        facts = self._facts
        places = column_names(facts.header, facts.columns.has_header)
        names = column_names(facts.header, has_header)
        moved = dict(zip(places, names, strict=True))
        old = facts.columns
        path, of_class, split, group = (moved.get(name, "") for name in (old.path, old.label, old.split, old.group))
        columns = Columns(path, of_class, split, group, has_header)
        self._facts = dataclasses.replace(facts, columns=columns)
        self._show()

    def _take(self) -> None:
        self.chosen.emit(self._facts.columns)
        self.accept()
