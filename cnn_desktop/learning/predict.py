"""Classifies photos with a finished run's model."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import torch

from cnn_desktop.dataset.loader import load_batches
from cnn_desktop.dataset.pixel_source import DecodedPhotos
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import ClassScore, Event, Predicted, Skipped
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.device import choose_device
from cnn_desktop.learning.photos import decode_threads
from cnn_desktop.learning.saved import load_trained
from cnn_desktop.learning.steps import plain_memory_errors
from cnn_desktop.learning.validate import float32_logits, photos_at_a_time


class Predictor:
    """Keeps the model of `run` loaded, so that the next photo comes at once. Raises UserError."""

    def __init__(self, run: Path, device: str = "auto") -> None:
        self.device = choose_device(device).device
        self.net, self.facts = load_trained(run, self.device)

    def predict(self, id: str, paths: Sequence[str], control: Control) -> Iterator[Event]:
        """A `Predicted` for each photo in the order given; a `Skipped` for one that cannot be read."""
        told: dict[int, Skipped] = {}

        def on_skip(index: int, reason: Message) -> None:
            told[index] = Skipped(path=paths[index], reason=reason)

        batches = load_batches(
            DecodedPhotos(paths, self.net.preprocess.image_size), [0] * len(paths), range(len(paths)),
            photos_at_a_time(self.device), min(decode_threads(), len(paths)), on_skip,
        )  # fmt: skip
        with contextlib.closing(batches):
            for batch in batches:
                if control.stopping:
                    return
                with plain_memory_errors(self.device, len(batch.indices), self.net.preprocess.image_size):
                    photos = torch.from_numpy(self.net.preprocess.normalise(batch.pixels)).to(self.device)
                    probabilities = float32_logits(self.net, photos).softmax(1).tolist()
                for index, shares in zip(batch.indices, probabilities, strict=True):
                    yield from _pop_before(told, index)
                    scores = [ClassScore(name, share) for name, share in zip(self.facts.classes, shares, strict=True)]
                    scores.sort(key=lambda score: -score.probability)
                    yield Predicted(id=id, path=paths[index], scores=scores)
        yield from _pop_before(told, len(paths))


def _pop_before(told: dict[int, Skipped], index: int) -> Generator[Event, None, None]:
    for known in sorted(key for key in told if key < index):
        yield told.pop(known)
