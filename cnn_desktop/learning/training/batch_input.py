"""Turns a batch of stored pixels into what a network takes: changed at random, normalised, on its device."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional

from cnn_desktop.dataset.pixels.augment import Changes
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.config import Strong
from cnn_desktop.learning.training.strong_changes import changed_strongly

_LUMA = (0.299, 0.587, 0.114)
"""Weights of R, G and B in grey, as Pillow's (ITU-R 601-2)."""


class BatchInput:
    """uint8 [B, s, s, 3] → float32 [B, 3, S, S], normalised, laid out channels_last.

    On a CPU the numbers are written into one buffer again and again, a third of the time of a fresh one: what was
    returned holds until the next call.
    """

    def __init__(self, preprocess: Preprocess, device: str) -> None:
        self.size, self._device = preprocess.image_size, device
        # A row of pixels at a time, as a channel at a time would be loops of three numbers.
        std = torch.tensor(preprocess.std).repeat(self.size)
        self._scale = (1 / (255 * std)).to(device)
        self._offset = (-torch.tensor(preprocess.mean).repeat(self.size) / std).to(device)
        self._luma = torch.tensor(_LUMA, device=device)
        self._buffer = torch.empty(0)

    def __call__(self, pixels: torch.Tensor, changes: Changes | None) -> torch.Tensor:
        """`pixels` may be anywhere; they travel as uint8, a quarter of the numbers."""
        values = self.changed(pixels, changes)
        batch, size = len(values), self.size
        rows = self._room(batch).copy_(values.reshape(batch, size, 3 * size))
        torch.addcmul(self._offset, rows, self._scale, out=rows)
        return rows.view(batch, size, size, 3).permute(0, 3, 1, 2)

    def changed(self, pixels: torch.Tensor, changes: Changes | None) -> torch.Tensor:
        """Not yet normalised: [B, S, S, 3] on the device, uint8 or float32 from 0 to 255."""
        values = pixels.to(self._device, non_blocking=True)
        if changes is not None:
            values = self._cropped(values, changes.boxes)
            values = self._mirrored(values, changes.mirrored)
            values = self._changed_strongly(values, changes.strong, changes.kind)
            values = self._recoloured(values, changes.colours)
        return values

    def _room(self, batch: int) -> torch.Tensor:
        if self._device != "cpu":
            return torch.empty(batch, self.size, 3 * self.size, device=self._device)
        if len(self._buffer) < batch:
            self._buffer = torch.empty(batch, self.size, 3 * self.size)
        return self._buffer[:batch]

    def _cropped(self, pixels: torch.Tensor, boxes: np.ndarray | None) -> torch.Tensor:
        """[B, s, s, 3] → [B, S, S, 3]: uint8 on a CPU, float32 on other devices."""
        if boxes is None:
            return pixels
        channels_first = pixels.permute(0, 3, 1, 2)
        if self._device == "cpu":
            # Photo by photo on whole pixels, antialiased: 0.3 ms each, where a grid of a whole batch takes 2 ms.
            return _cropped_by_pixels(channels_first, boxes, self.size).permute(0, 2, 3, 1)
        return _cropped_by_grid(channels_first, boxes, self.size).permute(0, 2, 3, 1)

    def _mirrored(self, pixels: torch.Tensor, mirrored: np.ndarray | None) -> torch.Tensor:
        """[B, S, S, 3]."""
        if mirrored is None or not mirrored.any():
            return pixels
        if self._device == "cpu":
            # Photo by photo, 20 µs each; seen as [1, 3, S, S] torch flips RGB pixels by whole registers.
            pixels = pixels.clone()
            for place in np.flatnonzero(mirrored).tolist():
                photo = pixels[place : place + 1].permute(0, 3, 1, 2)
                photo.copy_(photo.flip(3))
            return pixels
        channels_first = pixels.permute(0, 3, 1, 2)
        which = torch.from_numpy(mirrored).to(self._device, non_blocking=True).view(-1, 1, 1, 1)
        return torch.where(which, channels_first.flip(3), channels_first).permute(0, 2, 3, 1)

    def _changed_strongly(self, pixels: torch.Tensor, seeds: np.ndarray | None, kind: Strong) -> torch.Tensor:
        """[B, S, S, 3] → uint8. Photo by photo on the CPU: on a GPU each takes as long, and is not quite the same."""
        if seeds is None:
            return pixels
        photos = (pixels.round() if pixels.is_floating_point() else pixels).to("cpu", torch.uint8).numpy()
        pairs = zip(photos, seeds.tolist(), strict=True)
        changed = np.stack([changed_strongly(photo, seed, kind) for photo, seed in pairs])
        return torch.from_numpy(changed).to(self._device, non_blocking=True)

    def _recoloured(self, pixels: torch.Tensor, colours: np.ndarray | None) -> torch.Tensor:
        """[B, S, S, 3] → float32, 0..255: brightness, contrast and saturation times their factors, as Pillow does."""
        if colours is None:
            return pixels
        brightness, contrast, saturation = (
            torch.from_numpy(colours).to(self._device, non_blocking=True).view(-1, 3, 1, 1, 1).unbind(1)
        )
        values = (pixels.float() * brightness).clamp_(0, 255)
        mean = (values @ self._luma).mean((1, 2)).view(-1, 1, 1, 1)
        values = values.sub_(mean).mul_(contrast).add_(mean).clamp_(0, 255)
        grey = (values @ self._luma).unsqueeze(-1)
        return values.sub_(grey).mul_(saturation).add_(grey).clamp_(0, 255)


def _cropped_by_pixels(photos: torch.Tensor, boxes: np.ndarray, size: int) -> torch.Tensor:
    """uint8 [B, 3, s, s] → uint8 [B, 3, size, size], channels_last; boxes rounded to whole pixels."""
    out = torch.empty((len(photos), 3, size, size), dtype=torch.uint8, memory_format=torch.channels_last)
    side = photos.shape[-1]
    starts = np.rint(boxes[:, :2] * side).astype(int)
    ends = np.maximum(np.rint((boxes[:, :2] + boxes[:, 2:]) * side).astype(int), starts + 1)
    for place, ((left, top), (right, bottom)) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        part = photos[place : place + 1, :, top:bottom, left:right]
        out[place] = functional.interpolate(part, (size, size), mode="bilinear", antialias=True)[0]
    return out


def _cropped_by_grid(photos: torch.Tensor, boxes: np.ndarray, size: int) -> torch.Tensor:
    """uint8 [B, 3, s, s] → float32 [B, 3, size, size], a whole batch at once."""
    left, top, width, height = torch.from_numpy(boxes).to(photos.device, non_blocking=True).unbind(1)
    zero = torch.zeros_like(left)
    # From the output's coordinates, -1 to 1, to the photo's.
    theta = torch.stack((width, zero, 2 * left + width - 1, zero, height, 2 * top + height - 1), 1).view(-1, 2, 3)
    grid = functional.affine_grid(theta, [len(photos), 3, size, size], align_corners=False)
    return functional.grid_sample(photos.float(), grid, padding_mode="border", align_corners=False)


def to_device(values: np.ndarray, device: str) -> torch.Tensor:
    """Without waiting: a GPU fetches from pinned memory while it computes."""
    tensor = torch.from_numpy(values)
    return tensor.pin_memory().to(device, non_blocking=True) if device.startswith("cuda") else tensor.to(device)
