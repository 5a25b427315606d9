"""Files that are left out, each with its reason, to be scrolled, searched by typing, and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.gui.kit.sorting import PlainTable
from cnn_desktop.gui.kit.table_model import TableModel
from cnn_desktop.gui.kit.words import QT_WORDS, tr


def _cell(file: LeftOut, column: int, role: int) -> object:
    """File, reason."""
    if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return None
    if column == 0:
        return file.path
    reason = file.reason.render(QT_WORDS)  # a part of sentences elsewhere
    return reason[:1].upper() + reason[1:]


class LeftOutList(PlainTable):
    """The table; Ctrl+C copies the chosen rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Files left out"), 32, parent)
        self.files = TableModel((tr("File"), tr("Why it is left out")), _cell, parent=self)
        self.setModel(self.files)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().resizeSection(0, 220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = [f"{self.files.rows[row].path}\t{self.files.rows[row].reason.render(QT_WORDS)}" for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)
