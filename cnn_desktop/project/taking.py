"""What a newly read folder means for the photos that a project knows: the same, moved, changed, new, or gone.

A photo is known by its path and its content. One whose file lies elsewhere now is found by its content (SHA-256), so that
it keeps its split, its corrections and its history wherever a person moves it, and two folders may swap their names.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from cnn_desktop.domain.photos import FileFacts, Photo, Split
from cnn_desktop.project.database import Database

_UNKNOWN = FileFacts(b"", 0, 0)
Place = tuple[str, str]
"""Root and path."""


class Known(NamedTuple):
    """A photo of the project."""

    id: int
    told: str
    correction: str | None
    split: Split | None
    here: int
    given: Split | None
    family: str
    content: bytes | None
    size: int
    changed: int


class Match(NamedTuple):
    """A photo that was read, and the one of the project that it is; None: it is new."""

    photo: Photo
    file: FileFacts
    known: Known | None
    place: Place
    """Where the known one was."""
    given: Split | None
    """The split that the folder or the table says."""

    @property
    def is_edited(self) -> bool:
        """Whether its file has another content than it had."""
        return self.known is not None and bool(self.file.content) and self.known.content != self.file.content

    @property
    def is_unseen(self) -> bool:
        """Whether no check can have looked at it as it is now."""
        return self.known is None or not self.known.here or self.is_edited

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        known, photo, file = self.known, self.photo, self.file
        return known is None or (known.told, known.split, known.here, known.given, known.family, self.place) != (
            photo.label, photo.split, 1, self.given, photo.group, (photo.root, photo.path),
        ) or (bool(file.content) and (known.content, known.size, known.changed) != tuple(file))  # fmt: skip


def read_known(database: Database) -> dict[Place, Known]:
    """All photos of the project, also those that are gone. Raises DataError."""
    rows = database.rows(
        "SELECT root, path, id, told, correction, split, here, given, family, content, size, changed FROM photos",
        tuple[str, str, int, str, str | None, Split | None, int, Split | None, str, bytes | None, int, int],
    )
    return {row[:2]: Known(*row[2:]) for row in rows}


def moved_places(known: Iterable[Place], before: Mapping[str, str], roots: Mapping[str, str]) -> dict[Place, Place]:
    """Where the `known` photos lie, told from other `roots` than `before`: a folder further up or down was opened, say.

    Only those that are told otherwise now. What lies in none of `roots` has its old folder in place of a root's id.
    """
    old = {root: whole(folder) for root, folder in before.items()}
    inner = sorted(((whole(folder), root) for root, folder in roots.items()), key=lambda one: len(one[0]), reverse=True)
    moved: dict[Place, Place] = {}
    for root, path in known:
        folder = old[root] if root in old else whole(root)
        file = f"{folder}/{path}"
        place = next(((one, file[len(top) + 1 :]) for top, one in inner if file.startswith(f"{top}/")), (folder, path))
        if place != (root, path):
            moved[root, path] = place
    return moved


def match(
    photos: Sequence[Photo],
    files: Sequence[FileFacts],
    known: dict[Place, Known],
    moved: Mapping[Place, Place] = MappingProxyType({}),
) -> list[Match]:
    """Finds each photo that was read among the `known` ones; `files` are theirs, or none are known.

    `moved`: where those are now of which that is told from other roots than before.

    First by place and content, then by content alone, then by place alone: a file that was edited is still that photo.
    """
    facts = files if len(files) == len(photos) else [_UNKNOWN] * len(photos)
    places = [(photo.root, photo.path) for photo in photos]
    if moved:
        were = {now: place for place, now in moved.items()}
        places = [_was(place, were, moved) for place in places]
    found: list[Place | None] = [
        place if place in known and _may_be(known[place], file) else None
        for place, file in zip(places, facts, strict=True)
    ]
    taken = {place for place in found if place}
    elsewhere: dict[bytes, list[Place]] = defaultdict(list)
    # What lies there no longer comes last, so that it is taken first.
    for place, one in sorted(known.items(), key=lambda item: (item[1].here, item[0]), reverse=True):
        if place not in taken and one.content:
            elsewhere[one.content].append(place)
    for number, file in enumerate(facts):
        if found[number] is None and elsewhere.get(file.content):
            found[number] = elsewhere[file.content].pop()
    taken = {place for place in found if place}
    for number, place in enumerate(places):
        if found[number] is None and place in known and place not in taken:
            found[number] = place
    return [
        Match(photo, file, known[place] if place else None, place or (photo.root, photo.path), photo.split)
        for photo, file, place in zip(photos, facts, found, strict=True)
    ]


def write(
    db: sqlite3.Connection,
    matches: Sequence[Match],
    known: dict[Place, Known],
    moved_to: Mapping[Place, Place],
    renamed: dict[str, str],
) -> None:
    """Writes what has changed. Splits are set. `renamed`: what a folder's class is called in the project.

    `moved_to`: as in `match`; photos that are gone are still known by where they were.
    """
    gone = known.keys() - {match.place for match in matches if match.known}
    db.executemany(
        "UPDATE photos SET here = 0 WHERE id = ?", [(known[place].id,) for place in gone if known[place].here]
    )
    changed = [match for match in matches if match.is_changed]
    moved = [match for match in changed if match.known and match.place != (match.photo.root, match.photo.path)]
    # Two may swap their places, and one may take the place of one that is gone: first all of them leave.
    wanted = {(match.photo.root, match.photo.path) for match in moved} & known.keys()
    away = {place: moved_to[place] for place in gone if place in moved_to}
    leaving = [known[place].id for place in {match.place for match in moved} | wanted | away.keys()]
    db.executemany("UPDATE photos SET path = '//' || id || '/' || path WHERE id = ?", [(number,) for number in leaving])
    db.executemany(
        "UPDATE photos SET root = ?, path = ?, told = ?, split = ?, here = 1, given = ?, family = ? WHERE id = ?",
        [(m.photo.root, m.photo.path, m.photo.label, m.photo.split, m.given, m.photo.group, m.known.id) for m in changed if m.known],
    )  # fmt: skip
    taken = {(match.photo.root, match.photo.path) for match in matches}
    db.executemany(
        "UPDATE OR IGNORE photos SET root = ?, path = ? WHERE id = ?",
        [(*now, known[place].id) for place, now in away.items() if now not in taken],
    )
    db.executemany(
        "UPDATE photos SET content = ?, size = ?, changed = ? WHERE id = ?",
        [(*match.file, match.known.id) for match in changed if match.known and match.file.content],
    )
    db.executemany(
        "INSERT INTO photos (root, path, told, correction, split, here, given, family, content, size, changed) "
        "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
        [
            (m.photo.root, m.photo.path, m.photo.label, renamed.get(m.photo.label), m.photo.split, m.given, m.photo.group,
             m.file.content or None, m.file.size, m.file.changed)
            for m in changed if not m.known
        ],
    )  # fmt: skip


def _was(place: Place, were: Mapping[Place, Place], moved: Mapping[Place, Place]) -> Place:
    """Where the photo that is at `place` now was known; somewhere where none is known if what was there is elsewhere."""
    return were.get(place) or (("", "") if place in moved else place)


def whole(folder: str) -> str:
    """A folder as the beginning of its photos' places."""
    return unicodedata.normalize("NFC", PurePath(folder).as_posix()).rstrip("/")


def _may_be(known: Known, file: FileFacts) -> bool:
    """False for another content; where one is not known, the place tells."""
    return not known.content or not file.content or known.content == file.content
