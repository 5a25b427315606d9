"""Does beforehand what the first training, test or answer of a process would otherwise wait for."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from cnn_desktop.domain.catalog import DEFAULT_MODEL
from cnn_desktop.domain.memory import free_memory
from cnn_desktop.learning.features.engine_onnx import load_onnxruntime
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.weights import find_weights, load_weights

_SIDE = 64
"""Pixels of the photo that is not there."""


def get_ready() -> None:
    """All of `getting_ready` at once."""
    for _ in getting_ready():
        pass


def getting_ready() -> Iterator[None]:
    """Imports what jobs need (timm, torchvision, onnxruntime) and takes one tiny step.

    Step by step: whoever asks may do something else in between. The random state is left as it was.
    Raises UserError when the bundled weights are damaged.
    """
    import pi_heif  # noqa: F401 - wanted in memory
    import tomli_w  # noqa: F401

    import cnn_desktop.learning.training.fit  # noqa: F401

    free_memory()  # imports psutil
    yield
    import timm  # noqa: F401 - and with it torchvision

    yield
    with torch.random.fork_rng(devices=[]):
        _take_a_step()
    yield
    load_onnxruntime()

    yield


def _take_a_step() -> None:
    weights = find_weights(DEFAULT_MODEL, "auto")
    net = build(DEFAULT_MODEL, 2, _SIDE, load_weights(weights, _SIDE) if weights else None)
    net.freeze_backbone()
    head = net.heads[0]
    optimizer = torch.optim.Adam(head.parameters(), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda _: 1.0)
    assert isinstance(head, torch.nn.Linear)
    seen = torch.zeros(2, head.in_features)
    torch.nn.CrossEntropyLoss()(head(seen), torch.tensor([0, 1])).backward()
    optimizer.step()
    schedule.step()
