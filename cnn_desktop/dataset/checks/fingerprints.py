"""SHA-256 of photos, remembered as long as a photo is the same file, so that a second run need not read them again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from cnn_desktop.dataset.identity import is_settled, mark_of
from cnn_desktop.dataset.reading.decode import on_disk
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes

_MOST = 300_000
"""Photos remembered."""

Known = dict[str, tuple[bytes, bytes]]
"""Path → (mark of the file, SHA-256). What earlier versions remembered is of another form, and counts as nothing."""


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
        """The SHA-256 of `photo`, None when this very file has not been read yet. Raises OSError."""
        remembered = self._known.get(str(photo))
        if remembered is None or remembered[0] != mark_of(photo, found):
            return None
        return remembered[1]

    def learn(self, photo: Path, found: os.stat_result, sha: bytes, content: bytes | None = None) -> bool:
        """Remembers `sha`, read from the file after it was `found`; False when the file is too fresh for that.

        `content`: its bytes, where they are at hand. Raises OSError.
        """
        if not is_settled(found):
            return False
        self._known[str(photo)] = (mark_of(photo, found, content), sha)
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
