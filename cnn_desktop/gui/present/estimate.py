"""How long a training will take, told before it starts: measured here before, or else a cautious guess. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.gui.rates import key, looks_once

START_SECONDS = 6.0
"""Starting the child, reading the weights."""

_CPU_RATES: Mapping[str, tuple[float, float]] = {
    "efficientnet_lite0": (35.0, 10.0),
    "simple_cnn": (9.0, 9.0),
    "resnet18": (35.0, 10.0),
    "resnet50": (13.0, 3.0),
    "vgg16": (6.0, 1.2),
    "efficientnet_b0": (25.0, 7.0),
    "mobilenet_v3_large": (45.0, 14.0),
    "mobilenet_v3_small": (80.0, 30.0),
}
"""Photos a second at 224 px on two CPU cores: (head on a frozen backbone, whole network). Cautious on purpose."""
_UNKNOWN = (12.0, 3.0)
_FASTER = {"cuda": 12.0, "mps": 4.0}
_ON_FEATURES = 0.02
"""An epoch of the head on kept features, in passes through the backbone."""
_DECODING_LIMIT = 60.0
"""Photos a second that one core decodes: no device trains faster than photos come."""


class Estimate(msgspec.Struct, frozen=True):
    """`seconds` of the whole training; `measured` when both phases' rates were measured on this computer."""

    seconds: float
    measured: bool


def estimate(
    config: TrainConfig, pretrained: bool, photos: int, device: str, rates: Mapping[str, float], cores: int
) -> Estimate:
    """The time for training on `photos` photos. `rates` holds what was measured (`gui.rates`), photos a second."""
    guessed = _guess(config, device, cores)
    seconds, measured = START_SECONDS, True
    for phase, epochs in config.epoch_plan(pretrained).phases:
        known = rates.get(key(config, device, phase))
        measured = measured and known is not None
        passes = 1.0 if looks_once(config, phase) else float(epochs)
        if known is None and looks_once(config, phase):
            passes = _views(config) + _ON_FEATURES * epochs
        seconds += passes * photos / (known or guessed[phase])
    return Estimate(seconds, measured)


def _views(config: TrainConfig) -> int:
    """How often the backbone sees each photo when its features are kept: as it is, mirrored, or in four varied forms."""
    if config.augmentation.crop or config.augmentation.jitter:
        return 5
    return 2 if config.augmentation.flip else 1


def _guess(config: TrainConfig, device: str, cores: int) -> dict[str, float]:
    kind = device.partition(":")[0]
    scale = _FASTER[kind] if kind in _FASTER else max(1.0, cores / 2)
    scale *= (224 / config.image_size) ** 2
    rates = _CPU_RATES.get(config.model, _UNKNOWN)
    most = _DECODING_LIMIT * max(1, cores)
    head = min(rates[0], rates[1] * 1.5) if config.exact_course else rates[0]
    return {"head": min(most, head * scale), "stages": min(most, rates[0] * scale), "full": min(most, rates[1] * scale)}
