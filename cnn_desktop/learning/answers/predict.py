"""Classifies photos with a finished run's model."""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip, load_batches
from cnn_desktop.dataset.pixels.source import DecodedPhotos
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.answers.quick import MANY, QuickAnswers
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.pace import Ticker, progress
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.training.validate import float32_logits, network_input, photos_at_a_time
from cnn_desktop.learning.tuning.device import choose_device
from cnn_desktop.learning.tuning.out_of_memory import plain_memory_errors

T = TypeVar("T")

CLASSIFYING = say("Classifying")
_MOST_TOGETHER = 1024
"""Photos that are answered together where there are many; the first ones come sooner."""

Answers = Generator[tuple[list[int], torch.Tensor] | Event, None, None]
"""Places of some photos and their probabilities [n, classes]; and what is told meanwhile."""


class Predictor:
    """Keeps the model of `run` loaded, so that the next photo comes at once. Raises UserError."""

    def __init__(self, run: Path, device: str = "auto") -> None:
        self.device = choose_device(device).device
        self.net, self.facts = load_trained(run, self.device)
        self._quick: QuickAnswers | None = None

    def predict(self, paths: Sequence[str], control: Control) -> Iterator[Event]:
        """A `Predicted` for each photo in the order given; a `Skipped` for one that cannot be read. Of many, Progress.

        Raises StopRequested.
        """
        told: dict[int, Skipped] = {}

        def on_skip(index: int, reason: Message) -> None:
            told[index] = Skipped(path=paths[index], reason=reason)

        if self._quick is None:
            self._quick = QuickAnswers.for_many(self.net, self.device, decode_threads(), len(paths), control)
        are_many = self._quick is not None and len(paths) >= MANY
        answers = self._many(paths, on_skip, control) if are_many else self._few(paths, on_skip, control)
        with contextlib.closing(answers):
            for answer in answers:
                if isinstance(answer, Event):
                    yield answer
                    continue
                for index, shares in zip(answer[0], answer[1].tolist(), strict=True):
                    yield from _pop_before(told, index)
                    scores = [ClassScore(name, share) for name, share in zip(self.facts.classes, shares, strict=True)]
                    scores.sort(key=lambda score: -score.probability)
                    yield Predicted(path=paths[index], scores=scores)
        yield from _pop_before(told, len(paths))

    def _few(self, paths: Sequence[str], on_skip: OnSkip, control: Control) -> Answers:
        batches = load_batches(
            DecodedPhotos(paths, self.net.preprocess.image_size), [0] * len(paths), range(len(paths)),
            photos_at_a_time(self.device), min(decode_threads(), len(paths)), on_skip,
        )  # fmt: skip
        ticker, began, done = Ticker(), time.monotonic(), 0
        with contextlib.closing(batches):
            for batch in batches:
                control.stop_if_asked()
                with plain_memory_errors(self.device, len(batch.indices), self.net.preprocess.image_size):
                    photos = network_input(self.net.preprocess, batch.pixels, self.device)
                    yield batch.indices, float32_logits(self.net, photos).softmax(1)
                done += len(batch.indices)
                if len(paths) >= MANY and ticker.due():
                    ticker.restart()
                    yield progress(CLASSIFYING, done, len(paths), time.monotonic() - began)

    def _many(self, paths: Sequence[str], on_skip: OnSkip, control: Control) -> Answers:
        assert self._quick is not None
        start, most = 0, MANY
        while start < len(paths):
            files = [Path(path) for path in paths[start : start + most]]
            told = functools.partial(_from, start, on_skip)
            reading = self._quick.logits(files, told, control, CLASSIFYING)
            logits, readable = yield from _of_all(reading, start, len(paths))
            places = np.flatnonzero(readable)
            yield (start + places).tolist(), logits[places].softmax(1)
            start, most = start + len(files), min(2 * most, _MOST_TOGETHER)


def _from(start: int, on_skip: OnSkip, place: int, reason: Message) -> None:
    on_skip(start + place, reason)


def _of_all(reading: Generator[Event, None, T], start: int, total: int) -> Generator[Event, None, T]:
    """`reading` of a part of `total` photos, from `start` on, telling how far all of them have come."""
    while True:
        try:
            event = next(reading)
        except StopIteration as end:
            found: T = end.value
            return found
        if isinstance(event, Progress):
            done, rate = start + event.done, max(event.per_second, 1e-9)
            event = msgspec.structs.replace(event, done=done, total=total, seconds_left=(total - done) / rate)
        yield event


def _pop_before(told: dict[int, Skipped], index: int) -> Generator[Event, None, None]:
    for known in sorted(key for key in told if key < index):
        yield told.pop(known)
