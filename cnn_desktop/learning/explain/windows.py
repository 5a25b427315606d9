"""Where a layer looks for one of its numbers: the rows and columns of its input, and what lies beyond the edge.

Only of layers whose arithmetic is known to be PyTorch's (or timm's "same" padding): a subclass that computes otherwise, say
with weights of its own making, has none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
from torch import nn

Rule = Literal["sum", "max", "mean"]
OUTSIDE = -1
"""Stands for a row or column of zeros, which nothing wins over in pooling."""


@dataclass(frozen=True)
class Axis:
    """Rows, or columns."""

    places: np.ndarray
    """int [k]: of the window's numbers in the input; mirrored ones where the padding mirrors; `OUTSIDE`."""
    first: int
    """Where the window begins; negative in the padding."""
    step: int
    """From one number to the next."""
    counted: int
    """Numbers that a mean is taken of."""


@dataclass(frozen=True)
class Sliding:
    """One axis of a convolution or a pooling: numbers `step` apart, the window moved by `stride`."""

    kernel: int
    stride: int
    step: int
    before: int
    after: int
    mode: str = "constant"
    counts_padding: bool = True

    def at(self, place: int, size: int) -> Axis:
        first = place * self.stride - self.before
        there = first + self.step * np.arange(self.kernel)
        end = min(first + self.kernel, size + self.after)
        counted = end - first if self.counts_padding else min(end, size) - max(first, 0)
        if self.mode == "constant":
            places = np.where((there >= 0) & (there < size), there, OUTSIDE)
        else:
            numbers = torch.arange(size, dtype=torch.float64)[None, None]
            padded = nn.functional.pad(numbers, (self.before, self.after), self.mode)[0, 0]
            places = padded.numpy().astype(np.int64)[there + self.before]
        return Axis(places, first, self.step, counted)


@dataclass(frozen=True)
class Shares:
    """One axis of an adaptive pooling: the input in `outputs` parts, which may overlap by one."""

    outputs: int

    def at(self, place: int, size: int) -> Axis:
        first, end = place * size // self.outputs, -(-(place + 1) * size // self.outputs)
        return Axis(np.arange(first, end), first, 1, end - first)


@dataclass(frozen=True)
class Looking:
    """How a layer with maps looks at its input."""

    rule: Rule
    rows: Sliding | Shares
    columns: Sliding | Shares
    divisor: int | None = None
    """Of a mean, instead of the count."""


def looking(layer: nn.Module, inputs: Sequence[int], output: Sequence[int]) -> Looking | None:
    """How `layer` makes `output`, (C, H, W) or of a global pooling (C,), from `inputs`, (C, H, W); None: not known."""
    if len(inputs) != 3 or len(output) not in (1, 3):
        return None
    if isinstance(layer, nn.Conv2d):
        return _of_convolution(layer, inputs)
    if isinstance(layer, nn.MaxPool2d | nn.AvgPool2d):
        return _of_pooling(layer, inputs)
    sides = tuple(output[1:]) or (1, 1)
    rule = _rule_of_adaptive(layer)
    return None if rule is None or output[0] != inputs[0] else Looking(rule, Shares(sides[0]), Shares(sides[1]))


def _of_convolution(layer: nn.Conv2d, inputs: Sequence[int]) -> Looking | None:
    kernel, stride, dilation = layer.kernel_size, layer.stride, layer.dilation
    if _is_own(layer, nn.Conv2d, "forward", "_conv_forward"):
        left, right, top, bottom = layer._reversed_padding_repeated_twice
        mode = "constant" if layer.padding_mode == "zeros" else layer.padding_mode
    elif _is_of_timm(layer, "Conv2dSame"):
        (top, bottom), (left, right) = (_same(*each) for each in zip(inputs[1:], kernel, stride, dilation, strict=True))
        mode = "constant"
    else:
        return None
    return Looking(
        "sum",
        Sliding(kernel[0], stride[0], dilation[0], top, bottom, mode),
        Sliding(kernel[1], stride[1], dilation[1], left, right, mode),
    )


def _of_pooling(layer: nn.MaxPool2d | nn.AvgPool2d, inputs: Sequence[int]) -> Looking | None:
    is_max = isinstance(layer, nn.MaxPool2d)
    kernel, stride, padding = _two(layer.kernel_size), _two(layer.stride), _two(layer.padding)
    step = _two(layer.dilation) if isinstance(layer, nn.MaxPool2d) else (1, 1)
    if _is_own(layer, nn.MaxPool2d if is_max else nn.AvgPool2d, "forward"):
        around = [(each, each) for each in padding]
    elif _is_of_timm(layer, "MaxPool2dSame", "AvgPool2dSame"):
        around = [_same(*each) for each in zip(inputs[1:], kernel, stride, step, strict=True)]
    else:
        return None
    counts = isinstance(layer, nn.MaxPool2d) or layer.count_include_pad or padding == (0, 0)
    rows, columns = (Sliding(kernel[i], stride[i], step[i], *around[i], counts_padding=counts) for i in (0, 1))
    divisor = None if isinstance(layer, nn.MaxPool2d) else layer.divisor_override
    return Looking("max" if is_max else "mean", rows, columns, divisor)


def _rule_of_adaptive(layer: nn.Module) -> Rule | None:
    if _is_own(layer, nn.AdaptiveAvgPool2d, "forward") or _is_of_timm(layer, "FastAdaptiveAvgPool"):
        return "mean"
    if _is_own(layer, nn.AdaptiveMaxPool2d, "forward") or _is_of_timm(layer, "FastAdaptiveMaxPool"):
        return "max"
    return None


def _is_own(layer: nn.Module, kind: type[nn.Module], *functions: str) -> bool:
    """True when `layer` is of `kind` and computes as that does."""
    return isinstance(layer, kind) and all(getattr(type(layer), one) is getattr(kind, one) for one in functions)


def _is_of_timm(layer: nn.Module, *names: str) -> bool:
    return type(layer).__module__.startswith("timm.layers.") and type(layer).__name__ in names


def _same(size: int, kernel: int, stride: int, step: int) -> tuple[int, int]:
    """(before, after) of TensorFlow's "same" padding."""
    total = max((math.ceil(size / stride) - 1) * stride + (kernel - 1) * step + 1 - size, 0)
    return total // 2, total - total // 2


def _two(value: Any) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else (value[0], value[1])
