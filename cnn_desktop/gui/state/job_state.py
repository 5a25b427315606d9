"""The running job and other small facts of a session as plain data, and how each event changes them."""

from __future__ import annotations

import time
from typing import Literal

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event, Failed, Noted, Paused, Progress, Ready, Resumed, Stopping, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Planned, TrainProgress
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.kit.words import QT_WORDS

JobKind = Literal["", "train", "evaluate", "scan", "sample", "weights"]


class Notice(msgspec.Struct, frozen=True):
    """Something to tell the user in the message bar."""

    kind: Literal["info", "warning", "error"]
    text: str
    """One sentence, already in the user's language."""
    details: str = ""
    """Traceback or last lines of a child's error output, "" if none."""
    about: Literal["", "opening"] = ""
    """What it is about, so that it can be taken away once that went well: "opening" a folder or project."""
    job: str = ""
    """Id of the question to a child that failed, "" if none did."""


def notice_of(event: Warned | Noted | Failed) -> Notice:
    """What a child says to the user, for the message bar."""
    kind: Literal["info", "warning", "error"] = "info"
    if isinstance(event, Failed):
        return Notice("error", event.text.render(QT_WORDS), event.details, job=event.id)
    if isinstance(event, Warned):
        kind = "warning"
    return Notice(kind, event.text.render(QT_WORDS))


class ProjectInfo(msgspec.Struct, frozen=True):
    """The open project."""

    path: str
    """The NAME.cnnproj folder."""
    name: str
    folder: str = ""
    """The first folder of photos."""
    read_only: bool = False
    """True when another window has it open."""


class JobState(msgspec.Struct, frozen=True):
    """The job that runs now; `kind` "" when none does."""

    kind: JobKind = ""
    sentence: Message | None = None
    """What is happening, e.g. "Training the new last layer, epoch 2 of 5"."""
    phase: str = ""
    """Of a training: "start", "head", "full" or "validate"."""
    epoch: int = 0
    epochs: int = 0
    fraction: float | None = None
    """0..1 of the whole job; None while unknown."""
    done: int = 0
    total: int = 0
    """Of a job without epochs, 0 while unknown."""
    rate: float = 0.0
    """Photos a second, 0 while unknown."""
    seconds_left: float | None = None
    paused: bool = False
    stopping: bool = False
    run: str = ""
    """Id of the run that is trained or tested."""

    @property
    def running(self) -> bool:
        return self.kind != ""


class ResultNow(msgspec.Struct, frozen=True):
    """How the newest training or test of this session ended; kept until the next job starts."""

    kind: JobKind
    outcome: str
    """"finished", "stopped", "failed" or "crashed", as in `events.Ended`."""
    text: str
    """One sentence in the user's language."""
    details: str = ""
    run: str = ""


IDLE = JobState()


def started(kind: JobKind, sentence: Message, run: str = "") -> JobState:
    """The state right after a job was asked for."""
    return JobState(kind=kind, sentence=sentence, phase="start", run=run)


def stop_asked(state: JobState) -> JobState:
    """The state right after Stop was pressed, before the child has answered."""
    return after(state, Stopping())


def after(state: JobState, event: Event) -> JobState:
    """`state` once `event` has arrived. Events without a say in it leave it as it is."""
    changes: dict[str, object] = {}
    match event:
        case Ready() if state.phase == "start":
            changes = {"sentence": say("Loading the model and photos")}
        case Planned():
            changes = {"sentence": event.message(), "epochs": event.total_epochs, "fraction": 0.0}
        case TrainProgress():
            changes = _within_epoch(event)
        case EpochDone():
            share = min(1.0, event.epoch / max(1, event.epochs))
            changes = {
                "sentence": _doing(event), "phase": event.phase, "epoch": event.epoch, "epochs": event.epochs,
                "fraction": share, "done": 0, "total": 0,
            }  # fmt: skip
            if state.total:  # what was measured was another step's
                changes |= {"rate": event.images_per_second, "seconds_left": None}
        case Progress():
            part = min(1.0, event.done / event.total) if event.total > 0 else None
            changes = {
                "sentence": event.doing, "fraction": part, "rate": event.per_second, "seconds_left": event.seconds_left,
                "done": event.done, "total": event.total,
            }  # fmt: skip
        case Paused():
            changes = {"paused": True}
        case Resumed():
            changes = {"paused": False}
        case Stopping():
            changes = {"stopping": True, "paused": False, "sentence": event.message()}
    return msgspec.structs.replace(state, **changes) if changes else state


def _within_epoch(event: TrainProgress) -> dict[str, object]:
    """An epoch's validation counts as its end: it is short, and the bar must never go back."""
    share = 1.0 if event.phase == "validate" else event.batch / max(1, event.batches)
    return {
        "sentence": event.message(),
        "phase": event.phase,
        "epoch": event.epoch,
        "epochs": event.epochs,
        "fraction": min(1.0, (event.epoch - 1 + share) / max(1, event.epochs)),
        "rate": event.images_per_second,
        "seconds_left": event.seconds_left,
        "done": 0,
        "total": 0,
    }


def _doing(event: EpochDone) -> Message | None:
    """What was done in the epoch, for epochs too short to tell of progress."""
    return TrainProgress(
        event.epoch, event.epochs, event.phase, 1, 1, 0, None, event.train_accuracy, event.images_per_second
    ).message()


ONE_GO = 2.0
"""Seconds between two letters or two turns of a number that still are one change."""


class SettingsHistory:
    """Undo and redo of the training settings: each field is a step, and so is all that is typed or turned in one go."""

    def __init__(self, config: TrainConfig) -> None:
        self.config = config
        self._past: list[TrainConfig] = []
        self._future: list[TrainConfig] = []
        self._last_fields: frozenset[str] = frozenset()
        self._last_time = 0.0

    def change(self, changed: TrainConfig) -> bool:
        """Takes `changed` as the settings; False when it equals what is."""
        if changed == self.config:
            return False
        before, now = msgspec.structs.asdict(self.config), msgspec.structs.asdict(changed)
        fields = frozenset(name for name in now if now[name] != before[name])
        numbers = all(isinstance(now[name], int | float) and not isinstance(now[name], bool) for name in fields)
        moment = time.monotonic()
        in_one_go = fields == self._last_fields and len(fields) == 1 and numbers and moment - self._last_time < ONE_GO
        if not (self._past and in_one_go):
            self._past.append(self.config)
        self._last_fields, self._last_time = fields, moment
        self._future.clear()
        self.config = changed
        return True

    def undo(self) -> bool:
        """Back to the settings before the last change; False when there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Takes the last `undo` back; False when there is none."""
        return self._step(self._future, self._past)

    def _step(self, source: list[TrainConfig], other: list[TrainConfig]) -> bool:
        if not source:
            return False
        other.append(self.config)
        self.config = source.pop()
        self._last_fields = frozenset()
        return True

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)
