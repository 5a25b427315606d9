"""Small pictures of photos for the grids: asked for when seen, decoded off the GUI thread, kept within a bound.

The grid says which photos are on the screen (`want`); for those without a picture the child is asked to make thumbnail
files, and its answers come here alone. A file is then read on a worker thread, unless the photo has left the screen by
then; the QPixmap is made in the GUI thread.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

from cnn_desktop.domain.events import Event, PictureReady
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.tones import OWN, Tones
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.asking import AskEvents
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.own_picture import own_picture
from cnn_desktop.gui.kit.words import QT_WORDS

BUDGET = 96 * 1024 * 1024
"""Bytes of decoded pictures that are kept."""
FILE_SIDES = (256, 512)
"""Longer sides of thumbnail files, in pixels: for screens of usual and of high resolution."""
HEARD = 4
"""So many of the newest questions are listened to: what an older one still tells saves asking again."""


class _Mailbox(QObject):
    """Carries decoded pictures from the workers; outlives the source as long as one of them holds it."""

    decoded = Signal(object, object, QImage)
    """Photo (as an object: as a str Qt would drop the bytes that are no text), thumbnail file, picture."""


@dataclass
class _Wish:
    """What the workers may still care about; shared, only ever replaced as a whole."""

    paths: frozenset[str] = frozenset()


class ThumbnailSource(QObject):
    """Pictures by photo path, at most `BUDGET` bytes of them."""

    ready = Signal(object)
    """Path, as an object as above. The picture of this photo has come (or it is known that there is none)."""

    def __init__(self, ask: AskEvents, parent: QObject | None = None, budget: int = BUDGET) -> None:
        super().__init__(parent)
        self._ask, self._budget = ask, budget
        self._asker = secrets.token_hex(4)
        self._questions: deque[object] = deque(maxlen=HEARD)
        self._pixels, self._ratio = 256, 1.0
        self._side, self._tones = FILE_SIDES[0], OWN
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._files: dict[str, str] = {}
        self._made_from: dict[str, str] = {}
        """The file of each picture."""
        self._broken: dict[str, str] = {}
        self._loading: set[str] = set()
        self._wish = _Wish()
        self._wishes: WeakKeyDictionary[QObject, list[str]] = WeakKeyDictionary()
        """Of each grid that shows these pictures."""
        self._mailbox = _Mailbox()
        self._mailbox.decoded.connect(self._keep)
        self._hands = Hands("tiles", 2)  # no QThreadPool: see ADR 6

    def set_size(self, side: int, ratio: float) -> None:
        """Pictures are made for tiles of `side` logical pixels at `ratio` device pixels each.

        Pictures of another size stay until theirs have come, so that resizing the window shows no holes.
        """
        self._pixels, self._ratio = round(side * ratio), ratio
        files = FILE_SIDES[ratio > 1]
        if files != self._side:
            self._side = files
            self._files.clear()  # they are too coarse, or needlessly fine

    def set_tones(self, tones: Tones) -> None:
        """How deep photos are shown from now on."""
        if tones != self._tones:
            self._tones = tones
            self.forget()

    def picture(self, path: str) -> QPixmap | None:
        """The picture of `path` if it is here."""
        found = self._pictures.get(path)
        if found is not None:
            self._pictures.move_to_end(path)
        return found

    def file(self, path: str) -> str:
        """The thumbnail file of `path`, "" while there is none."""
        return self._files.get(path, "")

    def fault(self, path: str) -> str | None:
        """Why there is no picture of `path`; None while that is not known."""
        return self._broken.get(path)

    @property
    def bytes_used(self) -> int:
        return self._bytes

    def want(self, paths: list[str], by: QObject | None = None) -> None:
        """Tells what is on the screen now, in the grid `by`. What that one asked for earlier is no longer wanted."""
        self._wishes[self if by is None else by] = paths
        every = list(dict.fromkeys((*paths, *(path for wanted in self._wishes.values() for path in wanted))))
        self._wish.paths = frozenset(every)
        missing = []
        for path in every:
            if path in self._broken or self._is_shown(path):
                continue
            if path in self._files:
                self._load(path)
            else:
                missing.append(path)
        if missing:
            # also those asked for before: another grid's request may have replaced ours
            job = Thumbnails(missing, str(cache_folder() / "thumbnails"), self._side, self._tones, self._asker)
            self._questions.append(self._ask(job, self._hear, owner=self))

    def _hear(self, event: Event) -> None:
        if not isinstance(event, PictureReady):
            return
        if event.file:
            self._files[event.path] = event.file
            if event.path in self._wish.paths and not self._is_shown(event.path):
                self._load(event.path)
        else:
            self._drop(event.path)
            self._broken[event.path] = event.reason.render(QT_WORDS) if event.reason else ""
            self.ready.emit(event.path)

    def refresh(self) -> None:
        """Photos may have changed on the disk: asks for all again that are wanted next. Until then the old ones stay."""
        self._files.clear()
        self._broken.clear()

    def forget(self) -> None:
        """Drops everything: another folder is open."""
        self._questions.clear()
        self._pictures.clear()
        self._made_from.clear()
        self._bytes = 0
        self._files.clear()
        self._broken.clear()
        self._loading.clear()

    def _is_shown(self, path: str) -> bool:
        """The picture of the photo as it is now, in the right size, is here."""
        picture = self._pictures.get(path)
        is_sharp = picture is not None and picture.width() == self._pixels
        return is_sharp and path in self._files and self._made_from.get(path) == self._files[path]

    def _drop(self, path: str) -> None:
        picture = self._pictures.pop(path, None)
        self._made_from.pop(path, None)
        self._bytes -= _bytes_of(picture) if picture is not None else 0

    def _load(self, path: str) -> None:
        if path in self._loading:
            return
        self._loading.add(path)
        file, wish, mailbox = self._files[path], self._wish, self._mailbox
        pixels, radius = self._pixels, theme.ROUND * self._ratio

        def work() -> None:
            wanted = path in wish.paths
            mailbox.decoded.emit(
                path,
                file,
                tile_picture(file, pixels, radius) if wanted else QImage(1, 1, QImage.Format.Format_Mono),
            )

        self._hands.submit(work)

    def _keep(self, path: str, file: str, image: QImage) -> None:
        self._loading.discard(path)
        if image.isNull():
            # the cache may be emptied at any time: ask for the file again when it is next seen
            self._files.pop(path, None)
            return
        if image.width() != self._pixels or self._files.get(path, file) != file:
            # the mouse scrolled on and came back, the window's width or the photo itself changed meanwhile
            if path in self._wish.paths and path in self._files:
                self._load(path)
            return
        self._drop(path)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self._ratio)
        self._pictures[path], self._made_from[path] = picture, file
        self._bytes += _bytes_of(picture)
        while self._bytes > self._budget and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))
        self.ready.emit(path)


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


def tile_picture(file: str, pixels: int, radius: float) -> QImage:
    """The middle square of the picture in `file`, `pixels` wide, its corners round; null when it cannot be read.

    Ready to be copied to the screen: scaling and rounding while painting would cost 0.6 ms a tile. Any thread.
    """
    image = own_picture(file)
    if image.isNull():
        return image
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    size = QSize(pixels, pixels)
    scaled = image.copy(middle).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    tile = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(scaled))
    painter.drawRoundedRect(tile.rect(), radius, radius)
    painter.end()
    return tile
