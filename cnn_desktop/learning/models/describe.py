"""The layers of a model with their output shapes and parameters, found by sending a photo without content through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import torch
from torch import nn

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.describe_model import LayerRow, ModelDescribed
from cnn_desktop.learning.models.network import Net, build


def describe_model(model: str, classes: int, image_size: int, control: Control) -> Iterator[Event]:
    """Yields one `ModelDescribed`. Raises UsageError for an unknown model or an unfit image size, StopRequested."""
    control.stop_if_asked()
    try:
        with torch.device("meta"):  # shapes only: neither memory nor arithmetic
            net = build(model, classes, image_size)
            rows = _layers(net, image_size)
    except (UsageError, RuntimeError):  # some of timm's networks need real numbers
        control.stop_if_asked()
        net = build(model, classes, image_size)
        rows = _layers(net, image_size)
    yield ModelDescribed(model=model, layers=rows, parameters=net.parameter_count)


def _layers(net: Net, image_size: int) -> list[LayerRow]:
    """A row each time a layer is used, in the order a photo passes through."""
    rows: list[LayerRow] = []
    places: dict[int, list[int]] = {}
    counted: set[int] = set()
    hooks = []
    for name, layer in net.module.named_modules():
        own = list(layer.parameters(recurse=False))
        if isinstance(layer, nn.Identity) or layer is net.module or (list(layer.children()) and not own):
            continue

        def enter(layer: nn.Module, inputs: Any, name: str = name, own: list[nn.Parameter] = own) -> None:
            parameters = 0 if id(layer) in counted else sum(parameter.numel() for parameter in own)
            counted.add(id(layer))
            places.setdefault(id(layer), []).append(len(rows))
            rows.append(LayerRow(name=name, kind=type(layer).__name__, output=[], parameters=parameters))

        def leave(layer: nn.Module, inputs: Any, output: Any) -> None:
            first = output[0] if isinstance(output, tuple | list) else output
            place = places[id(layer)].pop()
            if isinstance(first, torch.Tensor):
                rows[place] = msgspec.structs.replace(rows[place], output=list(first.shape[1:]))

        hooks += [layer.register_forward_pre_hook(enter), layer.register_forward_hook(leave)]
    net.module.eval()
    with torch.no_grad():
        net.module(torch.zeros(1, 3, image_size, image_size))
    for hook in hooks:
        hook.remove()
    return rows
