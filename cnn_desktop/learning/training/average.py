"""A moving average of weights, which is checked and kept instead of the weights of the last step.

Polyak & Juditsky 1992; as in Howard et al. 2019 (MobileNetV3), section 6.1.1. Which epoch is best depends less on chance then.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

_STEPS_REMEMBERED = 0.05
"""Share of the training's steps over which the average reaches back."""


class AveragedWeights:
    """The average, on the device of what is averaged. BatchNorm's statistics are averaged too."""

    def __init__(self, module: nn.Module, steps: int) -> None:
        """`module`: what learns, a network or the layers of it. `steps` of the whole phase."""
        decay = 1 - 1 / max(2.0, _STEPS_REMEMBERED * steps)
        self._module = module
        average = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
        self._average = AveragedModel(module, multi_avg_fn=average, use_buffers=True)

    def update(self) -> None:
        """After a step."""
        self._average.update_parameters(self._module)

    @contextlib.contextmanager
    def in_place(self) -> Iterator[None]:
        """Meanwhile the weights are the average."""
        own = {name: value.clone() for name, value in self._module.state_dict().items()}
        self._module.load_state_dict(self._average.module.state_dict())
        try:
            yield
        finally:
            self._module.load_state_dict(own)

    def state(self) -> Mapping[str, torch.Tensor]:
        return self._average.state_dict()

    def restore(self, state: Mapping[str, torch.Tensor]) -> None:
        self._average.load_state_dict(dict(state))
