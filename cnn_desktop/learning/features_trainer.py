"""Trains the head of a frozen network on features that were computed once, instead of on photos."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.loader import OnSkip, plan_batches
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import say
from cnn_desktop.learning.device import DeviceChoice
from cnn_desktop.learning.engine import head_is_last
from cnn_desktop.learning.engine_choice import choose_engine
from cnn_desktop.learning.features import (
    PLAIN,
    FeatureReader,
    Features,
    backbone_sha256,
    memory_needed,
    views_for,
)
from cnn_desktop.learning.features_store import checksum
from cnn_desktop.learning.models import Net
from cnn_desktop.learning.steps import Phase, QuickTrainer, Step, TrainBatch

RECORD = "features.json"
"""In the run's folder: what the head was trained on."""
_MOST_BYTES = 2 << 30
"""Of memory for features."""


class FeaturesRecord(msgspec.Struct, frozen=True):
    """`features.json`: which features a head was trained on."""

    stores: list[str]
    """Names of the cache's folders, a view each."""
    engine: str
    train_sha256: str
    """Of all training features, in the order of the photos."""
    val_sha256: str
    computed: int
    """Photos that were not in the cache."""


class FeatureTrainer(QuickTrainer):
    """A `steps.Trainer` whose head phase runs on cached features; the full phase is QuickTrainer's.

    Which view of a photo a batch takes follows from seed and epoch, so a resumed training takes the same ones.
    """

    def __init__(
        self,
        config: TrainConfig,
        net: Net,
        choice: DeviceChoice,
        files: Sequence[Path],
        labels: Sequence[int],
        threads: int,
        keep: bool = True,
    ) -> None:
        """`keep` False: the features stay in memory, the disk cache is left alone."""
        super().__init__(config, net, choice, files, labels, threads)
        self._keep = keep
        self._views = views_for(config.augmentation)
        self._table: torch.Tensor | None = None
        """[views, photos, …] on the device, once it is read."""
        self._readable = np.zeros(0, bool)
        self.reading_seconds = 0.0
        self.computed = 0
        """Photos that were not in the cache."""

    def read(
        self, val_files: Sequence[Path], on_skip: OnSkip, on_skip_val: OnSkip, control: Control, run: Path
    ) -> Generator[Event, None, Features | None]:
        """Computes the features, or finds them; returns those of `val_files`. None: this network cannot be cut.

        Raises StopRequested, with what is computed so far kept on disk.
        """
        needed = memory_needed(self.net, len(self.files), len(self._views)) + memory_needed(self.net, len(val_files), 1)
        if needed > _MOST_BYTES:
            yield Noted(
                say(
                    "What the backbone sees in {n} photos would take {gb:.1f} GB of memory, so it is computed in each epoch.",
                    n=len(self.files), gb=needed / 1e9,
                )
            )  # fmt: skip
            return None
        if not head_is_last(self.net, self.choice.device):
            return None
        if len(self._views) > 2:
            yield Noted(
                say("While only the last layer learns, each photo is shown in {n} fixed variants.", n=len(self._views))
            )
        began = time.monotonic()
        weights = backbone_sha256(self.net)
        count = len(self.files) + len(val_files)
        engine, reason = choose_engine(self.net, self.choice.device, weights, self.threads, count)
        yield Noted(say("The backbone is computed by {reason}.", reason=reason))
        reader = FeatureReader(self.net, engine, weights, self.threads, self._keep)
        choosing = time.monotonic() - began
        train = yield from reader.read(self.files, self._views, on_skip, control)
        val = yield from reader.read(val_files, [PLAIN], on_skip_val, control)
        self._table = torch.from_numpy(train.rows).to(self.choice.device)
        self._readable = train.readable
        self.reading_seconds, self.computed = choosing + train.seconds + val.seconds, train.computed + val.computed
        record = FeaturesRecord(
            [reader.facts(view).name for view in self._views], engine.name, checksum(train.rows), checksum(val.rows),
            self.computed,
        )  # fmt: skip
        write_bytes(run / RECORD, msgspec.json.format(msgspec.json.encode(record)))
        return val

    @property
    def on_features(self) -> bool:
        """True in a head phase whose features are there."""
        return self._table is not None

    def begin(self, phase: Phase, lr: float, steps: int, refine: bool) -> None:
        super().begin(phase, lr, steps, refine)
        if phase == "full":
            self._table = None  # the memory is wanted for the whole network

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        if not self.on_features:
            with contextlib.closing(super().batches(epoch, first_batch, on_skip)) as batches:
                yield from batches
            return
        assert self._table is not None
        order = np.random.default_rng((self.config.seed, epoch)).permutation(len(self.files))
        views = np.random.default_rng((self.config.seed, epoch, 1)).integers(len(self._table), size=len(self.files))
        labels = np.asarray(self.labels, np.int64)
        for number, batch in enumerate(plan_batches(order.tolist(), self.config.batch_size)):
            places = np.asarray(batch)[self._readable[batch]]
            if number >= first_batch and len(places):
                rows = self._table[torch.from_numpy(views[places]), torch.from_numpy(places)]
                yield TrainBatch(rows, labels[places], number)

    def step(self, batch: TrainBatch) -> Step:
        if not self.on_features:
            return super().step(batch)
        head = self.net.heads[0]
        head.train()
        labels = torch.from_numpy(batch.labels).to(self.choice.device)
        logits = head(batch.pixels)
        loss = self.criterion(logits, labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        self.schedule.step()
        return Step(loss.detach(), logits.detach(), labels)
