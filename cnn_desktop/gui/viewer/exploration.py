"""What a child tells about one model at work on one photo: its layers, the maps of one of them, and the sum behind one number.

One question of a kind is on its way; a newer one takes its place. Of the sums, which follow the mouse, the newest is asked
once the one before is answered, so there are never more of them than the child can answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cnn_desktop.domain.events import Ended, Event, Skipped
from cnn_desktop.domain.jobs.explore import (
    ExploredLayer,
    LayerShown,
    LayersListed,
    ListLayers,
    ShowLayer,
    ShowSum,
    SumShown,
)
from cnn_desktop.domain.pixel_file import MapsHead, pixel_folder
from cnn_desktop.gui.kit.asking import Ask, Question
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.map_reader import EVEN, TINTS, Maps, in_colour, picture, read_maps, side_by_side, signed_ramp
from cnn_desktop.gui.kit.words import QT_WORDS, tr

PER_PAGE = 64
"""Maps that are asked for at once."""


class Wish(NamedTuple):
    """What is to be shown of a layer."""

    layer: str
    start: int = 0
    kernels: bool = False
    is_photo: bool = False
    """It is the photo itself: its maps are its colours."""
    most: int = PER_PAGE


class Shown(NamedTuple):
    """What a layer makes of a photo."""

    wish: Wish
    told: LayerShown
    maps: Maps | None = None
    pictures: list[QImage] = []  # noqa: RUF012 - a tuple's own default, never changed
    """Of the maps, one for each channel."""


class Spot(NamedTuple):
    """One number of a layer."""

    layer: str
    channel: int
    row: int = 0
    column: int = 0
    untrained: bool = False


class _Mailbox(QObject):
    """Carries what the worker has read; outlives the asker as long as the worker holds it."""

    read = Signal(object, object)
    """The job and `Shown`; None when the file is gone or not ours."""


class _Side:
    """Before or after the training."""

    def __init__(self) -> None:
        self.wish: Wish | None = None
        self.job: ShowLayer | None = None
        """What was asked last; kept, so that it is not asked again."""
        self.question: Question | None = None
        self.shown: Shown | None = None
        self.fault = ""
        self.asked_again = False

    @property
    def waits(self) -> bool:
        return self.question is not None

    def drop(self) -> None:
        if self.question:
            self.question.drop()
        self.question = self.job = self.wish = None
        self.fault, self.asked_again = "", False


class Exploration(QObject):
    """Of the run that is used; all of it is forgotten when that changes."""

    listed = Signal()
    """The layers are known, or it is known why not."""
    came = Signal(bool)
    """Maps or numbers of the untrained network (True) or of the trained one, or why there are none."""
    summed = Signal()
    """A sum, or that there is none."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._run: Path | None = None
        self._seconds, self.device, self._path = 0.0, "auto", ""
        self.layers: list[ExploredLayer] | None = None
        self.untrained = ""
        """Where the weights of the network before its training come from, as a clause."""
        self.failure = ""
        """Why the layers are not known."""
        self.photo_fault = ""
        """Why the photo cannot be read, as the child says."""
        self._listing: Question | None = None
        self._sides = {False: _Side(), True: _Side()}
        self.sum: SumShown | None = None
        self._most = 0
        self._spot: Spot | None = None
        """The newest that is wanted and not asked for yet."""
        self._asked_spot: Spot | None = None
        self._summing: Question | None = None
        self._mailbox = _Mailbox()
        self._mailbox.read.connect(self._take)
        self._hands = Hands("maps")

    # What is looked at ------------------------------------------------------------------------------------------------

    def use(self, run: Path | None, seconds: float = 0.0) -> None:
        """The folder of the training whose model is looked at, None for none; `seconds`: how long it has been trained."""
        if (run, seconds) != (self._run, self._seconds):
            self._run, self._seconds = run, seconds
            self.layers, self.failure = None, ""
            if self._listing:
                self._listing.drop()
            self._listing = None
            for side in self._sides.values():
                side.shown = None
            self.look_at(self._path)
            self.listed.emit()

    def look_at(self, path: str) -> None:
        """Another photo, or the same as it is now: what is shown stays until that of the new one has come."""
        self._path, self.photo_fault = path, ""
        for side in self._sides.values():
            side.drop()
        self.forget_sum()

    @property
    def has_model(self) -> bool:
        return self._run is not None

    @property
    def sum_untrained(self) -> bool:
        """The sum is of the untrained network."""
        return bool(self._asked_spot and self._asked_spot.untrained)

    def side(self, untrained: bool) -> tuple[Shown | None, str, bool]:
        """What is shown of it, why there is nothing, and whether something is on its way."""
        side = self._sides[untrained]
        return side.shown, side.fault, side.waits

    @property
    def is_same(self) -> bool:
        """Both sides are shown, and the training has changed nothing of what this layer makes of the photo."""
        before, after = (self._sides[untrained].shown for untrained in (True, False))
        if before is None or after is None or before.wish != after.wish or before.wish.is_photo:
            return False
        same = (before.told.values, before.told.lows, before.told.highs) == (
            after.told.values,
            after.told.lows,
            after.told.highs,
        )
        return same and before.maps == after.maps

    # Asking -----------------------------------------------------------------------------------------------------------

    def list_layers(self) -> None:
        """Asks for the layers, unless they are known or on their way, or could not be had."""
        if self._run is not None and self.layers is None and self._listing is None and not self.failure:
            self._listing = self._ask(
                ListLayers(str(self._run), self.device), self._hear_layers, self._end_layers, self
            )

    def want(self, wish: Wish, untrained: bool) -> None:
        """Asks for it, unless that is what was asked last."""
        side = self._sides[untrained]
        if self._run is None or not self._path or wish == side.wish:
            return
        side.drop()
        side.wish = wish
        self._ask_side(side, untrained)

    def leave(self, untrained: bool) -> None:
        """That side is not looked at."""
        self._sides[untrained].drop()
        self._sides[untrained].shown = None

    def point(self, spot: Spot, most: int) -> None:
        """Asks how this number was made, once what was asked before is answered; `most`: parts that are told one by one."""
        if self._run is None or not self._path or spot == (self._spot or self._asked_spot):
            return
        self._spot, self._most = spot, most
        if self._summing is None:
            self._ask_sum()

    def forget_sum(self) -> None:
        if self._summing:
            self._summing.drop()
        self._summing = self._spot = self._asked_spot = self.sum = None

    def _ask_side(self, side: _Side, untrained: bool) -> None:
        wish = side.wish
        assert wish is not None
        job = ShowLayer(
            str(self._run), self._path, wish.layer, str(pixel_folder(MapsHead) / "network"), wish.start, wish.most,
            wish.kernels, untrained, self.device,
        )  # fmt: skip
        side.job = job
        side.question = self._ask(
            job, lambda event: self._hear(job, event), lambda ended: self._end(job, ended), self
        )  # fmt: skip

    def _ask_sum(self) -> None:
        spot, self._spot = self._spot, None
        if spot is not None:
            self._asked_spot = spot
            job = ShowSum(
                str(self._run), self._path, spot.layer, spot.channel, spot.row, spot.column, self._most,
                spot.untrained, self.device,
            )  # fmt: skip
            self._summing = self._ask(job, self._hear_sum, self._end_sum, self)

    # Hearing ----------------------------------------------------------------------------------------------------------

    def _hear_layers(self, event: Event) -> None:
        if isinstance(event, LayersListed):
            self.layers = event.layers
            self.untrained = event.untrained.render(QT_WORDS) if event.untrained else ""
            self.listed.emit()

    def _end_layers(self, ended: Ended) -> None:
        self._listing = None
        if self.layers is None:
            self.failure = ended.text.render(QT_WORDS)
            self.listed.emit()

    def _hear(self, job: ShowLayer, event: Event) -> None:
        side = self._sides[job.untrained]
        if side.job is not job or side.wish is None:
            return
        if isinstance(event, Skipped):
            self.photo_fault = event.reason.render(QT_WORDS)
            self._settle(side, job)
        elif isinstance(event, LayerShown):
            wish, mailbox = side.wish, self._mailbox
            if event.file:
                self._hands.submit(lambda: mailbox.read.emit(job, load(wish, event)))
            else:
                self._settle(side, job, Shown(wish, event))

    def _end(self, job: ShowLayer, ended: Ended) -> None:
        side = self._sides[job.untrained]
        if side.job is job and side.waits and ended.outcome != "finished":
            side.fault = ended.text.render(QT_WORDS)
            self._settle(side, job)

    def _take(self, job: ShowLayer, shown: Shown | None) -> None:
        """Of the worker; `job` is compared by identity, as the same may be asked for twice."""
        side = self._sides[job.untrained]
        if side.job is not job:
            return
        if shown is None and not side.asked_again:  # the cache may be emptied at any time
            side.asked_again = True
            self._ask_side(side, job.untrained)
            return
        if shown is None:
            side.fault = tr("The cache could not be read. Choose the layer again.")
        self._settle(side, job, shown)

    def _settle(self, side: _Side, job: ShowLayer, shown: Shown | None = None) -> None:
        side.question, side.shown = None, shown
        self.came.emit(job.untrained)

    def _hear_sum(self, event: Event) -> None:
        if isinstance(event, SumShown):
            self.sum = event
            self.summed.emit()
        elif isinstance(event, Skipped):
            self._lose_sum()

    def _end_sum(self, ended: Ended) -> None:
        self._summing = None
        if self._spot is not None:
            self._ask_sum()
        elif ended.outcome != "finished":
            self._lose_sum()

    def _lose_sum(self) -> None:
        """There is none of what was asked, which may be asked again."""
        self.sum = self._asked_spot = None
        self.summed.emit()


def load(wish: Wish, told: LayerShown) -> Shown | None:
    """What the child has written, as pictures; None when it is gone, or not what was told. Any thread."""
    maps, count = read_maps(told.file), len(told.channels)
    if maps is None or not count:
        return None
    if wish.kernels and maps.maps == 3 * count:  # on a photo's three colours
        return Shown(wish, told, maps, [in_colour(maps, 3 * place) for place in range(count)])
    if wish.kernels and maps.maps % count == 0:  # the parts of a kernel beside each other
        each, signed = maps.maps // count, signed_ramp()
        return Shown(
            wish, told, maps, [picture(side_by_side(maps, place * each, each), 0, signed) for place in range(count)]
        )
    if maps.maps != count:
        return None
    ramps = [TINTS[channel] if wish.is_photo and channel < len(TINTS) else EVEN for channel in told.channels]
    return Shown(wish, told, maps, [picture(maps, place, ramp) for place, ramp in enumerate(ramps)])
