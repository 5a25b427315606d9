"""Files that are left out, each with its reason, to be scrolled, searched by typing, and copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.gui.kit.photo_menu import PhotoMenu, by_keys, wants_menu
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
        self.files = TableModel((tr("File"), tr("Reason")), _cell, parent=self)
        self.setModel(self.files)
        self._folder = ""
        self.menu = PhotoMenu(self, may_view=False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().resizeSection(0, 220)

    def show_files(self, folder: str, files: list[LeftOut]) -> None:
        """`folder`: what the files' paths begin at."""
        self._folder = folder
        self.files.show_rows(files)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(self.currentIndex() if by_keys(event) else self.indexAt(event.pos()), event.globalPos())

    def _ask_menu(self, index: QModelIndex, place: QPoint) -> None:
        if index.isValid():
            self.menu.open(str(Path(self._folder, self.files.rows[index.row()].path)), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wants_menu(event):
            self._ask_menu(
                self.currentIndex(), self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            )
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = [f"{self.files.rows[row].path}\t{self.files.rows[row].reason.render(QT_WORDS)}" for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)
