"""Has one photo after the other decoded to be looked at, by a child, with the reader that training uses.

The window itself never decodes a person's file: a decoder that crashes, or that is led to take all memory, must not take the
window along. The child writes plain pixels into the cache; these are checked (`domain.pixel_file`) and read on a thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cnn_desktop.domain.events import Ended, Event, Skipped
from cnn_desktop.domain.jobs.show_photo import Histogram, PhotoFile, PhotoShown, ShowPhoto
from cnn_desktop.domain.pixel_file import PhotoHead, is_in_cache, open_pixels, pixel_folder, sizes
from cnn_desktop.domain.tones import OWN, Tones
from cnn_desktop.gui.kit.asking import Ask, Question
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.words import QT_WORDS, tr

Room = tuple[int, int]


class LoadedPhoto(NamedTuple):
    """A photo at full size, or as large as it was wanted, and at halves of it, so that zooming out stays quick and smooth."""

    levels: list[QImage]
    file: PhotoFile
    histogram: Histogram | None = None


class _Mailbox(QObject):
    """Carries what the worker has read; outlives the loader as long as the worker holds it."""

    read = Signal(object, object)
    """The question and `LoadedPhoto`; None when its pixels are gone or not ours."""


class PhotoLoader(QObject):
    """`load(path)` answers with `loaded` or `failed`, unless another photo was asked for meanwhile."""

    loaded = Signal(object)
    """`LoadedPhoto`."""
    failed = Signal(object, str)
    """Path (as an object: as a str Qt would drop the bytes that are no text), one sentence."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._mailbox = _Mailbox()
        self._mailbox.read.connect(self._take)
        self._hands = Hands("photo")
        self._question: Question | None = None
        self._job: ShowPhoto | None = None
        """What is wanted; None once it is answered."""
        self._asked_again = False

    def load(
        self, path: str, run: Path | None = None, tones: Tones = OWN, room: Room | None = None, histogram: bool = False
    ) -> None:
        """Shows `path` as the model of `run` is fed, else as `tones` say; what was asked for earlier no longer matters.

        `room`, `histogram`: as in `ShowPhoto`.
        """
        self._asked_again = False
        self._want(ShowPhoto(path, str(pixel_folder(PhotoHead)), str(run or ""), tones, room, histogram))

    def _want(self, job: ShowPhoto) -> None:
        if self._question is not None:
            self._question.drop()
        self._job = job
        self._question = self._ask(job, self._hear, self._end, self)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Skipped):
            self._fail(event.reason.render(QT_WORDS))
        elif isinstance(event, PhotoShown) and self._job is not None:
            job, mailbox = self._job, self._mailbox
            self._hands.submit(lambda: mailbox.read.emit(job, load_shown(event)))

    def _end(self, ended: Ended) -> None:
        if ended.outcome != "finished":
            self._fail(ended.text.render(QT_WORDS))

    def _take(self, job: ShowPhoto, photo: LoadedPhoto | None) -> None:
        """Of the worker; `job` is compared by identity, as the same photo may be asked for twice."""
        if job is not self._job:
            return
        if photo is not None:
            self._job = None
            self.loaded.emit(photo)
        elif self._asked_again:
            self._fail(tr("The cache could not be read. Choose the photo again."))
        else:  # the cache may be emptied at any time
            self._asked_again = True
            self._want(job)

    def _fail(self, sentence: str) -> None:
        if self._job is not None:
            path, self._job = self._job.path, None
            self.failed.emit(path, sentence)


def load_shown(event: PhotoShown) -> LoadedPhoto | None:
    """Reads the pixels that a child has written; None when they are gone, or the file is not one of ours. Any thread."""
    file = Path(event.file)
    if not is_in_cache(file, PhotoHead):
        return None
    try:
        head, pixels = open_pixels(file, PhotoHead)
        with pixels:
            levels = []
            for width, height in sizes(head.width, head.height):
                level = QImage(width, height, QImage.Format.Format_RGB32)
                if level.isNull() or pixels.readinto(level.bits()) != level.sizeInBytes():
                    return None
                levels.append(level)
    except OSError:
        return None
    return LoadedPhoto(levels, event.photo, event.histogram)
