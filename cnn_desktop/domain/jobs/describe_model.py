"""Asking for the layers of a model."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Step


class LayerRow(msgspec.Struct, frozen=True):
    """One layer of a model, in the order a photo passes through."""

    name: str
    kind: str
    """Class of the layer, e.g. "Conv2d"."""
    output: list[int]
    """Shape of its output for one photo, e.g. [C, H, W]."""
    parameters: int


class ModelDescribed(Event, frozen=True):
    """The layers of a model."""

    model: str
    layers: list[LayerRow]
    parameters: int


class DescribeModel(Job, frozen=True):
    """Asks for the layers of a model with `classes` outputs at `image_size` pixels: one `ModelDescribed`."""

    events: ClassVar[tuple[type[Event], ...]] = (ModelDescribed,)
    step: ClassVar[Step] = "model"

    model: str
    classes: int = 10
    image_size: int = 224
