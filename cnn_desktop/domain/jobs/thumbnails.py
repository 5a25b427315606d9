"""Small pictures of photos, for grids and strips."""

from __future__ import annotations

from typing import ClassVar

from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.tones import OWN, Tones


class Thumbnails(Job, frozen=True):
    """Asks for thumbnails, `size` pixels on the longer side, kept in the cache folder `folder`: a `PictureReady` each.

    Replaces thumbnails that the same `asker` asked for earlier and that are not done yet: its newest request is what is on
    the screen.
    """

    program: ClassVar[Program] = "light"

    paths: list[str]
    folder: str
    size: int = 256
    tones: Tones = OWN
    """How deep photos are shown."""
    asker: str = ""
    """Of several that ask in one window."""

    def replaces(self, earlier: Job) -> bool:
        return isinstance(earlier, Thumbnails) and earlier.asker == self.asker
