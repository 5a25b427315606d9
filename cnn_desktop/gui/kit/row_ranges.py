"""Rows of a list as ranges, so that a million of them cost no more than one: joined, taken away, counted. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

Rows = list[range]
"""Sorted, none empty, none touching the next."""


def joined(ranges: Iterable[range]) -> Rows:
    """All rows that are in any of `ranges`."""
    found: Rows = []
    for one in sorted((one for one in ranges if one), key=lambda one: one.start):
        if found and one.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, one.stop))
        else:
            found.append(range(one.start, one.stop))
    return found


def without(rows: Rows, gone: range) -> Rows:
    """`rows` that are not in `gone`."""
    parts = (part for one in rows for part in (range(one.start, min(one.stop, gone.start)), range(max(one.start, gone.stop), one.stop)))  # fmt: skip
    return joined(parts) if gone else list(rows)


def within(rows: Rows, bounds: range) -> Rows:
    """`rows` that are in `bounds`."""
    return joined(range(max(one.start, bounds.start), min(one.stop, bounds.stop)) for one in rows)


def count(rows: Rows) -> int:
    """How many rows these are."""
    return sum(map(len, rows))


def between(one: int, other: int) -> range:
    """From one row to another, both included, whichever comes first."""
    return range(min(one, other), max(one, other) + 1)
