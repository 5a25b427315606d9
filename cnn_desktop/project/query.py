"""Which photos of a project a filter finds, as their ids in an order; and the rows of some of them.

The ids of a million photos are 8 MB, so a grid may jump anywhere; rows are read a page at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.photo_filter import Answer, PhotoFilter, PhotoRow, PhotoSort, SortKey
from cnn_desktop.domain.photos import Split, may_be_path, place_of
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database

if TYPE_CHECKING:
    import numpy as np

Ids: TypeAlias = "np.ndarray"
"""int64 [N]: ids of photos. (numpy is imported where it is used: it would delay the window.)"""
_ORDERS: Mapping[SortKey, str] = {
    "name": "path, root",
    "size": "size, id",
    "date": "changed, id",
    "label": "label, path, root",
    "split": "path, root",
    "confidence": "path, root",
}
"""What is sorted by is the first; by split and confidence it is sorted afterwards."""
_RANK = "CASE split WHEN 'train' THEN 0 WHEN 'val' THEN 1 WHEN 'test' THEN 2 ELSE 3 END"
_COLUMNS = "path, label, split, root, photos.told, excluded, id, size, changed, coalesce(predicted, ''), coalesce(confidence, 0.0)"
_ROW: Any = tuple[str, str, Split | None, str, str, int, int, int, int, str, float]
AMONG = "(path, root) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
"""Condition, for the photos that `as_places` names."""
_AT_ONCE = 500
"""Ids named in one query."""
_LETTERS = 1 << 16
"""Of a text of numbers that are turned into numbers at once: that lets no other thread do anything meanwhile."""


class Answered(NamedTuple):
    """What a tested model said of the photos."""

    photos: Ids
    """int64 [N]: ids of those that were tested, ascending."""
    confidences: np.ndarray
    """float64 [N], 0..1: of the predicted class."""
    right: Ids
    """int64: ids of those that it took for what they are labelled as now."""


def find_photos(
    database: Database,
    wanted: PhotoFilter = PhotoFilter(),  # noqa: B008 - frozen
    order: PhotoSort = PhotoSort(),  # noqa: B008 - frozen
    found: Iterable[str] = (),
    counts: Sequence[int] | None = None,
    answered: Answered | None = None,
) -> Ids:
    """The ids of all `wanted` photos, in `order`. Raises DataError.

    `found`: keys of those the wanted finding is about, in the order of "mixed": photos that belong together side by side.
    `counts`: of the wanted photos in each class that has any, whatever the answers, where that is known.
    """
    with database.reading() as db:
        where, values = _where(wanted)
        if wanted.finding:
            named = as_places(found)
            if order.by == "mixed":
                places = (
                    "SELECT json_extract(value, '$[0]') AS named, json_extract(value, '$[1]') AS of, min(key) AS place "
                    "FROM json_each(?) GROUP BY 1, 2"
                )
                query = (
                    f"SELECT id FROM photos JOIN ({places}) ON path = named AND root = of WHERE {where} ORDER BY place"
                )
                ids = _numbers(db, query, [named, *values])
                return ids[_with_answer(ids, wanted.answer, answered)] if wanted.answer else ids
            where += f" AND {AMONG}"
            values.append(named)
        if order.by != "mixed":
            number = f"4 * id + {_RANK}" if order.by == "split" else "id"
            ids = _numbers(db, f"SELECT {number} FROM photos WHERE {where} ORDER BY {_ORDERS[order.by]}", values)
            if order.by == "split":
                ids = (ids >> 2)[(ids & 3).astype("int8").argsort(kind="stable")]
            if wanted.answer:
                ids = ids[_with_answer(ids, wanted.answer, answered)]
            if order.by == "confidence":
                return _by_confidence(ids, answered, order.descending)
            return ids[::-1] if order.descending else ids
        signed = "CASE WHEN split = 'test' THEN -id ELSE id END"
        ids = _numbers(db, f"SELECT {signed} FROM photos WHERE {where} ORDER BY label, path, root", values)
        if counts is None:
            query = f"SELECT count(*) FROM photos WHERE {where} GROUP BY label ORDER BY label"
            counts = _numbers(db, query, values).tolist()
        if wanted.answer:
            kept = _with_answer(abs(ids), wanted.answer, answered)
            ids, counts = ids[kept], _counts_of(kept, counts)
        return _mixed(ids, counts)


def as_places(keys: Iterable[str]) -> str:
    """Photos by their keys, as a value of a query."""
    places = (place_of(key) for key in keys)
    return as_json([(path, root) for root, path in places]).decode()


def read_rows(database: Database, ids: Iterable[int]) -> list[PhotoRow]:
    """The photos `ids`, in their order, without those that are not known. Raises DataError."""
    wanted = [int(one) for one in ids]
    found: dict[int, PhotoRow] = {}
    with database.reading():
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            query = f"SELECT {_COLUMNS} FROM photos LEFT JOIN temp.answers ON photo = id WHERE id IN ({', '.join('?' * len(part))})"
            for path, label, split, root, told, excluded, *rest in database.rows(query, _ROW, part):
                if not may_be_path(path):
                    raise Unreadable("a name that no file can have")
                found[rest[0]] = PhotoRow(path, label, split, root, told, bool(excluded), *rest)
    return [found[one] for one in wanted if one in found]


def _where(wanted: PhotoFilter) -> tuple[str, list[Any]]:
    parts, values = ["here = 1"], []
    used: tuple[tuple[str, Any], ...] = (
        ("excluded = ?", wanted.excluded),
        ("label = ?", wanted.label),
        ("label <> '' AND split = ?", wanted.split),
        ("(correction IS NOT NULL AND told <> '') = ?", wanted.corrected),
    )
    for part, value in used:
        if value is not None:
            parts.append(part)
            values.append(value)
    if wanted.name:
        # LIKE takes only the letters of English for the same in small and large.
        ways = dict.fromkeys((wanted.name, wanted.name.lower(), wanted.name.upper()))
        parts.append("(" + " OR ".join(["path LIKE ? ESCAPE '\\'"] * len(ways)) + ")")
        values += [f"%{_plain(way)}%" for way in ways]
    return " AND ".join(parts), values


def _plain(text: str) -> str:
    """For LIKE: every letter stands for itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _numbers(db: sqlite3.Connection, query: str, values: Sequence[object]) -> Ids:
    """The one column that `query` finds, in its order. As one text, which takes a third of the time of a million rows."""
    import numpy as np

    (text,) = db.execute(f"WITH found (number) AS ({query}) SELECT group_concat(number) FROM found", values).fetchone()
    parts, start = [np.zeros(0, np.int64)], 0
    while text and start < len(text):
        end = text.find(",", start + _LETTERS)
        end = len(text) if end < 0 else end
        parts.append(np.fromstring(text[start:end], np.int64, sep=","))
        start = end + 1
    return np.concatenate(parts)


def _with_answer(ids: Ids, answer: Answer, answered: Answered | None) -> np.ndarray:
    """bool, like `ids`: for which the model gave this answer."""
    import numpy as np

    if answered is None:
        return np.full(len(ids), answer == "untested")
    if answer == "right":
        return np.isin(ids, answered.right)
    tested = np.isin(ids, answered.photos)
    return ~tested if answer == "untested" else tested & ~np.isin(ids, answered.right)


def _by_confidence(ids: Ids, answered: Answered | None, descending: bool) -> Ids:
    """`ids`, which are in the order of equal ones; those that were not tested keep that order, at the end."""
    import numpy as np

    if answered is None:
        return ids
    is_tested = np.isin(ids, answered.photos)
    tested = ids[is_tested]
    confidences = answered.confidences[np.searchsorted(answered.photos, tested)]
    tested = tested[confidences.argsort(kind="stable")]
    return np.concatenate([tested[::-1] if descending else tested, ids[~is_tested]])


def _counts_of(kept: np.ndarray, counts: Sequence[int]) -> list[int]:
    """How many are `kept` (bool) of each group of `counts` members, of groups that keep any."""
    import numpy as np

    groups = np.split(kept, np.cumsum(counts)[:-1])
    return [count for group in groups if (count := int(np.count_nonzero(group)))]


def _mixed(ids: Ids, counts: Sequence[int]) -> Ids:
    """`ids`, class after class as `counts` tells, so that classes take turns. Those of test photos, here negative, come
    last: they are sealed at first, and nobody wants to begin with what cannot be seen."""
    import numpy as np

    classes = np.repeat(np.arange(len(counts)), counts)
    parts = [np.abs(ids[part])[_taking_turns(np.bincount(classes[part]).tolist())] for part in (ids > 0, ids < 0)]
    return np.concatenate(parts)


def _taking_turns(counts: Sequence[int]) -> Ids:
    """Places, group after group of `counts` members, so that groups take turns: the first of each, then the second of each."""
    import numpy as np

    if not len(counts):
        return np.zeros(0, np.int64)
    turns = np.concatenate([np.arange(count, dtype=np.int32) for count in counts])
    return np.argsort(turns, kind="stable")
