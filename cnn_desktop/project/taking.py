"""What a newly read folder means for the photos that a project knows: the same, moved, changed, new, or gone.

A photo is known by its path and its content. One whose file lies elsewhere now is found by its content (SHA-256), so that
it keeps its split, its corrections and its history wherever a person moves it, and two folders may swap their names.

There may be a million photos, so the database compares them: what was read goes into a table of its own for a while.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import PurePath

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.photos import Photo, Split
from cnn_desktop.domain.scan_files import Reading
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.splitting import ManyPhotos

Place = tuple[str, str]
"""Root and path."""
_TABLES = (
    # given: the split that was read. at: the photo known at that place. photo: the one it is; null: it is new.
    # share: the split that one without any is given.
    "CREATE TEMP TABLE found (number INTEGER PRIMARY KEY, path TEXT NOT NULL, root TEXT NOT NULL, label TEXT NOT NULL, "
    "given TEXT, family TEXT NOT NULL, content BLOB, size INTEGER NOT NULL, changed INTEGER NOT NULL, at INTEGER, "
    "photo INTEGER, share TEXT, UNIQUE (root, path))",
    # Photos that are told from other roots now than before, with that place.
    "CREATE TEMP TABLE elsewhere (id INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL)",
    # Photos that lose their place, with that: two may swap theirs, and one may take the place of one that is gone.
    "CREATE TEMP TABLE leaving (id INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL)",
    # What is to be written of known photos. back: they were missing. edited: their files have another content now.
    "CREATE TEMP TABLE written (id INTEGER PRIMARY KEY, root TEXT, path TEXT, told TEXT, split TEXT, given TEXT, "
    "family TEXT, content BLOB, size INTEGER, changed INTEGER, back INTEGER, edited INTEGER)",
)
_NAMES = ("found", "elsewhere", "leaving", "written")
_LOOKED_UP = (
    "INSERT INTO found (path, root, label, given, family, content, size, changed, at) VALUES "
    "(?, ?, ?, ?, ?, nullif(?, x''), ?, ?, {at})"
)
_values = attrgetter("path", "root", "label", "split", "group", "content", "size", "changed", "root", "path")
"""Of a `PhotoLine`, for `_LOOKED_UP`; its number is that of another project, or none."""
_AT = "(SELECT id FROM photos WHERE root = ? AND path = ?)"
_AT_MOVED = (  # who is told from elsewhere now is at that place, and no longer where it was
    "(SELECT coalesce((SELECT max(id) FROM temp.elsewhere AS one WHERE one.root = place.root AND one.path = place.path), "
    "(SELECT id FROM photos AS one WHERE one.root = place.root AND one.path = place.path "
    "AND id NOT IN (SELECT id FROM temp.elsewhere))) FROM (SELECT ? AS root, ? AS path) AS place)"
)
_SAME_CONTENT = (  # where one is not known, the place tells
    "UPDATE found SET photo = at WHERE at IS NOT NULL AND (content IS NULL OR EXISTS (SELECT 1 FROM photos WHERE id = at "
    "AND (coalesce(photos.content, x'') = x'' OR photos.content = found.content)))"
)
_LOST = "SELECT content FROM temp.found WHERE photo IS NULL AND content IS NOT NULL"
_BY_CONTENT = (  # what lies there no longer is taken first; equal ones one after the other
    "UPDATE found SET photo = pair.id FROM (SELECT lost.number, free.id FROM (SELECT number, content, row_number() OVER "
    "(PARTITION BY content ORDER BY number) AS turn FROM temp.found WHERE photo IS NULL AND content IS NOT NULL) AS lost "
    "JOIN (SELECT id, content, row_number() OVER (PARTITION BY content ORDER BY here, root, path) AS turn FROM photos "
    f"WHERE content IN ({_LOST}) AND NOT EXISTS (SELECT 1 FROM temp.found WHERE photo = photos.id)) AS free "
    "USING (content, turn)) AS pair WHERE found.number = pair.number"
)
_BY_PLACE = (
    "UPDATE found SET photo = at WHERE photo IS NULL AND at IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM temp.found AS other WHERE other.photo = found.at)"
)
_AS_TOLD = "UPDATE found SET label = (SELECT told FROM photos WHERE id = photo) WHERE label = '' AND photo IS NOT NULL"
_GONE = "NOT EXISTS (SELECT 1 FROM temp.found AS one WHERE one.photo = photos.id)"
_NEW = "SELECT 1 FROM temp.found WHERE photo IS NULL"
_DECIDED = "SELECT photo FROM corrections WHERE what = 'split'"
"""Photos whose split a person has chosen."""
_BOTH = "temp.found LEFT JOIN photos AS p ON p.id = photo"
_EDITED = "found.content IS NOT NULL AND p.content IS NOT found.content"
_CLASS = "CASE WHEN p.correction <> '' AND found.label = '' THEN p.correction ELSE found.label END"
"""By which a photo is shared out: what a person has labelled, as such; what is not labelled is in no split yet."""
# Of two tables the small one comes first: CROSS JOIN and "+" tell SQLite so, which would look through all photos.
_MOVED = (
    "SELECT id, photos.root, photos.path FROM temp.written AS new CROSS JOIN photos USING (id) "
    "WHERE (photos.root, photos.path) <> (new.root, new.path)"
)


class Taking:
    """A reading that is being taken in, within one transaction. Methods raise DataError, StopRequested."""

    def __init__(self, database: Database, db: sqlite3.Connection, reading: Reading, control: Control) -> None:
        """Looks up which photo is which.

        First by place and content, then by content alone, then by place alone: a file that was edited is still that photo.
        """
        self._database, self._db, self._control = database, db, control
        for name in _NAMES:
            db.execute(f"DROP TABLE IF EXISTS temp.{name}")
        for table in _TABLES:
            db.execute(table)
        kept = f"(found.given IS NULL OR p.id IN ({_DECIDED}))" if reading.facts.has_splits else "1"
        self._split = f"coalesce(CASE WHEN p.id IS NOT NULL AND {kept} THEN p.split ELSE found.given END, found.share)"
        """Of a photo from now on."""
        before = dict(database.rows("SELECT id, folder FROM roots", tuple[str, str]))
        if before not in ({}, reading.facts.roots):
            self._note_moves(before, reading.facts.roots)
        self._read(reading)
        db.execute(_SAME_CONTENT)
        db.execute("CREATE UNIQUE INDEX temp.found_photo ON found (photo) WHERE photo IS NOT NULL")
        if self._is_any(_LOST) and self._is_any("SELECT 1 FROM photos"):
            db.execute(_BY_CONTENT)
        db.execute(_BY_PLACE)
        db.execute(_AS_TOLD)

    def compare(self) -> None:
        """Finds out what has changed, once all have their splits."""
        self._db.execute(
            f"INSERT INTO written SELECT p.id, found.root, found.path, found.label, {self._split}, found.given, found.family, "
            f"found.content, found.size, found.changed, NOT p.here, {_EDITED} FROM temp.found JOIN photos AS p ON p.id = photo WHERE "
            "(p.told, p.split, p.here, p.given, p.family, p.root, p.path) IS NOT "
            f"(found.label, {self._split}, 1, found.given, found.family, found.root, found.path) OR (found.content IS NOT NULL "
            "AND (p.content, p.size, p.changed) IS NOT (found.content, found.size, found.changed))"
        )

    def told(self) -> Iterator[tuple[int, str]]:
        """Photos whose folders say another label now, with it."""
        query = (
            "SELECT id, new.told FROM temp.written AS new CROSS JOIN photos USING (id) WHERE photos.told <> new.told"
        )
        for part in self._database.parts(query, tuple[int, str]):
            yield from part

    def unshared(self) -> list[str]:
        """Classes with photos that have no split yet."""
        query = f"SELECT DISTINCT {_CLASS} FROM {_BOTH} WHERE {_CLASS} <> '' AND {self._split} IS NULL"
        return [label for (label,) in self._database.rows(query, tuple[str])]

    def to_share(self, classes: Iterable[str] | None) -> ManyPhotos:
        """The labelled photos of `classes`, None: of all, with the splits they have so far."""
        some = "" if classes is None else f"AND {_CLASS} IN (SELECT value FROM json_each(?))"
        values = () if classes is None else (as_json(sorted(classes)).decode(),)
        columns = f"number, found.path, {_CLASS}, {self._split}, found.root, found.family"
        return ManyPhotos(
            self._database, f"SELECT {columns} FROM {_BOTH} WHERE {_CLASS} <> '' {some} ORDER BY number", values
        )

    def share(self, photos: ManyPhotos, splits: Iterable[Split]) -> None:
        """Those of `photos` that have no split get theirs of `splits`."""
        self._db.executemany("UPDATE found SET share = ? WHERE number = ?", zip(splits, photos.ids, strict=True))

    def write(self) -> bool:
        """Writes what has changed; False when that is nothing."""
        db = self._db
        gone = db.execute(f"UPDATE photos SET here = 0 WHERE here = 1 AND {_GONE}").rowcount
        self._clear_places()
        db.execute(
            "UPDATE photos SET root = new.root, path = new.path, told = new.told, split = new.split, here = 1, "
            "given = new.given, family = new.family FROM temp.written AS new WHERE photos.id = +new.id"
        )
        db.execute(
            "UPDATE OR IGNORE photos SET root = now.root, path = now.path FROM temp.elsewhere AS now WHERE photos.id = +now.id "
            f"AND {_GONE} AND NOT EXISTS (SELECT 1 FROM temp.found WHERE root = now.root AND path = now.path)"
        )
        db.execute(
            "UPDATE photos SET content = new.content, size = new.size, changed = new.changed FROM temp.written AS new "
            "WHERE photos.id = +new.id AND new.content IS NOT NULL"
        )
        db.execute(
            "INSERT INTO photos (root, path, told, correction, split, here, given, family, content, size, changed) "
            "SELECT root, path, found.label, renamed.label, coalesce(given, share), 1, given, family, content, size, changed "
            "FROM temp.found LEFT JOIN renamed ON renamed.told = found.label WHERE photo IS NULL ORDER BY number"
        )
        return gone > 0 or self._is_any("SELECT 1 FROM temp.written") or self._is_any(_NEW)

    def has_unseen(self) -> bool:
        """Whether there is a photo at which, as it is now, no check can have looked. This and the next two: once written."""
        return self._is_any(_NEW) or self._is_any("SELECT 1 FROM temp.written WHERE back OR edited")

    def moved(self) -> Iterator[tuple[str, str]]:
        """Keys of the photos that lie, or are told, elsewhere now: the one each had, and the one it has."""
        query = (
            "SELECT old.root, old.path, photos.root, photos.path FROM temp.leaving AS old CROSS JOIN photos USING (id)"
        )
        for part in self._database.parts(query, tuple[str, str, str, str]):
            yield from ((_key(*row[:2]), _key(*row[2:])) for row in part)

    def edited(self) -> Iterator[str]:
        """Keys, as they are now, of known photos whose files have another content."""
        for part in self._database.parts("SELECT root, path FROM temp.written WHERE edited", tuple[str, str]):
            yield from (_key(*row) for row in part)

    def end(self) -> None:
        """Nothing of it is needed any more."""
        for name in _NAMES:
            self._db.execute(f"DROP TABLE temp.{name}")

    def _note_moves(self, before: Mapping[str, str], roots: Mapping[str, str]) -> None:
        for part in self._database.parts("SELECT root, path, id FROM photos", tuple[str, str, int]):
            self._control.stop_if_asked()
            moved = moved_places((row[:2] for row in part), before, roots)
            self._db.executemany(
                "INSERT INTO elsewhere VALUES (?, ?, ?)",
                [(row[2], *moved[row[:2]]) for row in part if row[:2] in moved],
            )
        self._db.execute("CREATE INDEX temp.elsewhere_place ON elsewhere (root, path)")

    def _read(self, reading: Reading) -> None:
        query = _LOOKED_UP.format(at=_AT_MOVED if self._is_any("SELECT 1 FROM temp.elsewhere") else _AT)
        for part in reading.parts():
            self._control.stop_if_asked()
            self._db.executemany(query, map(_values, part))

    def _clear_places(self) -> None:
        """Those that are elsewhere now leave their places, and so does whoever is where they come to."""
        db = self._db
        db.execute(f"INSERT INTO leaving {_MOVED}")
        db.execute(
            "INSERT OR IGNORE INTO leaving SELECT p.id, p.root, p.path FROM temp.leaving AS one JOIN temp.found ON photo = one.id "
            "JOIN photos AS p ON p.root = found.root AND p.path = found.path"
        )
        db.execute(
            "INSERT OR IGNORE INTO leaving SELECT id, photos.root, photos.path FROM temp.elsewhere CROSS JOIN photos USING (id) "
            f"WHERE {_GONE}"
        )
        db.execute("UPDATE photos SET path = '//' || id || '/' || path WHERE id IN (SELECT id FROM temp.leaving)")

    def _is_any(self, query: str) -> bool:
        return self._db.execute(f"{query} LIMIT 1").fetchone() is not None


def _key(root: str, path: str) -> str:
    """Of a photo that has lost its place to another one: what no photo is called."""
    return f"//{root}/{path}" if path.startswith("//") else Photo(path, "", None, root).key


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


def whole(folder: str) -> str:
    """A folder as the beginning of its photos' places."""
    return unicodedata.normalize("NFC", PurePath(folder).as_posix()).rstrip("/")
