"""What a model said of many photos: one SQLite file in the cache, written by a child, looked through by the window page by page.

It may be emptied away with the cache at any time: then the photos are classified again. Names of files are kept as bytes, as
they need not be text.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias

import msgspec

from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort, AnswerSortKey, Shown
from cnn_desktop.domain.answered import Answer, AnswerCounts, AnsweredPhoto, KnownPhoto, words_of
from cnn_desktop.domain.decoding import Count, Share, Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_json, as_shown, as_text
from cnn_desktop.domain.unknown import UnknownSetting, Why, judge

if TYPE_CHECKING:
    import numpy as np

Ids: TypeAlias = "np.ndarray"
"""int64 [N]: ids of photos in the table."""
_PATIENCE = 20.0
"""Seconds for which one process waits until another has written."""
_AT_ONCE = 500
"""Photos named in one query."""
_JUDGED_AT_ONCE = 2000
"""Photos judged between two times that another process may write."""
_One = Annotated[int, msgspec.Meta(ge=0, le=1)]
_OneOrNone: TypeAlias = _One | None
_SCHEMA = """
CREATE TABLE classes (place INTEGER PRIMARY KEY, name TEXT NOT NULL, now TEXT NOT NULL);
CREATE TABLE photos (id INTEGER PRIMARY KEY, file BLOB NOT NULL UNIQUE, below TEXT NOT NULL, class INTEGER, confidence REAL,
    unknown INTEGER, reason TEXT, familiar REAL, checked INTEGER NOT NULL DEFAULT 0, label TEXT, split TEXT,
    sealed INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0);
CREATE TABLE shares (id INTEGER PRIMARY KEY, shares BLOB NOT NULL);
"""
_RIGHT = "CASE WHEN label IS NULL OR sealed OR class IS NULL THEN NULL ELSE label = now END"
_FROM = "photos LEFT JOIN classes ON place = class"
_ORDERS: Mapping[AnswerSortKey, str] = {
    "found": "id", "name": "below COLLATE NOCASE", "class": "now COLLATE NOCASE", "confidence": "confidence",
    "unknown": "unknown", "label": "CASE WHEN sealed THEN NULL ELSE label END COLLATE NOCASE", "right": _RIGHT,
}  # fmt: skip
_SHOWN: Mapping[Shown, str] = {
    "all": "1", "sure": "class IS NOT NULL AND unknown IS NOT 1", "unknown": "unknown = 1", "right": f"{_RIGHT} = 1",
    "wrong": f"{_RIGHT} = 0", "unread": "class IS NULL AND reason IS NOT NULL", "new": "new = 1",
}  # fmt: skip

Which: TypeAlias = Literal["all", "seen", "answered"]
"""All photos; those the model has looked at, be it in vain; those with an answer."""
_WHICH: Mapping[Which, str] = {
    "all": "1", "seen": "(class IS NOT NULL OR reason IS NOT NULL)", "answered": "class IS NOT NULL",
}  # fmt: skip


class AnswerTable:
    """One connection. Methods raise DataError when the file is gone, damaged, or the disk fails."""

    def __init__(self, file: Path, may_write: bool = False) -> None:
        """The table that is there."""
        with _reading():
            uri = f"{file.absolute().as_uri()}?mode={'rw' if may_write else 'ro'}"
            self._db = sqlite3.connect(uri, timeout=_PATIENCE, uri=True, check_same_thread=False)
            self._db.execute("PRAGMA synchronous = OFF")  # of a cache
            self._db.execute("SELECT familiar, new FROM photos LIMIT 0")  # else it is of an earlier version
            self.classes = as_kind(
                [name for (name,) in self._db.execute("SELECT name FROM classes ORDER BY place")], list[str]
            )
            """The model's, in its order."""

    @classmethod
    def begin(cls, file: Path, classes: Sequence[str]) -> AnswerTable:
        """The table at `file` to be gone on with, if it is of these `classes`; else an empty one."""
        if file.exists():
            with contextlib.suppress(DataError):
                table = cls(file, may_write=True)
                if table.classes == list(classes):
                    return table
                table.close()
        with _reading():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(file)) as db, db:
                db.executescript(_SCHEMA)
                rows = ((place, as_text(name), as_text(name)) for place, name in enumerate(classes))
                db.executemany("INSERT INTO classes VALUES (?, ?, ?)", rows)
        return cls(file, may_write=True)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Writing --------------------------------------------------------------------------------------------------------

    def keep(self, answers: Iterable[Answer], below: Mapping[str, str], are_new: bool = False) -> None:
        """Adds these, or puts them in the place of earlier answers about the same files. `below`: path → see AnsweredPhoto.

        `are_new`: those that are added came while the folder was watched.
        """
        with _reading(), self._db as db:
            for one in answers:
                best = max(range(len(one.shares)), key=one.shares.__getitem__) if one.shares else None
                reason = _kept(one.reason)
                confidence = None if best is None else one.shares[best]
                doubt = (_flag(one.unknown), reason, one.familiar, one.checked)
                ((number,),) = db.execute(
                    "INSERT INTO photos (file, below, class, confidence, unknown, reason, familiar, checked, new) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (file) DO UPDATE SET class = excluded.class, "
                    "confidence = excluded.confidence, unknown = excluded.unknown, reason = excluded.reason, "
                    "familiar = excluded.familiar, checked = excluded.checked RETURNING id",
                    (os.fsencode(one.path), as_shown(below[one.path]), best, confidence, *doubt, int(are_new)),
                ).fetchall()
                if one.shares:
                    shares = array("f", one.shares).tobytes()
                    db.execute("INSERT OR REPLACE INTO shares VALUES (?, ?)", (number, shares))
                else:
                    db.execute("DELETE FROM shares WHERE id = ?", (number,))

    def judge(self, setting: UnknownSetting, after: int = 0) -> int:
        """What is unknown by `setting`, of the photos with ids above `after`. Returns the last id, or `after`."""
        query = (
            "SELECT id, confidence, familiar, checked, unknown, reason FROM photos WHERE id > ? AND class IS NOT NULL "
            f"ORDER BY id LIMIT {_JUDGED_AT_ONCE}"
        )
        with _reading():
            while part := [as_kind(row, _Doubted) for row in self._db.execute(query, (after,))]:
                said = [judge(one.confidence, one.familiar, one.checked, setting) for one in part]
                now = [(_flag(doubt.unknown), _words(doubt.why)) for doubt in said]
                with self._db as db:
                    db.executemany(
                        "UPDATE photos SET unknown = ?, reason = ? WHERE id = ?",
                        [
                            (*new, old.id)
                            for new, old in zip(now, part, strict=True)
                            if new != (old.unknown, old.reason)
                        ],
                    )
                after = part[-1].id
        return after

    def know(self, known: Mapping[int, KnownPhoto | None], hide_tests: bool) -> None:
        """What the open project knows of the photos with these ids. `hide_tests`: the labels of test photos stay hidden."""
        rows = (
            (one and one.label, one and one.split, int(bool(one and hide_tests and one.split == "test")), number)
            for number, one in known.items()
        )
        with _reading(), self._db as db:
            db.executemany("UPDATE photos SET label = ?, split = ?, sealed = ? WHERE id = ?", rows)

    def rename(self, renamed: Mapping[str, str], classes: Iterable[str]) -> None:
        """The model's classes are called as those of the open project: `classes` are those, `renamed` knows earlier names."""
        own = set(classes)
        with _reading(), self._db as db:
            for name in self.classes:
                now = name if name in own else renamed.get(name, name)
                db.execute("UPDATE classes SET now = ? WHERE name = ?", (as_text(now), name))

    # Reading --------------------------------------------------------------------------------------------------------

    def files(self, which: Which = "all", after: int = 0, most: int = -1) -> list[tuple[int, str]]:
        """Ids above `after` and paths, by id."""
        query = f"SELECT id, file FROM photos WHERE id > ? AND {_WHICH[which]} ORDER BY id LIMIT ?"
        with _reading():
            return [(number, _path(file)) for number, file in self._db.execute(query, (after, most))]

    def names(self) -> tuple[str, ...]:
        """The classes, as `rename` calls them."""
        with _reading():
            found = [name for (name,) in self._db.execute("SELECT now FROM classes ORDER BY place")]
            return tuple(as_kind(found, list[str]))

    def counts(self) -> AnswerCounts:
        query = (
            f"SELECT count(*), count(class), coalesce(sum(unknown = 1), 0), coalesce(sum({_SHOWN['unread']}), 0), count({_RIGHT}), "
            f"coalesce(sum({_RIGHT}), 0), coalesce(sum({_RIGHT} IS NOT NULL AND split <> 'test'), 0), "
            f"coalesce(sum(sealed), 0), coalesce(sum(new), 0) FROM {_FROM}"
        )
        with _reading():
            (row,) = self._db.execute(query).fetchall()
            return as_kind(dict(zip(AnswerCounts.__struct_fields__, row, strict=True)), AnswerCounts)

    def find(self, wanted: AnswerFilter, order: AnswerSort) -> Ids:
        """The ids of all `wanted` photos, in `order`."""
        import numpy as np

        where, values = _where(wanted, self.classes)
        by = _ORDERS[order.by]
        way = "DESC" if order.descending else "ASC"
        query = f"SELECT id FROM {_FROM} WHERE {where} ORDER BY {by} {way} NULLS LAST, id {way if order.by == 'found' else ''}"
        with _reading():
            return np.fromiter((number for (number,) in self._db.execute(query, values)), np.int64)

    def rows(self, ids: Iterable[int]) -> list[AnsweredPhoto]:
        """The photos `ids`, in their order, without those that are not there."""
        query = (
            f"SELECT id, file, below, coalesce(now, ''), coalesce(confidence, 0.0), unknown, reason, label, {_RIGHT}, sealed, new "
            f"FROM {_FROM} WHERE id IN (%s)"
        )
        found = {row[0]: _photo(row[1:]) for row in self._among(query, ids)}
        return [found[one] for one in map(int, ids) if one in found]

    def paths(self, ids: Iterable[int]) -> list[str]:
        """The same, only their paths."""
        with _reading():
            rows = self._among("SELECT id, file FROM photos WHERE id IN (%s)", ids)
            found = {number: _path(file) for number, file in rows}
        return [found[one] for one in map(int, ids) if one in found]

    def id_of(self, path: str) -> int | None:
        """None: it is not there."""
        with _reading():
            row = self._db.execute("SELECT id FROM photos WHERE file = ?", (os.fsencode(path),)).fetchone()
        return row and row[0]

    def answers(self, ids: Iterable[int]) -> Iterator[Answer]:
        """What is kept of the photos `ids` that have an answer, in their order."""
        query = "SELECT id, file, shares, unknown FROM photos JOIN shares USING (id) WHERE id IN (%s)"
        for part in _parts(ids):
            found = {row[0]: row[1:] for row in self._among(query, part)}
            for number in part:
                if number in found:
                    with _reading():
                        answer = self._answer(found[number])
                    yield answer

    def _answer(self, values: Sequence[object]) -> Answer:
        row, numbers = as_kind(values, _Shares), array("f")
        numbers.frombytes(row.shares)
        if len(numbers) != len(self.classes):
            raise Unreadable(f"{len(numbers)} shares")
        return Answer(_path(row.file), as_kind(numbers.tolist(), list[Share]), _said(row.unknown))

    def _among(self, query: str, ids: Iterable[int]) -> Iterator[Any]:
        for part in _parts(ids):
            with _reading():
                yield from self._db.execute(query % ", ".join("?" * len(part)), part).fetchall()


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    wanted = [int(one) for one in ids]
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


class _Row(msgspec.Struct, frozen=True, array_like=True):
    """As it is kept: anything may have been put into the cache."""

    file: bytes
    below: str
    predicted: str
    confidence: Share
    unknown: _OneOrNone
    reason: str | None
    label: str | None
    right: _OneOrNone
    sealed: _One
    new: _One


class _Shares(msgspec.Struct, frozen=True, array_like=True):
    file: bytes
    shares: bytes
    unknown: _OneOrNone


class _Doubted(msgspec.Struct, frozen=True, array_like=True):
    id: int
    confidence: Share
    familiar: Share | None
    checked: Count
    unknown: _OneOrNone
    reason: str | None


def _photo(values: Sequence[object]) -> AnsweredPhoto:
    with _reading():
        row = as_kind(values, _Row)
        return AnsweredPhoto(
            _path(row.file), row.below, row.predicted, row.confidence, _said(row.unknown),
            None if row.reason is None else from_json(row.reason, Message), None if row.sealed else row.label,
            _said(row.right), bool(row.sealed), bool(row.new),
        )  # fmt: skip


def _path(file: object) -> str:
    return os.fsdecode(as_kind(file, bytes))


def _kept(reason: Message | None) -> str | None:
    return None if reason is None else as_json(reason).decode()


@functools.cache
def _words(why: Why) -> str | None:
    return _kept(words_of(why))


def _said(flag: int | None) -> bool | None:
    return None if flag is None else bool(flag)


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _where(wanted: AnswerFilter, classes: Sequence[str]) -> tuple[str, list[Any]]:
    parts = [f"({_SHOWN[wanted.show]})"]
    values: list[Any] = []
    if wanted.label is not None:
        parts.append("now = ?")
        values.append(wanted.label)
    if wanted.below is not None:
        parts.append("confidence < ?")
        values.append(wanted.below)
    if wanted.name:
        # LIKE takes only the letters of English for the same in small and large
        ways = dict.fromkeys((wanted.name, wanted.name.lower(), wanted.name.upper()))
        parts.append("(" + " OR ".join(["below LIKE ? ESCAPE '\\'"] * len(ways)) + ")")
        values += [f"%{_plain(as_shown(way))}%" for way in ways]
    return " AND ".join(parts), values


def _plain(text: str) -> str:
    """For LIKE: every letter stands for itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


@contextlib.contextmanager
def _reading() -> Iterator[None]:
    """Whatever is wrong with the file is one sentence."""
    try:
        yield
    except (sqlite3.Error, OSError, Unreadable, ValueError) as error:
        raise DataError(
            "The answers could not be read or kept, perhaps because the cache was emptied or the disk is full. Classify the "
            "photos again."
        ) from error
