"""What reached a cut of the network, once, as a phase's material: the head or the last stages learn from it instead of photos."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip, plan_batches
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.learning.features.store import Dtype, unpack
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.training.batch_input import to_device
from cnn_desktop.learning.training.trainer import TrainBatch
from cnn_desktop.learning.tuning.compiled import Network
from cnn_desktop.learning.tuning.compute_plan import EngineName


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
        order = np.random.default_rng((seed, epoch)).permutation(count)
        variants = np.random.default_rng((seed, epoch, 1)).integers(len(self._table), size=count)
        for number, batch in enumerate(plan_batches(order.tolist(), self._config.batch_size)):
            places = np.asarray(batch)[self._readable[batch]]
            if number >= first_batch and len(places):
                rows = self._table[torch.from_numpy(variants[places]), torch.from_numpy(places)]
                yield TrainBatch(rows, to_device(self._labels[places], self._device), number)

    def inputs(self, batch: TrainBatch, part: slice) -> torch.Tensor:
        rows = unpack(batch.inputs[part].to(self._device), self._dtype)
        is_picture = rows.dim() == 4 and not self._cut.is_head
        return rows.contiguous(memory_format=torch.channels_last) if is_picture else rows
