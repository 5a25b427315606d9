"""The cache as a whole: what it takes, keeping it within its bound, clearing it.

Only what this app has made there is the cache's, told by its names: the folder may be a person's, with files of theirs. It is
made again when it is missing, by any process at any time; so nothing here needs a lock, and what cannot be deleted now (open in
another process, on Windows) is left for the next time.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cnn_desktop.domain.files import is_folder, is_there
from cnn_desktop.domain.inside import is_link
from cnn_desktop.domain.places import SAMPLE, cache_folder
from cnn_desktop.domain.run import LOCK, OWN_FILES, UNFINISHED

_TEMPORARY = r"(?:\.[\d-]+\.part)?"
"""What follows a name while the file is written."""
_OF_STORE = re.compile(rf"[0-9a-f]{{24}}/(?:facts\.json|[0-9a-f]{{32}}\.features){_TEMPORARY}")
OWN = {
    folder: re.compile(f"(?:{files}){_TEMPORARY}")
    for folder, files in {
        "thumbnails": r"[0-9a-f]{2}/[0-9a-f]{32}\.jpg",
        "previews": r"[0-9a-f]{32}-\d+\.png",
        "pasted": r"pasted [0-9a-f]{16}\.\w+",
        "shown": r"[0-9a-f]{32}\.pixels",
        "maps": r"(?:network/)?[a-z-]+-[0-9a-f]{8}\.maps",
        "looks": r"[0-9a-f]{32}\.msgpack",
        "scans": r"\d+ \d+(?: \w+)?\.json|\d+ \d+ \w+/.+|(?:photos|headers)\.msgpack",
        "graphics": r"card\.json",
        "engines": r"[0-9a-f]{24}\.json",
        "trunks": r"[0-9a-f]{24}\.(?:onnx|sha256)",
        "answers": r"[0-9a-f]{32}\.sqlite(?:-journal)?",
        "features": r"photos\.msgpack",
        "pixels": r"photos\.msgpack|\d+ [0-9a-f]{24}/(?:facts\.json|[0-9a-f]{32}\.(?:pixels|index))",
        "demo": rf"window\.png|run/(?:{UNFINISHED}/)?(?:{'|'.join(map(re.escape, (*OWN_FILES, LOCK)))})",
        "compiled": ".+",  # the libraries choose the names
        "selftest": r"\d+/.+",
    }.items()
}
"""Folder in the cache → paths below it that are the app's."""
_UNFINISHED_SAMPLE = re.compile(r"sample\.\d+\.part/.+")
"""One that was not drawn to its end is no sample."""


class Piece(NamedTuple):
    """What is deleted as a whole: files that are of no use without each other."""

    used: float
    """When it was used last, as far as the disk tells."""
    size: int
    """Bytes."""
    paths: tuple[Path, ...]
    """Files, then the folder that is of no use without them, if there is one."""
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
    for folder, own in _parts():
        is_stores = folder.name == "features"
        if is_stores:
            yield from stores(folder)
        for file in _files(folder, deep=not is_stores):
            if own.fullmatch(file.relative_to(folder).as_posix()):
                together.setdefault(f"{file.parent} {file.name.partition('.')[0]}", []).append(file)
    for files in together.values():
        facts = [facts_of(file) for file in files]
        yield Piece(max(used for used, _ in facts), sum(size for _, size in facts), tuple(files))


def _parts() -> Iterator[tuple[Path, re.Pattern[str]]]:
    """The app's folders in the cache, and which files below each are the app's."""
    for folder in folders_in(cache_folder()):
        if folder.name.startswith(SAMPLE):
            yield folder, _UNFINISHED_SAMPLE
        elif folder.name in OWN:
            yield folder, OWN[folder.name]


def stores(folder: Path, keep: Container[str] = ()) -> Iterator[Piece]:
    """The stores of features in `folder`, each marked as used as a whole; those called `keep` are kept."""
    for store in folders_in(folder):
        own = [file for file in _files(store, deep=False) if _OF_STORE.fullmatch(f"{store.name}/{file.name}")]
        if own:
            size = sum(facts_of(file)[1] for file in own)
            yield Piece(facts_of(store)[0], size, (*own, store), store.name in keep)


def folders_in(folder: Path) -> list[Path]:
    """Empty when it is not there. Not what links point to: that may be anybody's."""
    try:
        return [one for one in folder.iterdir() if one.is_dir() and not is_link(one)]
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
    files = [path for path in piece.paths if not is_folder(path)]
    for path in piece.paths:
        with contextlib.suppress(OSError):
            if path in files:
                path.unlink()
            else:  # stays when there is more in it
                path.rmdir()
    return 0 if any(is_there(path) for path in files) else piece.size
