"""A dialog that shows something and has one button: Close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cnn_desktop.gui.kit.rows import DIALOG, Part, in_column
from cnn_desktop.gui.kit.theme import SPACING

_MAY_NEED_MORE = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)


class Dialog(QDialog):
    """Gone for good once it is closed. Never so low that its words are cut: Qt's own first size is limited by the screen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def fill(self, *parts: Part, close: str) -> None:
        """`parts` one below the other, then the button that says `close`."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(close)
        buttons.rejected.connect(self.reject)
        in_column(*parts, buttons, spacing=2 * SPACING, margins=DIALOG, of=self)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _MAY_NEED_MORE and (layout := self.layout()):
            need = layout.minimumHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            self.setMinimumHeight(min(need, self.screen().availableSize().height()))
        return done
