"""Runs a network up to a cut: photos in, what reaches the cut out. PyTorch here; see also `engine_onnx`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import torch

from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.tuning.compute_plan import EngineName
from cnn_desktop.learning.tuning.device import true_float32
from cnn_desktop.learning.tuning.memory import plain_memory_errors

_GPU_CHUNK = 32


class Engine(Protocol):
    """One way to compute a frozen trunk, always in float32."""

    name: EngineName
    versions: Mapping[str, str]
    """Of the libraries its numbers depend on."""
    device: str
    callers: int
    """Threads that may call it at the same time."""
    chunk: int
    """Photos that it computes at a time; a call with fewer costs as much."""

    def __call__(self, photos: np.ndarray) -> np.ndarray:
        """[N, 3, S, S] float32, normalised → [N, …] float32. A photo's numbers do not depend on its neighbours."""


class TorchEngine:
    """PyTorch: photo by photo on a CPU, on a GPU in chunks that are always padded to the same size."""

    name: EngineName = "torch"
    callers = 1

    def __init__(self, cut: Cut, device: str) -> None:
        self._cut, self.device = cut, device
        self.versions: Mapping[str, str] = {"torch": str(torch.__version__)}
        self.chunk = 1 if device == "cpu" else _GPU_CHUNK

    def __call__(self, photos: np.ndarray) -> np.ndarray:
        seen: list[np.ndarray] = []
        with plain_memory_errors(self.device, self.chunk, self._cut.net.preprocess.image_size):
            for start in range(0, len(photos), self.chunk):
                part = torch.from_numpy(photos[start : start + self.chunk])
                padded = torch.zeros(self.chunk, *part.shape[1:])
                padded[: len(part)] = part
                seen.append(self._see(padded.to(self.device))[: len(part)].cpu().numpy())
        return np.concatenate(seen)

    def _see(self, photos: torch.Tensor) -> torch.Tensor:
        self._cut.net.module.eval()
        with torch.inference_mode(), true_float32():
            return self._cut.inputs(photos)
