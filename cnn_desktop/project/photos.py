"""The photos of a project: taken in from a scan, their splits remembered; counted, and read a page at a time."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.dataset.checks.copy_findings import with_split_findings
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.decoding import Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import (
    ClassCount,
    Finding,
    LeftOut,
    Level,
    Photo,
    PhotoFacts,
    PhotoQuery,
    Scan,
    Split,
    may_be_path,
)
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.domain.tones import Tones
from cnn_desktop.project.database import MOST, Database

SPLIT_SEED, HAS_SPLITS, TONES, LEVELS = "split_seed", "has_splits", "tones", "levels"
"""Values kept with the project: the seed of its splits, whether its folder came with them, how deep photos are read,
which level the classes are."""

_MOST_LEFT_OUT, _MOST_COUNTS = 2_000_000, 1_000_000


_AnyTones: Any = Tones | None


class _Levels(msgspec.Struct, frozen=True):
    """As of a `Scan`."""

    number: int = 0
    choice: list[Level] = []


class PhotoTable:
    """What the project knows of its photos. Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._facts: PhotoFacts | None = None

    def take(self, scan: Scan) -> PhotoFacts:
        """Takes in a newly read folder, in one transaction; what has not changed is not written.

        Photos known from earlier keep their split (unless the folder itself says otherwise) even if they were missing
        for a while; new ones are assigned one.
        """
        with self._database.changing() as db:
            rows = self._database.rows(
                "SELECT root, path, label, split, here FROM photos", tuple[str, str, str, Split, int]
            )
            known = {(root, path): (label, split, here) for root, path, label, split, here in rows}
            photos = scan.photos
            if not scan.has_splits:
                photos = [
                    msgspec.structs.replace(
                        photo, split=photo.split or known.get((photo.root, photo.path), (None, None, 0))[1]
                    )
                    for photo in photos
                ]
            seed = self._database.value(SPLIT_SEED, 0)
            photos = assign_splits(photos, seed if isinstance(seed, int) else 0)
            scan = with_split_findings(msgspec.structs.replace(scan, photos=photos))
            changed = [
                (photo.root, photo.path, photo.label, photo.split)
                for photo in photos
                if known.pop((photo.root, photo.path), None) != (photo.label, photo.split, 1)
            ]
            missing = [place for place, (_, _, here) in known.items() if here]
            db.executemany("UPDATE photos SET here = 0 WHERE root = ? AND path = ?", missing)
            db.executemany(
                "INSERT INTO photos (root, path, label, split, here) VALUES (?, ?, ?, ?, 1) "
                "ON CONFLICT (root, path) DO UPDATE SET label = excluded.label, split = excluded.split, here = 1",
                changed,
            )
            contents: dict[str, list[tuple[object, ...]]] = {
                "roots VALUES (?, ?)": list(scan.roots.items()),
                "classes VALUES (?, ?)": list(enumerate(scan.classes)),
                "left_out VALUES (?, ?)": [(file.path, _pack(file.reason)) for file in scan.left_out],
                "findings VALUES (?, ?, ?, ?)": [_finding_row(finding) for finding in scan.findings],
            }
            for table, values in contents.items():
                db.execute(f"DELETE FROM {table.split()[0]}")
                db.executemany(f"INSERT INTO {table}", values)
            self._database.keep_value(HAS_SPLITS, scan.has_splits)
            self._database.keep_value(TONES, msgspec.json.encode(scan.tones).decode())
            self._database.keep_value(LEVELS, msgspec.json.encode(_Levels(scan.class_level, scan.levels)).decode())
        self._facts = PhotoFacts.of(scan)
        return self._facts

    def forget(self) -> None:
        """What was taken in last was not written after all."""
        self._facts = None

    def facts(self) -> PhotoFacts | None:
        """What is known of the photos as last taken in; None before."""
        if self._facts is None:
            with self._database.reading():
                self._facts = self._read_facts()
        return self._facts

    def _read_facts(self) -> PhotoFacts | None:
        """Raises Unreadable, or DataError."""
        rows = self._database.rows
        counts: dict[str, dict[Split, int]] = defaultdict(dict)
        used = set()
        query = "SELECT label, split, root, count(*) FROM photos WHERE here = 1 GROUP BY label, split, root LIMIT ?"
        for label, split, root, count in rows(query, tuple[str, Split, str, int], (_MOST_COUNTS,)):
            counts[label][split] = counts[label].get(split, 0) + count
            used.add(root)
        if not counts:
            return None
        levels = self._levels()
        roots = dict(rows("SELECT id, folder FROM roots LIMIT ?", tuple[str, str], (MOST,)))
        names = [name for (name,) in rows("SELECT name FROM classes ORDER BY place LIMIT ?", tuple[str], (MOST,))]
        if not (used <= roots.keys() and counts.keys() <= set(names) and all(map(may_be_path, roots.values()))):
            raise Unreadable("photos without a root or a class")
        left_out = rows("SELECT path, reason FROM left_out LIMIT ?", tuple[str, str], (_MOST_LEFT_OUT,))
        findings = rows("SELECT text, kind, severity, photos FROM findings LIMIT ?", tuple[str, str, str, str], (MOST,))
        return PhotoFacts(
            roots=roots,
            classes=[ClassCount(name, **counts[name]) for name in names],
            left_out=[LeftOut(path, _unpack(reason)) for path, reason in left_out],
            findings=[_finding(*row) for row in findings],
            has_splits=bool(self._database.value(HAS_SPLITS, False)),
            tones=from_json(str(self._database.value(TONES, "null")), _AnyTones),
            class_level=levels.number,
            levels=levels.choice,
        )

    def page(self, query: PhotoQuery) -> list[Photo]:
        """The photos `query` asks for; less than asked for, or none, behind the last."""
        facts = self.facts()
        classes = [row for row in facts.classes if query.label in (None, row.name)] if facts else []
        places = taking_turns([row.of(query.split) for row in classes], query.start, query.count)
        found = []
        with self._database.reading():
            for number in dict.fromkeys(number for number, _ in places):
                turns = [turn for one, turn in places if one == number]
                label = classes[number].name
                rows = self._database.rows(
                    "SELECT path, split, root FROM photos WHERE here = 1 AND label = ?1 AND (?2 IS NULL OR split = ?2) "
                    "ORDER BY path, root LIMIT ?3 OFFSET ?4",
                    tuple[str, Split, str],
                    (label, query.split, len(turns), turns[0]),
                )
                found += [
                    (turn, number, _photo(path, label, split, root))
                    for turn, (path, split, root) in zip(turns, rows, strict=False)
                ]
        return [photo for _, _, photo in sorted(found, key=lambda one: one[:2])]

    def scan(self) -> Scan:
        """All of it, as learning reads it. Raises DataError when no folder was taken in yet."""
        facts = self.facts()
        if facts is None:
            raise DataError(
                "The project {folder} contains no photos yet. Add a folder of photos.",
                folder=str(self._database.folder),
            )
        query = "SELECT path, label, split, root FROM photos WHERE here = 1 ORDER BY path, root"
        with self._database.reading():
            photos = [_photo(*row) for row in self._database.rows(query, tuple[str, str, Split, str])]
        return Scan(facts.roots, facts.names, photos, **facts.told())

    def relink(self, root: str, folder: Path) -> None:
        """Tells where the photos of `root` are now. Raises DataError when none of them is there."""
        with self._database.changing() as db:
            query = "SELECT path FROM photos WHERE root = ? AND here LIMIT 200"
            paths = [path for (path,) in self._database.rows(query, tuple[str], (root,))]
            if not any(_is_there(folder / path) for path in paths):
                raise DataError(
                    "{folder} does not contain this project's photos: {photo}, for example, is missing. Choose the "
                    "folder that contains them.",
                    folder=str(folder), photo=paths[0] if paths else "",
                )  # fmt: skip
            db.execute("UPDATE roots SET folder = ? WHERE id = ?", (str(folder.absolute()), root))
        self._facts = None

    def _levels(self) -> _Levels:
        """A project of an earlier version has none."""
        kept = self._database.value(LEVELS)
        return from_json(kept, _Levels) if isinstance(kept, str) else _Levels()


def taking_turns(counts: Sequence[int], start: int, count: int) -> list[tuple[int, int]]:
    """Who stands at the places from `start` on when groups of `counts` members take turns: (group, its member), `count` of them."""
    turn = bisect_right(range(1, max(counts, default=0) + 1), start, key=lambda t: sum(min(n, t) for n in counts))
    left = [(number, n) for number, n in enumerate(counts) if n > turn]
    skip = start - sum(min(n, turn) for n in counts)
    turns = ((number, t) for t in range(turn, max(counts, default=0)) for number, n in left if n > t)
    return list(itertools.islice(turns, skip, skip + count))


def _is_there(file: Path) -> bool:
    try:
        return on_disk(file).is_file()
    except OSError:  # one may not look
        return False


def _photo(path: str, label: str, split: Split, root: str) -> Photo:
    """Raises Unreadable."""
    if not may_be_path(path):
        raise Unreadable("a name that no file can have")
    return Photo(path, label, split, root)


def _finding_row(finding: Finding) -> tuple[str, str, str, str]:
    pairs = list(itertools.zip_longest(finding.photos, finding.group))
    return _pack(finding.text), finding.kind, finding.severity, msgspec.json.encode(pairs).decode()


def _finding(text: str, kind: str, severity: str, photos: str) -> Finding:
    """Raises Unreadable."""
    pairs = from_json(photos, list[tuple[str, int | None]])
    group = [number for _, number in pairs if number is not None]
    facts = {"text": _unpack(text), "kind": kind, "severity": severity, "photos": [path for path, _ in pairs]}
    return as_kind({**facts, "group": group}, Finding)


def _pack(message: Message) -> str:
    return as_json(message).decode()


def _unpack(text: str) -> Message:
    return from_json(text, Message)
