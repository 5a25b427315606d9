"""Answers for many photos: the backbone on the quickest engine, its features found where they are known."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.reader import FeatureReader, trunk_sha256
from cnn_desktop.learning.features.variants import PLAIN
from cnn_desktop.learning.models.cut import Cut, head_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.validate import float32_logits, head_logits

MANY = 100
"""Fewer photos are answered sooner without any preparation."""
_NEAR_TIE = 1e-3
"""Two engines differ by at most 1e-4 in a probability: classes closer than this are decided by PyTorch."""


class QuickAnswers:
    """Within 1e-4 of the usual way's probabilities, with the same best class."""

    def __init__(self, net: Net, cut: Cut, threads: int, photos: int, control: Control) -> None:
        """For about `photos` photos; `cut`: before the head of `net`. See `for_many`."""
        self._net = net
        weights = trunk_sha256(cut)
        engine, _ = choose_engine(cut, "cpu", weights, threads, photos, control)
        self._reader = FeatureReader(cut, engine, weights, threads)

    @classmethod
    def for_many(cls, net: Net, device: str, threads: int, photos: int, control: Control) -> QuickAnswers | None:
        """None: take the usual way, as `photos` are few, the device is no CPU, or the network cannot be cut.

        Raises StopRequested.
        """
        if device != "cpu" or photos < MANY or len(net.heads) != 1:
            return None
        cut = head_cut(net)
        return cls(net, cut, threads, photos, control) if cut.holds(device) else None

    def logits(
        self, files: Sequence[Path], on_skip: OnSkip, control: Control, doing: Message
    ) -> Generator[Event, None, tuple[torch.Tensor, np.ndarray]]:
        """(logits [N, classes] float32 on the CPU, bool [N]: which photos could be read). Raises StopRequested.

        `doing`: what the person reads meanwhile.
        """
        net = self._net
        features = yield from self._reader.read(files, [PLAIN], on_skip, control, doing)
        if not features.readable.any():
            return torch.zeros(len(files), 1), features.readable
        logits = head_logits(net, torch.from_numpy(features.rows[0])).clone()  # out of inference mode, to be corrected
        best = logits.softmax(1).topk(2, dim=1).values
        for place in np.flatnonzero(features.readable & ((best[:, 0] - best[:, 1]).numpy() < _NEAR_TIE)).tolist():
            logits[place] = float32_logits(net, torch.from_numpy(net.preprocess(files[place]))[None])[0]
        return logits, features.readable
