"""A row of joined buttons of which one is chosen: "All | Training | Validation | Test"."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from cnn_desktop.gui.kit.rows import in_row


class _Segment(QToolButton):
    """One of the buttons; the arrow keys go to its neighbours, as in a group of radio buttons."""

    stepped = Signal(int)

    def __init__(self, more: int) -> None:
        """`more`: pixels of width beyond the usual, where there is room."""
        super().__init__()
        self._more = more

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._more, 4)

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self.stepped.emit(steps[Qt.Key(event.key())] * (1 if forward else -1))
            return
        super().keyPressEvent(event)


class Segments(QFrame):
    """One of `labels` is chosen; `chosen` tells which by its place."""

    chosen = Signal(int)

    def __init__(self, name: str, labels: list[str], parent: QWidget | None = None, even: bool = False) -> None:
        """`even`: as wide as each other where their words allow it, and together as wide as there is room."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = in_row(spacing=2, of=self)
        for place, label in enumerate(labels):
            button = _Segment(0 if even else 12)
            button.setText(label)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(label.replace("&", ""))
            button.setAccessibleDescription(name)
            button.stepped.connect(lambda step, here=place: self._step(here, step))
            if even:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            else:
                button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, place)
            row.addWidget(button, int(even))
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda place, on: self.chosen.emit(place) if on else None)

    @property
    def current(self) -> int:
        """Place of the chosen one, -1 for none."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Chooses a segment, as a click does."""
        self._group.button(place).setChecked(True)

    def choose_none(self) -> None:
        """None is chosen until one is clicked."""
        self._group.setExclusive(False)
        if checked := self._group.checkedButton():
            checked.setChecked(False)
        self._group.setExclusive(True)

    def set_label(self, place: int, label: str, visible: bool = True) -> None:
        """Renames a segment ("Left out 3") or hides it."""
        button = self._group.button(place)
        button.setText(label)
        button.setAccessibleName(label.replace("&", "").replace("\n", ", "))
        button.setVisible(visible)

    def button(self, place: int) -> QToolButton:
        """The button of a segment."""
        found = self._group.button(place)
        assert isinstance(found, QToolButton)
        return found

    def _step(self, here: int, step: int) -> None:
        buttons = [self._group.button(place) for place in range(len(self._group.buttons()))]
        places = [place for place, button in enumerate(buttons) if button.isEnabled() and not button.isHidden()]
        target = places[(places.index(here) + step) % len(places)]
        self.choose(target)
        self._group.button(target).setFocus(Qt.FocusReason.TabFocusReason)
