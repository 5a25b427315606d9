"""Our own loop: mixed precision, channels_last, fused optimisers, compiling where it pays; no step waits for the device."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from torch import nn

from cnn_desktop.dataset.pixels.loader import OnSkip, plan_batches
from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.catalog import device_word
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import is_out_of_memory
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.message import say
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.average import AveragedWeights
from cnn_desktop.learning.training.loss import BatchLoss, weights_on
from cnn_desktop.learning.training.materials import PhotoMaterial
from cnn_desktop.learning.training.schedule import make_optimizer, make_schedule, restore_optimizer
from cnn_desktop.learning.training.trainer import Material, PhaseStart, Step, TrainBatch
from cnn_desktop.learning.tuning.compiled import Compiling, Network, can_compile
from cnn_desktop.learning.tuning.compute_plan import ComputePlan
from cnn_desktop.learning.tuning.device import DeviceChoice
from cnn_desktop.learning.tuning.memory import keep_freed_memory, plain_memory_errors, too_little_memory
from cnn_desktop.learning.tuning.precision import FEW_PHOTOS, choose_precision

SMOOTHING = 0.1
"""Label smoothing (Szegedy et al. 2016, section 7) where much learns for long: it could learn the photos by heart."""


class QuickTrainer:
    """A `trainer.Trainer`. A phase learns from photos, or from features where it is given them.

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
        cache: PixelCache,
    ) -> None:
        """`cache`: where decoded photos are kept; it also passes on what a person should know."""
        self.config, self.net, self.choice, self.cache = config, net, choice, cache
        self._count = len(files)
        self._weights = weights_on(choice.device, labels) if config.weighs_classes else None
        if choice.device == "cpu":
            keep_freed_memory()
        net.module.to(choice.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.scaler = torch.amp.GradScaler(self._kind, enabled=choice.training_dtype == torch.float16)
        self._photos = PhotoMaterial(config, net, choice.device, files, labels, threads, cache)
        self._told_of_no_compiler = False
        # A last photo may have joined a batch.
        self.plan = ComputePlan(choice.device, choice.precision, config.batch_size + 1)

    def begin(self, start: PhaseStart) -> None:
        phase, lr, steps, manner, cut, features = start
        if phase == "head":
            self.net.freeze_backbone()
        elif phase == "stages":
            assert cut is not None
            cut.learn()
        else:
            self.net.unfreeze(still_norms=manner == "refine")
        is_long = phase == "stages" or manner == "modern"
        self.loss = BatchLoss(SMOOTHING if is_long else 0.0, self._weights)
        self.optimizer = make_optimizer(self.config, self.net.learning_parameters(), lr, self.choice.device)
        self.schedule = make_schedule(self.config, self.optimizer, steps, rises=is_long)
        self._average = None
        if manner == "modern":
            self._average = AveragedWeights(self.net.module, steps)
        elif phase == "head":
            self._average = AveragedWeights(nn.ModuleList(self.net.heads), steps)
        self._phase, self._steps = phase, steps
        self._material: Material = self._photos if features is None else features
        self._compiled: Network | None = None
        """What full batches go through instead of the network itself. For others it would be compiled again."""
        is_light = phase == "head" and features is not None
        self._to_measure = self.choice.to_measure and not is_light and self._count >= FEW_PHOTOS
        self.plan = ComputePlan(
            device=self.choice.device,
            precision="float32" if is_light or self.choice.to_measure else self.choice.precision,
            most=self.plan.most,
            cut=cut.name if cut is not None and phase == "stages" else "",
            engine=self._material.engine,
        )

    def choose(self, first: TrainBatch, known: ComputePlan | None, control: Control) -> Generator[Event, None, None]:
        if known is not None:
            self._replan(precision=known.precision, most=min(known.most, self.plan.most))
            if known.precision == "float16" and not self.scaler.is_enabled():  # it was chosen on an older card
                self.scaler = torch.amp.GradScaler(self._kind)

        with self._undisturbed():
            if known is None and self._to_measure:
                yield from self._choose_precision(first, control)
            if known is None or known.compiled:
                yield from self._choose_network(first, control, is_new=known is None)

    def _choose_precision(self, first: TrainBatch, control: Control) -> Generator[Event, None, None]:
        def step(bfloat16: bool) -> None:
            control.stop_if_asked()
            self._replan(precision="bfloat16" if bfloat16 else "float32")
            self._in_memory(first, lambda: self._gradients(first))

        is_kept, size = self.plan.engine is not None, self.net.preprocess.image_size
        facts = f"{self.net.name} {self._phase} {is_kept} {size} {min(len(first.labels), self.plan.most)}"
        choice = choose_precision(facts, step)
        self._replan(precision="bfloat16" if choice.bfloat16 else "float32")
        named = self.plan.precision
        yield Noted(say("Number format for this part: {reason}.", precision=named, reason=choice.reason))

    def _choose_network(self, first: TrainBatch, control: Control, is_new: bool) -> Generator[Event, None, None]:
        """`is_new` False: it was compiled before, so nothing is weighed."""
        device, batch = self.choice.device, self.config.batch_size
        if self.plan.engine is not None or self._count < batch:
            return
        if not can_compile(device):
            if device.startswith("cuda") and not self._told_of_no_compiler:
                self._told_of_no_compiler = True
                yield Noted(
                    say("This copy of CNN Desktop has no compiler for graphics cards, so the network is used as it is.")
                )
            return
        # Only full batches are compiled for, and of the first one a photo may be missing.
        places = np.arange(batch) % len(first.labels)
        changes = None if first.changes is None else first.changes.of(places)
        full = TrainBatch(first.inputs[places], first.labels[places], first.number, changes)

        def step(network: Network | None) -> None:
            control.stop_if_asked()
            self._compiled = network
            if network is None:
                self._in_memory(full, lambda: self._gradients(full))
            else:
                self._gradients(full)

        facts = f"{self.net.name} {self._phase} {self.net.preprocess.image_size} {self.plan.dtype} {batch}"
        compiling = Compiling(self.net.module, device, facts, step)
        is_wanted = not is_new or compiling.is_worth_trying(self._steps - self.schedule.last_epoch)
        if is_wanted and batch <= self.plan.most:
            self._compiled = yield from compiling.compile()
        self._replan(compiled=self._compiled is not None)

    def batch_count(self) -> int:
        return len(plan_batches(range(self._count), self.config.batch_size))

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        self.net.train()
        with contextlib.closing(self._material.batches(epoch, first_batch, on_skip)) as batches:
            yield from batches

    def step(self, batch: TrainBatch) -> Step:
        logits = self._in_memory(batch, lambda: self._gradients(batch))
        with plain_memory_errors(self.choice.device, len(batch.labels), self.net.preprocess.image_size):
            self.scaler.step(self.optimizer)
            self.scaler.update()
            self.schedule.step()
        if self._average is not None:
            self._average.update()
        return Step(logits, batch.labels)

    def _gradients(self, batch: TrainBatch) -> torch.Tensor:
        """Leaves the gradients of the batch's mean loss; returns the logits."""
        count, plan, seen = len(batch.labels), self.plan, []
        self.optimizer.zero_grad(set_to_none=True)
        for places in np.array_split(np.arange(count), -(-count // plan.most)):
            part = slice(int(places[0]), int(places[-1]) + 1)
            inputs = self._material.inputs(batch, part)
            is_full = len(inputs) == self.config.batch_size
            network = self._compiled if self._compiled is not None and is_full else self._material.network
            with torch.autocast(self._kind, dtype=plan.dtype, enabled=plan.dtype != torch.float32):
                logits = network(inputs)
            logits = logits.float()
            self.scaler.scale(self.loss(logits, batch.labels, part)).backward()  # type: ignore[no-untyped-call]
            seen.append(logits.detach())
        return torch.cat(seen)

    def _in_memory(self, batch: TrainBatch, work: Callable[[], torch.Tensor]) -> torch.Tensor:
        """What `work` on `batch` gives, in parts half as large where the memory is too small. Raises DataError."""
        count, device, size = len(batch.labels), self.choice.device, self.net.preprocess.image_size
        while True:
            try:
                return work()
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                tried = min(count, self.plan.most)
                if tried < (4 if self.net.has_batch_norm else 2):  # BatchNorm needs two photos
                    raise too_little_memory(device, tried, size) from error
            # Only here is the error gone, and with it what the failed attempt had taken.
            self._replan(most=-(-tried // 2))
            self.optimizer.zero_grad(set_to_none=True)
            if self._kind == "cuda":
                torch.cuda.empty_cache()
            self.cache.warn(
                say(
                    "There is not enough memory on {device} for {photos} {photos:photo|photos} at a time, so the "
                    "photos of a batch are processed {most} at a time.",
                    device=device_word(device), photos=count, most=self.plan.most,
                )
            )  # fmt: skip

    @contextlib.contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Meanwhile gradients can be computed: BatchNorm's statistics and the random numbers will be as before."""
        buffers = [(buffer, buffer.clone()) for buffer in self.net.module.buffers()]
        with torch.random.fork_rng(devices=[self.choice.device] if self._kind == "cuda" else []):
            try:
                yield
            finally:
                with torch.no_grad():
                    for buffer, earlier in buffers:
                        buffer.copy_(earlier)

    @property
    def _kind(self) -> str:
        """The device without its number."""
        return self.choice.device.partition(":")[0]

    def _replan(self, **changes: Any) -> None:
        self.plan = msgspec.structs.replace(self.plan, **changes)

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
        }

    def restore(self, state: dict[str, Any]) -> None:
        restore_optimizer(self.optimizer, state["optimizer"])
        self.schedule.load_state_dict({**state["schedule"], "lr_lambdas": [None]})
        if state["scaler"]:  # none of a training on a CPU
            self.scaler.load_state_dict(state["scaler"])
        if self._average is not None and state.get("average") is not None:
            self._average.restore(state["average"])
        if self._to_measure and state.get("bfloat16") is not None:  # of a version that had no plans
            self._replan(precision="bfloat16" if state["bfloat16"] else "float32")
            self._to_measure = False
