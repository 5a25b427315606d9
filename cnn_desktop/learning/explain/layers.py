"""The steps of a network as the person sees them: a list of layers, from the photo to the answer."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn

from cnn_desktop.domain.jobs.explore import ExploredLayer
from cnn_desktop.learning.explain.passing import INPUT, SOFTMAX, Step, send
from cnn_desktop.learning.explain.sums import can_be_told
from cnn_desktop.learning.explain.windows import Sliding, looking
from cnn_desktop.learning.models.network import Net

_FEW_CHANNELS = 4
"""Of kernels that are shown as pictures."""


def steps_of(net: Net) -> list[Step]:
    """Every step of `net` in the order in which a photo passes through, between the photo and the answer."""
    steps: list[Step] = []
    size = net.preprocess.image_size
    with torch.inference_mode():
        photo = torch.zeros(1, 3, size, size, device=next(net.module.parameters()).device)
        send(net, photo, lambda step, inputs, output: steps.append(step))
    return steps


def listed(steps: Sequence[Step], image_size: int, classes: int) -> list[ExploredLayer]:
    """`steps`, with the photo before and the answer behind them."""
    photo = ExploredLayer(INPUT, "input", [3, image_size, image_size])
    answer = ExploredLayer(SOFTMAX, "softmax", [classes], inputs=classes)
    return [photo, *map(_explored, steps), answer]


def kernels_of(step: Step) -> torch.Tensor | None:
    """[kernels, channels, h, w], where they are pictures: of a convolution on few channels, or on each channel alone."""
    layer = step.module
    if not isinstance(layer, nn.Conv2d):
        return None
    _, channels, height, width = layer.weight.shape
    return layer.weight.detach() if channels <= _FEW_CHANNELS and height * width > 1 else None


def _takes_largest(step: Step) -> bool:
    word = (step.name.rpartition(".")[2] if step.module is None else type(step.module).__name__).lower()
    return step.kind == "pooling" and "max" in word and "avg" not in word


def _explored(step: Step) -> ExploredLayer:
    layer = step.module
    look = looking(layer, step.inputs, step.output) if layer is not None else None
    sides = list(zip((look.rows, look.columns), step.inputs[1:], strict=True)) if look else []
    kernel = [axis.kernel if isinstance(axis, Sliding) else axis.at(0, size).counted for axis, size in sides]
    if isinstance(layer, nn.Conv2d):
        kernel = list(layer.kernel_size)
    return ExploredLayer(
        step.name, step.kind, list(step.output), kernel,
        stride=[axis.stride if isinstance(axis, Sliding) else max(size // axis.outputs, 1) for axis, size in sides],
        padding=[axis.before if isinstance(axis, Sliding) else 0 for axis, _ in sides],
        dilation=[axis.step if isinstance(axis, Sliding) else 1 for axis, _ in sides],
        groups=layer.groups if isinstance(layer, nn.Conv2d) else 1,
        inputs=step.inputs[0] if len(step.inputs) in (1, 3) else 0,
        has_kernels=kernels_of(step) is not None, takes_largest=_takes_largest(step),
        sums=can_be_told(step), parameters=step.parameters,
    )  # fmt: skip
