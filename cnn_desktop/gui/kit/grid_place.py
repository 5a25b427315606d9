"""Where somebody is in a grid of photos, so that they are there still when its rows have come anew."""

from __future__ import annotations

from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid


class GridPlace:
    """What is seen, what is current and what is picked."""

    def __init__(self, grid: ThumbnailGrid, count: int) -> None:
        self._grid, self._count = grid, count
        self._scrolled = grid.verticalScrollBar().value()
        self._current, self._picked = grid.currentIndex().row(), grid.picked_rows()

    def restore(self, count: int) -> None:
        """Among `count` photos. Where there are less or more, the rows are other photos: only the current place stays."""
        grid = self._grid
        grid.executeDelayedItemsLayout()
        if self._current >= 0 and count:
            current = min(self._current, count - 1)
            grid.pick(self._picked if count == self._count else [range(current, current + 1)], current)
        grid.verticalScrollBar().setValue(self._scrolled)
