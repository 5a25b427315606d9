"""Where a training stands, and the checkpoint that lets it go on exactly there."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import torch

from cnn_desktop.domain.config import MAX_IMAGE_SIZE, MIN_IMAGE_SIZE, TrainConfig
from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.domain.run import CHECKPOINT, CHECKPOINT_BEFORE, EPOCHS
from cnn_desktop.domain.text_out import as_csv, as_json
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.tensor_files import load_torch, save_torch
from cnn_desktop.learning.training.pace import Totals
from cnn_desktop.learning.training.trainer import Trainer

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

    def check(self) -> None:
        """Raises ValueError for what no training ever reaches."""
        counts = (self.phase, self.phase_epoch - 1, self.waited, self.next_batch, self.closing_epochs, self.best_epoch)
        if (
            min(counts) < 0
            or not MIN_IMAGE_SIZE <= self.image_size <= MAX_IMAGE_SIZE
            or [done.epoch for done in self.history] != list(range(1, self.epoch))
            or self.best_epoch >= self.epoch
        ):
            raise ValueError("standing")

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


def save_checkpoint(
    run: Path, config: TrainConfig, standing: Standing, net: Net, trainer: Trainer, phase: Phase, best: str
) -> None:
    """Writes everything needed to go on: settings, weights, optimiser, schedule, scaler, random numbers, position.

    `best`: the checksum of the best model, which lies in `run` already. The checkpoint before it stays.
    """
    content = {
        "config": as_json(config).decode(),
        "standing": msgspec.json.encode(standing).decode(),
        "weights": net.module.state_dict(),
        "phase": phase,
        "trainer": trainer.state(),
        "random": random_state(),
        "best": best,
    }
    save_torch(content, run / CHECKPOINT, run / CHECKPOINT_BEFORE)


class Checkpoint(NamedTuple):
    """What a training goes on from."""

    file: Path
    standing: Standing
    content: dict[str, Any]
    """The rest of what `save_checkpoint` has written."""
    config: TrainConfig | None
    """The settings it was trained with, whatever has become of the file of them; None in those of an earlier version."""

    @property
    def best(self) -> str:
        """The checksum of the best model; "": none yet, or not known (of an earlier version)."""
        return str(self.content.get("best", ""))


def checkpoints(run: Path) -> Iterator[Checkpoint | DataError]:
    """Those in `run`, the newest first, or what is wrong with each."""
    for file in (run / CHECKPOINT, run / CHECKPOINT_BEFORE):
        if os.path.lexists(file):
            try:
                yield _read(file)
            except DataError as error:
                yield error


def _read(file: Path) -> Checkpoint:
    """Raises DataError."""
    with using(file):
        content = load_torch(file)
        standing = from_json(content["standing"], Standing)
        standing.check()
        config = from_json(content["config"], TrainConfig) if "config" in content else None
        return Checkpoint(file, standing, content, config)


@contextlib.contextmanager
def using(file: Path) -> Iterator[None]:
    """Whatever does not fit in the checkpoint `file`, when it is used, becomes a DataError."""
    try:
        yield
    except (
        OSError, ArithmeticError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError,
    ) as error:  # fmt: skip
        raise DataError("{file} is damaged. Delete it to start training from the beginning.", file=str(file)) from error


def random_state() -> dict[str, Any]:
    """The state of every random number generator, as plain tensors, numbers and texts."""
    version, numbers, gauss = random.getstate()
    name, keys, position, has_gauss, cached = np.random.get_state()
    return {
        "python": [version, list(numbers), gauss],
        "numpy": [name, torch.from_numpy(np.asarray(keys).astype(np.int64)), position, has_gauss, cached],
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
    }


def restore_random_state(state: dict[str, Any]) -> None:
    """Puts back what `random_state` gave."""
    version, numbers, gauss = state["python"]
    random.setstate((version, tuple(numbers), gauss))
    name, keys, position, has_gauss, cached = state["numpy"]
    np.random.set_state((name, keys.numpy().astype(np.uint32), position, has_gauss, cached))
    torch.set_rng_state(state["torch"])
    if torch.cuda.is_available() and len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all(state["cuda"])


def save_history(run: Path, history: list[EpochDone]) -> None:
    """Writes epochs.csv, a row an epoch. A loss that is not a number is an empty field."""
    names = [name for name in EpochDone.__struct_fields__ if name != "epochs"]
    write_text(run / EPOCHS, as_csv(names, ([getattr(epoch, name) for name in names] for epoch in history)))
