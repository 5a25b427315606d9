"""A field for a whole number with arrows, its words as far from the edge as those of every other field."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

ROOM_BESIDE = 6
"""Left and right of the number, in pixels: the style sheet's padding does not reach what a field with arrows holds."""


class NumberBox(QSpinBox):
    """Takes what a `QSpinBox` takes."""

    def __init__(self, parent: QWidget | None = None, **properties: Any) -> None:
        super().__init__(parent, **properties)
        inset(self)


def inset(box: QAbstractSpinBox) -> None:
    """Keeps its number off the edges."""
    box.lineEdit().setTextMargins(ROOM_BESIDE, 0, ROOM_BESIDE, 0)
