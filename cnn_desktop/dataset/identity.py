"""Whether a file is still the one it was: the one rule by which everything that is remembered of photos is found again.

A path, a size and a time of change do not tell: two class folders may swap their names, and a file may be replaced by one
of the same size whose time is restored (rsync, cp -p, a zip).
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import time
from pathlib import Path
from typing import BinaryIO

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.domain.files import open_regular

_SETTLED_NS = 2_000_000_000
"""A file whose content changed this recently may still be being written, or change again within the tick of a coarse clock."""
_TICK_NS = 100_000_000
"""So much later a fine clock has moved on."""
_SECOND_NS = 1_000_000_000
_PIECE = 16_384
"""Bytes read at the start, the middle and the end of a file whose disk does not tell every change."""


def mark_of(file: Path, found: os.stat_result, content: bytes | None = None) -> bytes:
    """16 bytes that change with the file at `file`; costs nothing beyond `found`, its facts, on most disks.

    They hold size, number on the disk, and the times of the content and of the file's record: the latter cannot be set
    back. Where a disk keeps no such time (Windows; whole seconds only, as on USB sticks), three pieces of the content
    are looked at, too. The drive's own number is left out: it is another one each time the drive is plugged in.
    `content`: the file's bytes, where they were read already. Raises OSError.
    """
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}".encode())
    if tells_too_little(found):
        with open_regular(on_disk(file)) if content is None else io.BytesIO(content) as stream:
            for start in (0, (found.st_size - _PIECE) // 2, found.st_size - _PIECE):
                digest.update(_piece(stream, max(0, start)))
    return digest.digest()


def tells_too_little(found: os.stat_result) -> bool:
    """True when a file may have another content with the very same facts."""
    return stat.S_ISREG(found.st_mode) and (os.name == "nt" or found.st_ctime_ns % _SECOND_NS == 0)


def is_settled(found: os.stat_result) -> bool:
    """False for a file that is too fresh to be remembered by its facts."""
    now, tick = time.time_ns(), _SETTLED_NS if tells_too_little(found) else _TICK_NS
    return abs(now - found.st_mtime_ns) > _SETTLED_NS and abs(now - found.st_ctime_ns) > tick


def _piece(stream: BinaryIO, start: int) -> bytes:
    stream.seek(start)
    return stream.read(_PIECE)
