"""What the grid shows: so many photos in an order, of which pages are looked up when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Photo, PhotoFacts, PhotoQuery

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


class Plain:
    """The photos of a class and a split as the project lists them: classes take turns. Their number is known beforehand."""

    def __init__(self, facts: PhotoFacts, wanted: PhotoFilter, look_up: Callable[[PhotoQuery, Callable[[list[Photo]], None]], object]) -> None:  # fmt: skip
        self._label, self._split, self._look_up = wanted.label, wanted.split, look_up
        rows = [row for row in facts.classes if wanted.label in (None, row.name)]
        unlabelled = facts.unlabelled if wanted.split is None and wanted.label in (None, "") else 0
        self.count = sum(row.of(wanted.split) for row in rows) + unlabelled

    def page(self, start: int, count: int, then: Then) -> object:
        def give(photos: list[Photo]) -> None:
            then([PhotoRow(photo.path, photo.label, photo.split, photo.root) for photo in photos])

        return self._look_up(PhotoQuery(self._label, self._split, start, count), give)
