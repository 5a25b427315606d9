"""One photo, large, for the Viewer."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.base import Job, Program, Step
from cnn_desktop.domain.tones import OWN, Tones


class PhotoFile(msgspec.Struct, frozen=True):
    """What a photo's file tells of itself; what is not known is empty."""

    path: str
    width: int = 0
    height: int = 0
    """In pixels."""
    bytes: int = 0
    kind: str = ""
    """ "JPEG", "PNG", …"""
    camera: str = ""
    taken: str = ""
    """ "2024-05-01 12:30", as the camera wrote it."""
    exposure: str = ""
    """ "1/250 s, f/2.8, ISO 100"."""


BARS = 64
"""Of a histogram: each for as many of the 256 values."""


class Histogram(msgspec.Struct, frozen=True):
    """How many of a photo's pixels are how bright, in each colour: `BARS` counts, from dark to bright.

    Of the pixels that are in the file it came with, after all that a model's input goes through but its size.
    """

    red: list[int]
    green: list[int]
    blue: list[int]


class PhotoShown(Event, frozen=True):
    """The photo is decoded and lies in `file` as pixels, as `dataset.shown` writes them."""

    file: str
    photo: PhotoFile
    """Its size is that of the photo, turned; there may be fewer pixels in `file`."""
    histogram: Histogram | None = None
    """Where it was asked for."""


class ShowPhoto(Job, frozen=True):
    """Decodes one photo as the model of `run` is fed it, else as `tones` say: a `PhotoShown`, or a `Skipped` with the reason.

    Replaces what was asked for earlier: the person has gone on to another photo.
    """

    program: ClassVar[Program] = "light"
    events: ClassVar[tuple[type[Event], ...]] = (PhotoShown,)
    step: ClassVar[Step] = "viewer"
    urgent: ClassVar[bool] = True

    path: str
    folder: str
    """In the cache."""
    run: str = ""
    tones: Tones = OWN
    room: tuple[int, int] | None = None
    """Width and height, in pixels of the screen, of where it will be shown: no more of its pixels are wanted than fill that.

    None: all of them.
    """
    histogram: bool = False
    """Whether that is wanted too."""

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, ShowPhoto)
