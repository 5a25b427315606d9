"""What people change of a project's photos: labels, splits, exclusions, classes. A history that is only ever added to.

Each change is one revision with its corrections: what was, what is. Taking it back is another revision. What a folder
says of its photos is kept beside it and never overwrites it. Nothing on the disk of the photos changes.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.split_plan import SplitPlan, plan_as_text
from cnn_desktop.domain.text_out import as_json, as_text
from cnn_desktop.project.brake import hold_back
from cnn_desktop.project.database import MOST, Database

What = Literal["told", "label", "split", "excluded"]
SPLIT_PLAN = "split_plan"
"""Value kept with the project: the plan of its split that was chosen last."""
SUGGESTION = "suggestion"
"""Source of the revisions that label photos with a model's help (`project.fresh`): these photos train."""
_COLUMN: dict[What, str] = {"told": "told", "label": "correction", "split": "split", "excluded": "excluded"}
_NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")
_CLASS_NAME_LETTERS = 100
_Whole = Literal["own", "renamed", "plan"]
"""What a revision changes beside photos: the classes of one's own, what folders' classes are called, the split's plan."""
_CLASS_ROW: Any = tuple[str, _Whole, str | None, str | None]


class Revision(msgspec.Struct, frozen=True):
    """One change, as it stands in the history."""

    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    """Name of the user at this computer."""
    name: Message
    """What was done."""
    why: str = ""
    source: str = ""
    """Which check led to it; "" for none, "folder" for what reading the folder has found."""
    reverts: int | None = None
    """Number of the revision that this one takes back."""
    left: int = 0
    """Test photos that were meant too and that the brake has left as they are; told once, not kept in the history."""


class Correction(msgspec.Struct, frozen=True):
    """What a revision changed of one photo."""

    photo: int
    what: What
    old: str | None
    """For a label, None: as the folder says."""
    new: str | None
    score: float | None = None
    """Of the check that led to it."""


class Labels:
    """The history of a project's labels. Methods raise DataError when the disk fails, UsageError for what makes no sense.

    Each change returns its revision, or None when there was nothing to change.
    """

    def __init__(self, database: Database, after: Callable[[int], object] = lambda _: None) -> None:
        """`after` is called with the number of each revision, in its transaction, once what it says is made."""
        self._database, self._after = database, after

    def newest(self) -> int:
        """Number of the newest revision; 0 before the first."""
        return self._database.rows("SELECT coalesce(max(number), 0) FROM revisions", tuple[int])[0][0]

    def history(self, most: int = MOST) -> list[Revision]:
        """Newest first."""
        return self._revisions("ORDER BY number DESC LIMIT ?", most)

    def _revisions(self, which: str, value: int) -> list[Revision]:
        query = f"SELECT number, at, who, name, why, source, reverts FROM revisions {which}"
        rows = self._database.rows(query, tuple[int, str, str, str, str, str, int | None], (value,))
        return [Revision(*row[:3], from_json(row[3], Message), *row[4:]) for row in rows]

    def corrections(self, revision: int) -> list[Correction]:
        """Of one revision, by photo."""
        query = "SELECT photo, what, old, new, score FROM corrections WHERE revision = ? ORDER BY photo, what"
        rows = self._database.rows(query, tuple[int, What, str | None, str | None, float | None], (revision,))
        return [Correction(*row) for row in rows]

    # Photos

    def relabel(self, ids: Iterable[int], label: str, source: str = "", why: str = "") -> Revision | None:
        """The photos `ids` are of the class `label` from now on; the brake leaves test photos as they are.

        Raises UsageError when all that would change are such.
        """
        label = check_class_name(label)
        return self.relabel_each(((one, label) for one in ids), say("Label as “{label}”", label=label), source, why)

    def relabel_each(
        self, labels: Iterable[tuple[int, str]], name: Message, source: str = "", why: str = "", blind: bool = False
    ) -> Revision | None:
        """Each photo (its id, its class) is of that class from now on; see `relabel`. `blind`: agreed on in blind review."""

        def relabelled(db: sqlite3.Connection, number: int) -> int:
            _choose_values(db, labels)
            left = 0 if blind else hold_back(db)
            db.execute(
                "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?, id, 'label', correction, "
                "nullif(value, told) FROM temp.chosen CROSS JOIN photos USING (id) WHERE label <> value",
                (number,),
            )
            return left

        return self.change(name, relabelled, source, why)

    def exclude(self, ids: Iterable[int], source: str = "", why: str = "") -> Revision | None:
        """The photos `ids` are not used any more: not trained on, not tested on, not counted."""
        return self._set("excluded", ids, "1", say("Exclude photos"), source, why)

    def restore(self, ids: Iterable[int], source: str = "", why: str = "") -> Revision | None:
        """The photos `ids` are used again."""
        return self._set("excluded", ids, "0", say("Restore photos"), source, why)

    def split(
        self, splits: Iterable[tuple[int, Split]], source: str = "", why: str = "", plan: SplitPlan | None = None
    ) -> Revision | None:
        """Each photo (its id, its split) belongs to that split from now on; `plan` says so, and shares out what comes later."""
        if plan:
            plan.check()
        with self._database.changing() as db:
            _choose_values(db, splits)
            revision = self._begin(db, say("Split photos"), source, why)
            db.execute(
                "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?, id, 'split', split, value "
                "FROM temp.chosen CROSS JOIN photos USING (id) WHERE split <> value",
                (revision.number,),
            )
            if plan:
                self._note(db, revision, "", "plan", plan_as_text(plan))
            return self._finish(db, revision)

    def _set(self, what: What, ids: Iterable[int], value: str, name: Message, source: str, why: str) -> Revision | None:
        column = _COLUMN[what]
        with self._database.changing() as db:
            _choose(db, ids)
            revision = self._begin(db, name, source, why)
            db.execute(
                f"INSERT INTO corrections (revision, photo, what, old, new) SELECT :number, id, :what, {column}, :value "
                f"FROM temp.chosen CROSS JOIN photos USING (id) WHERE CAST({column} AS TEXT) <> :value",
                {"number": revision.number, "what": what, "value": value},
            )
            return self._finish(db, revision)

    # Classes

    def add_class(self, name: str) -> Revision | None:
        """There is a class `name`, also while no photo is of it."""
        name = check_class_name(name)
        with self._database.changing() as db:
            revision = self._begin(db, say("Add class “{name}”", name=name))
            self._own(db, revision, name, True)
            return self._finish(db, revision)

    def rename_class(self, old: str, new: str) -> Revision | None:
        """The class `old` is called `new`; where there is one of that name, both are one class from now on.

        Photos that come into the folder `old` later are of the class `new`, too.
        """
        _need_class(old)
        new = check_class_name(new)
        with self._database.changing() as db:
            is_merge = new in self.classes()
            words = say("Merge “{old}” into “{new}”") if is_merge else say("Rename “{old}” to “{new}”")
            name = msgspec.structs.replace(words, values={"old": old, "new": new})
            revision = self._begin(db, name)
            db.execute(
                "INSERT INTO corrections (revision, photo, what, old, new) SELECT :number, id, 'label', correction, "
                "nullif(:new, told) FROM photos WHERE label = :old AND label <> :new",
                {"number": revision.number, "old": old, "new": new},
            )
            for told in {old, *self._told_as(old)}:
                self._note(db, revision, told, "renamed", None if told == new else new)
            if self._owns(old):
                self._own(db, revision, old, False)
                self._own(db, revision, new, True)
            return self._finish(db, revision)

    def delete_class(self, name: str) -> Revision | None:
        """There is no class `name` any more: its photos are excluded."""
        _need_class(name)
        with self._database.changing() as db:
            revision = self._begin(db, say("Delete class “{name}”", name=name))
            db.execute(
                "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?, id, 'excluded', excluded, '1' "
                "FROM photos WHERE label = ? AND NOT excluded",
                (revision.number, name),
            )
            self._own(db, revision, name, False)
            return self._finish(db, revision)

    def classes(self) -> list[str]:
        """Sorted: of photos that are used, and those that a person has made."""
        query = (
            "SELECT label FROM photos WHERE here = 1 AND excluded = 0 AND label <> '' GROUP BY label UNION SELECT name FROM own_classes "
            "ORDER BY 1 LIMIT ?"
        )
        return [name for (name,) in self._database.rows(query, tuple[str], (MOST,))]

    def own_classes(self) -> list[str]:
        """Those that a person has made."""
        return [name for (name,) in self._database.rows("SELECT name FROM own_classes LIMIT ?", tuple[str], (MOST,))]

    def changed_plan(self, revision: int) -> bool:
        """Whether it changed the plan by which photos are shared out."""
        query = "SELECT 1 FROM class_corrections WHERE revision = ? AND what = 'plan'"
        return bool(self._database.rows(query, tuple[int], (revision,)))

    def renamed(self) -> dict[str, str]:
        """What a folder's class is called here, where that is something else."""
        return dict(self._database.rows("SELECT told, label FROM renamed LIMIT ?", tuple[str, str], (MOST,)))

    # The history

    def change(
        self, name: Message, fill: Callable[[sqlite3.Connection, int], int | None], source: str = "", why: str = ""
    ) -> Revision | None:
        """A revision of the corrections that `fill` writes for it, given its number; it says how many photos were left."""
        with self._database.changing() as db:
            revision = self._begin(db, name, source, why)
            left = fill(db, revision.number) or 0
            done = self._finish(db, revision)
            return msgspec.structs.replace(done, left=left) if done else None

    def take_told(self, told: Iterable[tuple[int, str]], source: str = "folder") -> Revision | None:
        """The folders of the photos (id, label) say another label than before: kept in the history as well."""
        with self._database.changing() as db:
            _choose_values(db, told)
            revision = self._begin(db, say("Photos are in other folders"), source)
            db.execute(
                "INSERT INTO corrections (revision, photo, what, old, new) SELECT ?, id, 'told', told, value "
                "FROM temp.chosen CROSS JOIN photos USING (id) WHERE told <> value",
                (revision.number,),
            )
            return self._finish(db, revision)

    def revert(self, number: int) -> Revision | None:
        """Takes the revision `number` back, as far as nothing newer has changed the same."""
        return self._repeat(number, "new", "old", number)

    def again(self, number: int) -> Revision | None:
        """Makes the revision `number`, which was taken back, once more."""
        return self._repeat(number, "old", "new", None)

    def _repeat(self, number: int, was: str, becomes: str, reverts: int | None) -> Revision | None:
        """What the revision `number` changed goes from its column `was` to its column `becomes`."""
        with self._database.changing() as db:
            found = self._revisions("WHERE number = ?", number)
            if not found:
                raise DataError(
                    "The history of the project {folder} does not contain this change. Open the project again.",
                    folder=str(self._database.folder),
                )
            done = found[0]
            revision = self._begin(db, done.name, done.source, done.why, reverts)
            for what, column in _COLUMN.items():
                db.execute(
                    f"INSERT INTO corrections (revision, photo, what, old, new, score) SELECT ?, photo, what, {was}, "
                    f"{becomes}, score FROM corrections JOIN photos ON id = photo WHERE revision = ? AND what = ? "
                    f"AND CAST({column} AS TEXT) IS {was}",
                    (revision.number, number, what),
                )
            query = f"SELECT class, what, {was}, {becomes} FROM class_corrections WHERE revision = ?"
            for name, what, old, new in self._database.rows(query, _CLASS_ROW, (number,)):
                if self._now(what, name) == old:
                    self._note(db, revision, name, what, new)
            return self._finish(db, revision)

    def _begin(
        self, db: sqlite3.Connection, name: Message, source: str = "", why: str = "", reverts: int | None = None
    ) -> Revision:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        revision = Revision(self.newest() + 1, now, user_name(), name, why, source, reverts)
        db.execute(
            "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?)",
            (revision.number, now, revision.who, as_json(name).decode(), why, source, reverts),
        )
        return revision

    def _finish(self, db: sqlite3.Connection, revision: Revision) -> Revision | None:
        """Makes what the corrections of `revision` say; without any, there is no revision."""
        number = revision.number
        for what, column in _COLUMN.items():
            db.execute(
                f"UPDATE photos SET {column} = c.new FROM corrections AS c WHERE c.revision = ? AND c.what = ? "
                f"AND c.photo = photos.id",
                (number, what),
            )
        changes = db.execute("SELECT class, what, new FROM class_corrections WHERE revision = ?", (number,)).fetchall()
        for name, what, new in changes:
            if what == "plan":
                self._database.keep_value(SPLIT_PLAN, new)
            else:
                _make(db, name, what, new)
        count = db.execute("SELECT count(*) FROM corrections WHERE revision = ?", (number,)).fetchone()[0]
        if count or changes:
            self._after(number)
            return revision
        db.execute("DELETE FROM revisions WHERE number = ?", (number,))
        return None

    def _own(self, db: sqlite3.Connection, revision: Revision, name: str, is_own: bool) -> None:
        self._note(db, revision, name, "own", "1" if is_own else None)

    def _note(self, db: sqlite3.Connection, revision: Revision, name: str, what: _Whole, new: str | None) -> None:
        old = self._now(what, name)
        if old != new:
            db.execute("INSERT INTO class_corrections VALUES (?, ?, ?, ?, ?)", (revision.number, name, what, old, new))

    def _now(self, what: _Whole, name: str) -> str | None:
        match what:
            case "plan":
                return text if isinstance(text := self._database.value(SPLIT_PLAN), str) else None
            case "renamed":
                return self.renamed().get(name)
            case "own":
                return "1" if self._owns(name) else None

    def _owns(self, name: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM own_classes WHERE name = ?", tuple[int], (name,)))

    def _told_as(self, label: str) -> Collection[str]:
        return [told for told, now in self.renamed().items() if now == label]


def _need_class(name: str) -> None:
    """Raises UsageError for "": photos that are not labelled yet are no class."""
    if not name:
        raise UsageError("These photos are not labelled yet, so they are not a class. Label them first.")


def check_class_name(name: str) -> str:
    """Without blanks around it. Raises UsageError."""
    name = name.strip()
    if not name:
        raise UsageError("A class needs a name. Type at least one letter.")
    if len(name) > _CLASS_NAME_LETTERS:
        raise UsageError("This name is too long for a class. Type {n} letters or fewer.", n=_CLASS_NAME_LETTERS)
    if not name.isprintable():
        raise UsageError("The name contains characters that cannot be shown. Type another one.")
    return name


def user_name() -> str:
    """Who works at this computer, as the session says; looking a number up may ask other computers."""
    named = next((name for key in _NAMES if (name := os.environ.get(key, "").strip())), "")
    return as_text(named) if named or not hasattr(os, "getuid") else str(os.getuid())


def _choose(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    _choose_values(db, ((number, None) for number in ids))


def _choose_values(db: sqlite3.Connection, values: Iterable[tuple[int, str | None]]) -> None:
    """The table `chosen` holds these photos (id, value)."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY, value TEXT)")
    db.execute("DELETE FROM temp.chosen")
    db.executemany("INSERT OR REPLACE INTO temp.chosen VALUES (?, ?)", ((int(one), value) for one, value in values))


def _make(db: sqlite3.Connection, name: str, what: str, new: str | None) -> None:
    """One change of a class."""
    table, column = ("own_classes", "name") if what == "own" else ("renamed", "told")
    if new is None:
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (name,))
    elif what == "own":
        db.execute("INSERT OR IGNORE INTO own_classes VALUES (?)", (name,))
    else:
        db.execute("INSERT OR REPLACE INTO renamed VALUES (?, ?)", (name, new))
