"""Details and Copy of a message: two quiet buttons, and the text that the first one opens."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.words import tr

MOST = 50_000
"""Letters that are kept of them, the last ones: a child may send millions, which Qt would lay out for minutes."""


class Details:
    """Put `box` below the message, `open` and `copy` beside it."""

    def __init__(self, words: tuple[str, str], height: int) -> None:
        """`words`: of the two buttons, with mnemonics that are free there; `height`: of the text, in pixels."""
        self._message = ""
        self.box = QPlainTextEdit(readOnly=True)
        self.box.setAccessibleName(tr("Details"))
        self.box.setFixedHeight(height)
        self.box.hide()
        self.open = theme.quiet(QPushButton(words[0]))
        self.open.setCheckable(True)
        self.open.toggled.connect(self.box.setVisible)
        self.copy = theme.quiet(QPushButton(words[1]))
        self.copy.setToolTip(tr("Copy the message and its details"))
        self.copy.clicked.connect(self._copy)

    def show_of(self, message: str, details: str, may_copy: bool) -> None:
        """Folds up, and takes the `details` of another `message`, "" when there are none."""
        self._message = message
        self.box.setPlainText(details if len(details) <= MOST else f"…{details[-MOST:]}")
        self.open.setChecked(False)
        self.open.setVisible(bool(details))
        self.copy.setVisible(may_copy)

    def _copy(self) -> None:
        parts = (self._message, self.box.toPlainText())
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
