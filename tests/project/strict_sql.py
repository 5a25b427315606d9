"""Values by name come in a mapping, all others in order for a plain `?`: stricter than any one Python."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_NAMED = re.compile(r"'(?:[^']|'')*'|([?:@$]\w+)")
"""A text in quotes, which is none, or a placeholder with a number or a name (group 1)."""


def named(sql: str) -> list[str]:
    """The placeholders of `sql` that have numbers or names."""
    return [found[1] for found in _NAMED.finditer(sql) if found[1]]


class StrictConnection(sqlite3.Connection):
    """Fails where some Python from 3.12 on warns: a sequence of values for placeholders that are not plain."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql, next(_checked(sql, [values])))

    def executemany(self, sql: str, values: Iterable[Any], /) -> sqlite3.Cursor:
        return super().executemany(sql, _checked(sql, values) if named(sql) else values)


def _checked(sql: str, values: Iterable[Any]) -> Iterator[Any]:
    for one in values:
        assert isinstance(one, Mapping) or not named(sql), f"{named(sql)} want their values by name: {sql}"
        yield one
