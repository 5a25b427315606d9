"""How long a training will take, told before it starts: measured here before, or else a cautious guess. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, CLOSING_SECONDS
from cnn_desktop.gui.state.rates import key, looks_once

START_SECONDS = 6.0
"""Starting the child, reading the weights."""

_CPU_RATES: Mapping[str, tuple[float, float, float]] = {
    "efficientnet_lite0": (250.0, 130.0, 10.0),
    "simple_cnn": (200.0, 9.0, 9.0),
    "resnet18": (70.0, 60.0, 10.0),
    "resnet50": (30.0, 20.0, 3.0),
    "vgg16": (8.0, 8.0, 1.2),
    "efficientnet_b0": (120.0, 60.0, 7.0),
    "mobilenet_v3_large": (250.0, 130.0, 14.0),
    "mobilenet_v3_small": (500.0, 300.0, 30.0),
}
"""Photos a second at 224 px on two CPU cores, cautious on purpose.

(A look at one view of each photo, an epoch of the last stages on what was seen, an epoch of the whole network.)
"""
_UNKNOWN = (20.0, 10.0, 3.0)
_FASTER = {"cuda": 12.0, "mps": 4.0}
_FROZEN = 3.0
"""A frozen backbone gone through anew in each epoch, by the time of the whole network: a forward pass of three."""
_ON_FEATURES = 0.004
"""An epoch of the head on kept features, in looks at the photos."""
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
    plan = config.epoch_plan(pretrained)
    seconds, measured = START_SECONDS, True
    guessed = _guess(config, device, cores)
    for phase, epochs in plan.phases:
        known = rates.get(key(config, device, phase))
        measured = measured and known is not None
        if phase == "head" and looks_once(config, phase):
            look = photos / known if known else photos / guessed["look"] * (1 + _ON_FEATURES * epochs)
            seconds += look
            continue
        if phase == "stages" and looks_once(config, phase) and not plan.head:
            seconds += photos / guessed["look"]
        seconds += epochs * photos / (known or guessed[phase])
    if config.closes_with_everything(pretrained):
        closing = CLOSING_EPOCHS * photos / (rates.get(key(config, device, "full")) or guessed["full"])
        seconds += closing if closing <= CLOSING_SECONDS else 0.0
    return Estimate(seconds, measured)


def _views(config: TrainConfig) -> int:
    """How often the backbone sees each photo when its features are kept: as it is, mirrored, or in four varied forms."""
    if config.augmentation.crop or config.augmentation.jitter:
        return 5
    return 2 if config.augmentation.flip else 1


def _guess(config: TrainConfig, device: str, cores: int) -> dict[str, float]:
    """Photos a second of each phase's epoch, and of the one look at all views of each photo."""
    kind = device.partition(":")[0]
    scale = _FASTER[kind] if kind in _FASTER else max(1.0, cores / 2)
    scale *= (224 / config.image_size) ** 2
    look, stages, full = _CPU_RATES.get(config.model, _UNKNOWN)
    frozen = min(look, full * (1.5 if config.exact_course else _FROZEN))
    if not looks_once(config, "stages"):
        stages = min(stages, full * 1.5)
    most = _DECODING_LIMIT * max(1, cores)
    return {
        "look": min(most, look / _views(config) * scale),
        "head": min(most, frozen * scale),
        "stages": stages * scale if looks_once(config, "stages") else min(most, stages * scale),
        "full": min(most, full * scale),
    }
