"""The curves of a training as plain arrays: fed with events, read by the plots at their own pace. Pure: no Qt.

The horizontal axis is the epoch: 2.5 is half way through the third. The training line has a point an epoch, its mean, at
the epoch's end, as has the validation line; within the epoch that runs it goes on with what was told since. So a training
looks the same while it runs and after it was opened again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained, TrainProgress
from cnn_desktop.domain.recipe import EpochPlan, Phase
from cnn_desktop.domain.text_out import as_csv

if TYPE_CHECKING:  # numpy comes with the first curve, not with the window
    import numpy as np
    from numpy.typing import NDArray

Quantity = Literal["loss", "accuracy"]
MOST_POINTS = 1200
"""More would draw slower and show nothing more; neighbours are merged, weighted by their photos."""

Array: TypeAlias = "NDArray[np.float64]"


class _Series:
    """Points in order of x, each with the number of photos it stands for."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, float, int]] = []

    def add(self, x: float, y: float, count: int) -> None:
        self.rows.append((x, y, max(1, count)))
        if len(self.rows) > MOST_POINTS:
            self.rows = [_merge(a, b) for a, b in zip(self.rows[::2], self.rows[1::2], strict=False)]

    def cut(self, x: float) -> None:
        """Forgets what lies behind `x`: a resumed training begins its epoch anew."""
        self.rows = [row for row in self.rows if row[0] <= x]

    def xy(self) -> tuple[Array, Array]:
        import numpy as np

        table = np.array(self.rows, dtype=float).reshape(-1, 3)
        return table[:, 0], table[:, 1]


class At(msgspec.Struct, frozen=True):
    """An epoch's own values, never smoothed ones; None where there is none yet."""

    epoch: float
    """Whole where the epoch is done."""
    train: float | None
    val: float | None


class Border(msgspec.Struct, frozen=True):
    """Where a phase begins, on the axis of epochs."""

    epoch: int
    phase: Phase


class CurveData:
    """Everything the two plots show."""

    def __init__(self) -> None:
        self.epochs = 1
        self.best_epoch = 0
        """0 before the first epoch is done."""
        self.changes = 0
        """Grows with every change, so that a plot can tell whether it must redraw."""
        self._train: dict[Quantity, _Series] = {"loss": _Series(), "accuracy": _Series()}
        """As it came, within the epochs."""
        self._means: dict[Quantity, _Series] = {"loss": _Series(), "accuracy": _Series()}
        self._val: dict[Quantity, _Series] = {"loss": _Series(), "accuracy": _Series()}
        self._done: list[EpochDone] = []
        self._planned: dict[Phase, int] = {}
        """Phase → its epochs, in their order."""
        self._begun: dict[Phase, int] = {}
        """Phase → epochs done before it began."""

    @property
    def borders(self) -> list[Border]:
        """Where a phase follows another: as it came about, and as planned for those to come."""
        names = list(self._planned or self._begun)
        newest = max((names.index(phase) for phase in self._begun if phase in names), default=0)
        borders, x = [], 0
        for place, phase in enumerate(names):
            if place < newest and phase not in self._begun:
                continue  # was left out
            x = self._begun.get(phase, x)
            if 0 < x < self.epochs:
                borders.append(Border(x, phase))
            x += self._planned.get(phase, 0)
        return borders

    @property
    def empty(self) -> bool:
        return not (self._train["accuracy"].rows or self._means["accuracy"].rows)

    def hear(self, event: Event) -> None:
        """Takes an event; those that are not about curves change nothing."""
        match event:
            case Planned():
                self.epochs = max(1, event.total_epochs)
                self._planned = dict(EpochPlan(event.head_epochs, event.stage_epochs, event.epochs).phases)
                self._forget_after(event.first_epoch - 1)
            case TrainProgress() if event.phase != "validate" and event.count > 0:
                self.epochs = max(1, event.epochs)
                self._begun.setdefault(event.phase, event.epoch - 1)
                x = event.epoch - 1 + event.batch / max(1, event.batches)
                self._add(self._train, x, event.loss, event.accuracy, event.count)
            case EpochDone():
                self.epochs = max(1, event.epochs)
                if self._done and self._done[-1].epoch >= event.epoch:  # an epoch done anew
                    self._forget_after(event.epoch - 1)
                self._begun.setdefault(event.phase, event.epoch - 1)
                self._done.append(event)
                self._add(self._means, event.epoch, event.train_loss, event.train_accuracy, 1)
                self._add(self._val, event.epoch, event.val_loss, event.val_accuracy, 1)
                if event.best:
                    self.best_epoch = event.epoch
            case Trained() if not event.stopped and self._done:
                self.epochs = self._done[-1].epoch  # the last phase may have ended early
            case _:
                return
        self.changes += 1

    def replay(self, past: Sequence[Event]) -> None:
        """Shows an earlier training from what was recorded of it."""
        for event in past:
            self.hear(event)

    def train(self, quantity: Quantity, smoothing: float = 0.0) -> tuple[Array, Array]:
        """(epoch, value) of the training photos; `smoothing` in 0..1, 0 leaves the values as they are."""
        import numpy as np

        x, y = self._means[quantity].xy()
        within = np.array(self._running(quantity), dtype=float).reshape(-1, 3)
        return np.concatenate([x, within[:, 0]]), smooth(np.concatenate([y, within[:, 1]]), smoothing)

    def _running(self, quantity: Quantity) -> list[tuple[float, float, int]]:
        """What was told of the epoch that is not done yet."""
        last = self._done[-1].epoch if self._done else 0
        return [row for row in self._train[quantity].rows if row[0] > last]

    def raw(self, quantity: Quantity) -> tuple[Array, Array]:
        """(epoch, value) of the training photos as they came; the epochs' means where nothing was told in between."""
        within, means = self._train[quantity].xy(), self._means[quantity].xy()
        return within if len(within[0]) > len(means[0]) else means

    def val(self, quantity: Quantity) -> tuple[Array, Array]:
        """(epoch, value) of the validation photos: one point an epoch, never smoothed."""
        return self._val[quantity].xy()

    def at(self, quantity: Quantity, x: float) -> At | None:
        """The values of the epoch nearest to `x`, of the one that runs up to there; None while there are no curves."""
        running = self._running(quantity)
        places = [float(event.epoch) for event in self._done] + [row[0] for row in running]
        if not places:
            return None
        nearest = min(range(len(places)), key=lambda place: abs(places[place] - x))
        if nearest < len(self._done):
            return _own(self._done[nearest], quantity)
        return _so_far(running[: nearest - len(self._done) + 1])

    def newest(self, quantity: Quantity) -> At | None:
        """The values of the last epoch that is done; before the first is, its mean so far."""
        if self._done:
            return _own(self._done[-1], quantity)
        running = self._running(quantity)
        return _so_far(running) if running else None

    def as_csv(self) -> str:
        """A row an epoch: what is saved from the plots' menu."""
        columns = ["epoch", "phase", "train_loss", "train_accuracy", "val_loss", "val_accuracy", "lr", "best"]
        return as_csv(
            columns,
            (
                [*(getattr(done, name) for name in columns[:-1]), int(done.epoch == self.best_epoch)]
                for done in self._done
            ),
        )

    def _add(self, series: dict[Quantity, _Series], x: float, loss: float | None, accuracy: float, count: int) -> None:
        if loss is not None:
            series["loss"].add(x, loss, count)
        series["accuracy"].add(x, accuracy, count)

    def _forget_after(self, epoch: int) -> None:
        for series in (*self._train.values(), *self._means.values(), *self._val.values()):
            series.cut(epoch)
        self._done = [event for event in self._done if event.epoch <= epoch]
        self._begun = {phase: before for phase, before in self._begun.items() if before < epoch}
        if self.best_epoch > epoch:
            self.best_epoch = 0


def smooth(values: Array, amount: float) -> Array:
    """Exponential moving average: each value keeps `amount` (0..1) of the one before; started without bias.

    The bias correction is Adam's (Kingma and Ba 2015): the first point is itself, not pulled towards zero.
    """
    if amount <= 0 or not len(values):
        return values
    import numpy as np

    amount = min(amount, 0.99)
    result, mean, weight = np.empty_like(values), 0.0, 0.0
    for place, value in enumerate(values):
        mean = amount * mean + (1 - amount) * value
        weight = amount * weight + (1 - amount)
        result[place] = mean / weight
    return result


def _merge(a: tuple[float, float, int], b: tuple[float, float, int]) -> tuple[float, float, int]:
    count = a[2] + b[2]
    return (a[0] * a[2] + b[0] * b[2]) / count, (a[1] * a[2] + b[1] * b[2]) / count, count


def _own(event: EpochDone, quantity: Quantity) -> At:
    """What an epoch has reached."""
    if quantity == "loss":
        return At(event.epoch, event.train_loss, event.val_loss)
    return At(event.epoch, event.train_accuracy, event.val_accuracy)


def _so_far(rows: Sequence[tuple[float, float, int]]) -> At:
    """The mean of an epoch's first photos, up to the last of `rows`."""
    photos = sum(count for _, _, count in rows)
    return At(rows[-1][0], sum(value * count for _, value, count in rows) / photos, None)
