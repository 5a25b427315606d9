"""Photos that will be looked at next are decoded while one looks at this one, so that the next is there at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from cnn_desktop.domain.tones import OWN, Tones
from cnn_desktop.gui.kit.asking import Ask
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto, PhotoLoader, Room

KEPT = 12
"""Photos that are kept, each as large as the room for it."""


class _Kept(NamedTuple):
    photo: LoadedPhoto
    room: Room

    def fills(self, room: Room) -> bool:
        """It is sharp in `room`: loaded for as much, or as large as it is."""
        size = self.photo.levels[0].size()
        is_whole = size.width() < self.room[0] and size.height() < self.room[1]
        return is_whole or (self.room[0] >= room[0] and self.room[1] >= room[1])


class PhotosAhead(QObject):
    """`show(path, ahead)` answers with `loaded` or `failed`: in the same call when the photo was loaded ahead."""

    loaded = Signal(object, object)
    """Path (as an object, as in `PhotoLoader`), `LoadedPhoto`."""
    failed = Signal(object, str)
    """Path, one sentence."""

    def __init__(self, ask: Ask, room: Callable[[], Room], parent: QObject | None = None) -> None:
        """`room`: device pixels there are for a photo."""
        super().__init__(parent)
        self._room, self._tones = room, OWN
        self._wanted, self._ahead = "", list[str]()
        self._loading = ""
        self._for: Room = (0, 0)
        """What it is loaded for."""
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._faults: dict[str, str] = {}
        self._loader = PhotoLoader(ask, self)
        self._loader.loaded.connect(self._keep)
        self._loader.failed.connect(self._miss)

    def set_tones(self, tones: Tones) -> None:
        """How deep photos are shown from now on."""
        if tones != self._tones:
            self._tones = tones
            self.forget()

    def forget(self) -> None:
        """Photos may have changed on the disk, or others are looked at."""
        self._kept.clear()
        self._faults.clear()
        self._loading = ""

    def show(self, path: str, ahead: list[str]) -> None:
        """Shows `path`, then loads those of `ahead`, in their order. "": nothing is shown."""
        self._wanted, self._ahead = path, ahead
        if path in self._kept:
            self._kept.move_to_end(path)
            self.loaded.emit(path, self._kept[path].photo)
        elif path in self._faults:
            self.failed.emit(path, self._faults.pop(path))  # once: it may be there again
        self._go_on()

    def expect(self, ahead: list[str]) -> None:
        """Others are likely to be looked at next."""
        if ahead != self._ahead:
            self._ahead = ahead
            self._go_on()

    def fit(self) -> None:
        """There is more room, or less: photos that are too small for it are loaded again."""
        self._go_on()

    def is_here(self, path: str) -> bool:
        """Whether it is shown at once."""
        return path in self._kept

    def _go_on(self) -> None:
        """Loads what is missing: first what is looked at."""
        wanted = [path for path in (self._wanted, *self._ahead) if path]
        room = self._room()
        missing = next((path for path in wanted if not self._has(path, room)), "")
        if missing == self._loading:
            return
        if self._loading and missing != self._wanted:
            return  # it is on its way, and nobody waits
        self._loading = missing
        if missing:
            self._for = room
            self._loader.load(missing, tones=self._tones, room=room)

    def _has(self, path: str, room: Room) -> bool:
        return path in self._faults or (path in self._kept and self._kept[path].fills(room))

    def _keep(self, photo: LoadedPhoto) -> None:
        path, self._loading = self._loading, ""
        if not path:  # it was forgotten meanwhile
            return
        self._kept[path] = _Kept(photo, self._for)
        self._kept.move_to_end(path)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if path == self._wanted:
            self.loaded.emit(path, photo)
        self._go_on()

    def _miss(self, path: str, sentence: str) -> None:
        self._loading = ""
        if path == self._wanted:
            self.failed.emit(path, sentence)
        self._faults[path] = sentence
        self._go_on()
