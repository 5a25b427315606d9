"""Training: asked with the settings and a run folder, told epoch by epoch."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from cnn_desktop.domain.catalog import device_word, title_of
from cnn_desktop.domain.config import SETTING_NAMES, TrainConfig
from cnn_desktop.domain.decoding import Count, Seconds, Share
from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.events import Event, Fault, Result, Skipped
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.memory import less_memory
from cnn_desktop.domain.message import Message, duration, say
from cnn_desktop.domain.recipe import Phase

Doing = Literal["head", "stages", "full", "validate"]
"""What an epoch is at."""
_SENTENCES: dict[Doing, Message] = {
    "head": say("Training the new last layer, epoch {epoch} of {epochs}"),
    "stages": say("Training the last stages, epoch {epoch} of {epochs}"),
    "full": say("Training the whole network, epoch {epoch} of {epochs}"),
    "validate": say("Checking on the validation photos, epoch {epoch} of {epochs}"),
}


class Planned(Event, frozen=True):
    """What the training will do, sent once before the first epoch."""

    run: str
    model: str
    device: str
    device_reason: Message
    precision: str
    weights: Message
    """Where the start weights come from, in words."""
    classes: list[str]
    train_photos: Count
    val_photos: Count
    test_photos: Count
    head_epochs: Count
    epochs: Count
    """Of the whole network."""
    stage_epochs: Count = 0
    """Of the last stages, between the other two."""
    first_epoch: Count = 1
    """Above 1 when a stopped training is taken up again."""

    @property
    def total_epochs(self) -> int:
        return self.head_epochs + self.stage_epochs + self.epochs

    def message(self) -> Message:
        return say(
            "Training {model} on {device} with {train} {train:photo|photos} in {classes} {classes:class|classes}, "
            "checked on {val} {val:photo|photos} after each epoch.",
            model=title_of(self.model), device=device_word(self.device),
            train=self.train_photos, classes=len(self.classes), val=self.val_photos,
        )  # fmt: skip


class TrainProgress(Event, frozen=True):
    """Where the training is within an epoch. Means are over the photos since the last such event."""

    epoch: int
    """1-based."""
    epochs: int
    phase: Doing
    """"head" (frozen backbone), "stages" (the last ones learn too), "full" (whole network) or "validate"."""
    batch: int
    batches: int
    count: int
    """Photos since the last event."""
    loss: float | None
    """Mean over `count`; None during "validate", or when it is not a number."""
    accuracy: float
    images_per_second: float
    seconds_left: float | None = None
    """Of the whole training; None if unknown."""

    def message(self) -> Message:
        return say(_SENTENCES[self.phase].text, epoch=self.epoch, epochs=self.epochs)


class EpochDone(Event, frozen=True):
    """One epoch is trained and validated; its checkpoint is on disk."""

    epoch: Count
    epochs: Count
    phase: Phase
    train_loss: float | None
    """None when it is not a number: the training has diverged."""
    train_accuracy: Share
    val_loss: float | None
    val_accuracy: Share
    lr: float
    seconds: Seconds
    images_per_second: float
    best: bool
    """True when this is the best validation accuracy so far."""

    def message(self) -> Message:
        if self.train_loss is None or self.val_loss is None:
            return say(
                "Epoch {epoch} of {epochs}: the loss is no longer a number. Choose a smaller learning rate.",
                epoch=self.epoch, epochs=self.epochs,
            )  # fmt: skip
        return say(
            "Epoch {epoch} of {epochs}: loss {loss:.3f}, {val:.1%} of the validation photos right, {s:.0f} s.",
            epoch=self.epoch, epochs=self.epochs, loss=self.train_loss, val=self.val_accuracy, s=self.seconds,
        )  # fmt: skip


class Trained(Result, frozen=True):
    """The training is over and its best model saved."""

    run: str
    model: str
    device: str
    epochs: Count
    """Epochs done, the earlier ones of a resumed run included."""
    best_epoch: Count
    val_accuracy: Share
    loss: float | None
    """Last epoch's mean training loss."""
    seconds: Seconds
    """Training phase only."""
    images_per_second: float
    stopped: bool = False
    """True when the user stopped it early; the best model so far is kept."""
    skipped: list[Skipped] = msgspec.field(default_factory=list)

    def was_stopped(self) -> bool:
        return self.stopped

    def message(self) -> Message:
        if self.stopped:
            return say(
                "Stopped after {epochs} {epochs:epoch|epochs}. The best model so far is kept: {val:.1%} of the validation photos right.",
                epochs=self.epochs, val=self.val_accuracy,
            )  # fmt: skip
        return say(
            "Done in {time}: {val:.1%} of the validation photos right (epoch {best}).",
            time=duration(self.seconds), val=self.val_accuracy, best=self.best_epoch,
        )  # fmt: skip


class Train(Job, frozen=True):
    """Trains into the run folder `run`, whose config.toml and split.csv the window has written."""

    events: ClassVar[tuple[type[Event], ...]] = (Planned, TrainProgress, EpochDone, Trained)
    alone: ClassVar[bool] = True
    step: ClassVar[Step] = "training"
    pauses: ClassVar[bool] = True
    stays_awake: ClassVar[bool] = True
    tells: ClassVar[bool] = False
    of_run: ClassVar[bool] = True
    process: ClassVar[Message] = say("The training process")
    remedy: ClassVar[Message] = say(
        "The best model so far is kept. Train again, and report the problem if it happens again."
    )
    starved: ClassVar[Message] = say("The best model so far is kept. Choose a smaller batch size, then train again.")
    stopped: ClassVar[Message] = say("Training was stopped. If an epoch was finished, the best model so far is kept.")
    busy: ClassVar[Message] = say("Training is in progress. Wait until it has finished, or stop it first.")

    config: TrainConfig
    run: str
    resume: bool = False

    def when_starved(self) -> Message:
        match self.less():
            case Offer("batch_size", n):
                return say("The best model so far is kept. Set the batch size to {n} or less, then train again.", n=n)
            case Offer("image_size", n):
                return say("The best model so far is kept. Set the image size to {n} or less, then train again.", n=n)
        return say("The best model so far is kept. Choose a smaller model, then train again.")

    def less(self) -> Offer | None:
        return less_memory(self.config.batch_size, self.config.image_size)

    def fault(self, field: str) -> Fault | None:
        value = getattr(self.config, field) if field in SETTING_NAMES else None
        return Fault(field, value) if isinstance(value, int | float | str) else None
