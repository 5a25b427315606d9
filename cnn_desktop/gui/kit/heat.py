"""Heat maps: where in a photo a model looks. Asked of a child, read on a thread, painted over the photo by whoever shows it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, qRgba

from cnn_desktop.domain.colours import cover
from cnn_desktop.domain.events import Ended, Event, Progress, Skipped
from cnn_desktop.domain.jobs.explain import HeatShown, NoHeat, ShowHeat
from cnn_desktop.domain.pixel_file import MapsHead, pixel_folder
from cnn_desktop.gui.kit.asking import Ask, Question
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.map_reader import EVEN, Maps, read_maps
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class Heat(NamedTuple):
    """A heat map as it is painted, and what it is of."""

    shown: HeatShown
    picture: QImage
    """Its colours are the clearer the more a place speaks for the class; it covers the whole photo."""


def paint_heat(painter: QPainter, area: QRectF, heat: Heat | None, opacity: float) -> None:
    """Over the photo that lies in `area`; `opacity`: 0..1, of the strongest place."""
    if heat is not None and opacity > 0:
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, heat.picture)
        painter.restore()


def heat_words(shown: HeatShown) -> str:
    """What is to be known of a heat map: of which class it is, how sure the model is of it, and what covering a part does."""
    if shown.is_empty:
        return tr("Nothing in this photo speaks for “{name}”.", name=shown.class_name)
    words = tr("The brighter, the more it speaks for “{name}” ({p:.1%}).", name=shown.class_name, p=shown.probability)
    if shown.covered is None:
        return words
    before, after = shown.covered
    effect = tr(
        "Covering the part that counts most lowers it from {before:.1%} to {after:.1%}.", before=before, after=after
    )
    return f"{words} {effect}"


class _Mailbox(QObject):
    """Carries what the worker has read; outlives the source as long as the worker holds it."""

    read = Signal(object, object, object)
    """The job, its `HeatShown`, `QImage`; None when the file is gone or not ours."""


class HeatSource(QObject):
    """One heat map at a time: a newer question takes the place of the older one.

    Of a class that the model does not know, it is that of the model's answer: `Heat.shown` says of which class it is.
    """

    came = Signal(object)
    """`Heat`."""
    failed = Signal(str, bool)
    """Why there is none, in one sentence; whether another way may still give one."""
    progressed = Signal(object)
    """`Progress`, of a way that takes seconds."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._job: ShowHeat | None = None
        self._falls_back = False
        """The model does not know the class of `_job`: its answer is explained instead."""
        self.has_failed = False
        """There is no heat map of `job`: to have it asked again, drop it."""
        self._question: Question | None = None
        self._hands, self._mailbox = Hands("heat"), _Mailbox()
        self._mailbox.read.connect(self._take)

    @property
    def job(self) -> ShowHeat | None:
        """What was asked for last, until it is dropped."""
        return self._job

    def want(self, job: ShowHeat) -> None:
        """Asks, unless that is what was asked last. `folder` is set here."""
        job = msgspec.structs.replace(job, folder=str(pixel_folder(MapsHead)))
        if job != self._job:
            self.drop()
            self._job = job
            self._ask_for(job)

    def _ask_for(self, job: ShowHeat) -> None:
        self._question = self._ask(job, self._hear, self._end, self)

    def drop(self) -> None:
        """Nothing more is heard of what was asked."""
        if self._question is not None:
            self._question.drop()
        self._question = self._job = None
        self._falls_back = self.has_failed = False

    def _hear(self, event: Event) -> None:
        job, mailbox = self._job, self._mailbox
        if isinstance(event, HeatShown):
            self._hands.submit(lambda: mailbox.read.emit(job, event, _picture(read_maps(event.file))))
        elif isinstance(event, NoHeat):
            self._fail(event.reason.render(QT_WORDS), job is not None and job.method != "occlusion")
        elif isinstance(event, Skipped):
            self._fail(event.reason.render(QT_WORDS))
        elif isinstance(event, Progress) and event.total:
            self.progressed.emit(event)

    def _end(self, ended: Ended) -> None:
        if ended.fault and ended.fault.field == "class_name" and self._job and not self._falls_back:
            self._falls_back = True  # the class has another name in the project, or is none of the model's
            self._ask_for(msgspec.structs.replace(self._job, class_name=""))
        elif ended.outcome != "finished":
            self._fail(ended.text.render(QT_WORDS))

    def _fail(self, sentence: str, try_other: bool = False) -> None:
        self._question, self.has_failed = None, True
        self.failed.emit(sentence, try_other)

    def _take(self, job: ShowHeat, shown: HeatShown, picture: QImage | None) -> None:
        if job is not self._job:
            return
        if picture is None:
            self._fail(tr("The cache could not be read. Choose the photo again."))
        else:
            self.came.emit(Heat(shown, picture))


def _picture(maps: Maps | None) -> QImage | None:
    """The first map: its colours, and how much each covers what is below it. Any thread."""
    if maps is None:
        return None
    size = maps.height * maps.width
    image = QImage(maps.pixels[:size], maps.width, maps.height, maps.width, QImage.Format.Format_Indexed8)
    image.setColorTable([_covering(value) for value in range(256)])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _covering(value: int) -> int:
    """The colour of `value`, the more opaque the larger it is."""
    red, green, blue = (EVEN[value] >> 16) & 255, (EVEN[value] >> 8) & 255, EVEN[value] & 255
    return qRgba(red, green, blue, cover(value))
