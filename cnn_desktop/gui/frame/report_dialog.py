"""Help › Save a report…: shows what the report contains, all of it, before anything is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.rows import ROOM, in_row, wide
from cnn_desktop.gui.kit.words import tr


class ReportDialog(Dialog):
    """Filled by `show_text`, once that has been put together."""

    save_wanted = Signal(str)
    """The text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Save a report"), parent)
        words = tr(
            "This is all the report contains: versions, settings and logs, but no photos, and no names of files, folders or "
            "classes. It stays on this computer until you send it to somebody."
        )
        self._bar = Bar(tr("The report is being put together"))
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.save = theme.primary(QPushButton(tr("&Save…")))
        self.copy = QPushButton(tr("C&opy"))
        for button in (self.save, self.copy):
            button.setEnabled(False)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.text.toPlainText()))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.fill(
            QLabel(words, wordWrap=True),
            self._bar,
            wide(self.text),
            in_row(self.save, self.copy, ROOM),
            close=tr("&Close"),
        )
        self.resize(760, 560)

    def show_text(self, text: str) -> None:
        """It is put together."""
        self._bar.hide()
        self.text.setPlainText(text)
        self.save.setEnabled(True)
        self.copy.setEnabled(True)
