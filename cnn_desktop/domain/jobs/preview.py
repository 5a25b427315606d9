"""Examples of an augmentation on one photo."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.tones import OWN, Tones


class Preview(Job, frozen=True):
    """Asks for `count` augmented versions of one photo, as pictures in `folder`: a `PictureReady` each.

    They are a training's own, so the full child makes them.
    """

    program: ClassVar[Program] = "full"

    path: str
    augmentation: Augmentation
    image_size: int
    folder: str
    count: int = 9
    seed: int = 0
    tones: Tones = OWN
    """How a deep photo is shown."""
