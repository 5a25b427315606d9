"""What phases learn from: photos, decoded once and changed in batches on the device, or features that were read once."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np
import torch

from cnn_desktop.dataset.balance import photos_of_epoch
from cnn_desktop.dataset.pixels.augment import draw_changes, kept_how, stored_side
from cnn_desktop.dataset.pixels.loader import OnSkip, load_batches, plan_batches
from cnn_desktop.dataset.pixels.source import ChosenPhotos, PixelCache, StoredPhotos
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.features.store import Dtype, unpack
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.batch_input import BatchInput, to_device
from cnn_desktop.learning.training.resident import ResidentPixels
from cnn_desktop.learning.training.trainer import TrainBatch
from cnn_desktop.learning.tuning.compiled import Network
from cnn_desktop.learning.tuning.compute_plan import EngineName


class PhotoMaterial:
    """A `trainer.Material` of pixels, uint8 [B, s, s, 3] on the device."""

    engine: None = None

    def __init__(
        self,
        config: TrainConfig,
        net: Net,
        device: str,
        files: Sequence[Path],
        labels: Sequence[int],
        threads: int,
        cache: PixelCache,
    ) -> None:
        """`cache`: where decoded photos are kept."""
        self._config, self._net, self._device = config, net, device
        self._files, self._labels, self._threads, self._cache = files, labels, threads, cache
        self._input = BatchInput(net.preprocess, device)

    @property
    def network(self) -> Network:
        return self._net.module

    @functools.cached_property
    def _photos(self) -> StoredPhotos:
        wanted, preprocess = self._config.augmentation, self._net.preprocess
        side = stored_side(wanted, preprocess.image_size)
        return self._cache.photos(self._files, side, kept_how(wanted), preprocess.tones)

    @functools.cached_property
    def _resident(self) -> ResidentPixels | None:
        return ResidentPixels.where_it_fits(self._device, len(self._files), self._photos.side)

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        config, resident = self._config, self._resident
        photos = photos_of_epoch(self._labels, config.balanced_sampling, config.seed, epoch)
        numbers = np.asarray(self._labels, np.int64)[photos]
        # Of `photos`: one that is shown twice is changed in two ways.
        order = np.random.default_rng((config.seed, epoch)).permutation(len(photos)).tolist()
        changes = draw_changes(config.augmentation, len(photos), config.seed, epoch)
        if resident is not None and resident.is_complete:
            for number, places in enumerate(plan_batches(order, config.batch_size)):
                if number >= first_batch:
                    labels = to_device(numbers[places], self._device)
                    yield TrainBatch(resident.rows_of(photos[places]), labels, number, changes.of(places))
            return

        def skipped(place: int, reason: Message) -> None:
            on_skip(int(photos[place]), reason)

        source = ChosenPhotos(self._photos, photos)
        batches = load_batches(source, numbers, order, config.batch_size, self._threads, skipped, first_batch)
        try:
            with contextlib.closing(batches):
                for batch in batches:
                    pixels, labels = (to_device(values, self._device) for values in (batch.pixels, batch.labels))
                    if resident is not None:
                        resident.put(photos[batch.indices], pixels)
                    yield TrainBatch(pixels, labels, batch.number, changes.of(batch.indices))
        finally:
            self._cache.save()

    def inputs(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        changes = None if batch.changes is None else batch.changes.of(np.arange(len(batch.labels))[part])
        return self._input(batch.inputs[part], changes)


class FeatureMaterial:
    """A `trainer.Material` of features, packed.

    Which variant of a photo a batch takes follows from seed and epoch, so a resumed training takes the same ones.
    """

    def __init__(
        self,
        config: TrainConfig,
        cut: Cut,
        device: str,
        table: torch.Tensor,
        dtype: Dtype,
        readable: np.ndarray,
        labels: Sequence[int],
        engine: EngineName,
    ) -> None:
        """`table`: [variants, photos, …] as `dtype` packs it. `readable`: bool [photos]."""
        self._config, self._cut, self._device, self.engine = config, cut, device, engine
        self._table, self._dtype, self._readable = table, dtype, readable
        self._labels = np.asarray(labels, np.int64)

    @property
    def network(self) -> Network:
        return self._cut.tail

    def batches(self, epoch: int, first_batch: int, on_skip: OnSkip) -> Generator[TrainBatch, None, None]:
        seed, count = self._config.seed, len(self._labels)
        photos = photos_of_epoch(self._labels.tolist(), self._config.balanced_sampling, seed, epoch)
        order = np.random.default_rng((seed, epoch)).permutation(count)
        variants = np.random.default_rng((seed, epoch, 1)).integers(len(self._table), size=count)
        for number, batch in enumerate(plan_batches(order.tolist(), self._config.batch_size)):
            shown = np.asarray(batch)[self._readable[photos[batch]]]
            if number >= first_batch and len(shown):
                places = photos[shown]
                rows = self._table[torch.from_numpy(variants[shown]), torch.from_numpy(places)]
                yield TrainBatch(rows, to_device(self._labels[places], self._device), number)

    def inputs(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        rows = unpack(batch.inputs[part].to(self._device), self._dtype)
        is_picture = rows.dim() == 4 and not self._cut.is_head
        return rows.contiguous(memory_format=torch.channels_last) if is_picture else rows
