"""One training step on a batch: mixed precision, channels_last, fused optimisers; nothing in it waits for the device."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

import numpy as np
import torch
from torch import nn

from cnn_desktop.dataset.loader import OnSkip, load_batches, plan_batches
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.learning.device import DeviceChoice
from cnn_desktop.learning.models import Net
from cnn_desktop.learning.schedule import make_optimizer, make_schedule

Phase = Literal["head", "full"]


class Step(NamedTuple):
    """What a step gives, still on the device."""

    loss: torch.Tensor
    """Mean over the batch."""
    logits: torch.Tensor
    """[B, classes] float32."""
    labels: torch.Tensor
    """[B] int64."""


class TrainBatch(NamedTuple):
    """Photos of one step."""

    pixels: Any
    """uint8 [B, S, S, 3] (the course's loop: float32 [B, 3, S, S])."""
    labels: Any
    """int64 [B]."""
    number: int
    """Its place in the epoch, from 0."""


class Trainer(Protocol):
    """How an epoch's batches are made and learnt from: `QuickTrainer` here, or the course's loop in `course.py`."""

    resumes_within_epoch: bool

    def begin(self, phase: Phase, lr: float, steps: int, refine: bool) -> None:
        """Starts a phase of `steps` steps: a new optimiser and schedule.

        `refine`: the network is nearly right after its head epochs, and pretrained.
        """

    def batch_count(self) -> int: ...

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]: ...

    def step(self, batch: TrainBatch) -> Step: ...

    def lr(self) -> float: ...

    def state(self) -> dict[str, Any]: ...

    def restore(self, state: dict[str, Any]) -> None: ...


class QuickTrainer:
    """Our own loop: decode threads, bfloat16 where the hardware has it, fused optimisers."""

    resumes_within_epoch = True

    def __init__(
        self,
        config: TrainConfig,
        net: Net,
        choice: DeviceChoice,
        files: Sequence[Path],
        labels: Sequence[int],
        threads: int,
    ) -> None:
        self.config, self.net, self.choice, self.threads = config, net, choice, threads
        self.files, self.labels = files, labels
        net.module.to(choice.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.scaler = torch.amp.GradScaler(
            choice.device.partition(":")[0], enabled=choice.training_dtype == torch.float16
        )
        shape = (1, 3, 1, 1)
        self.mean = torch.tensor(net.preprocess.mean, device=choice.device).view(shape)
        self.std = torch.tensor(net.preprocess.std, device=choice.device).view(shape)
        self.criterion = nn.CrossEntropyLoss()

    def begin(self, phase: Phase, lr: float, steps: int, refine: bool) -> None:
        if phase == "head":
            self.net.freeze_backbone()
        else:
            self.net.unfreeze(still_norms=refine)
        self.optimizer = make_optimizer(self.config, self.net.learning_parameters(), lr, self.choice.device)
        self.schedule = make_schedule(self.config, self.optimizer, steps)

    def batch_count(self) -> int:
        return len(plan_batches(range(len(self.files)), self.config.batch_size))

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        order = np.random.default_rng((self.config.seed, epoch)).permutation(len(self.files)).tolist()
        with contextlib.closing(
            load_batches(
                self.files, self.labels, order, self.config.batch_size, self.net.preprocess, self.config.augmentation,
                self.config.seed, epoch, self.threads, on_skip, first_batch, reduced=True,
            )  # type: ignore[type-var]  # a generator, so it can be closed
        ) as batches:  # fmt: skip
            for batch in batches:
                yield TrainBatch(batch.pixels, batch.labels, batch.number)

    def step(self, batch: TrainBatch) -> Step:
        device, dtype = self.choice.device, self.choice.training_dtype
        self.net.train()
        with plain_memory_errors(device, len(batch.labels), self.net.preprocess.image_size):
            labels = torch.from_numpy(batch.labels).to(device, non_blocking=True)
            # uint8 [B, S, S, 3] travels, a quarter of float32; permuted it is channels_last already.
            photos = torch.from_numpy(batch.pixels).to(device, non_blocking=True).permute(0, 3, 1, 2).float()
            photos = photos.div_(255).sub_(self.mean).div_(self.std)
            with torch.autocast(device.partition(":")[0], dtype=dtype, enabled=dtype != torch.float32):
                logits = self.net.module(photos)
            logits = logits.float()
            loss = self.criterion(logits, labels)
            self.optimizer.zero_grad(set_to_none=True)
            self.scaler.scale(loss).backward()
            self.scaler.step(self.optimizer)
            self.scaler.update()
            self.schedule.step()
        return Step(loss, logits, labels)

    def lr(self) -> float:
        return float(self.schedule.get_last_lr()[0])

    def state(self) -> dict[str, Any]:
        return {
            "optimizer": self.optimizer.state_dict(),
            "schedule": {key: value for key, value in self.schedule.state_dict().items() if key != "lr_lambdas"},
            "scaler": self.scaler.state_dict(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict({**state["schedule"], "lr_lambdas": [None]})
        self.scaler.load_state_dict(state["scaler"])


@contextlib.contextmanager
def plain_memory_errors(device: str, photos: int, image_size: int) -> Iterator[None]:
    """Turns "out of memory" of any device into one sentence that says what to do."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        text = str(error).lower()
        # torch.OutOfMemoryError is a RuntimeError; the CPU's allocator raises a plain one.
        if (
            isinstance(error, MemoryError | torch.OutOfMemoryError)
            or "allocate memory" in text
            or "enough memory" in text
        ):
            raise DataError(
                "There is not enough memory on {device} for {photos} photos of {size} pixels at a time. "
                "Choose a smaller batch size or image size.",
                device=device, photos=photos, size=image_size,
            ) from error  # fmt: skip
        raise
