"""Reads one photo after the other for the viewer, on a worker thread, with the same reader the training uses.

`dataset.reading.decode.open_photo` is used rather than Qt's reader: it knows HEIC, AVIF, CMYK and 16-bit, turns by EXIF, has a
limit for giant files and a plain sentence for every broken one, and shows exactly the picture the model sees. One file
that the person chose is read here; unknown files in bulk are only ever read in child processes.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from cnn_desktop.dataset.reading.files import photos_below
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.domain.run import load_model_facts
from cnn_desktop.domain.tones import OWN, Tones
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.viewer.view import PhotoFile, exif_facts

SMALLEST_LEVEL = 256
MOST_FILES = 10_000
_TOO_MANY = say("the viewer shows up to 10,000 photos at a time.")


class LoadedPhoto(NamedTuple):
    """A photo at full size and at halves of it (each level half as wide), so that zooming out stays quick and smooth."""

    path: str
    levels: list[QImage]
    file: PhotoFile


class _Mailbox(QObject):
    """Carries what the worker has read; outlives the loader as long as the worker holds it."""

    loaded = Signal(object)
    failed = Signal(object, str)  # the path as an object: as a str Qt would drop the bytes that are no text
    listed = Signal(object, object)


class PhotoLoader(QObject):
    """`load(path)` answers with `loaded` or `failed`, unless another photo was asked for before it began."""

    loaded = Signal(object)
    """`LoadedPhoto`."""
    failed = Signal(object, str)
    """Path, one sentence."""
    listed = Signal(object, object)
    """Photos of files and folders, and what is left out of these (`LeftOut`); see `list_photos`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = _Mailbox()
        self._mailbox.loaded.connect(self.loaded)
        self._mailbox.failed.connect(self.failed)
        self._mailbox.listed.connect(self.listed)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="photo")  # no QThreadPool: see ADR 6
        self._reading: Future[None] | None = None

    def load(self, path: str, run: Path | None = None, tones: Tones = OWN) -> None:
        """Reads `path` as the model of `run` is fed, else as `tones` say; what was asked for earlier no longer matters."""
        if self._reading:
            self._reading.cancel()
        self._reading = self._pool.submit(_read, path, run, tones, self._mailbox)

    def list_photos(self, paths: list[str]) -> None:
        """Turns files and folders into photos, sorted; answers with `listed`."""
        mailbox = self._mailbox
        self._pool.submit(lambda: mailbox.listed.emit(*photos_in(paths)))


def _read(path: str, run: Path | None, tones: Tones, mailbox: _Mailbox) -> None:
    """On the worker thread."""
    from cnn_desktop.dataset.reading.decode import UnreadablePhoto

    try:
        mailbox.loaded.emit(read_photo(path, tones if run is None else tones_of_run(run, tones)))
    except UnreadablePhoto as error:
        mailbox.failed.emit(path, error.reason.render(QT_WORDS))
    except MemoryError:
        mailbox.failed.emit(
            path, tr("There is not enough free memory to show it. Close other programs, then try again.")
        )


def tones_of_run(run: Path, otherwise: Tones) -> Tones | None:
    """How the model of `run` is fed; `otherwise` where that cannot be read. Any thread."""
    from cnn_desktop.dataset.reading.preprocess import Preprocess

    try:
        return as_kind(load_model_facts(run).preprocess, Preprocess).tones
    except (DataError, Unreadable):
        return otherwise


def read_photo(path: str, tones: Tones | None = OWN) -> LoadedPhoto:
    """Decodes `path` as `tones` say. Any thread. Raises dataset.reading.decode.UnreadablePhoto."""
    from cnn_desktop.dataset.reading.decode import open_photo

    photo = open_photo(path, tones=tones)
    image = QImage(photo.tobytes(), photo.width, photo.height, 3 * photo.width, QImage.Format.Format_RGB888)
    levels = [image.convertToFormat(QImage.Format.Format_RGB32)]  # a copy: Python's bytes may go
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALLEST_LEVEL:
        last = levels[-1]
        levels.append(
            last.scaled(
                max(1, last.width() // 2),
                max(1, last.height() // 2),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return LoadedPhoto(path, levels, read_facts(path, photo.width, photo.height))


def read_facts(path: str, width: int, height: int) -> PhotoFile:
    """What the file tells about itself. Any thread; what cannot be read is left out."""
    from PIL import Image

    size = 0
    try:
        size = Path(path).stat().st_size
        with Image.open(path) as header:
            tags = header.getexif()
            facts = exif_facts(dict(tags), dict(tags.get_ifd(0x8769)))
            return PhotoFile(path, width, height, size, header.format or "", **facts)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, Image.DecompressionBombError):
        return PhotoFile(path, width, height, size)


def photos_in(paths: list[str]) -> tuple[list[str], list[LeftOut]]:
    """Files as they are, folders as the photos in and below them, at most 10,000; and what is left out."""
    found: list[str] = []
    left_out: list[LeftOut] = []
    for path in paths:
        if not Path(path).is_dir():
            found.append(path)
            continue
        try:
            photos, others = photos_below(Path(path))
        except DataError as error:
            left_out.append(LeftOut(path, error.message))
            continue
        found += map(str, photos)
        left_out += others
    left_out += [LeftOut(path, _TOO_MANY) for path in found[MOST_FILES:]]
    return found[:MOST_FILES], left_out
