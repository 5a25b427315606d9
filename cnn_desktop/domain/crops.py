"""Which photos show parts of one another, as the child that looked for them writes it down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from cnn_desktop.domain.decoding import Count
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.own_files import LARGE, load_json
from cnn_desktop.domain.text_out import as_json


class Overlap(msgspec.Struct, frozen=True):
    """Two photos of which one shows a part of the other, or all of it."""

    one: Count
    other: Count
    """Places in the list of photos; `one` is the smaller."""
    score: float
    """How well they fit, at most 1."""
    share: float
    """How much of the whole photo's width or height the part takes, whichever is more."""
    mirrored: bool


class Overlaps(msgspec.Struct, frozen=True):
    """All of them, and the groups they make: each is of what overlaps with one of its photos."""

    pairs: list[Overlap]
    groups: list[Annotated[list[Count], msgspec.Meta(min_length=2)]]


def save_overlaps(overlaps: Overlaps, path: Path) -> None:
    """Writes `overlaps` as JSON. Raises DataError."""
    write_bytes(path, as_json(overlaps))


def load_overlaps(path: Path, photos: int) -> Overlaps:
    """Reads `save_overlaps`'s file about a list of so many photos. Raises DataError."""
    problem = DataError("{file} could not be read. Check the photos again.", file=str(path))
    found = load_json(path, Overlaps, problem, LARGE)
    places = [place for group in found.groups for place in group] + [pair.other for pair in found.pairs]
    if any(place >= photos for place in places) or any(pair.one >= pair.other for pair in found.pairs):
        raise problem
    return found
