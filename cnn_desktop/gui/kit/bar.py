"""A bar of how far something is, without words in it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

_STEPS = 1000


class Bar(QProgressBar):
    """Runs to and fro until a fraction is known."""

    def __init__(self, name: str = "", width: int = 0, parent: QWidget | None = None) -> None:
        """`name`: for screen readers; `width` 0: as wide as there is room."""
        super().__init__(parent, minimum=0, maximum=0, textVisible=False)
        self.setAccessibleName(name)
        if width:
            self.setFixedWidth(width)

    def show_fraction(self, fraction: float | None) -> None:
        """0..1; None while unknown."""
        self.setRange(0, 0 if fraction is None else _STEPS)
        self.setValue(round(_STEPS * (fraction or 0.0)))
