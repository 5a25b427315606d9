"""What a training asks of a trainer, and a trainer of what a phase learns from. The trainers: `quick_trainer`, `course_trainer`."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from typing import Any, NamedTuple, Protocol

import torch

from cnn_desktop.dataset.pixels.augment import Changes
from cnn_desktop.dataset.pixels.loader import OnSkip
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.recipe import Manner, Phase
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.tuning.compiled import Network
from cnn_desktop.learning.tuning.compute_plan import ComputePlan, EngineName


class Step(NamedTuple):
    """What a step gives, still on the device."""

    logits: torch.Tensor
    """[B, classes] float32."""
    labels: torch.Tensor
    """[B] int64."""


class TrainBatch(NamedTuple):
    """What one step learns from."""

    inputs: torch.Tensor
    """[B, …], as the maker of the batch keeps it: pixels, or features."""
    labels: torch.Tensor
    """int64 [B]."""
    number: int
    """Its place in the epoch, from 0."""
    changes: Changes | None = None
    """What the augmentation does to these photos."""


class Material(Protocol):
    """What a phase learns from: photos, or what reached a cut from them."""

    @property
    def engine(self) -> EngineName | None:
        """What has sent the photos through the frozen part; None: each epoch does."""

    @property
    def network(self) -> Network:
        """What learns: what `inputs` gives → logits [n, classes]."""

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        """An epoch's batches from `first_batch` on."""

    def inputs(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        """Of a part of a batch: [n, …] on the device."""


class PhaseStart(NamedTuple):
    """What a phase begins with."""

    phase: Phase
    lr: float
    steps: int
    manner: Manner = "plain"
    cut: Cut | None = None
    """Where the last stages begin."""
    features: Material | None = None
    """What it learns from; None: from photos."""


class Trainer(Protocol):
    """How an epoch's batches are made and learnt from."""

    resumes_within_epoch: bool
    plan: ComputePlan
    """How the phase computes. A step for which the memory was too small leaves another one."""

    def begin(self, start: PhaseStart) -> None:
        """Starts a phase: a new optimiser and schedule."""

    def choose(self, first: TrainBatch, known: ComputePlan | None, control: Control) -> Generator[Event, None, None]:
        """Before a phase's first step: makes `plan` from a trial on its batch, or from what is `known`.

        Weights, statistics and random numbers stay as they are. Raises StopRequested.
        """

    def batch_count(self) -> int: ...

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        """An epoch's batches from `first_batch` on; puts the network into training mode (or `step` does)."""

    def step(self, batch: TrainBatch) -> Step: ...

    def lr(self) -> float: ...

    def state(self) -> dict[str, Any]:
        """What a checkpoint keeps beside the network: optimiser, schedule, scaler."""

    def restore(self, state: dict[str, Any]) -> None: ...

    def shown(self) -> contextlib.AbstractContextManager[None]:
        """Meanwhile the network is what should be checked and kept."""
