"""What the grid shows: so many photos in an order, of which pages are looked up when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.gui.kit.row_ranges import Rows
from cnn_desktop.project.query import Ids

Then: TypeAlias = Callable[[list[PhotoRow]], None]


class Listing(Protocol):
    """The photos a filter lets through, sorted. Rows the page tells are places in it, from 0."""

    @property
    def count(self) -> int:
        """How many photos these are."""

    def page(self, start: int, count: int, then: Then) -> object:
        """Calls `then(rows)` later, in this thread, with up to `count` photos from place `start` on, as they are now."""


FindPhotos: TypeAlias = Callable[[PhotoFilter, PhotoSort, Callable[[Listing], None]], object]
"""`find(filter, sort, then)` calls `then(listing)`: at once where that is known, else later, in this thread."""


class Found:
    """The photos with these ids, in this order; `look_up(ids, then)` reads their rows."""

    def __init__(self, ids: Ids, look_up: Callable[[Ids, Then], object]) -> None:
        self._ids, self._look_up = ids, look_up

    @property
    def count(self) -> int:
        return len(self._ids)

    def page(self, start: int, count: int, then: Then) -> object:
        return self._look_up(self._ids[start : start + count], then)

    def ids(self, rows: Rows) -> Ids:
        """Of the photos in these rows."""
        import numpy as np

        return np.concatenate([self._ids[part.start : part.stop] for part in rows])
