"""Optimisers and how the learning rate changes within a phase."""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from cnn_desktop.domain.config import TrainConfig

MOMENTUM = 0.9
"""Of SGD."""
_WARM_UP = 0.07
"""Share of a phase's steps."""


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


def restore_optimizer(optimizer: Optimizer, state: Mapping[str, Any]) -> None:
    """Puts back a checkpoint's state. Raises ValueError, KeyError or TypeError when it is of another optimiser or network."""
    settings = [{name: type(value) for name, value in group.items()} for group in optimizer.param_groups]
    if [{name: type(value) for name, value in group.items()} for group in state["param_groups"]] != settings:
        raise ValueError("settings")
    optimizer.load_state_dict(dict(state))
    for parameter, values in optimizer.state.items():
        if any(value.shape not in ((), parameter.shape) for value in values.values() if torch.is_tensor(value)):
            raise ValueError("shape")


def make_schedule(config: TrainConfig, optimizer: Optimizer, steps: int, rises: bool = False) -> LambdaLR:
    """Learning rate over the `steps` of a phase: constant, or down to 0 along half a cosine.

    `rises`: up in a straight line over the first steps, then along the cosine (Goyal et al. 2017, section 2.2).
    """
    if rises:
        warm = max(1, round(_WARM_UP * steps))
        return LambdaLR(optimizer, lambda step: min((step + 1) / warm, _half_cosine(step, steps)))
    if config.schedule == "constant":
        return LambdaLR(optimizer, lambda step: 1.0)
    return LambdaLR(optimizer, lambda step: _half_cosine(step, steps))


def _half_cosine(step: int, steps: int) -> float:
    return 0.5 * (1 + math.cos(math.pi * min(step / max(steps, 1), 1.0)))
