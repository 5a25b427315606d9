"""Asks for the number of a row, and goes there: the quickest way through a million."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.number_box import NumberBox
from cnn_desktop.gui.kit.rows import in_row
from cnn_desktop.gui.kit.words import tr


class JumpBox(QFrame):
    """Enter calls `go` with the row, from 0; Escape and a click elsewhere leave it."""

    def __init__(self, row: int, count: int, go: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.role(self, "popup")
        self._go = go
        self.number = NumberBox(minimum=1, maximum=count, value=row + 1)
        self.number.setGroupSeparatorShown(not QLocale().numberOptions() & QLocale.NumberOption.OmitGroupSeparator)
        self.number.setMinimumWidth(112)
        self.number.setAccessibleName(tr("Go to photo number"))
        words, total = (
            theme.strong(QLabel(tr("Go to photo number"))),
            theme.muted(QLabel(tr("of {total}", total=count))),
        )
        in_row(words, self.number, total, margins=2 * theme.SPACING, of=self)
        self.setFocusProxy(self.number)

    def open_over(self, widget: QWidget) -> None:
        """In the middle of the upper edge of `widget`."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint((widget.width() - self.width()) // 2, 2 * theme.SPACING)))
        self.show()
        self.number.setFocus(Qt.FocusReason.PopupFocusReason)
        self.number.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The spin box leaves Enter and Escape to us."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.number.value() - 1
            self.close()
            self._go(row)
        else:
            super().keyPressEvent(event)
