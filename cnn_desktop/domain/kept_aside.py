"""A file of ours that is broken is kept beside its place, as NAME.broken: the first for ever, of the later ones the newest."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.own_files import read_bytes

MOST = 5
"""So many are kept of one file: somebody may mend one, and nobody looks through more."""


def move_aside(path: Path) -> Path | None:
    """Where it lies now: it is of no use in its place. None when it cannot be moved, and will be overwritten if that is possible."""
    return _kept(path, path.replace)


def copy_aside(path: Path) -> Path | None:
    """Where a copy lies; the file stays, as some of it is understood. None when there can be none."""
    content = _content(path)
    if content is None:
        return None
    return next(iter(_same(path)), None) or _kept(path, lambda aside: write_bytes(aside, content))


def _kept(path: Path, keep: Callable[[Path], Any]) -> Path | None:
    all_ = _all(path)
    free = [aside for aside in all_ if not os.path.lexists(aside)]  # a link that leads nowhere takes a name too
    later = sorted((aside for aside in all_[1:] if aside not in free), key=_age)
    for aside in (*_same(path), *free, *later):
        try:
            keep(aside)
        except (OSError, DataError):  # something else is called so
            continue
        return aside
    return None


def _all(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}.broken{f'-{number}' if number > 1 else ''}") for number in range(1, MOST + 1)]


def _same(path: Path) -> list[Path]:
    """Where the same lies already."""
    content = _content(path)
    return [aside for aside in _all(path) if _content(aside) == content] if content is not None else []


def _age(path: Path) -> int:
    return path.lstat().st_mtime_ns


def _content(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except Unreadable:
        return None
