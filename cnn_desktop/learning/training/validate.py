"""Checks a network with photos it was not trained on: always float32, always through Preprocess."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from cnn_desktop.dataset.pixels.loader import OnSkip, load_batches
from cnn_desktop.dataset.pixels.source import DecodedPhotos, PixelCache, PixelSource
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.errors import is_out_of_memory
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.batch_input import to_device
from cnn_desktop.learning.training.pace import Sums, Totals
from cnn_desktop.learning.tuning.device import true_float32
from cnn_desktop.learning.tuning.memory import plain_memory_errors

_MOST_FEATURE_BYTES = 1 << 29


def photos_at_a_time(device: str) -> int:
    """On the CPU few, so that Stop is heard within a second or two also by VGG-16 (5 photos/s)."""
    return 8 if device == "cpu" else 64


def network_input(preprocess: Preprocess, pixels: np.ndarray, device: str) -> torch.Tensor:
    """`Preprocess.normalise`, to the last bit, computed where the network is: bytes travel there, not floats."""

    def each(values: Sequence[float]) -> torch.Tensor:
        # A tensor also for 255: a GPU would multiply by the reciprocal of a plain number.
        return torch.tensor(values, dtype=torch.float32, device=device).view(1, -1, 1, 1)

    photos = to_device(pixels, device).permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.contiguous_format)
    return photos.div_(each([255.0])).sub_(each(preprocess.mean)).div_(each(preprocess.std))


def float32_logits(net: Net, photos: torch.Tensor) -> torch.Tensor:
    """[B, 3, S, S] float32 → logits [B, classes] float32. The one way to any answer for a photo."""
    net.module.eval()
    return _photo_by_photo(net.module, photos)


def float32_answers(net: Net, photos: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """As `float32_logits`, and what reached the head [B, D] on the way; D is 0 where that cannot be watched."""
    seen: list[torch.Tensor] = []
    watch = net.heads[0].register_forward_pre_hook(lambda _, inputs: seen.extend(inputs[:1]))
    try:
        logits = float32_logits(net, photos)
    finally:
        watch.remove()
    features = [one.flatten(1) for one in seen[:: 2 if net.mirrored else 1]]  # of the photo, not of its mirror image
    if sum(map(len, features)) != len(photos):
        return logits, logits.new_zeros(len(photos), 0)
    return logits, torch.cat(features)


def head_logits(net: Net, features: torch.Tensor) -> torch.Tensor:
    """Features [B, …] float32, as the head of `net` would see them → logits [B, classes]."""
    return _photo_by_photo(net.heads[0].eval(), features)


def _photo_by_photo(module: Callable[[torch.Tensor], torch.Tensor], inputs: torch.Tensor) -> torch.Tensor:
    """`module` on each of `inputs` alone; on a GPU, where that would be slow, on all at once.

    Convolutions round differently in batches of different sizes, by up to 3e-6 in a probability. Alone, a photo's
    answer does not depend on its neighbours, and is the one a few lines of torch give.
    """
    with torch.inference_mode(), true_float32():
        if inputs.device.type != "cpu":
            return module(inputs)
        return torch.cat([module(one) for one in inputs.split(1)])  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class SeenPhotos:
    """What reaches a cut from the validation photos."""

    cut: Cut
    rows: torch.Tensor
    """float32 [photos, …]."""
    readable: np.ndarray
    """bool [photos]."""


class Validator:
    """The validation photos. What is frozen sees them once, and later epochs run only the rest of the network."""

    def __init__(
        self,
        net: Net,
        device: str,
        files: Sequence[Path],
        labels: Sequence[int],
        threads: int,
        cache: PixelCache | None = None,
    ) -> None:
        """`cache`: where decoded photos are kept from one epoch to the next; None: they are decoded in each."""
        self.net, self.device, self.files, self.labels, self.threads = net, device, files, labels, threads
        self._cache, size, tones = cache, net.preprocess.image_size, net.preprocess.tones
        self._pixels: PixelSource = (
            DecodedPhotos(files, size, tones) if cache is None else cache.photos(files, size, tones=tones)
        )
        self._most = photos_at_a_time(device)
        """That go through the network at a time."""
        self._features: list[tuple[torch.Tensor, torch.Tensor]] | None = None
        """Per batch: what reaches the part that learns, and the labels."""
        self._cut: Cut | None = None
        """Where that part begins, when it was told; else the head, whose inputs are kept by the way."""

    def use(self, seen: SeenPhotos | None) -> None:
        """From now on the tail runs on `seen`; None: the whole network on photos."""
        self._features, self._cut = None, seen.cut if seen else None
        if seen is None:
            return
        rows, places = seen.rows, np.flatnonzero(seen.readable)
        labels = np.asarray(self.labels, np.int64)
        at_a_time = photos_at_a_time(self.device)
        self._features = [
            (rows[part].to(self.device), torch.from_numpy(labels[part]).to(self.device))
            for part in (places[start : start + at_a_time] for start in range(0, len(places), at_a_time))
        ]

    def check(self, on_skip: OnSkip) -> Generator[int, None, Totals]:
        """Yields the number of photos checked so far; returns the totals."""
        sums = Sums(self.device)
        if not self.net.frozen and self._cut is None:
            self._features = None
        done = 0
        for logits, labels in self._from_features() if self._features is not None else self._from_photos(on_skip):
            sums.add(logits, labels)
            done += len(labels)
            yield done
        return sums.take()

    def _from_features(self) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        tail = self.net.heads[0] if self._cut is None else self._cut.tail
        for features, labels in self._features or []:
            yield self._logits(tail, features), labels

    def _logits(self, module: Callable[[torch.Tensor], torch.Tensor], inputs: torch.Tensor) -> torch.Tensor:
        """[B, …] → [B, classes] in batches: a check tells a loss and an accuracy, and no photo's answer.

        Twice as quick as one by one: 87 photos/s against 44 (ResNet-18), 86 against 31 (SimpleCNN, 224 pixels, 2 cores).
        """
        self.net.module.eval()
        if inputs.dim() == 4:
            inputs = inputs.contiguous(memory_format=torch.channels_last)
        while True:
            try:
                with torch.inference_mode(), true_float32():
                    return torch.cat([module(part) for part in inputs.split(self._most)])  # type: ignore[no-untyped-call]
            except (RuntimeError, MemoryError) as error:
                if self._most == 1 or not is_out_of_memory(error):
                    raise
            self._most //= 2

    def _from_photos(self, on_skip: OnSkip) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        seen: list[torch.Tensor] = []
        kept: list[tuple[torch.Tensor, torch.Tensor]] = []
        keep = self.net.frozen and len(self.net.heads) == 1
        at_a_time, order = photos_at_a_time(self.device), range(len(self.files))
        batches = load_batches(self._pixels, self.labels, order, at_a_time, self.threads, on_skip)
        watch = self.net.heads[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
        try:
            for batch in batches:
                with plain_memory_errors(self.device, len(batch.labels), self.net.preprocess.image_size):
                    photos = network_input(self.net.preprocess, batch.pixels, self.device)
                    labels = torch.from_numpy(batch.labels).to(self.device)
                    seen.clear()
                    logits = self._logits(self.net.module, photos)
                if keep:
                    features = torch.cat(seen)
                    # Only where the head is really the last thing that happens may it stand for the whole network.
                    keep = torch.equal(self._logits(self.net.heads[0], features), logits)
                    keep = keep and features.nbytes / len(labels) * len(self.files) < _MOST_FEATURE_BYTES
                    kept.append((features, labels))
                yield logits, labels
        finally:
            watch.remove()
            batches.close()
            if self._cache is not None:
                self._cache.save()
        self._features = kept if keep else None
