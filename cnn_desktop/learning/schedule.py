"""Optimisers and how the learning rate changes within a phase."""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterable

import torch
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from cnn_desktop.domain.config import TrainConfig

MOMENTUM = 0.9
"""Of SGD."""


def make_optimizer(config: TrainConfig, parameters: Iterable[torch.nn.Parameter], lr: float, device: str) -> Optimizer:
    """The optimiser asked for, in its fused form where this torch has one for the device."""
    kinds: dict[str, type[Optimizer]] = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW, "sgd": torch.optim.SGD}
    kind = kinds[config.optimizer]
    options: dict[str, object] = {"lr": lr, "weight_decay": config.weight_decay}
    if config.optimizer == "sgd":
        options["momentum"] = MOMENTUM
    if "fused" in inspect.signature(kind).parameters and device.partition(":")[0] in ("cpu", "cuda"):
        options["fused"] = True
    return kind(list(parameters), **options)  # type: ignore[arg-type]


def make_schedule(config: TrainConfig, optimizer: Optimizer, steps: int) -> LambdaLR:
    """Learning rate over the `steps` of a phase: constant, or down to 0 along half a cosine."""
    if config.schedule == "constant":
        return LambdaLR(optimizer, lambda step: 1.0)
    return LambdaLR(optimizer, lambda step: 0.5 * (1 + math.cos(math.pi * min(step / max(steps, 1), 1.0))))
