"""How quickly this computer has trained before: remembered so that the next estimate is measured, not guessed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import EpochDone, Event, Planned
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.places import settings_folder

Rates = dict[str, float]
"""`key(...)` → photos a second."""


def key(model: str, device: str, image_size: int, phase: str, exact_course: bool = False) -> str:
    """What a rate depends on most; `phase` is "head" or "full"."""
    return f"{model}|{device}|{image_size}|{phase}" + ("|course" if exact_course else "")


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
        config = self._config
        return {
            key(config.model, self._device, config.image_size, phase, config.exact_course): self._photos
            * len(seconds)
            / sum(seconds)
            for phase, seconds in self._seconds.items()
        }


def load_rates() -> Rates:
    """The remembered rates; none when there is no file or it is damaged."""
    try:
        rates = msgspec.json.decode(_file().read_bytes(), type=dict[str, float])
    except (OSError, msgspec.DecodeError):
        return {}
    return {name: rate for name, rate in rates.items() if rate > 0}


def remember(rates: Rates) -> None:
    """Adds `rates` to the file. A file that cannot be written only costs the next estimate."""
    try:
        write_bytes(_file(), msgspec.json.format(msgspec.json.encode({**load_rates(), **rates})))
    except DataError:
        return


def _file() -> Path:
    return settings_folder() / "rates.json"
