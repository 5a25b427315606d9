"""Which phases learn from features: what the frozen part of a network sees is read once, before the first of them."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Noted
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.domain.run import FEATURES
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.reader import (
    PLAIN,
    FeatureReader,
    Features,
    memory_needed,
    trunk_sha256,
    variants_for,
)
from cnn_desktop.learning.features.store import Dtype, checksum, unpack
from cnn_desktop.learning.models.cut import Cut, head_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.materials import FeatureMaterial
from cnn_desktop.learning.training.run_photos import PhotoList
from cnn_desktop.learning.training.validate import SeenPhotos
from cnn_desktop.learning.tuning.compute_plan import EngineName
from cnn_desktop.learning.tuning.cut_choice import MOST_BYTES
from cnn_desktop.learning.tuning.device import true_float32

_TAIL_PHOTOS = 32


class FeaturesRecord(msgspec.Struct, frozen=True):
    """`features.json`: which features were trained on."""

    cut: str
    """The layer that they reach."""
    stores: list[str]
    """Names of the cache's folders, a variant of the photos each."""
    engine: str
    train_sha256: str
    """Of all training features, in the order of the photos."""
    val_sha256: str
    computed: int
    """Photos that were not in the cache."""


@dataclass
class FeaturePhases:
    """What phases learn from, and are checked with, instead of photos. A phase that is not here runs on photos."""

    materials: dict[Phase, FeatureMaterial] = field(default_factory=dict)
    checks: dict[Phase, SeenPhotos] = field(default_factory=dict)
    computed: int = 0
    """Photos that were not in the cache."""
    seconds: float = 0.0
    """That it took, without pauses."""


class FrozenPart:
    """Reads what the frozen part of `net` sees in the photos of a training."""

    def __init__(
        self, config: TrainConfig, net: Net, device: str, train: PhotoList, val: PhotoList, threads: int, keep: bool
    ) -> None:
        """`keep` False: the features stay in memory, the disk cache is left alone."""
        self._config, self._net, self._device = config, net, device
        self._train, self._val, self._threads, self._keep = train, val, threads, keep
        self._variants = variants_for(config.augmentation)

    def read(
        self,
        phases: Collection[Phase],
        stages: Cut | None,
        engine: EngineName | None,
        on_skip: tuple[OnSkip, OnSkip],
        control: Control,
        run: Path,
    ) -> Generator[Event, None, FeaturePhases]:
        """Computes what `phases` learn from, or finds it.

        `stages`: where the last stages begin, if what reaches them is to be kept. `engine`: the one to take; None: the
        quickest. `on_skip`: told of photos for training and for validation. Raises StopRequested, with what is
        computed so far kept on disk.
        """
        found, cut, with_head = FeaturePhases(), stages, "head" in phases
        if cut is None and with_head:
            head = self._head_cut()
            if isinstance(head, Message):
                yield Noted(head)
            else:
                cut = head
        if cut is None:
            return found
        if len(self._variants) > 2:
            yield Noted(
                say(
                    "While only some layers learn, each photo is shown in {n} fixed {n:variation|variations}.",
                    n=len(self._variants),
                )
            )
        train, val, named = yield from self._read_at(cut, engine, on_skip, control, run, found)
        rows, seen = torch.from_numpy(train.rows), SeenPhotos(cut, torch.from_numpy(val.rows[0]), val.readable)

        def add(phase: Phase, table: torch.Tensor, dtype: Dtype, checks: SeenPhotos) -> None:
            facts = (self._config, checks.cut, self._device, table, dtype, train.readable, self._train.labels, named)
            found.materials[phase], found.checks[phase] = FeatureMaterial(*facts), checks

        if cut.is_head:
            add("head", rows.to(self._device), train.dtype, seen)
            return found
        add("stages", rows, train.dtype, seen)
        if with_head:
            began = time.monotonic()
            table = torch.stack([self._through_tail(cut, variant, train.dtype) for variant in rows])
            inputs = self._through_tail(cut, seen.rows, "float32")
            add("head", table, "float32", SeenPhotos(head_cut(self._net), inputs, val.readable))
            found.seconds += time.monotonic() - began
        return found

    def _head_cut(self) -> Cut | Message:
        """The cut before the head, or why what reaches the head is not kept."""
        cut = head_cut(self._net) if len(self._net.heads) == 1 else None
        if cut is None or not cut.holds(self._device):
            return say(
                "The last layer of this network cannot be trained on its own, so every epoch goes through the "
                "whole network."
            )
        count = len(self._train.files) * len(self._variants) + len(self._val.files)
        if memory_needed(cut, count) > MOST_BYTES:
            return say(
                "There is not enough memory to keep the prepared photos, so they are prepared again in every epoch."
            )
        return cut

    def _read_at(
        self,
        cut: Cut,
        wanted: EngineName | None,
        on_skip: tuple[OnSkip, OnSkip],
        control: Control,
        run: Path,
        found: FeaturePhases,
    ) -> Generator[Event, None, tuple[Features, Features, EngineName]]:
        """What reaches `cut` from the training photos, in all variants, and from the others, plain and in full precision."""
        began = time.monotonic()
        weights = trunk_sha256(cut)
        train_files, val_files = self._train.files, self._val.files
        count = len(train_files) + len(val_files)
        engine, reason = choose_engine(cut, self._device, weights, self._threads, count, control, wanted)
        yield Noted(say("Layers that do not learn: {reason}", reason=reason))
        reader = FeatureReader(cut, engine, weights, self._threads, self._keep)
        choosing = time.monotonic() - began
        train = yield from reader.read(train_files, self._variants, on_skip[0], control, half=not cut.is_head)
        val = yield from reader.read(val_files, [PLAIN], on_skip[1], control)
        found.seconds, found.computed = choosing + train.seconds + val.seconds, train.computed + val.computed
        stores = [reader.facts(variant, train.dtype).name for variant in self._variants]
        record = FeaturesRecord(cut.name, stores, engine.name, checksum(train.rows), checksum(val.rows), found.computed)
        write_bytes(run / FEATURES, msgspec.json.format(msgspec.json.encode(record)))
        return train, val, engine.name

    def _through_tail(self, cut: Cut, rows: torch.Tensor, dtype: Dtype) -> torch.Tensor:
        """What reaches the head from what reached `cut`, [N, …], on the device."""
        self._net.module.eval()
        with torch.no_grad(), true_float32():
            parts = [cut.head_inputs(unpack(part.to(self._device), dtype)) for part in rows.split(_TAIL_PHOTOS)]  # type: ignore[no-untyped-call]
        return torch.cat(parts)
