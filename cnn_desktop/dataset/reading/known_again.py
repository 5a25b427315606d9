"""What is remembered of a folder's photos, so that reading it again looks only at what has changed.

Of each file its header and its SHA-256, by which a photo is known again wherever a person moves it.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import is_settled, mark_of
from cnn_desktop.dataset.reading.decode import PhotoHeader, UnreadablePhoto, read_header
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import LARGE, read_msgpack
from cnn_desktop.domain.photos import FileFacts, Photo
from cnn_desktop.domain.text_out import as_text

_THREADS, _CHUNK = 2, 64
_PROGRESS_SECONDS = 0.1
_SMALL = 1 << 18
"""Bytes of a file that is read whole at once: its header and its SHA-256 come of one reading."""
_MOST = 300_000
"""Headers remembered."""
_Headers = dict[str, tuple[bytes, PhotoHeader]]
"""Path → (mark of the file, header)."""


class Known:
    """Thread-safe: workers ask, one thread saves."""

    def __init__(self, folder: Path | None) -> None:
        """`folder`: where it is remembered; None: nowhere. A damaged file counts as an empty one."""
        self._file = folder / "headers.msgpack" if folder else None
        self.fingerprints = Fingerprints(folder / "photos.msgpack" if folder else None)
        self._headers: _Headers = {}
        self._changed = False
        if self._file is not None:
            with contextlib.suppress(Unreadable):
                self._headers = read_msgpack(self._file, _Headers, LARGE)

    def header(self, file: Path) -> PhotoHeader:
        """The header of `file`, which is opened when it is not known. Raises UnreadablePhoto."""
        try:
            found = on_disk(file).stat()
            mark = mark_of(file, found)
        except OSError:
            return read_header(file)  # says it better
        name = as_text(str(file))
        remembered = self._headers.get(name)
        if remembered is not None and remembered[0] == mark:
            return remembered[1]
        content = self.fingerprints.read(file)[1] if found.st_size <= _SMALL else None
        header = read_header(file, content)
        if is_settled(found):
            self._headers[name] = mark, header
            self._changed = True
        return header

    def facts(self, file: Path) -> FileFacts:
        """Of the file, which is read when it is not known; empty when it cannot be read, which is told when it is wanted."""
        try:
            found = on_disk(file).stat()
            fingerprint = self.fingerprints.known(file, found) or self.fingerprints.of(file)
            return FileFacts(fingerprint.file, found.st_size, found.st_mtime_ns)
        except (OSError, UnreadablePhoto):
            return FileFacts(b"", 0, 0)

    def save(self) -> None:
        """Remembers it for the next time. A full or read-only disk only costs time, so it is no error."""
        self.fingerprints.save()
        if self._file is None or not self._changed:
            return
        try:
            write_bytes(self._file, msgspec.msgpack.encode(dict(list(self._headers.items())[-_MOST:])))
        except DataError:
            self._file = None
        self._changed = False


def read_files(
    photos: Sequence[Photo], roots: Mapping[str, str], known: Known, control: Control
) -> Generator[Event, None, list[FileFacts]]:
    """The facts of each photo's file, in the order of `photos`; yields Progress. Raises StopRequested."""

    def read(start: int) -> list[FileFacts]:
        control.stop_if_asked()
        return [known.facts(Path(roots[photo.root], photo.path)) for photo in photos[start : start + _CHUNK]]

    found: list[FileFacts] = []
    began = told = time.monotonic()
    with ThreadPoolExecutor(_THREADS, "files") as pool:
        for facts in pool.map(read, range(0, len(photos), _CHUNK)):
            found += facts
            now = time.monotonic()
            if now - told >= _PROGRESS_SECONDS:
                told = now
                yield Progress.after(now - began, say("Reading photos"), len(found), len(photos))
    return found
