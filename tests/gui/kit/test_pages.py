"""Tiles fetched in pages: only around what is seen, one page at a time, a bounded number of them."""

from __future__ import annotations

from collections.abc import Callable

from cnn_desktop.gui.kit.pages import KEPT, PAGE, Pages
from cnn_desktop.gui.kit.thumbnail_model import COMING, Tile

MANY = 1_000_000
Then = Callable[[list[int]], None]


def tile(row: int) -> Tile:
    return Tile(f"/photos/{row}.jpg", f"{row}")


class Shelf:
    """A million rows that are handed out when `deliver` is called."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self._waiting: list[tuple[int, int, Then]] = []

    def fetch(self, start: int, count: int, then: Then) -> None:
        self.asked.append(start // PAGE)
        self._waiting.append((start, count, then))

    def deliver(self) -> None:
        while self._waiting:
            start, count, then = self._waiting.pop(0)
            then(list(range(start, min(MANY, start + count))))


def test_what_is_seen_comes_and_nothing_else() -> None:
    shelf = Shelf()
    made: list[int] = []
    came: list[range] = []

    def make(row: int) -> Tile:
        made.append(row)
        return tile(row)

    pages = Pages(MANY, shelf.fetch, make)
    pages.came = came.append
    assert pages.tile(0) == COMING
    assert shelf.asked == []
    pages.see(range(500_000, 500_100))
    assert pages.tile(500_050) == COMING
    shelf.deliver()
    assert made == []
    assert [pages.tile(row) for row in range(500_000, 500_100)] == [tile(row) for row in range(500_000, 500_100)]
    first = 500_000 // PAGE
    assert shelf.asked == [first]
    assert came == [range(first * PAGE, (first + 1) * PAGE)]
    assert pages.tile(first * PAGE - 1) == COMING


def test_a_screen_across_two_pages_has_both_and_the_last_page_is_short() -> None:
    shelf = Shelf()
    pages = Pages(MANY, shelf.fetch, tile)
    pages.see(range(PAGE - 10, PAGE + 10))
    shelf.deliver()
    assert shelf.asked == [0, 1]
    pages.see(range(MANY - 20, MANY))
    shelf.deliver()
    assert pages.tile(MANY - 1).text == f"{MANY - 1}"
    assert pages.tile(MANY) == COMING


def test_who_scrolls_wildly_waits_for_one_page_and_then_for_what_he_sees() -> None:
    shelf = Shelf()
    pages = Pages(MANY, shelf.fetch, tile)
    for page in range(100, 1000, 7):
        pages.see(range(page * PAGE, page * PAGE + 50))
    assert shelf.asked == [100]
    shelf.deliver()
    assert shelf.asked == [100, 996]


def test_pages_seen_last_stay_and_others_go() -> None:
    shelf = Shelf()
    pages = Pages(MANY, shelf.fetch, tile)
    for page in range(KEPT + 5):
        pages.see(range(0, 1))
        pages.see(range(page * PAGE, page * PAGE + 1))
        shelf.deliver()
    kept = [page for page in range(KEPT + 5) if pages.tile(page * PAGE) != COMING]
    assert kept == [0, *range(6, KEPT + 5)]


def test_photos_that_went_meanwhile_are_not_asked_for_again_and_again() -> None:
    asked = []

    def fetch(start: int, count: int, then: Then) -> None:
        asked.append(start)
        then([])

    pages = Pages(MANY, fetch, tile)
    pages.see(range(100))
    assert asked == [0]
    assert pages.tile(0) == COMING
