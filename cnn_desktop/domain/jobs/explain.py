"""Why a model answers as it does: where in the photo it looks, and which training photos look like this one."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from cnn_desktop.domain.events import Event, Fault
from cnn_desktop.domain.jobs.base import Job, Step
from cnn_desktop.domain.message import Message, say

HeatMethod = Literal["grad_cam", "grad_cam_pp", "occlusion"]
"""Selvaraju et al. 2017; Chattopadhay et al. 2018; Zeiler & Fergus 2014."""


class HeatShown(Event, frozen=True):
    """How much each part of the photo speaks for `class_name`."""

    path: str
    class_name: str
    method: HeatMethod
    file: str
    """One map [1, H, W] as `domain.pixel_file` lays it, from 0 (nothing) to 255 (most), the size of the model's input: it is
    laid over the whole photo, which the model sees squashed to a square."""
    layer: str = ""
    """The layer it was made at; "" of occlusion."""
    probability: float = 0.0
    """Of the class."""
    is_empty: bool = False
    """Nothing in the photo speaks for this class."""
    covered: tuple[float, float] | None = None
    """Of occlusion: its probability with nothing covered, and with the part covered that counts most, the photo being looked
    at one way round; None where no part counts, and of other ways."""


class NoHeat(Event, frozen=True):
    """This model has no maps (a transformer, say): the reason, and what can be had instead."""

    reason: Message


class ShowHeat(Job, frozen=True):
    """Asks for a heat map: a `HeatShown`, a `NoHeat`, or `Skipped`. Occlusion takes seconds: with `Progress`."""

    events: ClassVar[tuple[type[Event], ...]] = (HeatShown, NoHeat)
    step: ClassVar[Step] = "viewer"
    doing: ClassVar[Message] = say("explaining…")
    tells: ClassVar[bool] = False

    run: str
    path: str
    folder: str
    class_name: str = ""
    """"": the one the model answers."""
    method: HeatMethod = "grad_cam"
    device: str = "auto"

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, ShowHeat) and earlier.folder == self.folder

    def fault(self, field: str) -> Fault | None:
        return Fault(field, self.class_name) if field == "class_name" else None


class Alike(msgspec.Struct, frozen=True):
    """A training photo."""

    path: str
    """Where it lay when the model was trained."""
    label: str
    similarity: float
    """Cosine of the angle between what the network makes of the two, 1 when they are the same to it."""


class AlikeFound(Event, frozen=True):
    """The training photos that look most like `path` to the model, most alike first."""

    path: str
    photos: list[Alike]
    reason: Message | None = None
    """Why there are none: the training photos are gone, say."""


class FindAlike(Job, frozen=True):
    """Asks for them: one `AlikeFound`, or `Skipped`. The first time of a model all its training photos are looked at, with `Progress`."""

    events: ClassVar[tuple[type[Event], ...]] = (AlikeFound,)
    step: ClassVar[Step] = "viewer"
    tells: ClassVar[bool] = False

    run: str
    path: str
    count: int = 8
    device: str = "auto"

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, FindAlike)
