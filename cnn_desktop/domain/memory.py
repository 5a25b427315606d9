"""How much memory a training takes at least, how much there is, and the one sentence when it will not fit."""

from __future__ import annotations

import contextlib
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop.domain.config import MIN_IMAGE_SIZE, TrainConfig
from cnn_desktop.domain.errors import Offer, Offered, UsageError
from cnn_desktop.domain.message import Message, say

ACTIVATIONS: Mapping[str, float] = {
    "efficientnet_lite0": 79.6e6,
    "efficientnet_lite2": 107.9e6,
    "simple_cnn": 17.6e6,
    "resnet18": 22.2e6,
    "resnet50": 86.0e6,
    "vgg16": 73.0e6,
    "efficientnet_b0": 88.3e6,
    "mobilenet_v3_large": 44.2e6,
    "mobilenet_v3_small": 16.2e6,
}
"""Bytes that a step of the whole network keeps of one photo of 224 pixels until its gradients are known, in float32."""
_WEIGHT, _GRADIENT, _MOMENT = 4, 4, 4
"""Bytes a parameter."""
_COARSE = 0.5
"""Of `ACTIVATIONS`, where the steps may be computed in 16 bits."""
_PIXEL_BYTES, _BATCHES = 3, 2
"""Of a photo; and batches of them that are there at a time, the next one being prepared."""
_FEWEST = 2
"""Photos that can go through a network at a time, when a batch is done in parts."""
_HALVED = 4
"""Photos of the smallest batch that is worth halving: two must be left."""
_COMFORT = 0.9
"""Of the free memory, which a proposed value takes at most."""
_HELD = 300e6
"""Bytes of addresses that a process may have and not use, so that they still serve it."""
_CGROUP = Path("/sys/fs/cgroup")
_OLDER_CGROUP = _CGROUP / "memory"
_SMALLER_BATCH = say(
    "Training needs at least {need} of memory, but only {free} is free. Choose a batch size of {n} or less, or close "
    "other programs."
)
_SMALLER_IMAGE = say(
    "Training needs at least {need} of memory, but only {free} is free. Choose an image size of {n} or less, or close "
    "other programs."
)


class Free(NamedTuple):
    """Memory that this process may still take."""

    bytes: float
    refuses: bool
    """True where asking for more fails, so that a step can be tried in smaller parts. False: the system ends the process."""


def free_memory() -> Free:
    """Of this computer, or less where the process has a limit."""
    import psutil

    try:
        swap = psutil.swap_memory().free
    except (OSError, RuntimeError):  # Windows without its performance counters, and some containers, do not tell
        swap = 0
    there = min(psutil.virtual_memory().available + swap, _left_in_cgroup())
    allowed = _left_of_limit(psutil.Process().memory_info().vms)
    return Free(allowed, True) if allowed < there else Free(there, False)


def need_memory(config: TrainConfig, pretrained: bool, free: Free, parameters: Callable[[int], int]) -> None:
    """Raises UsageError when the training cannot fit into `free`, with a value that would fit.

    Cautious: what is reckoned is the least that it takes. `parameters`: of the network for photos of so many pixels, 0 where
    that is not known.
    """

    def takes(changed: TrainConfig) -> float:
        return _least(changed, pretrained, parameters(changed.image_size), free.refuses)

    need = takes(config)
    if need <= free.bytes:
        return
    figures = {"need": _size(need), "free": _size(max(0.0, free.bytes))}
    sides = range(32 * ((config.image_size - 1) // 32), MIN_IMAGE_SIZE - 1, -32)
    tries: tuple[tuple[Offered, Iterable[int], Message], ...] = (
        ("batch_size", _halves(config.batch_size), _SMALLER_BATCH), ("image_size", sides, _SMALLER_IMAGE),
    )  # fmt: skip
    for field, values, problem in tries:
        for n in values:
            if takes(msgspec.structs.replace(config, **{field: n})) <= _COMFORT * free.bytes:
                raise UsageError(problem.text, field=field, n=n, **figures).offering(Offer(field, n))
    raise UsageError(
        "Training needs at least {need} of memory, but only {free} is free. Choose a smaller model, or "
        "close other programs.",
        field="model", **figures,
    )  # fmt: skip


def less_memory(photos: int, image_size: int) -> Offer | None:
    """What to set where memory ran out with so many `photos` at a time: half of them, or squares of at most half the pixels.

    None where nothing smaller can be set.
    """
    if photos >= _HALVED:
        return Offer("batch_size", photos // 2)
    side = int(image_size / math.sqrt(2)) // 32 * 32
    return Offer("image_size", side) if side >= MIN_IMAGE_SIZE else None


def _size(count: float) -> Message:
    return say("{n:.1f} GB", n=count / 1e9) if count >= 1e9 else say("{n:.0f} MB", n=count / 1e6)


def _least(config: TrainConfig, pretrained: bool, parameters: int, in_parts: bool) -> float:
    """Bytes."""
    batch, side = config.batch_size, config.image_size
    pixels = _BATCHES * _PIXEL_BYTES * batch * side**2
    if not config.epoch_plan(
        pretrained
    ).full:  # most of the network stays as it is, and its photos go through it in small parts
        return _WEIGHT * parameters + pixels
    moments = _MOMENT if config.optimizer == "sgd" else 2 * _MOMENT
    photos = min(_FEWEST, batch) if in_parts and not config.exact_course else batch
    exact = config.precision == "float32" or config.exact_course
    kept = ACTIVATIONS.get(config.model, 0.0) * (side / 224) ** 2 * (1 if exact else _COARSE)
    return (_WEIGHT + _GRADIENT + moments) * parameters + pixels + photos * kept


def _halves(batch: int) -> Iterator[int]:
    """Powers of two below it, down to 2."""
    for power in range(max(0, batch - 1).bit_length() - 1, 0, -1):
        yield 1 << power


def all_memory() -> int:
    """Bytes that this computer has, or the group of processes that this one is in may take. Linux."""
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limits = [folder / "memory.max" for folder in _cgroups()]
    for limit in (*limits, _OLDER_CGROUP / "memory.limit_in_bytes"):
        with contextlib.suppress(OSError, ValueError):  # "max", or there are no such groups
            there = min(there, int(limit.read_text()))
    return there


def _cgroups() -> set[Path]:
    """The topmost group of processes and the one that this process is in; none where there are no such groups."""
    try:
        own = [line[4:] for line in Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::/")]
    except (OSError, ValueError):
        return set()
    return {_CGROUP, *(_CGROUP / name for name in own)}


def _left_in_cgroup() -> float:
    """Bytes that the group of processes (a container, a slice) may still take; infinite without a limit."""
    left = _left_in(*(_OLDER_CGROUP / f"memory.{name}" for name in ("limit_in_bytes", "usage_in_bytes", "stat")))
    for folder in _cgroups():
        left = min(left, _left_in(*(folder / f"memory.{name}" for name in ("max", "current", "stat"))))
    return left


def _left_in(limit: Path, used: Path, facts: Path) -> float:
    try:
        most, now = int(limit.read_text()), int(used.read_text())
        words = dict(line.split() for line in facts.read_text().splitlines())
        return most - now + int(words.get("inactive_file", 0)) + int(words.get("active_file", 0))
    except (OSError, ValueError):  # "max", or no such group
        return math.inf


def _left_of_limit(used: int) -> float:
    """Bytes of addresses that this process may still take (`ulimit -v`); infinite without a limit."""
    if os.name == "nt":
        return math.inf
    import resource

    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return math.inf if most == resource.RLIM_INFINITY else most - used + _HELD
