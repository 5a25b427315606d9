"""The photos of a project: taken in from a scan, their splits remembered; counted, and read a page at a time."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.copy_findings import with_split_findings
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import Finding, LeftOut, Level, Photo, PhotoFacts, PhotoQuery, Scan
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.domain.tones import Tones
from cnn_desktop.project.database import MOST, Database

SPLIT_SEED, HAS_SPLITS, TONES, LEVELS = "split_seed", "has_splits", "tones", "levels"
"""Values kept with the project: the seed of its splits, whether its folder came with them, how deep photos are read,
which level the classes are."""

_MOST_LEFT_OUT = 2_000_000


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
            rows = db.execute("SELECT root, path, label, split, here FROM photos")
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
            with self._database.reading() as db:
                counts: dict[str, dict[str, int]] = defaultdict(dict)
                for label, split, count, rooted in db.execute(
                    "SELECT label, split, count(*), sum(root IN (SELECT id FROM roots)) FROM photos WHERE here = 1 "
                    "GROUP BY label, split LIMIT ?", (3 * MOST,),
                ):  # fmt: skip
                    if rooted != count:
                        raise msgspec.ValidationError("photos of folders that are not there")
                    counts[label][split] = count
                if counts:
                    levels = self._levels()
                    names = [name for (name,) in db.execute("SELECT name FROM classes ORDER BY place LIMIT ?", (MOST,))]
                    found = db.execute("SELECT text, kind, severity, photos FROM findings LIMIT ?", (MOST,))
                    facts = {
                        "roots": dict(db.execute("SELECT id, folder FROM roots LIMIT ?", (MOST,)).fetchall()),
                        "classes": [{"name": name, **counts.pop(name, {})} for name in names],
                        "left_out": [
                            LeftOut(str(path), _unpack(reason))
                            for path, reason in db.execute(
                                "SELECT path, reason FROM left_out LIMIT ?", (_MOST_LEFT_OUT,)
                            )
                        ],
                        "findings": [_finding(*row) for row in found],
                        "has_splits": bool(self._database.value(HAS_SPLITS, False)),
                        "tones": msgspec.json.decode(str(self._database.value(TONES, "null")), type=Tones | None),
                        "class_level": levels.number,
                        "levels": levels.choice,
                    }
                    if counts:
                        raise msgspec.ValidationError("photos of classes that are not there")
                    self._facts = msgspec.convert(facts, PhotoFacts)
        return self._facts

    def page(self, query: PhotoQuery) -> list[Photo]:
        """The photos `query` asks for; less than asked for, or none, behind the last."""
        facts = self.facts()
        classes = [row for row in facts.classes if query.label in (None, row.name)] if facts else []
        places = taking_turns([row.of(query.split) for row in classes], query.start, query.count)
        found = []
        with self._database.reading() as db:
            for number in dict.fromkeys(number for number, _ in places):
                turns = [turn for one, turn in places if one == number]
                label = classes[number].name
                rows = db.execute(
                    "SELECT CAST(path AS TEXT), CAST(split AS TEXT), root FROM photos WHERE here = 1 AND label = ?1 AND (?2 IS NULL OR split = ?2) "
                    "ORDER BY path, root LIMIT ?3 OFFSET ?4",
                    (label, query.split, len(turns), turns[0]),
                )
                found += [
                    (turn, number, Photo(path, label, split, root))
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
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT CAST(path AS TEXT), label, split, root FROM photos WHERE here ORDER BY path, root"
            )
            photos = [Photo(*row) for row in rows]  # the rest is what `facts` has counted
        return Scan(facts.roots, facts.names, photos, **facts.told())

    def relink(self, root: str, folder: Path) -> None:
        """Tells where the photos of `root` are now. Raises DataError when none of them is there."""
        with self._database.changing() as db:
            paths = [
                p
                for (p,) in db.execute(
                    "SELECT CAST(path AS TEXT) FROM photos WHERE root = ? AND here LIMIT 200", (root,)
                )
            ]
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
        return msgspec.json.decode(kept, type=_Levels) if isinstance(kept, str) else _Levels()


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


def _finding_row(finding: Finding) -> tuple[str, str, str, str]:
    pairs = list(itertools.zip_longest(finding.photos, finding.group))
    return _pack(finding.text), finding.kind, finding.severity, msgspec.json.encode(pairs).decode()


def _finding(text: str, kind: str, severity: str, photos: str) -> Finding:
    """Raises msgspec.DecodeError."""
    pairs = msgspec.json.decode(str(photos), type=list[tuple[str, int | None]])
    group = [number for _, number in pairs if number is not None]
    facts = {"text": _unpack(text), "kind": kind, "severity": severity, "photos": [path for path, _ in pairs]}
    return msgspec.convert({**facts, "group": group}, Finding)


def _pack(message: Message) -> str:
    return as_json(message).decode()


def _unpack(text: str) -> Message:
    return msgspec.json.decode(str(text), type=Message)
