"""The sum behind one number of a layer: output[i, j] = Σ input · kernel + bias, the winner of a pooling, or its mean.

Computed in float64 from the very numbers that went in, so that it is the network's own number but for its rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from cnn_desktop.domain.jobs.explore import SumShown, Window
from cnn_desktop.learning.explain.passing import Step
from cnn_desktop.learning.explain.windows import OUTSIDE, Axis, Looking, looking

_MOST_NUMBERS = 4096
"""Of a window: of a larger one only its result is told."""


class Place(NamedTuple):
    """Which number of the output."""

    channel: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Added:
    """What made a number, but for which photo and layer it is of."""

    windows: list[Window]
    rest: float = 0.0
    others: int = 0
    bias: float = 0.0
    axes: tuple[Axis, Axis] | None = None
    winner: tuple[int, ...] = ()

    def shown(self, path: str, layer: str, place: Place, value: float, size: Sequence[int]) -> SumShown:
        """`value`: what the network has there; `size`: [H, W] of the layer's input."""
        rows, columns = self.axes or (None, None)
        return SumShown(
            path=path, layer=layer, channel=place.channel, row=place.row, column=place.column, value=value,
            windows=self.windows, rest=self.rest, others=self.others, bias=self.bias,
            top=rows.first if rows else 0, left=columns.first if columns else 0,
            steps=(rows.step, columns.step) if rows and columns else (1, 1),
            input_size=tuple(size), winner=self.winner,
        )  # fmt: skip


def can_be_told(step: Step) -> bool:
    """True when `how_made` can tell of `step`."""
    if step.module is None:
        return False
    if type(step.module).forward is nn.Linear.forward:
        return len(step.inputs) == 1 and len(step.output) == 1
    return looking(step.module, step.inputs, step.output) is not None


def how_made(step: Step, inputs: np.ndarray, place: Place, most: int) -> Added:
    """How `step`, which `can_be_told`, makes its number at `place` from `inputs`: [C, H, W], of a linear layer [C], float32.

    Of the input channels that weigh most, up or down, `most` are told one by one.
    """
    if isinstance(step.module, nn.Linear):
        weights = _numbers(step.module.weight[place.channel])
        parts = inputs.astype(np.float64) * weights
        bias = _bias(step.module, place.channel)
        return _added(parts, inputs[:, None, None], weights[:, None, None], most, bias, 0, None)
    assert step.module is not None
    look = looking(step.module, step.inputs, step.output)
    assert look is not None
    axes = look.rows.at(place.row, inputs.shape[1]), look.columns.at(place.column, inputs.shape[2])
    if isinstance(step.module, nn.Conv2d):
        return _of_convolution(step.module, inputs, place.channel, axes, most)
    return _of_pooling(look, inputs[place.channel], place.channel, axes)


def _of_convolution(layer: nn.Conv2d, inputs: np.ndarray, channel: int, axes: tuple[Axis, Axis], most: int) -> Added:
    each = layer.in_channels // layer.groups
    first = channel // (layer.out_channels // layer.groups) * each
    seen = _cut_out(inputs[first : first + each], axes, outside=0.0)
    weights = _numbers(layer.weight[channel])
    parts = (seen.astype(np.float64) * weights).sum((1, 2))
    return _added(parts, seen, weights, most, _bias(layer, channel), first, axes)


def _of_pooling(look: Looking, inputs: np.ndarray, channel: int, axes: tuple[Axis, Axis]) -> Added:
    is_max = look.rule == "max"
    seen = _cut_out(inputs[None], axes, outside=-np.inf if is_max else 0.0)[0]
    winner: tuple[int, ...] = ()
    if is_max:
        row, column = divmod(int(seen.argmax()), seen.shape[1])
        winner, result = (row, column), float(seen[row, column])
    else:
        result = float(seen.sum(dtype=np.float64)) / (look.divisor or axes[0].counted * axes[1].counted)
    shown = np.where(np.isfinite(seen), seen, 0.0).tolist() if seen.size <= _MOST_NUMBERS else []
    return Added([Window(channel, shown, sum=result)], axes=axes, winner=winner)


def _added(
    parts: np.ndarray,
    seen: np.ndarray,
    weights: np.ndarray,
    most: int,
    bias: float,
    first: int,
    axes: tuple[Axis, Axis] | None,
) -> Added:
    """`parts`: float64 [n], of each input channel, of which `first` is the first; `seen`, `weights`: [n, h, w]."""
    order = np.argsort(-np.abs(parts), kind="stable")
    told, rest = order[: max(most, 0)].tolist(), order[max(most, 0) :]
    windows = [Window(first + one, seen[one].tolist(), weights[one].tolist(), float(parts[one])) for one in told]
    return Added(windows, float(parts[rest].sum()), len(rest), bias, axes)


def _cut_out(inputs: np.ndarray, axes: tuple[Axis, Axis], outside: float) -> np.ndarray:
    """[n, H, W] → [n, h, w]: what lies at `axes`."""
    rows, columns = (axis.places for axis in axes)
    seen = inputs[:, rows][:, :, columns].copy()
    seen[:, rows == OUTSIDE] = outside
    seen[:, :, columns == OUTSIDE] = outside
    return seen


def _numbers(weights: torch.Tensor) -> np.ndarray:
    numbers: np.ndarray = weights.detach().cpu().double().numpy()
    return numbers


def _bias(layer: nn.Conv2d | nn.Linear, channel: int) -> float:
    return 0.0 if layer.bias is None else float(layer.bias.detach()[channel])
