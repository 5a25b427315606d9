"""An epoch's batches and the step on each: mixed precision, channels_last, fused optimisers; no step waits for the device."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import torch
from torch import nn

from cnn_desktop.dataset.pixels.augment import Changes, draw_changes, stored_side
from cnn_desktop.dataset.pixels.loader import OnSkip, load_batches, plan_batches
from cnn_desktop.dataset.pixels.source import PixelCache, StoredPhotos
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import Manner, Phase
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.average import AveragedWeights
from cnn_desktop.learning.training.batch_input import BatchInput
from cnn_desktop.learning.training.resident import ResidentPixels
from cnn_desktop.learning.training.schedule import make_optimizer, make_schedule
from cnn_desktop.learning.tuning.compiled import Compiling
from cnn_desktop.learning.tuning.device import DeviceChoice
from cnn_desktop.learning.tuning.memory import keep_freed_memory
from cnn_desktop.learning.tuning.precision import FEW_PHOTOS, choose_precision

SMOOTHING = 0.1
"""Label smoothing (Szegedy et al. 2016, section 7) where much learns for long: it could learn the photos by heart."""


class Step(NamedTuple):
    """What a step gives, still on the device."""

    logits: torch.Tensor
    """[B, classes] float32."""
    labels: torch.Tensor
    """[B] int64."""


class TrainBatch(NamedTuple):
    """Photos of one step."""

    pixels: Any
    """uint8 [B, s, s, 3] on the device (the course's loop: float32 [B, 3, S, S])."""
    labels: Any
    """int64 [B]."""
    number: int
    """Its place in the epoch, from 0."""
    changes: Changes | None = None
    """What the augmentation does to these photos."""


class Trainer(Protocol):
    """How an epoch's batches are made and learnt from: `QuickTrainer` here, or the course's loop in `course.py`."""

    resumes_within_epoch: bool

    def begin(self, phase: Phase, lr: float, steps: int, manner: Manner) -> None:
        """Starts a phase of `steps` steps: a new optimiser and schedule."""

    def batch_count(self) -> int: ...

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        """An epoch's batches from `first_batch` on; puts the network into training mode (or `step` does)."""

    def step(self, batch: TrainBatch) -> Step: ...

    def lr(self) -> float: ...

    def state(self) -> dict[str, Any]: ...

    def restore(self, state: dict[str, Any]) -> None: ...

    def shown(self) -> contextlib.AbstractContextManager[None]:
        """Meanwhile the network is what should be checked and kept."""


class QuickTrainer:
    """Our own loop: photos decoded once, changed in batches on the device, bfloat16 and compiling where they pay.

    A batch that is too large for the memory goes through the network in parts, which learn together as one batch.
    """

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
        if choice.device == "cpu":
            keep_freed_memory()
        self.cache = PixelCache()
        """Where decoded photos are kept, and who is told what a person should know."""
        self.note: Callable[[Message], None] = lambda message: None
        """Told what a person may want to know."""
        self.dtype = choice.training_dtype
        net.module.to(choice.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.scaler = torch.amp.GradScaler(
            choice.device.partition(":")[0], enabled=choice.training_dtype == torch.float16
        )
        self.cut: Cut | None = None
        """Where the tail begins that learns in the phase "stages"."""
        self.cut_fits = False
        """True when what reaches the cut can be kept."""
        self._input = BatchInput(net.preprocess, choice.device)
        self._most = config.batch_size + 1
        """Photos that go through the network at a time; a last photo may have joined a batch."""

    def begin(self, phase: Phase, lr: float, steps: int, manner: Manner) -> None:
        if phase == "head":
            self.net.freeze_backbone()
        elif phase == "stages":
            assert self.cut is not None
            self.cut.learn()
        else:
            self.net.unfreeze(still_norms=manner == "refine")
        is_long = phase == "stages" or manner == "modern"
        self.criterion = nn.CrossEntropyLoss(label_smoothing=SMOOTHING if is_long else 0.0)
        self.optimizer = make_optimizer(self.config, self.net.learning_parameters(), lr, self.choice.device)
        self.schedule = make_schedule(self.config, self.optimizer, steps, rises=is_long)
        self._average = AveragedWeights(self.net.module, steps) if manner == "modern" else None
        self._phase: Phase = phase
        self._steps = steps
        self._to_measure = self.choice.to_measure
        facts = f"{self.net.name} {phase} {self._input.size} {self.dtype}"
        self._compiling = Compiling(self.net.module, self.choice.device, self.config.batch_size, facts, self.note)

    def batch_count(self) -> int:
        return len(plan_batches(range(len(self.files)), self.config.batch_size))

    @functools.cached_property
    def _photos(self) -> StoredPhotos:
        wanted, size = self.config.augmentation, self.net.preprocess.image_size
        return self.cache.photos(self.files, stored_side(wanted, size), "reduced" if wanted.crop else "full")

    @functools.cached_property
    def _resident(self) -> ResidentPixels | None:
        return ResidentPixels.where_it_fits(self.choice.device, len(self.files), self._photos.side)

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        self.net.train()
        config, resident = self.config, self._resident
        order = np.random.default_rng((config.seed, epoch)).permutation(len(self.files)).tolist()
        changes = draw_changes(config.augmentation, len(self.files), config.seed, epoch)
        if resident is not None and resident.is_complete:
            labels = np.asarray(self.labels, np.int64)
            for number, places in enumerate(plan_batches(order, config.batch_size)):
                if number >= first_batch:
                    yield TrainBatch(resident.rows_of(places), labels[places], number, changes.of(places))
            return
        batches = load_batches(
            self._photos, self.labels, order, config.batch_size, self.threads, on_skip, first_batch
        )  # fmt: skip
        try:
            for batch in batches:
                pixels = to_device(batch.pixels, self.choice.device)
                if resident is not None:
                    resident.put(batch.indices, pixels)
                yield TrainBatch(pixels, batch.labels, batch.number, changes.of(batch.indices))
        finally:
            batches.close()
            self.cache.save()

    def step(self, batch: TrainBatch) -> Step:
        device, count = self.choice.device, len(batch.labels)
        labels = to_device(batch.labels, device)
        while True:
            try:
                if self._to_measure:
                    self._choose_precision(batch, labels)
                if not self._compiling.is_settled and not self.on_features and count <= self._most:
                    self._prepare_network(batch, labels)
                logits = self._gradients(batch, labels)
                break
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                if not self._can_halve(count):
                    raise _too_little_memory(device, min(count, self._most), self._input.size) from error
            # Only here is the error gone, and with it what the failed attempt had taken.
            self._halve(count)
        with plain_memory_errors(device, count, self._input.size):
            self.scaler.step(self.optimizer)
            self.scaler.update()
            self.schedule.step()
        if self._average is not None:
            self._average.update()
        return Step(logits, labels)

    def _gradients(self, batch: TrainBatch, labels: torch.Tensor) -> torch.Tensor:
        """Leaves the gradients of the batch's mean loss; returns the logits."""
        count, seen = len(labels), []
        self.optimizer.zero_grad(set_to_none=True)
        for places in np.array_split(np.arange(count), -(-count // self._most)):
            part = slice(int(places[0]), int(places[-1]) + 1)
            logits = self._logits(batch, part).float()
            loss = self.criterion(logits, labels[part]) * (len(places) / count)
            self.scaler.scale(loss).backward()
            seen.append(logits.detach())
        return torch.cat(seen)

    def _logits(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        """[n, classes] of a part of the batch."""
        changes = None if batch.changes is None else batch.changes.of(np.arange(len(batch.labels))[part])
        photos = self._input(batch.pixels[part], changes)
        with self.autocast():
            return self._compiling.network_for(len(photos))(photos)

    def autocast(self) -> torch.autocast:
        dtype = self.dtype
        return torch.autocast(self.choice.device.partition(":")[0], dtype=dtype, enabled=dtype != torch.float32)

    @property
    def on_features(self) -> bool:
        """True in a phase that does not need the photos."""
        return False

    def _choose_precision(self, batch: TrainBatch, labels: torch.Tensor) -> None:
        """On a phase's first batch."""
        if len(self.files) < FEW_PHOTOS or (self._phase == "head" and self.on_features):
            self.dtype, self._to_measure = torch.float32, False
            return

        def step(bfloat16: bool) -> None:
            self.dtype = torch.bfloat16 if bfloat16 else torch.float32
            self._gradients(batch, labels)

        facts = f"{self.net.name} {self._phase} {self.on_features} {self._input.size} {min(len(labels), self._most)}"
        with self._undisturbed():
            choice = choose_precision(facts, step)
        self.dtype, self._to_measure = torch.bfloat16 if choice.bfloat16 else torch.float32, False
        named = "bfloat16" if choice.bfloat16 else "float32"
        self.note(
            say("This part of the training computes in {precision}: {reason}.", precision=named, reason=choice.reason)
        )

    def _prepare_network(self, batch: TrainBatch, labels: torch.Tensor) -> None:
        with self._undisturbed():
            left = self._steps - self.schedule.last_epoch
            self._compiling.prepare(len(labels), left, lambda: self._gradients(batch, labels))

    @contextlib.contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Meanwhile gradients can be computed: BatchNorm's statistics and the random numbers will be as before."""
        buffers = [(buffer, buffer.clone()) for buffer in self.net.module.buffers()]
        device = self.choice.device
        with torch.random.fork_rng(devices=[device] if device.startswith("cuda") else []):
            try:
                yield
            finally:
                with torch.no_grad():
                    for buffer, earlier in buffers:
                        buffer.copy_(earlier)

    def _can_halve(self, count: int) -> bool:
        """BatchNorm needs two photos."""
        return min(count, self._most) >= (4 if self.net.has_batch_norm else 2)

    def _halve(self, count: int) -> None:
        self._most = -(-min(count, self._most) // 2)
        self.optimizer.zero_grad(set_to_none=True)
        if self.choice.device.startswith("cuda"):
            torch.cuda.empty_cache()
        self.cache.warn(
            say(
                "There is not enough memory on {device} for {photos} photos at a time, so each batch goes through the "
                "network in parts of {most}.",
                device=self.choice.device, photos=count, most=self._most,
            )
        )  # fmt: skip

    def shown(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext() if self._average is None else self._average.in_place()

    def lr(self) -> float:
        return float(self.schedule.get_last_lr()[0])

    def state(self) -> dict[str, Any]:
        return {
            "optimizer": self.optimizer.state_dict(),
            "schedule": {key: value for key, value in self.schedule.state_dict().items() if key != "lr_lambdas"},
            "scaler": self.scaler.state_dict(),
            "average": None if self._average is None else self._average.state(),
            "bfloat16": None if self._to_measure else self.dtype == torch.bfloat16,
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict({**state["schedule"], "lr_lambdas": [None]})
        self.scaler.load_state_dict(state["scaler"])
        if self._average is not None and state.get("average") is not None:
            self._average.restore(state["average"])
        if self._to_measure and state.get("bfloat16") is not None:
            self.dtype, self._to_measure = torch.bfloat16 if state["bfloat16"] else torch.float32, False


def to_device(values: np.ndarray, device: str) -> torch.Tensor:
    """Without waiting: a GPU fetches from pinned memory while it computes."""
    tensor = torch.from_numpy(values)
    return tensor.pin_memory().to(device, non_blocking=True) if device.startswith("cuda") else tensor.to(device)


def is_out_of_memory(error: RuntimeError | MemoryError) -> bool:
    """torch.OutOfMemoryError is a RuntimeError; the CPU's allocator raises a plain one."""
    text = str(error).lower()
    told = "allocate memory" in text or "enough memory" in text
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or told


@contextlib.contextmanager
def plain_memory_errors(device: str, photos: int, image_size: int) -> Iterator[None]:
    """Turns "out of memory" of any device into one sentence that says what to do."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            raise _too_little_memory(device, photos, image_size) from error
        raise


def _too_little_memory(device: str, photos: int, image_size: int) -> DataError:
    return DataError(
        "There is not enough memory on {device} for {photos} photos of {size} pixels at a time. "
        "Choose a smaller batch size or image size.",
        device=device, photos=photos, size=image_size,
    )  # fmt: skip
