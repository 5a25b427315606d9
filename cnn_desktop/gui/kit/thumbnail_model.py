"""The rows of a thumbnail grid. Rows are plain records; pictures live in the `ThumbnailSource`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QColor

from cnn_desktop.gui.kit.table_model import ROOT, AnyIndex
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource


class Tile(NamedTuple):
    """One photo of a grid."""

    path: str
    """Absolute."""
    text: str
    """What a screen reader says and the hover card shows: "name, class, split"."""
    caption: str = ""
    """First line below the picture, where the grid shows captions."""
    detail: str = ""
    """Second line, quieter."""
    brief: str = ""
    """The second line in fewer words, where there is less room."""
    named: str = ""
    """The class the second line names: it and what follows it are always there."""
    mark: QColor | None = None
    """A coloured mark in the corner."""
    sign: str = ""
    """Name of an icon in another corner; `text` says what it means."""
    faded: bool = False
    """The photo is not used."""
    locked: bool = False
    """It may not be seen: a lock stands for it, and `path` is ""."""


COMING = Tile("", "")
"""Stands for a photo that is not known yet."""


class ThumbnailModel(QAbstractListModel):
    """`count` tiles that `tile(row)` makes when they are looked at: a million rows cost nothing until seen."""

    def __init__(self, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self._count = 0
        self.tile: Callable[[int], Tile] = lambda row: COMING
        """Makes the tile of a row."""
        self._seen: Callable[[range], object] = lambda rows: None
        self._rows: dict[str, int] = {}
        self.names: Sequence[str] = ()
        """All classes that captions may name, so that long ones are told apart."""
        source.ready.connect(self._changed)

    def set_lazy(
        self, count: int, tile: Callable[[int], Tile], seen: Callable[[range], object] = lambda rows: None
    ) -> None:
        """Shows `count` tiles, made by `tile(row)` when needed; `seen(rows)` hears which ones are on the screen."""
        self.beginResetModel()
        self._count, self.tile, self._seen, self._rows = count, tile, seen, {}
        self.endResetModel()

    def see(self, rows: range) -> None:
        """Tells the source what is on the screen."""
        self._seen(rows)
        self._rows = {path: row for row in rows if (path := self.tile(row).path)}
        self.source.want(list(self._rows), self)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.tile(index.row()).text
        return None

    def _changed(self, path: str) -> None:
        row = self._rows.get(path)
        if row is not None and row < self._count:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])
