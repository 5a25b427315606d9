"""What a network makes of photos, in the order given: of few photo by photo, of many on the quickest engine.

Every answer comes from here: the logits, and what reached the head, which tells how far a photo is from others.
"""

from __future__ import annotations

import bisect
import contextlib
import time
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip, load_batches
from cnn_desktop.dataset.pixels.source import DecodedPhotos
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.features.engine_choice import choose_engine
from cnn_desktop.learning.features.reader import PLAIN, FeatureReader, trunk_sha256
from cnn_desktop.learning.models.cut import Cut, head_cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.pace import Ticker
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.training.validate import (
    float32_answers,
    float32_logits,
    head_logits,
    network_input,
    photos_at_a_time,
)
from cnn_desktop.learning.tuning.memory import answers_in_memory

T = TypeVar("T")

MANY = 100
"""Fewer photos are answered sooner without any preparation."""
_NEAR_TIE = 1e-3
"""Two engines differ by at most 1e-4 in a probability: classes closer than this are decided by PyTorch."""
_MOST_TOGETHER = 1024
"""Photos that are answered together where there are many; the first ones come sooner."""

NO_ANSWER = say("the model gives no usable answer for it")
"""Why a photo has no answer though it could be read: it is told as left out, and never counted or shown as a class."""


class Answered(NamedTuple):
    """Some photos that have an answer."""

    places: list[int]
    """Among those asked about."""
    logits: torch.Tensor
    """float32 [n, classes]."""
    features: torch.Tensor
    """float32 [n, D]: what reached the head; D is 0 where nothing is known to."""

    def of(self, rows: slice | list[int]) -> Answered:
        places = self.places[rows] if isinstance(rows, slice) else [self.places[row] for row in rows]
        return Answered(places, self.logits[rows], self.features[rows])

    def sound(self) -> Answered:
        """Those whose features are numbers."""
        return self.of(torch.nonzero(self.features.isfinite().all(1))[:, 0].tolist())


Answers = Generator[Answered | Event, None, None]
"""The answers, and what is told meanwhile."""


class Logits:
    """What `net` says of photos. Keeps the engine that was found for many."""

    def __init__(self, net: Net, device: str, from_cache: bool = False) -> None:
        """`from_cache`: of many photos, also on a card, what the cache of features has is not computed again."""
        self._net, self._device, self._from_cache = net, device, from_cache
        self._quick: QuickAnswers | None = None

    def of(self, files: Sequence[str | Path], control: Control, doing: Message | None) -> Answers:
        """In the order of `files`, with a `Skipped` for one that cannot be read or has no usable answer. Raises StopRequested.

        `doing`: what the person reads meanwhile; None: there is no Progress.
        """
        told: dict[int, Skipped] = {}

        def on_skip(index: int, reason: Message) -> None:
            told[index] = Skipped(path=str(files[index]), reason=reason)

        if self._quick is None:
            self._quick = QuickAnswers.for_many(
                self._net, self._device, decode_threads(), len(files), control, self._from_cache
            )
        if self._quick is not None and len(files) >= MANY and doing is not None:
            parts = self._many(self._quick, files, on_skip, control, doing)
        else:
            parts = self._few(files, on_skip, control, doing)
        with contextlib.closing(parts):
            for part in parts:
                if isinstance(part, Event):
                    yield part
                else:
                    yield from _in_order(_usable(part, on_skip), told)
        yield from (told[index] for index in sorted(told))

    def _few(self, files: Sequence[str | Path], on_skip: OnSkip, control: Control, doing: Message | None) -> Answers:
        size, threads = self._net.preprocess.image_size, min(decode_threads(), len(files))
        source, order = DecodedPhotos(files, size, self._net.preprocess.tones), range(len(files))
        batches = load_batches(source, [0] * len(files), order, photos_at_a_time(self._device), threads, on_skip)
        ticker, began = Ticker(), time.monotonic()
        with contextlib.closing(batches):
            for batch in batches:
                control.stop_if_asked()
                with answers_in_memory(self._device, size):
                    photos = network_input(self._net.preprocess, batch.pixels, self._device)
                    logits, features = float32_answers(self._net, photos)
                yield Answered(batch.indices, logits, features)
                done = batch.indices[-1] + 1
                if doing is not None and (ticker.due() or done == len(files)):
                    ticker.restart()
                    yield Progress.after(time.monotonic() - began, doing, done, len(files))

    def _many(
        self, quick: QuickAnswers, files: Sequence[str | Path], on_skip: OnSkip, control: Control, doing: Message
    ) -> Answers:
        start, most = 0, MANY

        def skip(place: int, reason: Message) -> None:
            on_skip(start + place, reason)

        while start < len(files):
            some = [Path(file) for file in files[start : start + most]]
            reading = quick.logits(some, skip, control, doing)
            logits, features, readable = yield from of_part(reading, start, len(files))
            places = np.flatnonzero(readable)
            yield Answered((start + places).tolist(), logits[places], features[places])
            start, most = start + len(some), min(2 * most, _MOST_TOGETHER)


class QuickAnswers:
    """Within 1e-4 of the usual way's probabilities, with the same best class."""

    def __init__(self, net: Net, device: str, cut: Cut, threads: int, photos: int, control: Control) -> None:
        """For about `photos` photos; `cut`: before the head of `net`. See `for_many`."""
        self._net, self._device = net, device
        weights = trunk_sha256(cut)
        engine, _ = choose_engine(cut, device, weights, threads, photos, control)
        self._reader = FeatureReader(cut, engine, weights, threads)

    @classmethod
    def for_many(
        cls, net: Net, device: str, threads: int, photos: int, control: Control, on_any: bool = False
    ) -> QuickAnswers | None:
        """None: take the usual way, as `photos` are few, the device is no CPU (but for `on_any`), or the network cannot be cut.

        Raises StopRequested.
        """
        if (device != "cpu" and not on_any) or photos < MANY or len(net.heads) != 1:
            return None
        cut = head_cut(net)
        return cls(net, device, cut, threads, photos, control) if cut.holds(device) else None

    def logits(
        self, files: Sequence[Path], on_skip: OnSkip, control: Control, doing: Message
    ) -> Generator[Event, None, tuple[torch.Tensor, torch.Tensor, np.ndarray]]:
        """(logits [N, classes], what reached the head [N, D], both float32 on the CPU; bool [N]: which photos could be
        read). Raises StopRequested.

        `doing`: what the person reads meanwhile.
        """
        net = self._net
        features = yield from self._reader.read(files, [PLAIN], on_skip, control, doing)
        rows = torch.from_numpy(features.rows[0])
        if not features.readable.any():
            return torch.zeros(len(files), 1), rows, features.readable
        logits = head_logits(net, rows.to(self._device)).cpu().clone()  # out of inference mode, to be corrected
        best = logits.softmax(1).topk(2, dim=1).values
        for place in np.flatnonzero(features.readable & ((best[:, 0] - best[:, 1]).numpy() < _NEAR_TIE)).tolist():
            photo = torch.from_numpy(net.preprocess(files[place]))[None].to(self._device)
            logits[place] = float32_logits(net, photo)[0].cpu()
        return logits, rows.flatten(1), features.readable


def of_part(reading: Generator[Event, None, T], start: int, total: int) -> Generator[Event, None, T]:
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


def _usable(some: Answered, on_skip: OnSkip) -> Answered:
    """The photos whose every probability, and its logarithm, is a finite number; `on_skip` is told of the others."""
    fine = some.logits.log_softmax(1).isfinite().all(1).tolist()
    if all(fine):
        return some
    for place, is_fine in zip(some.places, fine, strict=True):
        if not is_fine:
            on_skip(place, NO_ANSWER)
    return some.of([row for row, is_fine in enumerate(fine) if is_fine])


def _in_order(some: Answered, told: dict[int, Skipped]) -> Iterator[Answered | Skipped]:
    """The answers, and the photos left out so far where they would have stood."""
    start, count = 0, len(some.places)
    for index in sorted(told):
        end = bisect.bisect(some.places, index)
        if end > start:
            yield some.of(slice(start, end))
        if end == count:
            return
        yield told.pop(index)
        start = end
    if start < count:
        yield some.of(slice(start, count))
