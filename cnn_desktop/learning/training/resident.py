"""Training photos that stay on the GPU: from the second epoch on nothing travels but the numbers of the photos."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

_SHARE = 0.5
"""Of the GPU's free memory; the network and its gradients want the rest."""


class ResidentPixels:
    """Rows uint8 [photos, side, side, 3], filled batch by batch while the first epoch trains."""

    def __init__(self, device: str, photos: int, side: int) -> None:
        self._rows = torch.empty(photos, side, side, 3, dtype=torch.uint8, device=device)
        self._missing = np.ones(photos, bool)

    @classmethod
    def where_it_fits(cls, device: str, photos: int, side: int) -> ResidentPixels | None:
        """None on anything but an NVIDIA GPU, and where half of its free memory is too little."""
        if not device.startswith("cuda"):
            return None
        free, _ = torch.cuda.mem_get_info(device)
        return cls(device, photos, side) if photos * side * side * 3 <= _SHARE * free else None

    @property
    def is_complete(self) -> bool:
        """True once every photo is here; one that cannot be read keeps the loader at work."""
        return not self._missing.any()

    def put(self, places: Sequence[int] | np.ndarray, pixels: torch.Tensor) -> None:
        """`pixels`: uint8 [B, side, side, 3] on the device."""
        self._rows[torch.as_tensor(places, device=self._rows.device)] = pixels
        self._missing[np.asarray(places)] = False

    def rows_of(self, places: Sequence[int] | np.ndarray) -> torch.Tensor:
        """uint8 [B, side, side, 3] on the device."""
        rows: torch.Tensor = self._rows[torch.as_tensor(places, device=self._rows.device)]
        return rows
