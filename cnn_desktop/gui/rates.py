"""How quickly this computer has trained before: remembered so that the next estimate is measured, not guessed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.places import settings_folder

Rates = dict[str, float]
"""`key(...)` → photos a second."""


def key(model: str, device: str, image_size: int, phase: str) -> str:
    """What a rate depends on most; `phase` is "head" or "full"."""
    return f"{model}|{device}|{image_size}|{phase}"


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
