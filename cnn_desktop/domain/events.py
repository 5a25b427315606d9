"""What a job tells: one frozen struct an event, one JSON line on the wire, one sentence for the user (`str(event)`).

Jobs are generators of these. The wire form is documented by the structs themselves: `{"event": "epoch_done", ...}`.
Accuracies and probabilities are shares in 0..1, times are seconds.
"""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.catalog import find_architecture
from cnn_desktop.domain.message import ENGLISH, Message, Words, duration, say


def _tag(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


def _device_word(device: str) -> str:
    """A torch device as people call it: "CPU", "GPU", "GPU 1"."""
    kind, _, number = device.partition(":")
    return "CPU" if kind == "cpu" else f"GPU {number}".strip()


class Event(msgspec.Struct, frozen=True, tag_field="event", tag=_tag):
    """Base of all events."""

    def message(self) -> Message | None:
        """The event as a sentence; None when there is nothing to say."""
        return None

    def sentence(self, words: Words = ENGLISH) -> str:
        message = self.message()
        return message.render(words) if message else ""

    def __str__(self) -> str:
        return self.sentence()


class Ready(Event, frozen=True):
    """The child has finished its imports and reads commands."""

    seconds: float
    """From process start to here."""
    device: str = ""
    """What a job with device "auto" would run on; "" from a child without torch."""
    device_reason: Message | None = None


class Noted(Event, frozen=True):
    """A sentence for the log."""

    text: Message

    def message(self) -> Message:
        return self.text


class Warned(Event, frozen=True):
    """A sentence the user should see, though the job goes on."""

    text: Message

    def message(self) -> Message:
        return self.text


class Skipped(Event, frozen=True):
    """A photo that is left out."""

    path: str
    reason: Message

    def message(self) -> Message:
        return say("{file} is left out: {reason}", file=self.path, reason=self.reason)


class Progress(Event, frozen=True):
    """How far a job without epochs has come. Sent at most 10 times a second."""

    doing: Message
    done: int
    total: int
    per_second: float = 0.0
    seconds_left: float | None = None
    """None if unknown."""

    def message(self) -> Message:
        return say("{doing}: {done} of {total}", doing=self.doing, done=self.done, total=self.total)


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
    train_photos: int
    val_photos: int
    test_photos: int
    head_epochs: int
    epochs: int
    """Of the whole network."""
    stage_epochs: int = 0
    """Of the last stages, between the other two."""
    first_epoch: int = 1
    """Above 1 when a stopped training is taken up again."""

    @property
    def total_epochs(self) -> int:
        return self.head_epochs + self.stage_epochs + self.epochs

    def message(self) -> Message:
        architecture = find_architecture(self.model)
        return say(
            "Training {model} on {device} with {train} photos of {classes} classes; {val} photos check it after each epoch.",
            model=architecture.title if architecture else self.model, device=_device_word(self.device),
            train=self.train_photos, classes=len(self.classes), val=self.val_photos,
        )  # fmt: skip


class TrainProgress(Event, frozen=True):
    """Where the training is within an epoch. Means are over the photos since the last such event."""

    epoch: int
    """1-based."""
    epochs: int
    phase: str
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
        if self.phase == "validate":
            return say(
                "Checking with the validation photos, epoch {epoch} of {epochs}", epoch=self.epoch, epochs=self.epochs
            )
        if self.phase == "head":
            return say("Training the new last layer, epoch {epoch} of {epochs}", epoch=self.epoch, epochs=self.epochs)
        if self.phase == "stages":
            return say("Training the last stages, epoch {epoch} of {epochs}", epoch=self.epoch, epochs=self.epochs)
        return say("Training the whole network, epoch {epoch} of {epochs}", epoch=self.epoch, epochs=self.epochs)


class EpochDone(Event, frozen=True):
    """One epoch is trained and validated; its checkpoint is on disk."""

    epoch: int
    epochs: int
    phase: str
    train_loss: float | None
    """None when it is not a number: the training has diverged."""
    train_accuracy: float
    val_loss: float | None
    val_accuracy: float
    lr: float
    seconds: float
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


class Trained(Event, frozen=True):
    """The training is over and its best model saved."""

    run: str
    model: str
    device: str
    epochs: int
    """Epochs done, the earlier ones of a resumed run included."""
    best_epoch: int
    val_accuracy: float
    loss: float | None
    """Last epoch's mean training loss."""
    seconds: float
    """Training phase only."""
    images_per_second: float
    stopped: bool = False
    """True when the user stopped it early; the best model so far is kept."""
    skipped: list[Skipped] = []

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


class Evaluated(Event, frozen=True):
    """A test report is written. `report` is the path of its JSON (`domain.report.Report`)."""

    report: str
    accuracy: float
    accuracy_low: float
    accuracy_high: float
    n: int
    looks: int = 1
    """How often this run's test photos have been looked at, this time included."""

    def message(self) -> Message:
        return say(
            "{accuracy:.1%} of {n} photos right, between {low:.1%} and {high:.1%} (95 % interval).",
            accuracy=self.accuracy, low=self.accuracy_low, high=self.accuracy_high, n=self.n,
        )  # fmt: skip


class ClassScore(msgspec.Struct, frozen=True):
    """A class and its probability, 0..1."""

    name: str
    probability: float


class Predicted(Event, frozen=True):
    """One photo is classified."""

    id: str
    path: str
    scores: list[ClassScore]
    """All classes, most probable first."""

    def message(self) -> Message:
        best = self.scores[0]
        return say("{file}: {name}, {p:.1%}", file=self.path, name=best.name, p=best.probability)


class LayerRow(msgspec.Struct, frozen=True):
    """One layer of a model, in the order a photo passes through."""

    name: str
    kind: str
    """Class of the layer, e.g. "Conv2d"."""
    output: list[int]
    """Shape of its output for one photo, e.g. [C, H, W]."""
    parameters: int


class ModelDescribed(Event, frozen=True):
    """The layers of a model."""

    id: str
    model: str
    layers: list[LayerRow]
    parameters: int


class Scanned(Event, frozen=True):
    """A folder is read. `result` is the path of its JSON (`domain.photos.Scan`)."""

    id: str
    result: str
    photos: int
    classes: int
    skipped: int

    def message(self) -> Message:
        return say(
            "{photos} {photos:photo|photos} in {classes} classes, {skipped} left out.",
            photos=self.photos, classes=self.classes, skipped=self.skipped,
        )  # fmt: skip


class PictureReady(Event, frozen=True):
    """A small picture (thumbnail, augmentation preview) lies in the cache."""

    id: str
    path: str
    """The photo it was made from."""
    file: str
    """The picture; "" when the photo cannot be read, see `reason`."""
    reason: Message | None = None


class Stopping(Event, frozen=True):
    """The job heard Stop."""

    def message(self) -> Message:
        return say("Stopping…")


class Paused(Event, frozen=True):
    def message(self) -> Message:
        return say("Paused.")


class Resumed(Event, frozen=True):
    def message(self) -> Message:
        return say("Going on.")


class Failed(Event, frozen=True):
    """A job ended with an error. `details` is a traceback, "" for errors the user can mend."""

    text: Message
    id: str = ""
    field: str = ""
    """Setting at fault, "" if none."""
    details: str = ""

    def message(self) -> Message:
        return self.text


class JobDone(Event, frozen=True):
    """The child has finished the job `id` (well, or after a Failed) and waits for the next."""

    id: str = ""


class Ended(Event, frozen=True):
    """The child process is gone. Made by its owner, exactly once, never sent by the child."""

    outcome: str
    """"finished", "stopped", "failed" (it said why), "crashed" (it did not)."""
    text: Message
    details: str = ""

    def message(self) -> Message:
        return self.text


AnyEvent = (
    Ready | Noted | Warned | Skipped | Progress | Planned | TrainProgress | EpochDone | Trained | Evaluated | Predicted
    | ModelDescribed | Scanned | PictureReady | Stopping | Paused | Resumed | Failed | JobDone | Ended
)  # fmt: skip


def encode_event(event: Event) -> bytes:
    """One line of JSON, newline included."""
    return msgspec.json.encode(event) + b"\n"


def decode_event(line: bytes) -> Event:
    """Reads a line written by `encode_event`. Raises msgspec.DecodeError on anything else."""
    return msgspec.json.decode(line, type=AnyEvent)
