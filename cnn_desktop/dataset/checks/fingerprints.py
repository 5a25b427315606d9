"""What photos are known by, remembered as long as a photo is the same file, so that a second run need not read them again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop.dataset.checks.copies import picture_sha256
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import is_settled, mark_of
from cnn_desktop.dataset.reading.content import read_content, room_for
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.own_files import LARGE, read_msgpack
from cnn_desktop.domain.text_out import as_text

_MOST = 300_000
"""Photos remembered."""


class Fingerprint(NamedTuple):
    """SHA-256 of a photo's file, and of what of it is picture: the same for a copy with other EXIF data."""

    file: bytes
    picture: bytes

    @classmethod
    def of(cls, content: bytes) -> Fingerprint:
        """Of the file that holds `content`."""
        return cls(hashlib.sha256(content).digest(), picture_sha256(content))


Known = dict[str, tuple[bytes, Fingerprint]]
"""Path → (mark of the file, fingerprint). What earlier versions remembered is of another form, and counts as nothing."""


class Fingerprints:
    """Thread-safe: workers ask, one thread saves."""

    def __init__(self, file: Path | None) -> None:
        """`file`: where they are remembered; None: nowhere. A damaged file counts as an empty one."""
        self._file = file
        self._known: Known = {}
        self._changed = False
        if file is not None:
            with contextlib.suppress(Unreadable):
                self._known = read_msgpack(file, Known, LARGE)

    def of(self, photo: Path) -> Fingerprint:
        """The fingerprint of the file `photo`, which is read when it is not known. Raises UnreadablePhoto, OSError."""
        known = self.known(photo, on_disk(photo).stat())
        if known is not None:
            return known
        with room_for(photo, decoded=False):
            return self.read(photo)[0]

    def known(self, photo: Path, found: os.stat_result) -> Fingerprint | None:
        """The fingerprint of `photo`, None when this very file has not been read yet. Raises OSError."""
        remembered = self._known.get(as_text(str(photo)))
        if remembered is None or remembered[0] != mark_of(photo, found):
            return None
        return remembered[1]

    def read(self, photo: Path) -> tuple[Fingerprint, bytes, bool]:
        """(fingerprint, the file's bytes, whether it is remembered): it is not when the file may still be being written.

        Raises UnreadablePhoto, OSError.
        """
        content, found, is_same = read_content(photo)
        fingerprint, is_kept = Fingerprint.of(content), is_same and is_settled(found)
        if is_kept:
            self._known[as_text(str(photo))] = (mark_of(photo, found, content), fingerprint)
            self._changed = True
        return fingerprint, content, is_kept

    def save(self) -> None:
        """Remembers them for the next run. A full or read-only disk only costs time, so it is no error."""
        if self._file is None or not self._changed:
            return
        try:
            write_bytes(self._file, msgspec.msgpack.encode(dict(list(self._known.items())[-_MOST:])))
        except DataError:
            self._file = None
        self._changed = False
