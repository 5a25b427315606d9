"""How quickly this computer has trained before: remembered so that the next estimate is measured, not guessed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.jobs.train import EpochDone, Planned
from cnn_desktop.domain.places import settings_folder

Rates = dict[str, float]
"""`key(...)` → photos a second."""
ONCE = "|once"


def looks_once(config: TrainConfig, phase: str) -> bool:
    """True when each photo goes through the frozen part once, however many epochs the phase has."""
    return phase in ("head", "stages") and config.feature_cache and not config.exact_course


def key(config: TrainConfig, device: str, phase: str) -> str:
    """What a rate depends on most; `phase` is "head", "stages" or "full".

    Of a head that looks once: photos a second of the one look, all epochs after it included. Of the others: of an epoch.
    """
    kind = "|course" if config.exact_course else ONCE if phase == "head" and looks_once(config, phase) else ""
    if phase == "stages":
        kind += f"|{config.learns}" if looks_once(config, phase) else "|whole"
    return f"{config.model}|{device}|{config.image_size}|{phase}{kind}"


class Pace:
    """Photos a second of each phase of one training, validation included, over all its epochs."""

    def __init__(self, config: TrainConfig) -> None:
        self._config = config
        self._device, self._photos = "", 0
        self._seconds: dict[str, list[float]] = {}

    def hear(self, event: Event) -> None:
        if isinstance(event, Planned):
            self._device, self._photos = event.device, event.train_photos
        elif isinstance(event, EpochDone) and event.seconds > 0:
            self._seconds.setdefault(event.phase, []).append(event.seconds)

    def rates(self) -> Rates:
        """What to remember."""
        if not (self._device and self._photos):
            return {}
        rates = {}
        for phase, all_seconds in self._seconds.items():
            once = looks_once(self._config, phase)
            looked = phase == "stages" and once and "head" not in self._seconds  # at the photos, in the first epoch
            seconds = all_seconds[1:] if looked else all_seconds
            if seconds:
                passes = 1 if phase == "head" and once else len(seconds)
                rates[key(self._config, self._device, phase)] = self._photos * passes / sum(seconds)
        return rates


def load_rates() -> Rates:
    """The remembered rates; none when there is no file or it is damaged."""
    try:
        rates = msgspec.json.decode(_file().read_bytes(), type=dict[str, float])
    except (OSError, msgspec.DecodeError):
        return {}
    return {name: rate for name, rate in rates.items() if rate > 0}


def remember(rates: Rates) -> None:
    """Adds `rates` to the file. A file that cannot be written only costs the next estimate.

    Of heads that see each photo once the slowest is kept: the others may have found their photos looked at already.
    """
    known = load_rates()
    for name, rate in rates.items():
        known[name] = min(rate, known.get(name, rate)) if name.endswith(ONCE) else rate
    try:
        write_bytes(_file(), msgspec.json.format(msgspec.json.encode(known)))
    except DataError:
        return


def _file() -> Path:
    return settings_folder() / "rates.json"
