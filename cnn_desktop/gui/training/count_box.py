"""A field for a whole number with arrows that keeps whatever is typed into it: it is read, and refused, elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.number_box import inset
from cnn_desktop.gui.training.fields import MOST, read_number


class CountBox(QAbstractSpinBox):
    """`typed(text)` with every letter and every turn of the arrows: what stands in the field is what counts."""

    typed = Signal(str)

    def __init__(self, step: int = 1, doubling: bool = False, parent: QWidget | None = None) -> None:
        """`doubling`: the arrows double and halve, in place of adding `step`."""
        super().__init__(parent)
        self._step, self._doubling = step, doubling
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        inset(self)
        self.lineEdit().textEdited.connect(self.typed)
        theme.tabular(self)

    def show_text(self, text: str) -> None:
        """Shows `text` without telling of it; the cursor stays where it is when that is what stands there."""
        if self.text() != text:
            self.lineEdit().setText(text)

    def value(self) -> int:
        """The number that stands there, 0 while it is none."""
        return int(min(MOST, max(0.0, read_number(self.text()) or 0.0)))

    def setValue(self, value: int) -> None:
        """As if a person had typed it."""
        self.show_text(str(value))
        self.typed.emit(self.text())

    def stepBy(self, steps: int) -> None:
        value = self.value()
        if self._doubling:
            value = max(1, value)
            value = value << steps if steps > 0 else max(1, value >> -steps)
        else:
            value = max(0, value + steps * self._step)
        self.setValue(min(MOST, value))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flags = QAbstractSpinBox.StepEnabledFlag
        down = flags.StepDownEnabled if self.value() > int(self._doubling) else flags.StepNone
        return down | flags.StepUpEnabled
