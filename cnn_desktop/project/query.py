"""Which photos of a project a filter finds, as their ids in an order; and the rows of some of them.

The ids of a million photos are 8 MB, so a grid may jump anywhere; rows are read a page at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.photo_filter import Answer, PhotoFilter, PhotoRow, PhotoSort, SortKey
from cnn_desktop.domain.photos import Split, may_be_path, place_of
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.kept import Kept, Numbers, numbers
from cnn_desktop.project.splitting import SHOWN

if TYPE_CHECKING:
    import numpy as np

Ids: TypeAlias = Numbers
"""int64 [N]: ids of photos."""
_ORDERS: Mapping[SortKey, str] = {
    "mixed": "label, path, root",
    "name": "path, root",
    "size": "size, id",
    "date": "changed, id",
    "label": "label, path, root",
    "split": "path, root",
    "confidence": "path, root",
}
"""What is sorted by is the first; by split and confidence it is sorted afterwards, and classes take turns then."""
_SHOWN = {False: SHOWN, True: "here = 1 AND excluded = 1", None: "here = 1"}
"""Conditions, by what is wanted of those that a person has excluded."""
_CORRECTED = "correction IS NOT NULL AND told <> ''"
_IN_SPLIT = (
    "WITH RECURSIVE classes (name) AS (SELECT min(label) FROM photos WHERE {shown} UNION ALL SELECT (SELECT min(label) "
    "FROM photos WHERE {shown} AND label > name) FROM classes WHERE name IS NOT NULL) "
    "SELECT id FROM classes CROSS JOIN photos ON label = name WHERE {shown} AND split IS {split}"
)
_COLUMNS = "path, label, split, root, photos.told, excluded, id, size, changed, coalesce(predicted, ''), coalesce(confidence, 0.0)"
_ROW: Any = tuple[str, str, Split | None, str, str, int, int, int, int, str, float]
AMONG = "(path, root) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
"""Condition, for the photos that `as_places` names."""
NUMBERED = "(SELECT DISTINCT value FROM json_each(?)) CROSS JOIN photos ON id = value"
"""Table: the photos whose ids a value names, these looked up one by one; left to itself, SQLite would look through all."""
_AT_ONCE = 500
"""Ids named in one query."""


class Answered(NamedTuple):
    """What a tested model said of the photos."""

    photos: Ids
    """int64 [N]: ids of those that were tested, ascending."""
    confidences: np.ndarray
    """float64 [N], 0..1: of the predicted class."""
    right: Ids
    """int64: ids of those that it took for what they are labelled as now."""


def find_photos(
    kept: Kept,
    wanted: PhotoFilter = PhotoFilter(),  # noqa: B008 - frozen
    order: PhotoSort = PhotoSort(),  # noqa: B008 - frozen
    found: Iterable[str] = (),
    counts: Sequence[int] = (),
    answered: Answered | None = None,
) -> Ids:
    """The ids of all `wanted` photos, in `order`. Raises DataError.

    `found`: keys of those the wanted finding is about, in the order of "mixed": photos that belong together side by side.
    `counts`: of all used photos in each class that has any, as far as that is known; else it is looked up.
    """
    by = order.by
    with kept.database.reading() as db:
        if wanted.finding:
            ids = _of_finding(db, wanted, by, found)
        else:
            every = kept.numbers(f"SELECT id FROM photos WHERE {_SHOWN[wanted.excluded]} ORDER BY {_ORDERS[by]}")
            chosen = _chosen(kept, db, every, wanted)
            if wanted.answer:
                chosen &= _with_answer(every, wanted.answer, answered)
            if by == "mixed":
                classes = _classes(kept, wanted.excluded, counts, len(every))
                return _mixed(every[chosen], classes[chosen], _in_split(kept, wanted.excluded, "test"))
            ids = every[chosen]
        if by == "split":
            ids = ids[_ranks(kept, wanted.excluded, ids).argsort(kind="stable")]
    if wanted.finding and wanted.answer:
        ids = ids[_with_answer(ids, wanted.answer, answered)]
    if by == "confidence":
        return _by_confidence(ids, answered, order.descending)
    return ids[::-1] if order.descending and by != "mixed" else ids


def _of_finding(db: sqlite3.Connection, wanted: PhotoFilter, by: SortKey, found: Iterable[str]) -> Ids:
    """Those of the photos `found` that are wanted, whatever the model says of them."""
    where, values = _where(wanted)
    named = as_places(found)
    if by != "mixed":
        query = f"SELECT id FROM photos WHERE {where} AND {AMONG} ORDER BY {_ORDERS[by]}"
        return numbers(db, query, [*values, named])
    places = (
        "SELECT json_extract(value, '$[0]') AS named, json_extract(value, '$[1]') AS of, min(key) AS place "
        "FROM json_each(?) GROUP BY 1, 2"
    )
    query = f"SELECT id FROM photos JOIN ({places}) ON path = named AND root = of WHERE {where} ORDER BY place"
    return numbers(db, query, [named, *values])


def _chosen(kept: Kept, db: sqlite3.Connection, ids: Ids, wanted: PhotoFilter) -> np.ndarray:
    """bool, like `ids`, which are all there are: the wanted ones, whatever the model says of them."""
    import numpy as np

    shown, chosen = _SHOWN[wanted.excluded], np.ones(len(ids), bool)
    if wanted.split is not None:
        chosen &= np.isin(ids, _in_split(kept, wanted.excluded, wanted.split))
        wanted = msgspec.structs.replace(wanted, split=None)
        chosen &= ~np.isin(ids, numbers(db, f"SELECT id FROM photos WHERE {shown} AND label = ''"))
    if wanted.corrected is not None:  # NOT INDEXED: an index that does not know it would lead to each row for itself
        corrected = kept.numbers(f"SELECT id FROM photos NOT INDEXED WHERE {shown} AND {_CORRECTED}")
        chosen &= np.isin(ids, corrected) == wanted.corrected
        wanted = msgspec.structs.replace(wanted, corrected=None)
    if wanted.label is not None or wanted.name:
        where, values = _where(wanted)
        chosen &= np.isin(ids, numbers(db, f"SELECT id FROM photos WHERE {where}", values))
    return chosen


def _in_split(kept: Kept, excluded: bool | None, split: Split | None) -> Ids:
    """The photos of this split (None: of none), by class, of which each is looked up in the index."""
    import numpy as np

    outs = (False, True) if excluded is None else (excluded,)
    name = "NULL" if split is None else f"'{split}'"
    return np.concatenate([kept.numbers(_IN_SPLIT.format(shown=_SHOWN[out], split=name)) for out in outs])


def _ranks(kept: Kept, excluded: bool | None, ids: Ids) -> np.ndarray:
    """int8, like `ids`: 0 for training, 1 for validation, 2 for test, 3 for none of these."""
    import numpy as np

    ranks = np.zeros(len(ids), np.int8)
    for rank, split in ((1, "val"), (2, "test"), (3, None)):
        ranks[np.isin(ids, _in_split(kept, excluded, split))] = rank  # type: ignore[arg-type]
    return ranks


def _classes(kept: Kept, excluded: bool | None, counts: Sequence[int], total: int) -> np.ndarray:
    """int64 [total]: of all photos, class after class, the number of theirs; `counts`: of those that are used."""
    import numpy as np

    if excluded is not False or sum(counts) != total:
        query = f"SELECT count(*) FROM photos WHERE {_SHOWN[excluded]} GROUP BY label ORDER BY label"
        counts = kept.numbers(query).tolist()
    return np.repeat(np.arange(len(counts)), counts)


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
    parts, values = [_SHOWN[wanted.excluded]], []
    used: tuple[tuple[str, Any], ...] = (
        ("label = ?", wanted.label),
        ("label <> '' AND split = ?", wanted.split),
        (f"({_CORRECTED}) = ?", wanted.corrected),
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


def _mixed(ids: Ids, classes: np.ndarray, tests: Ids) -> Ids:
    """`ids`, class after class (their numbers), so that classes take turns. Test photos come last: they are sealed at
    first, and nobody wants to begin with what cannot be seen."""
    import numpy as np

    is_test = np.isin(ids, tests)
    parts = [ids[part][_taking_turns(np.bincount(classes[part]).tolist())] for part in (~is_test, is_test)]
    return np.concatenate(parts)


def _taking_turns(counts: Sequence[int]) -> Ids:
    """Places, group after group of `counts` members, so that groups take turns: the first of each, then the second of each."""
    import numpy as np

    if not len(counts):
        return np.zeros(0, np.int64)
    turns = np.concatenate([np.arange(count, dtype=np.int32) for count in counts])
    return np.argsort(turns, kind="stable")
