"""The cache as a whole: what it takes, keeping it within its bound, clearing it.

All that lies in its folder belongs to it, but for the drawn sample. It is made again when it is missing, by any process at any
time; so nothing here needs a lock, and what cannot be deleted now (open in another process, on Windows) is left for the next time.
"""

from __future__ import annotations

import contextlib
import math
import os
import shutil
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cnn_desktop.domain.files import TEMPORARY_SUFFIX
from cnn_desktop.domain.places import SAMPLE, cache_folder


class Piece(NamedTuple):
    """What is deleted as a whole: files that are of no use without each other."""

    used: float
    """When it was used last, as far as the disk tells."""
    size: int
    """Bytes."""
    paths: tuple[Path, ...]
    """Files, or one folder."""
    kept: bool = False
    """Never deleted by `keep_newest`."""


def cache_size() -> int:
    """Bytes of everything that `clear_cache` would delete."""
    return sum(piece.size for piece in _pieces())


def trim_cache(limit: int) -> int:
    """Deletes what was used longest ago until at most `limit` bytes are left; returns the bytes freed."""
    pieces = sorted(_pieces())
    surplus = sum(piece.size for piece in pieces) - limit
    freed = 0
    for piece in pieces:
        if freed >= surplus:
            break
        freed += _delete(piece)
    return freed


def keep_newest(pieces: Iterable[Piece], limit: float = math.inf, most: float = math.inf) -> None:
    """Deletes what was used longest ago until at most `most` pieces of together at most `limit` bytes are left.

    Those marked as kept count first, and stay.
    """
    total = 0
    for place, piece in enumerate(sorted(pieces, key=lambda one: (one.kept, one.used), reverse=True)):
        total += piece.size
        if not piece.kept and (total > limit or place >= most):
            _delete(piece)


def clear_cache() -> int:
    """Deletes all of it; returns the bytes freed. Empty folders stay: another process may be about to write into them."""
    return sum(_delete(piece) for piece in _pieces())


def _pieces() -> Iterator[Piece]:
    together: dict[str, list[Path]] = {}
    for part in _parts():
        is_stores = part.name == "features"
        if is_stores:
            yield from stores(part)
        for file in _files(part, deep=not is_stores):
            together.setdefault(f"{file.parent} {file.name.partition('.')[0]}", []).append(file)
    for file in _files(cache_folder(), deep=False):
        together.setdefault(str(file), []).append(file)
    for files in together.values():
        facts = [facts_of(file) for file in files]
        yield Piece(max(used for used, _ in facts), sum(size for _, size in facts), tuple(files))


def _parts() -> Iterator[Path]:
    """The folders in the cache, but for the drawn sample; one that was not drawn to its end is no sample."""
    for folder in folders_in(cache_folder()):
        if folder.name.startswith(SAMPLE):
            yield from (inside for inside in folders_in(folder) if inside.suffix == TEMPORARY_SUFFIX)
        else:
            yield folder


def stores(folder: Path, keep: Container[str] = ()) -> Iterator[Piece]:
    """The folders in `folder`, each marked as used as a whole; those called `keep` are kept."""
    for store in folders_in(folder):
        size = sum(facts_of(file)[1] for file in _files(store))
        yield Piece(facts_of(store)[0], size, (store,), store.name in keep)


def folders_in(folder: Path) -> list[Path]:
    """Empty when it is not there. Not what links point to: that may be anybody's."""
    try:
        return [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
    except OSError:  # or not ours to read
        return []


def _files(folder: Path, deep: bool = True) -> Iterator[Path]:
    """The files in `folder`, and below it."""
    for place, folders, names in os.walk(folder):
        for name in names:
            yield Path(place, name)
        if not deep:
            folders.clear()


def facts_of(path: Path) -> tuple[float, int]:
    """(time of change, bytes); zeros when it is gone by now."""
    try:
        facts = path.stat()
    except OSError:
        return 0.0, 0
    return facts.st_mtime, facts.st_size


def _delete(piece: Piece) -> int:
    """Bytes freed."""
    for path in piece.paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()
    return 0 if any(path.exists() for path in piece.paths) else piece.size
