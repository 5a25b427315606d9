"""What is said of unknown photos: beside an answer, and where a person chooses what is called unknown. Pure."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.unknown import RATES, UnknownSetting, Yardstick
from cnn_desktop.gui.kit.words import tr


class Choice(msgspec.Struct, frozen=True):
    """A share of false alarms to choose."""

    rate: float
    words: str


class SettingView(msgspec.Struct, frozen=True):
    """The dialog."""

    choices: tuple[Choice, ...]
    place: int
    """Of the chosen one."""
    percent: int
    """Lowest confidence, 0: none."""
    cost: str
    note: str
    """Why fewer can be chosen, or what is not known yet."""


def doubt(answer: Predicted, name: str) -> tuple[str, str]:
    """(the heading, the sentence below it) of an unknown photo, whose first class is called `name`; empty when it is known."""
    if not answer.unknown:
        return "", ""
    if answer.why == "unsure":
        return tr("Unknown."), tr("The model is less sure than you ask for. The nearest class is {name}.", name=name)
    return tr("Unknown."), tr(
        "It is unlike the photos the model was trained on. The nearest class is {name}.", name=name
    )


def setting_view(setting: UnknownSetting, yardstick: Yardstick | None) -> SettingView:
    """For what is known of the model."""
    rates = yardstick.rates if yardstick is not None else RATES
    every = (0.0, *rates)
    if setting.rate not in every:
        every = tuple(sorted((*every, setting.rate)))
    choices = tuple(
        Choice(
            rate,
            tr("{rate:.0%} of the photos of your classes", rate=rate)
            if rate
            else tr("none: unlike photos get a class too"),
        )
        for rate in every
    )
    return SettingView(
        choices, every.index(setting.rate), round(100 * setting.min_confidence), _cost(setting, yardstick),
        _note(yardstick),
    )  # fmt: skip


def _cost(setting: UnknownSetting, yardstick: Yardstick | None) -> str:
    if yardstick is None or not yardstick.photos:
        return ""
    cost = yardstick.cost(setting)
    words = tr(
        "Of your {photos} validation {photos:photo|photos}, {unknown} would be called unknown: {far} as too unlike the "
        "training photos, {unsure} as too unsure.",
        photos=cost.photos, unknown=cost.unknown, far=cost.far, unsure=cost.unsure,
    )  # fmt: skip
    both = cost.far + cost.unsure - cost.unknown
    return tr("{words} {n} of them for both reasons.", words=words, n=both) if both else words


def _note(yardstick: Yardstick | None) -> str:
    if yardstick is None:
        return tr("What this costs is known once a photo has been classified, if the training photos are still there.")
    if len(yardstick.rates) < len(RATES):
        return tr(
            "A smaller share cannot be chosen: {n} validation {n:photo is|photos are} too few to measure it.",
            n=yardstick.photos,
        )
    return ""
