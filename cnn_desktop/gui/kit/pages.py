"""Tiles of photos that lie elsewhere, fetched in pages around what is on the screen: a million cost no more than these."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from cnn_desktop.gui.kit.thumbnail_model import COMING, Tile

Row = TypeVar("Row")

PAGE = 100
"""Rows fetched at once."""
KEPT = 64
"""Pages that are kept, those seen last: more than any screen shows."""


class Pages(Generic[Row]):
    """`count` rows, each made into its tile when it is looked at; `fetch(start, count, then)` calls `then(rows)` later.

    One page is asked for at a time, so that who drags the scroll bar waits for what he sees, not for all he passed.
    """

    def __init__(
        self,
        count: int,
        fetch: Callable[[int, int, Callable[[list[Row]], None]], object],
        make: Callable[[Row], Tile],
        before: Pages[Row] | None = None,
    ) -> None:
        """`before`: what was on the screen; it stays there until its rows have come anew."""
        self.count, self._fetch, self._make = count, fetch, make
        self.came: Callable[[range], object] = lambda rows: None
        """Called when these rows have come."""
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._wanted: range = before._wanted if before else range(0)
        self._before: dict[int, list[Row]] = {page: before._rows(page) for page in self._wanted} if before else {}
        self._waiting = False

    def at(self, row: int) -> Row | None:
        """What is known of `row`; None while it is elsewhere."""
        page = self._rows(row // PAGE) if row >= 0 else []
        return page[row % PAGE] if row % PAGE < len(page) else None

    def _rows(self, page: int) -> list[Row]:
        return self._pages.get(page) or self._before.get(page, [])

    def tile(self, row: int) -> Tile:
        """The tile of `row`; COMING while it is elsewhere."""
        found = self.at(row)
        return COMING if found is None else self._make(found)

    def see(self, rows: range) -> None:
        """Tells what is on the screen now."""
        self._wanted = range(rows.start // PAGE, -(-rows.stop // PAGE))
        for page in self._wanted:
            if page in self._pages:
                self._pages.move_to_end(page)
        self._ask()

    def _ask(self) -> None:
        missing = next((page for page in self._wanted if page not in self._pages), None)
        if missing is not None and not self._waiting:
            self._waiting = True
            self._fetch(missing * PAGE, PAGE, lambda rows: self._take(missing, rows))

    def _take(self, page: int, rows: list[Row]) -> None:
        self._waiting = False
        self._pages[page] = rows
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        self.came(range(page * PAGE, page * PAGE + len(rows)))
        self._ask()
