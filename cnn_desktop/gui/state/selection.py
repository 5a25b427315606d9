"""Which photos the viewer shows: a list to go through, and the place in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cnn_desktop.gui.state.changed import Changed


class Selection(QObject):
    """Paths, not photos of the project: anything may be looked at."""

    changed = Signal(object)
    """`Changed(selection=True)`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: list[str] = []
        self.place = 0
        """Of the current one in `paths`."""
        self._explains: str | None = None
        self.of: object | None = None
        """Whoever has more to say of these photos, and leads back to them; None: nobody."""

    @property
    def current(self) -> str:
        """The photo that is looked at; "" for none."""
        return self.paths[self.place] if self.paths else ""

    def show(self, paths: list[str], current: str = "", explains: str | None = None, of: object | None = None) -> None:
        """Goes through `paths`, beginning with `current` (the first when it is not among them). Told even if nothing is new.

        `explains`: where the model looks is to be shown at once, for this class.
        """
        self._explains, self.of = explains, of
        self.paths, self.place = list(paths), paths.index(current) if current in paths else 0
        self.changed.emit(Changed(selection=True))

    def take_explains(self) -> str | None:
        """The class whose heat map was asked for with `show`, "" for the model's answer; None: none was, or it was taken."""
        explains, self._explains = self._explains, None
        return explains

    def step(self, step: int) -> None:
        """So many photos on, or back; not beyond the ends."""
        place = max(0, min(len(self.paths) - 1, self.place + step))
        if place != self.place:
            self.place = place
            self.changed.emit(Changed(selection=True))
