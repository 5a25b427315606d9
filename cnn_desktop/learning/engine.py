"""Runs a network without its head: photos in, what the head would see out. PyTorch here; see also `engine_onnx`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import torch

from cnn_desktop.learning.models import Net
from cnn_desktop.learning.steps import plain_memory_errors
from cnn_desktop.learning.validate import true_float32

_GPU_CHUNK = 32


class Engine(Protocol):
    """One way to compute a frozen backbone, always in float32."""

    name: str
    versions: Mapping[str, str]
    """Of the libraries its numbers depend on."""
    device: str
    callers: int
    """Threads that may call it at the same time."""

    def __call__(self, photos: np.ndarray) -> np.ndarray:
        """[N, 3, S, S] float32, normalised → [N, …] float32. A photo's numbers do not depend on its neighbours."""


class TorchEngine:
    """PyTorch: photo by photo on a CPU, on a GPU in chunks that are always padded to the same size."""

    name = "torch"
    callers = 1

    def __init__(self, net: Net, device: str) -> None:
        self._net, self.device = net, device
        self.versions: Mapping[str, str] = {"torch": str(torch.__version__)}
        self._chunk = 1 if device == "cpu" else _GPU_CHUNK

    def __call__(self, photos: np.ndarray) -> np.ndarray:
        seen: list[np.ndarray] = []
        with plain_memory_errors(self.device, self._chunk, self._net.preprocess.image_size):
            for start in range(0, len(photos), self._chunk):
                part = torch.from_numpy(photos[start : start + self._chunk])
                padded = torch.zeros(self._chunk, *part.shape[1:])
                padded[: len(part)] = part
                seen.append(head_input(self._net, padded.to(self.device))[: len(part)].cpu().numpy())
        return np.concatenate(seen)


def head_input(net: Net, photos: torch.Tensor) -> torch.Tensor:
    """[N, 3, S, S] float32 → [N, …]: what reaches the head of `net`, in evaluation mode."""
    seen: list[torch.Tensor] = []
    watch = net.heads[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    net.module.eval()
    try:
        with torch.inference_mode(), true_float32():
            net.module(photos)
    finally:
        watch.remove()
    return seen[0]


def head_is_last(net: Net, device: str) -> bool:
    """True when the head is one layer and really the last thing that happens, so it may stand for the network."""
    if len(net.heads) != 1:
        return False
    size = net.preprocess.image_size
    photo = torch.linspace(-1, 1, 3 * size * size, device=device).view(1, 3, size, size)
    seen = head_input(net, photo)
    with torch.inference_mode(), true_float32():
        return torch.equal(net.heads[0](seen), net.module(photo))
