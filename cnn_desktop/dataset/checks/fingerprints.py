"""SHA-256 of photos, remembered by path, size and time of change, so that a second run need not read them again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.decode import on_disk
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.text_out import as_text

_MOST = 300_000
"""Photos remembered."""
_SETTLED_NS = 2_000_000_000
"""A file changed this recently may change again within the same tick of its disk's clock: it is not remembered."""

Known = dict[str, tuple[int, int, bytes]]
"""Path → (size in bytes, time of change in ns, SHA-256)."""


class Fingerprints:
    """Thread-safe: workers ask, one thread saves."""

    def __init__(self, file: Path | None) -> None:
        """`file`: where they are remembered; None: nowhere. A damaged file counts as an empty one."""
        self._file = file
        self._known: Known = {}
        self._changed = False
        if file is not None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                self._known = msgspec.msgpack.decode(file.read_bytes(), type=Known)

    def of(self, photo: Path) -> bytes:
        """The SHA-256 of the file `photo`. Raises OSError."""
        found = on_disk(photo).stat()
        sha = self.known(photo, found)
        if sha is None:
            with open(on_disk(photo), "rb") as content:
                sha = hashlib.file_digest(content, "sha256").digest()
            self.learn(photo, found, sha)
        return sha

    def known(self, photo: Path, found: os.stat_result) -> bytes | None:
        """The SHA-256 that a file of this size and time had, None when it has not been read yet."""
        size, changed, sha = self._known.get(as_text(str(photo)), (-1, -1, b""))
        return sha if (size, changed) == (found.st_size, found.st_mtime_ns) else None

    def learn(self, photo: Path, found: os.stat_result, sha: bytes) -> bool:
        """Remembers `sha`, read from the file after it was `found`; False when the file is too fresh for that."""
        if time.time_ns() - found.st_mtime_ns <= _SETTLED_NS:
            return False
        self._known[as_text(str(photo))] = (found.st_size, found.st_mtime_ns, sha)
        self._changed = True
        return True

    def save(self) -> None:
        """Remembers them for the next run. A full or read-only disk only costs time, so it is no error."""
        if self._file is None or not self._changed:
            return
        try:
            write_bytes(self._file, msgspec.msgpack.encode(dict(list(self._known.items())[-_MOST:])))
        except DataError:
            self._file = None
        self._changed = False
