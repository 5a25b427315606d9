"""Undo of a project: its steps, each with a name, a place and what it changes; kept with the project, so across restarts.

All of it is plain data that never changes. A new kind of change is one class beside `SettingsChange` and `PhotosChange`.
"""

from __future__ import annotations

import time
from typing import Any, Literal

import msgspec

from cnn_desktop.domain.config import SETTING_NAMES, TrainConfig
from cnn_desktop.domain.decoding import Unreadable, as_kind, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.jobs.base import Step as Place
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.labels import SUGGESTION, Revision

MOST = 200
"""Steps that are kept."""
ONE_GO = 2.0
"""Seconds between two letters or two turns of a number that still are one change."""

PLACES: dict[str, Place] = {"model": "model", "weights": "model", "augmentation": "dataset"}
"""Where a setting is chosen; all others: "training"."""
REVIEWED_IN: Place = "labels"
"""Where decisions about labels are shown."""


class SettingsChange(msgspec.Struct, frozen=True, tag_field="kind", tag="settings"):
    """Settings of the next training, by the names of `TrainConfig`'s fields, as plain values."""

    before: dict[str, Any]
    after: dict[str, Any]

    def turned(self) -> SettingsChange:
        """The opposite."""
        return SettingsChange(self.after, self.before)

    def joined(self, earlier: Change) -> SettingsChange | None:
        """Both as one when this goes on turning the one number that `earlier` changed; else None."""
        if not isinstance(earlier, SettingsChange):
            return None
        values = list(self.after.values())
        is_number = len(values) == 1 and isinstance(values[0], int | float) and not isinstance(values[0], bool)
        return (
            SettingsChange(earlier.before, self.after)
            if is_number and self.after.keys() == earlier.after.keys()
            else None
        )

    def applied(self, config: TrainConfig) -> TrainConfig:
        """`config` with the change made. Raises Unreadable when it is of another version."""
        return as_kind(msgspec.to_builtins(config) | self.after, TrainConfig)


class PhotosChange(msgspec.Struct, frozen=True, tag_field="kind", tag="photos"):
    """What a revision of the labels changed (`project.labels`), and the decisions that led to it."""

    revision: int
    """0: no label changed."""
    is_back: bool = False
    """Whether it is to be taken back."""
    decisions: tuple[int, int] = (0, 0)
    """First and last number of those that were made as one (`project.decisions`); (0, 0): none."""

    def turned(self) -> PhotosChange:
        """The opposite."""
        return msgspec.structs.replace(self, is_back=not self.is_back)

    def joined(self, earlier: Change) -> None:
        """Each is a step of its own."""


Change = SettingsChange | PhotosChange


class Step(msgspec.Struct, frozen=True):
    """One change that can be taken back."""

    name: Message
    """What was changed, e.g. "Learning rate"."""
    place: Place
    """Where that is shown."""
    change: Change
    when: float
    """Seconds since 1970; 0 once nothing may join it any more."""


class Steps(msgspec.Struct, frozen=True):
    """The steps that were made, and those that were taken back; of each the newest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def add(self, step: Step) -> Steps:
        """With `step` made. All that is typed or turned in one go is one step; what was taken back is gone."""
        last = self.done[-1] if self.done and not self.undone else None
        if last and 0 <= step.when - last.when < ONE_GO and (both := step.change.joined(last.change)):
            undone = both.before == both.after  # turned there and back
            return Steps(self.done[:-1] if undone else (*self.done[:-1], msgspec.structs.replace(step, change=both)))
        return Steps((*self.done, step)[-MOST:])

    def undo(self) -> Steps:
        """With the newest step taken back. Raises IndexError when there is none."""
        return Steps(self.done[:-1], (*self.undone, msgspec.structs.replace(self.done[-1], when=0.0)))

    def redo(self) -> Steps:
        """With the step taken back last made again. Raises IndexError when there is none."""
        return Steps((*self.done, self.undone[-1]), self.undone[:-1])


def settings_step(before: TrainConfig, after: TrainConfig) -> Step | None:
    """The step from one to the other; None when they are equal."""
    old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    fields = [name for name in new if new[name] != old[name]]
    if not fields:
        return None
    change = SettingsChange({name: old[name] for name in fields}, {name: new[name] for name in fields})
    first = next((name for name in SETTING_NAMES if name in fields), "recipe")
    return Step(SETTING_NAMES[first], PLACES.get(first, "training"), change, time.time())


def photos_step(revision: Revision, place: Place = "dataset") -> Step:
    """The step that `revision` is; `place`: where it was made."""
    place = REVIEWED_IN if revision.source == SUGGESTION else place
    return Step(revision.name, place, PhotosChange(revision.number), time.time())


def review_step(name: Message, revision: int, decisions: tuple[int, int]) -> Step:
    """The step that these decisions are; `revision`: the change of labels they led to, 0 for none."""
    return Step(name, REVIEWED_IN, PhotosChange(revision, decisions=decisions), time.time())


def keep_steps(database: Database, steps: Steps) -> None:
    """Writes them into the project. Raises DataError."""
    rows = [(False, step) for step in steps.done] + [(True, step) for step in steps.undone]
    with database.changing() as db:
        db.execute("DELETE FROM steps")
        db.executemany(
            "INSERT INTO steps VALUES (?, ?, ?)",
            [(place, undone, as_json(step).decode()) for place, (undone, step) in enumerate(rows)],
        )


def load_steps(database: Database) -> Steps:
    """Reads them; none when one is damaged or of another version."""
    try:
        query = "SELECT undone, step FROM steps ORDER BY place LIMIT ?"
        rows = database.rows(query, tuple[Literal[0, 1], str], (2 * MOST,))
        steps = [(undone, from_json(text, Step)) for undone, text in rows]
        for _, step in steps:
            for change in (step.change, step.change.turned()):
                if isinstance(change, SettingsChange):
                    change.applied(TrainConfig(data=""))
    except (DataError, Unreadable):
        return Steps()
    return Steps(*(tuple(step for undone, step in steps if undone == which) for which in (0, 1)))
