"""Trains the head, or the last stages, of a frozen network on what reached them once, instead of on photos."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Collection, Generator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip, plan_batches
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import Manner, Phase
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.features import (
    PLAIN,
    FeatureReader,
    Features,
    memory_needed,
    trunk_sha256,
    views_for,
)
from cnn_desktop.learning.features.store import Dtype, checksum, unpack
from cnn_desktop.learning.models.cut import Cut, head_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.steps import QuickTrainer, TrainBatch
from cnn_desktop.learning.training.validate import SeenPhotos
from cnn_desktop.learning.tuning.cut_choice import MOST_BYTES
from cnn_desktop.learning.tuning.device import DeviceChoice, true_float32

RECORD = "features.json"
"""In the run's folder: what was trained on."""
_TAIL_PHOTOS = 32


class FeaturesRecord(msgspec.Struct, frozen=True):
    """`features.json`: which features were trained on."""

    cut: str
    """The layer that they reach."""
    stores: list[str]
    """Names of the cache's folders, a view each."""
    engine: str
    train_sha256: str
    """Of all training features, in the order of the photos."""
    val_sha256: str
    computed: int
    """Photos that were not in the cache."""


class FeatureTrainer(QuickTrainer):
    """A `steps.Trainer` whose phases "head" and "stages" run on cached features; "full" is QuickTrainer's.

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
        self._tables: dict[Phase, torch.Tensor] = {}
        """Phase → [views, photos, …], packed; the head's on the device, the stages' beside it."""
        self._dtype: Dtype = "float32"
        """Of the stages' table."""
        self._readable = np.zeros(0, bool)
        self.reading_seconds = 0.0
        self.computed = 0
        """Photos that were not in the cache."""

    def read(
        self,
        phases: Collection[Phase],
        val_files: Sequence[Path],
        on_skip: OnSkip,
        on_skip_val: OnSkip,
        control: Control,
        run: Path,
    ) -> Generator[Event, None, dict[Phase, SeenPhotos]]:
        """Computes what `phases` learn from, or finds it; returns the same of `val_files`. A phase left out runs on photos.

        Raises StopRequested, with what is computed so far kept on disk.
        """
        learns_stages = "stages" in phases and self.cut is not None
        if learns_stages and not self.cut_fits:
            yield Noted(
                say("What reaches the last stages takes too much room to be kept, so it is computed in each epoch.")
            )
        cut = self.cut if learns_stages and self.cut_fits else None
        if cut is None and "head" in phases:
            found = self._head_cut(len(val_files))
            if isinstance(found, Message):
                yield Noted(found)
            else:
                cut = found
        if cut is None:
            return {}
        if len(self._views) > 2:
            yield Noted(say("While only a part learns, each photo is shown in {n} fixed variants.", n=len(self._views)))
        train, val = yield from self._read_at(cut, val_files, on_skip, on_skip_val, control, run)
        self._readable, self._dtype = train.readable, train.dtype
        rows = torch.from_numpy(val.rows[0])
        if cut.is_head:
            self._tables["head"] = torch.from_numpy(train.rows).to(self.choice.device)
            return {"head": SeenPhotos(cut, rows, val.readable)}
        checks: dict[Phase, SeenPhotos] = {"stages": SeenPhotos(cut, rows, val.readable)}
        self._tables["stages"] = torch.from_numpy(train.rows)
        if "head" in phases:
            began = time.monotonic()
            views = [self._through_tail(cut, view) for view in self._tables["stages"]]
            self._tables["head"] = torch.stack(views)
            checks["head"] = SeenPhotos(head_cut(self.net), self._through_tail(cut, rows), val.readable)
            self.reading_seconds += time.monotonic() - began
        return checks

    def _head_cut(self, val_photos: int) -> Cut | Message:
        """The cut before the head, or why what reaches the head is not kept."""
        cut = head_cut(self.net) if len(self.net.heads) == 1 else None
        if cut is None or not cut.holds(self.choice.device):
            return say(
                "The last layer of this network cannot be trained alone, so each epoch sends the photos through all of it."
            )
        needed = memory_needed(cut, len(self.files), len(self._views)) + memory_needed(cut, val_photos, 1)
        if needed > MOST_BYTES:
            return say("What the backbone sees takes too much memory to be kept, so it is computed in each epoch.")
        return cut

    def _read_at(
        self,
        cut: Cut,
        val_files: Sequence[Path],
        on_skip: OnSkip,
        on_skip_val: OnSkip,
        control: Control,
        run: Path,
    ) -> Generator[Event, None, tuple[Features, Features]]:
        """What reaches `cut` from the training photos, in all views, and from `val_files`, plain and in full precision."""
        began = time.monotonic()
        weights = trunk_sha256(cut)
        count = len(self.files) + len(val_files)
        engine, reason = choose_engine(cut, self.choice.device, weights, self.threads, count)
        yield Noted(say("The frozen part is computed by {reason}.", reason=reason))
        reader = FeatureReader(cut, engine, weights, self.threads, self._keep)
        choosing = time.monotonic() - began
        train = yield from reader.read(self.files, self._views, on_skip, control, half=not cut.is_head)
        val = yield from reader.read(val_files, [PLAIN], on_skip_val, control)
        self.reading_seconds, self.computed = choosing + train.seconds + val.seconds, train.computed + val.computed
        stores = [reader.facts(view, train.dtype).name for view in self._views]
        record = FeaturesRecord(cut.name, stores, engine.name, checksum(train.rows), checksum(val.rows), self.computed)
        write_bytes(run / RECORD, msgspec.json.format(msgspec.json.encode(record)))
        return train, val

    def _through_tail(self, cut: Cut, rows: torch.Tensor) -> torch.Tensor:
        """What reaches the head from what reached `cut`, [N, …], on the device."""
        self.net.module.eval()
        dtype: Dtype = "float32" if rows.dtype == torch.float32 else self._dtype
        with torch.no_grad(), true_float32():
            parts = [cut.head_inputs(unpack(part.to(self.choice.device), dtype)) for part in rows.split(_TAIL_PHOTOS)]  # type: ignore[no-untyped-call]
        return torch.cat(parts)

    @property
    def on_features(self) -> bool:
        """True in a phase that does not need the photos."""
        return self._phase in self._tables

    def begin(self, phase: Phase, lr: float, steps: int, manner: Manner) -> None:
        super().begin(phase, lr, steps, manner)
        if phase != "head":
            self._tables.pop("head", None)
        if phase == "full":
            self._tables.clear()  # the memory is wanted for the whole network

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        if not self.on_features:
            with contextlib.closing(super().batches(epoch, first_batch, on_skip)) as batches:
                yield from batches
            return
        self.net.train()
        table = self._tables[self._phase]
        order = np.random.default_rng((self.config.seed, epoch)).permutation(len(self.files))
        views = np.random.default_rng((self.config.seed, epoch, 1)).integers(len(table), size=len(self.files))
        labels = np.asarray(self.labels, np.int64)
        for number, batch in enumerate(plan_batches(order.tolist(), self.config.batch_size)):
            places = np.asarray(batch)[self._readable[batch]]
            if number >= first_batch and len(places):
                rows = table[torch.from_numpy(views[places]), torch.from_numpy(places)]
                yield TrainBatch(rows, labels[places], number, None)

    def _logits(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        if not self.on_features:
            return super()._logits(batch, part)
        if self._phase == "head" or self.cut is None:
            return self.net.heads[0](batch.pixels[part])
        rows = unpack(batch.pixels[part].to(self.choice.device), self._dtype)
        with self.autocast():
            return self.cut.tail(rows.contiguous(memory_format=torch.channels_last) if rows.dim() == 4 else rows)
