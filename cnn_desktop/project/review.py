"""A person decides about suspects: the labels change as was said, the history tells who said so, and all of it can be taken back.

Where the suggestion is shown, the brake holds (`project.brake`). Blind opinions change nothing until people agree.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from cnn_desktop.domain.decisions import EXCLUDE, Said
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.jobs.base import Step as Place
from cnn_desktop.domain.message import Message, say
from cnn_desktop.project.blind import AgreedChange, check_reviewer
from cnn_desktop.project.brake import refusal, spared_words
from cnn_desktop.project.database import Database
from cnn_desktop.project.decisions import Decisions, Span, check_reason
from cnn_desktop.project.labels import Labels, Revision, check_class_name
from cnn_desktop.project.suspects import BLIND_SOURCE, CHECK_SOURCE, Suspects, now_called
from cnn_desktop.project.undo import PhotosChange, Step, photos_step, review_step

_NAMES: dict[str, tuple[Message, Message]] = {
    "keep": (say("Keep label “{label}”"), say("Keep {n} labels")),
    "suggested": (say("Label as “{label}”"), say("Take {n} suggestions")),
    "other": (say("Label as “{label}”"), say("Label as “{label}”")),
    "unsure": (say("Mark as unsure"), say("Mark {n} photos as unsure")),
    "exclude": (say("Exclude photos"), say("Exclude photos")),
    "agreed": (say("Labels agreed on in the second opinion"), say("Labels agreed on in the second opinion")),
}
"""What a step is called, of one photo and of many."""
_PICKED = (
    "CREATE TEMP TABLE IF NOT EXISTS picked (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, old TEXT NOT NULL, new TEXT, "
    "suggested TEXT NOT NULL, score REAL, rank INTEGER, split TEXT)"
)
_CHANGED = "INSERT INTO corrections (revision, photo, what, old, new, score) SELECT ?, photos.id"
_OF_PICKED = "score FROM temp.picked AS picked CROSS JOIN photos USING (id) WHERE"


class Made(NamedTuple):
    """What came of a decision, or of many made as one."""

    name: Message
    decisions: Span = (0, 0)
    revision: Revision | None = None
    """None: no label changed, and no photo was excluded."""
    note: Message | None = None
    """What else there is to say."""
    place: Place = "dataset"
    """Where labels were changed without a decision."""

    def step(self) -> Step:
        """That takes it back."""
        if self.decisions == (0, 0) and self.revision:
            return photos_step(self.revision, self.place)
        return review_step(self.name, self.revision.number if self.revision else 0, self.decisions)


class Review:
    """Every method is one transaction, or a part of one. Raises DataError when the disk fails, UsageError for what is refused."""

    def __init__(self, database: Database, labels: Labels, suspects: Suspects, decisions: Decisions) -> None:
        self._database, self._labels, self._suspects, self._decisions = database, labels, suspects, decisions

    def decide(self, ids: Iterable[int], kind: Said, new: str = "", reason: str = "") -> Made | None:
        """Says of each photo what `kind` means; `new`: the class, of "other". None: there are no such photos.

        Test and validation photos that the brake spares are left and counted. Raises UsageError when there are no others, and for
        photos without a suggestion of which it is to be taken.
        """
        label = check_class_name(new) if kind == "other" else ""
        with self._database.changing() as db:
            check = self._pick(db, ids, kind, label)
            spared = self._spare(db)
            made = self._make(db, check, CHECK_SOURCE, reason)
            if made and spared:
                made = made._replace(note=spared_words(spared))
            return made

    def give_opinion(self, photo: int, label: str, reviewer: str, reason: str = "") -> Made | None:
        """What `reviewer` takes a photo for who sees neither its label nor the suggestion: a class, "" for unsure, or `EXCLUDE`."""
        who = check_reviewer(reviewer)
        kind: Said = "exclude" if label == EXCLUDE else "other" if label else "unsure"
        with self._database.changing() as db:
            check = self._pick(db, [photo], kind, check_class_name(label) if kind == "other" else "")
            made = self._make(db, check, "", reason, who, blind=True)
            return made and made._replace(name=say("Second opinion of {reviewer}", reviewer=who))

    def apply(self, agreed: Iterable[AgreedChange]) -> Made | None:
        """The labels become what people agreed on who saw neither label nor suggestion. None: nothing to change."""
        with self._database.changing() as db:
            wanted = {one.id: one for one in agreed}
            check = self._pick(db, wanted, "unsure", "")
            db.executemany(
                "UPDATE temp.picked SET kind = 'agreed', new = ? WHERE id = ?",
                [(one.new, one.id) for one in wanted.values()],
            )
            return self._make(db, check, BLIND_SOURCE, "", blind=True)

    def make(self, change: PhotosChange) -> Made | None:
        """Undo and redo: what a step has changed of labels, and the decisions that led to it. None: nothing is left to do."""
        with self._database.changing() as db:
            revision = None
            if change.revision:
                labels = self._labels
                revision = labels.revert(change.revision) if change.is_back else labels.again(change.revision)
            if change.decisions != (0, 0):
                self._decisions.repeat(db, change.decisions, change.is_back, revision.number if revision else None)
                self._settle(db, change.decisions)
                return Made(say(""), change.decisions, revision)
            return Made(revision.name, revision=revision) if revision else None

    def _pick(self, db: sqlite3.Connection, ids: Iterable[int], kind: Said, new: str) -> int | None:
        """The table `picked` holds these photos and what is said of each; the id of the newest check."""
        found = self._suspects.newest()
        check = found[0] if found else None
        db.execute(_PICKED)
        db.execute("DELETE FROM temp.picked")
        # A label that was changed in this review is still the question: to keep it is to go back.
        db.executemany(
            "INSERT OR IGNORE INTO temp.picked SELECT photos.id, ?, photos.label, iif(d.kind IN ('suggested', 'other') "
            f"AND d.new = photos.label AND NOT d.blind AND d.check_id IS ?, {now_called('s.label')}, photos.label), "
            f"coalesce({now_called('s.suggested')}, ''), s.score, s.rank, iif(photos.label = '', NULL, split) FROM photos LEFT JOIN suspects AS s "
            "ON s.photo = photos.id AND s.check_id IS ? LEFT JOIN decisions AS d ON d.number = s.decision "
            "WHERE photos.id = ? AND here = 1",
            [(kind, check, check, int(one)) for one in ids],
        )
        match kind:
            case "suggested":
                (missing,) = db.execute("SELECT count(*) FROM temp.picked WHERE suggested = ''").fetchone()
                if missing:
                    raise UsageError("The label check suggests no class for this photo. Choose one yourself.")
                db.execute("UPDATE temp.picked SET new = suggested")
            case "other":
                db.execute(
                    "UPDATE temp.picked SET new = :label, kind = CASE WHEN suggested = :label THEN 'suggested' "
                    "WHEN new = :label THEN 'keep' ELSE 'other' END",
                    {"label": new},
                )
            case "exclude":
                db.execute("UPDATE temp.picked SET new = ''")
            case "unsure":
                db.execute("UPDATE temp.picked SET new = old")
        return check

    def _spare(self, db: sqlite3.Connection) -> int:
        """Takes those out that the brake spares: how many. Raises UsageError when there are no others."""
        spared, why = 0, None
        meant = "iif(kind = 'keep' AND new <> old, 'other', kind)"  # back to what another decision has changed
        for kind, split, count in db.execute(
            f"SELECT {meant}, split, count(*) FROM temp.picked GROUP BY 1, 2"
        ).fetchall():
            if refused := refusal(kind, split):
                spared, why = spared + count, refused
                db.execute(f"DELETE FROM temp.picked WHERE {meant} = ? AND split = ?", (kind, split))
        if why and not db.execute("SELECT 1 FROM temp.picked LIMIT 1").fetchone():
            raise UsageError(why.text)
        return spared

    def _make(
        self, db: sqlite3.Connection, check: int | None, source: str, reason: str, who: str = "", blind: bool = False
    ) -> Made | None:
        """The decisions that are picked, and with a `source` the change of labels they lead to."""
        reason = check_reason(reason)
        picked = db.execute("SELECT kind, new, count(*) OVER () FROM temp.picked ORDER BY id LIMIT 1").fetchone()
        if picked is None:
            return None
        kind, label, n = picked
        names = _NAMES.get(kind, _NAMES["other"])
        name = Message(names[n > 1].text, {"label": label, "n": n})
        span = self._decisions.add(db, check, reason, who, blind)
        revision = self._labels.change(name, _correct, source, reason) if source else None
        if revision:
            self._decisions.led_to(db, span, revision.number)
        self._settle(db, span)
        return Made(name, span, revision)

    def _settle(self, db: sqlite3.Connection, span: Span) -> None:
        if found := self._suspects.newest():
            first, last = map(int, span)
            self._decisions.settle(db, found[0], f"SELECT photo FROM decisions WHERE number BETWEEN {first} AND {last}")


def _correct(db: sqlite3.Connection, number: int) -> None:
    """The corrections of the revision `number`: what was picked."""
    db.execute(
        f"{_CHANGED}, 'label', correction, nullif(picked.new, told), {_OF_PICKED} kind NOT IN ('unsure', 'exclude') "
        "AND picked.new <> '' AND picked.new <> label",
        (number,),
    )
    db.execute(
        f"{_CHANGED}, 'excluded', '0', '1', {_OF_PICKED} kind IN ('exclude', 'agreed') AND picked.new = '' AND NOT excluded",
        (number,),
    )
    db.execute(
        f"{_CHANGED}, 'excluded', '1', '0', {_OF_PICKED} kind NOT IN ('unsure', 'exclude') AND picked.new <> '' AND excluded",
        (number,),
    )
