"""A photo's file that is held as a whole, because what is decoded must be the very bytes that were looked at."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading.cost import MOST_FILE_BYTES, ROOM, TooCostly, check_file
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, cost_of, why_unreadable
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.tones import OWN, Tones

_USUAL = 16 << 20
"""Bytes of a file that a thread may hold besides."""


@contextlib.contextmanager
def room_for(path: Path, side: int | None = None, tones: Tones | None = OWN, decoded: bool = True) -> Iterator[None]:
    """Inside, this thread may read the file `path` and, if `decoded`, decode it with `open_photo` and these arguments.

    What both take is taken of the process's `ROOM` at once: whoever held a file and waited for more might wait for one who
    does the same. Raises UnreadablePhoto, OSError.
    """
    size = on_disk(path).stat().st_size
    if size <= _USUAL:  # all there are; `open_photo` counts them in
        yield
        return
    needed = cost_of(path, side, tones) if decoded else 0
    with ROOM.taken(needed + min(size, MOST_FILE_BYTES)):
        yield


def read_content(path: Path) -> tuple[bytes, os.stat_result, bool]:
    """(the file's bytes, size and times before they were read, True when these were still the same after it).

    Raises UnreadablePhoto.
    """
    try:
        with open_regular(on_disk(path)) as stream:
            before = os.fstat(stream.fileno())
            check_file(before.st_size)
            content = stream.read(before.st_size + 1)
            after = os.fstat(stream.fileno())
    except TooCostly as error:
        raise UnreadablePhoto(path, error.reason) from error
    except OSError as error:
        raise UnreadablePhoto(path, why_unreadable(error)) from error
    same = len({(found.st_size, found.st_mtime_ns, found.st_ctime_ns) for found in (before, after)}) == 1
    return content, before, same and len(content) == before.st_size
