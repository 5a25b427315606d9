"""The job that runs, how the newest one ended, and notices: plain data, and how each event changes it."""

from __future__ import annotations

import traceback
from typing import Literal

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import Offer, UserError
from cnn_desktop.domain.events import (
    Event,
    Failed,
    Fault,
    Noted,
    Outcome,
    Paused,
    Progress,
    Ready,
    Resumed,
    Stopping,
    Warned,
)
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.jobs.train import EpochDone, Planned, TrainProgress
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.kit.words import QT_WORDS, tr

Kind = Literal["info", "warning", "error"]


class Notice(msgspec.Struct, frozen=True):
    """Something to tell the user in the message bar."""

    kind: Kind
    text: str
    """One sentence, already in the user's language."""
    details: str = ""
    """Traceback or last lines of a child's error output, "" if none."""
    about: str = ""
    """What it is about, so that it can be taken away once that went well: "opening" a folder or project, or `asks`."""
    asks: str = ""
    """Key of a child that hangs (`Children.silent`): whether to wait for it or to stop it is asked."""
    offer: Offer | None = None
    """A setting to change with one click."""
    place: str = ""
    """A file or folder that was saved, to be shown in its folder; "" for none."""


def offer_words(offer: Offer) -> str:
    """On the button that takes it."""
    if offer.field == "batch_size":
        return tr("Use batch size {n}", n=offer.value)
    return tr("Use image size {n}", n=offer.value)


def notice_of(event: Warned | Noted | Failed) -> Notice:
    """What a child says to the user, for the message bar."""
    if isinstance(event, Failed):
        return Notice("error", event.text.render(QT_WORDS), event.details)
    return Notice("warning" if isinstance(event, Warned) else "info", event.text.render(QT_WORDS))


def notice_of_error(error: BaseException) -> Notice:
    """What the user reads about an error: its own sentence, or that nobody foresaw it, with the traceback as details."""
    if isinstance(error, UserError):
        return Notice("error", error.message.render(QT_WORDS))
    text = tr(
        "Something went wrong ({error}). Your photos and projects are safe. If it happens again, copy the details "
        "and report the problem.",
        error=type(error).__name__,
    )
    return Notice("error", text, "".join(traceback.format_exception(error)))


class JobState(msgspec.Struct, frozen=True):
    """The job that has the strip; `kind` None when none has."""

    kind: type[Job] | None = None
    """Asked for what it says of itself, never compared."""
    sentence: Message | None = None
    """What is happening, e.g. "Training the new last layer, epoch 2 of 5"."""
    phase: Literal["", "start", "head", "stages", "full", "validate"] = ""
    """Of a training."""
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
        return self.kind is not None

    @property
    def step(self) -> Step | Literal[""]:
        """The step the job belongs to; "" when none runs."""
        return self.kind.step if self.kind else ""

    @property
    def shown_by(self) -> Step | Literal[""]:
        """The step whose page shows how the job goes; "" when only the strip does, or none runs."""
        return "" if self.kind is None or self.kind.tells else self.kind.step

    @property
    def may_pause(self) -> bool:
        """True of a job that one would rather hold, or keep, than lose."""
        return self.kind is not None and self.kind.pauses

    def progress(self, doing: Message) -> Progress:
        """How far it is, for a busy page; `doing` until the job has said what it does."""
        return Progress(self.sentence or doing, self.done, self.total, self.rate, self.seconds_left)


class ResultNow(msgspec.Struct, frozen=True):
    """How the newest job whose step shows its result ended; kept until the next such job starts."""

    step: Step
    outcome: Outcome
    text: str
    """One sentence in the user's language."""
    details: str = ""
    run: str = ""
    fault: Fault | None = None
    """What it was refused for."""
    offer: Offer | None = None
    """What it would need less memory with."""

    def problems(self, config: TrainConfig) -> dict[str, str]:
        """Field → why the job was refused, as long as the setting has the value that it was refused for."""
        if self.fault is None or getattr(config, self.fault.field) != self.fault.value:
            return {}
        return {self.fault.field: self.text}

    def offered(self, config: TrainConfig) -> Offer | None:
        """What is offered as long as the setting is larger."""
        return self.offer if self.offer and getattr(config, self.offer.field) > self.offer.value else None

    @property
    def is_bad(self) -> bool:
        """True when the job did not do what it should, and nobody had stopped it."""
        return self.outcome in ("failed", "crashed")


IDLE = JobState()


def after(state: JobState, event: Event) -> JobState:
    """`state` once `event` has arrived. Events without a say in it leave it as it is."""
    changes: dict[str, object] = {}
    match event:
        case Ready() if state.phase == "start" and state.kind and state.kind.of_run:
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
            return msgspec.structs.replace(state, stopping=True, paused=False, sentence=event.message())
    if state.stopping:  # what was on its way does not take that back
        changes = {name: value for name, value in changes.items() if name not in ("sentence", "paused")}
    return msgspec.structs.replace(state, **changes) if changes else state


def moved_on(before: JobState, now: JobState) -> bool:
    """True when more than the progress within an epoch has changed."""
    return _told_of(before) != _told_of(now)


def _told_of(state: JobState) -> tuple[object, ...]:
    return (state.kind, state.phase, state.epoch, state.epochs, state.paused, state.stopping, state.run)


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
