"""The rows of a thumbnail grid. Rows are plain records; pictures live in the `ThumbnailSource`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


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
    mark: QColor | None = None
    """A coloured mark in the corner."""


class ThumbnailModel(QAbstractListModel):
    """`count` tiles that `tile(row)` makes when they are looked at: 100,000 rows cost nothing until seen."""

    PATH = Qt.ItemDataRole.UserRole + 1
    TILE = Qt.ItemDataRole.UserRole + 2

    def __init__(self, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self._count = 0
        self._tile: Callable[[int], Tile] | None = None
        self._rows: dict[str, int] = {}
        source.ready.connect(self._changed)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Shows ready-made tiles."""
        self.set_lazy(len(tiles), tiles.__getitem__)

    def set_lazy(self, count: int, tile: Callable[[int], Tile]) -> None:
        """Shows `count` tiles, made by `tile(row)` when needed."""
        self.beginResetModel()
        self._count, self._tile, self._rows = count, tile, {}
        self.endResetModel()

    def tile(self, row: int) -> Tile:
        """The tile of `row`."""
        assert self._tile is not None
        return self._tile(row)

    def see(self, rows: range) -> None:
        """Tells the source what is on the screen."""
        paths = [self.tile(row).path for row in rows]
        self._rows = dict(zip(paths, rows, strict=True))
        self.source.want(paths)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        tile = self.tile(index.row())
        if role == self.TILE:
            return tile
        if role == self.PATH:
            return tile.path
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return tile.text
        return None

    def _changed(self, path: str) -> None:
        row = self._rows.get(path)
        if row is not None and row < self._count:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
