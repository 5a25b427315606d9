"""What a training that goes on must have in common with its beginning, and which other epochs can still be had honestly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop.domain.config import SETTING_NAMES, TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Value, say
from cnn_desktop.domain.recipe import EpochPlan
from cnn_desktop.learning.training.checkpoint import Standing

_EPOCHS = ("head_epochs", "stage_epochs", "epochs")
_FREE = ("data", "device", *_EPOCHS)
"""Checked in another way, or (device) free to be chosen anew."""


class _Reached(NamedTuple):
    """The phase a training was in last."""

    place: int
    """In the plan."""
    epochs: int
    """Of it that are done or under way."""


def check_going_on(standing: Standing, own: TrainConfig, asked: TrainConfig, run: Path) -> None:
    """Makes `standing` that of a training as it is `asked` for, which began as `own` in the folder `run`.

    Raises DataError that names the difference when it cannot go on as asked.
    """
    _need_same_settings(own, asked, run)
    before, after = own.epoch_plan(standing.pretrained), asked.epoch_plan(standing.pretrained)
    if before != after:
        _need_same_rate(standing, own, before, after, run)
        _put_on(standing, after)


def _need_same_settings(own: TrainConfig, asked: TrainConfig, run: Path) -> None:
    if not _is_same_file(own.data, asked.data):
        raise DataError(
            "The training run in {folder} learns from {own}, not from {asked}. Resume it with {own}, or choose "
            "another folder.",
            folder=str(run), own=own.data, asked=asked.data,
        )  # fmt: skip
    free = _FREE if own.has_own_epochs == asked.has_own_epochs else tuple(n for n in _FREE if n not in _EPOCHS)
    for name in TrainConfig.__struct_fields__:
        was, is_now = getattr(own, name), getattr(asked, name)
        if was != is_now and name not in free:
            raise DataError(
                "The training run in {folder} started with a different setting ({setting}: {own}, not {asked}). "
                "Use the same setting, or choose another folder.",
                folder=str(run), setting=SETTING_NAMES[name], own=_words(was), asked=_words(is_now),
            )  # fmt: skip


def _is_same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _words(value: object) -> Value:
    """A setting's value as it is typed; of a group, what is on in it."""
    if value is None:
        return say("as in the recipe")
    if isinstance(value, bool):
        return say("on") if value else say("off")
    if isinstance(value, msgspec.Struct):
        return ", ".join(name for name, is_on in msgspec.structs.asdict(value).items() if is_on) or say("none")
    return str(value)


def _reached(standing: Standing) -> _Reached | None:
    """None: no batch was trained yet."""
    done = standing.phase_epoch - 1 + bool(standing.next_batch)
    place = standing.phase if done else standing.phase - 1
    if place < 0:
        return None
    return _Reached(place, done or sum(one.phase == standing.history[-1].phase for one in standing.history))


def _need_same_rate(standing: Standing, own: TrainConfig, before: EpochPlan, after: EpochPlan, run: Path) -> None:
    """Raises DataError unless all that was trained would have been the same in a training of the epochs `after`."""
    reached = _reached(standing)
    if reached is None:
        return
    wanted = after.phases[reached.place][1] if _begins_alike(before, after, reached.place) else 0
    has_curve = own.schedule != "constant" or before.stages or after.stages
    if wanted < reached.epochs or has_curve:
        raise DataError(
            "The training run in {folder} was planned with {own} {own:epoch|epochs}, so it cannot be resumed with "
            "{asked}. To train for a different number of epochs, choose another folder.",
            folder=str(run), own=sum(before), asked=sum(after),
        )  # fmt: skip


def _begins_alike(before: EpochPlan, after: EpochPlan, place: int) -> bool:
    """True when the phases before `place` are the same, and those at `place` of one kind."""
    one, other = before.phases, after.phases
    return len(other) > place and one[:place] == other[:place] and one[place][0] == other[place][0]


def _put_on(standing: Standing, after: EpochPlan) -> None:
    """In a phase that is longer now it goes on; one that has had its epochs is over."""
    reached = _reached(standing)
    if reached is None:
        return
    wanted = after.phases[reached.place][1]
    if wanted > reached.epochs and standing.phase > reached.place:
        standing.phase, standing.phase_epoch = reached.place, reached.epochs + 1
    elif wanted == reached.epochs and standing.phase == reached.place and not standing.next_batch:
        standing.next_phase()
