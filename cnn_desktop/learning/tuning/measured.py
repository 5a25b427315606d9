"""What was measured once on this computer, kept in the cache folder until hardware or libraries change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.own_files import find_json
from cnn_desktop.domain.places import cache_folder

T = TypeVar("T")


def measured_file(facts: str) -> Path:
    """Where it is kept what `facts` decide: everything that, when it changes, must be measured again."""
    return cache_folder() / "engines" / f"{hashlib.sha256(facts.encode()).hexdigest()[:24]}.json"


def measured_once(facts: str, kind: type[T], measure: Callable[[], T]) -> T:
    """What `measure` gave for these `facts` when it was first asked."""
    file = measured_file(facts)
    known = find_json(file, kind)
    if known is None:
        known = measure()
        remember(known, file)
    return known


def remember(value: object, file: Path) -> None:
    """A full or read-only disk only means that it is measured again next time."""
    try:
        write_bytes(file, msgspec.json.encode(value))
    except DataError:
        return
