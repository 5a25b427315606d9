"""How many photos a training run has used, and how much room its folder takes on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.scan_files import SPLIT

_LARGEST = 16_000_000
"""Bytes of the list of photos that is looked through: some hundred thousand photos."""
_BLOCK = 1 << 20


class RunSize(msgspec.Struct, frozen=True):
    """Of one run."""

    photos: int | None
    """For training, validation and test; None: not known, or too many to be counted in a moment."""
    bytes: int
    """Of all files in its folder, those of an unfinished training included."""


def size_of(run: Path) -> RunSize:
    """Never raises: what cannot be read is not known, or is not counted."""
    return RunSize(_photos(run / SPLIT), _bytes(run))


def _photos(table: Path) -> int | None:
    """Lines below the first."""
    try:
        with open_regular(table) as file:
            if os.fstat(file.fileno()).st_size > _LARGEST:
                return None
            lines = sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return None
    return max(0, lines - 1)


def _bytes(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):  # links are not followed
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118 - names need not be text
            except OSError:
                continue
    return total
