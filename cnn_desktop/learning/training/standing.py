"""Where a training stands: the next batch to train, what has been reached, what happened."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.training.pace import Totals

_GAIN = 0.999
"""A loss this much smaller is worth going on for."""


class Standing(msgspec.Struct):
    """Where the training is: the next batch to train, what has been reached, what happened."""

    model: str
    classes: list[str]
    image_size: int
    pretrained: bool
    weights: Message
    """Where the start weights came from, in words."""
    epoch: int = 1
    """1-based, head epochs included."""
    phase: int = 0
    """Place of the phase under way in the plan."""
    phase_epoch: int = 1
    """1-based, within the phase."""
    waited: int = 0
    """Epochs of the phase since the last that was clearly better than all before it."""
    cut: str = ""
    """The layer that the last stages to learn begin with; empty: none was chosen."""
    closing_epochs: int = 0
    """Of the whole network, added to the plan as there is time for them."""
    next_batch: int = 0
    """Sampler position: the epoch's order follows from seed and epoch, these batches of it are done."""
    totals: Totals = msgspec.field(default_factory=Totals)
    """Of the epoch so far."""
    epoch_seconds: float = 0.0
    """Of the epoch so far."""
    seconds: float = 0.0
    """Training phase of all epochs done."""
    train_seconds: float = 0.0
    """Of these without validation."""
    photos: int = 0
    """Trained on in all epochs done."""
    best_epoch: int = 0
    """0: no epoch has been validated yet."""
    best_accuracy: float = 0.0
    best_loss: float | None = None
    history: list[EpochDone] = []
    skipped: list[Skipped] = []

    def is_better(self, accuracy: float, loss: float | None) -> bool:
        """Higher validation accuracy; among equals the lower loss."""
        if loss is None:
            return False
        if self.best_epoch == 0 or accuracy > self.best_accuracy:
            return True
        return accuracy == self.best_accuracy and (self.best_loss is None or loss < self.best_loss)

    def next_phase(self) -> None:
        self.phase, self.phase_epoch, self.waited = self.phase + 1, 1, 0

    def finish_epoch(self, done: EpochDone) -> None:
        """Moves on to the next epoch."""
        loss, before = done.val_loss, self.best_loss
        gains = done.val_accuracy > self.best_accuracy or before is None or (loss is not None and loss < _GAIN * before)
        self.phase_epoch, self.waited = self.phase_epoch + 1, 0 if done.best and gains else self.waited + 1
        if done.best:
            self.best_epoch, self.best_accuracy, self.best_loss = done.epoch, done.val_accuracy, done.val_loss
        self.history.append(done)
        self.seconds += self.epoch_seconds
        self.photos += self.totals.count
        self.epoch, self.next_batch, self.totals, self.epoch_seconds = self.epoch + 1, 0, Totals(), 0.0
