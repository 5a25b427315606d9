"""Decoded photos on disk: each is decoded once at the size a network wants, later epochs and trainings read its pixels.

A store is a folder of pairs of files that are only ever appended to, each by one training: `….pixels` holds uint8 rows
[S, S, 3] one after another; `….index` holds 36 bytes a row, the SHA-256 of the photo's file and the CRC-32 of its
pixels. So a killed training, or two at a time, lose nothing: a row counts once its index entry is whole, and its pixels
are compared with their CRC-32 before they are first used.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import threading
import uuid
import weakref
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from io import FileIO
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np
from PIL import features

from cnn_desktop.dataset.cache import Piece, facts_of, folders_in, keep_newest
from cnn_desktop.dataset.rows import RowFile
from cnn_desktop.domain.files import files_in, open_regular
from cnn_desktop.domain.places import cache_folder, cache_limit
from cnn_desktop.domain.tones import Tones

LIMIT_BYTES = 16 << 30
"""All stores together, when a training or an epoch ends; the files not used for longest go first."""
MEMORY_BYTES = 1 << 30
"""Of pixels kept in memory where the disk does not take them."""
_MOST_FILES = 256
"""Each stays open once a row of it was read."""
_DATA, _INDEX, _FACTS = ".pixels", ".index", "facts.json"
_KEY, _ENTRY = 32, 36
_STRUCK_OUT = bytes(_KEY)

Decoding = Literal["full", "reduced"]
"""Full: exactly `Preprocess.pixels`. Reduced: a JPEG may have been decoded at 1/2, 1/4 or 1/8; for training only."""


class PixelFacts(msgspec.Struct, frozen=True):
    """Everything pixels depend on beside the photo's file. Anything else gives another store."""

    side: int
    decoding: Decoding
    versions: tuple[tuple[str, str], ...]
    """Of the libraries that decode."""
    tones: Tones | None = None

    @classmethod
    def now(cls, side: int, decoding: Decoding, tones: Tones | None = None) -> PixelFacts:
        """With the versions of the libraries that decode here."""
        libraries = [(name, metadata.version(name)) for name in ("pillow", "pi-heif", "cnn-desktop")]
        codecs = [
            (name, str(features.version(name)))
            for name in ("jpg", "libjpeg_turbo", "webp", "avif", "littlecms2", "libtiff")
        ]
        return cls(side, decoding, (*libraries, *codecs), tones)

    @property
    def name(self) -> str:
        return f"{self.side} {hashlib.sha256(msgspec.json.encode(self, order='sorted')).hexdigest()[:24]}"


def pixels_folder() -> Path:
    return cache_folder() / "pixels"


@dataclass
class Room:
    """What the stores of one training may still take, together. Thread-safe under the store's lock only."""

    disk: int = field(default_factory=lambda: min(LIMIT_BYTES, cache_limit()))
    memory: int = MEMORY_BYTES


class PixelStore:
    """Rows uint8 [side, side, 3] by the SHA-256 of the photo's file. Thread-safe."""

    def __init__(self, facts: PixelFacts, folder: Path, room: Room) -> None:
        """Reads the indexes that are there; writes nothing yet."""
        self.folder = folder / facts.name
        self.damaged = 0
        """Rows that were not what had been written."""
        self.failure: OSError | None = None
        """Why no row goes to the disk any more."""
        self.overflowed = False
        """True once a row found no place, neither on the disk nor in memory."""
        self._facts, self._room, self._shape = facts, room, (facts.side, facts.side, 3)
        self._bytes = facts.side * facts.side * 3
        self._lock = threading.Lock()
        self._where: dict[bytes, tuple[_File, int, int]] = {}
        """SHA-256 → file, place in it, CRC-32."""
        self._memory: dict[bytes, np.ndarray] = {}
        self._checked: set[bytes] = set()
        self.struck: dict[bytes, int] = {}
        """SHA-256 → CRC-32 that pixels had by an index, when they turned out damaged."""
        self.used: set[Path] = set()
        """The pairs that this training read or wrote; not to be pruned."""
        self._own: _Writer | None = None
        for base in _pairs(self.folder):
            file = _File(base, self._shape)
            with contextlib.suppress(OSError):  # another training made room meanwhile
                for number, (photo, crc) in enumerate(file.entries()):
                    if photo != _STRUCK_OUT:
                        self._where[photo] = (file, number, crc)

    def __contains__(self, photo: bytes) -> bool:
        return photo in self._where or photo in self._memory

    def find(self, photo: bytes, into: np.ndarray) -> bool:
        """Copies the pixels of `photo` to `into`, uint8 [side, side, 3] without gaps; False: they are not here."""
        kept = self._memory.get(photo)
        if kept is not None:
            into[:] = kept
            return True
        place = self._where.get(photo)
        if place is None:
            return False
        file, number, crc = place
        if not file.copy_row(number, into) or (photo not in self._checked and zlib.crc32(into.data) != crc):
            self._strike(photo, file, number, crc)
            return False
        if photo not in self._checked:
            self._checked.add(photo)
            self._touch(file)
        return True

    def add(self, photo: bytes, pixels: np.ndarray) -> None:
        """Keeps the pixels of `photo`, uint8 [side, side, 3]: on the disk, else in memory, else not at all."""
        with self._lock:
            if photo in self:
                return
            if self.failure is None and self._room.disk >= self._bytes:
                try:
                    self._write(photo, pixels)
                except OSError as error:
                    self.failure = error
                else:
                    self._room.disk -= self._bytes
                    return
            if self._room.memory >= self._bytes:
                self._room.memory -= self._bytes
                self._memory[photo] = pixels.copy()
            else:
                self.overflowed = True

    def close(self) -> None:
        """Closes what is written; the store can still be read, and a later `add` opens it again."""
        with self._lock:
            if self._own is not None:
                self._own.close()
                self._own = None

    def _write(self, photo: bytes, pixels: np.ndarray) -> None:
        if self._own is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            # The other half of what is free is left to everyone else.
            self._room.disk = min(self._room.disk, shutil.disk_usage(self.folder).free // 2)
            with contextlib.suppress(FileExistsError), open(self.folder / _FACTS, "xb") as facts:
                facts.write(msgspec.json.format(msgspec.json.encode(self._facts)))
            self._own = _Writer(_File(self.folder / uuid.uuid4().hex, self._shape))
            self.used.add(self._own.file.base)
        crc = zlib.crc32(np.ascontiguousarray(pixels).data)
        self._where[photo] = (self._own.file, self._own.append(photo, crc, pixels), crc)
        self._checked.add(photo)

    def _strike(self, photo: bytes, file: _File, number: int, crc: int) -> None:
        """Forgets a damaged row, here and in its index, so that it is not met again."""
        with self._lock:
            if self._where.get(photo, (None, -1))[:2] != (file, number):
                return  # another thread was quicker
            del self._where[photo]
            self._checked.discard(photo)
            self.struck[photo] = crc
            self.damaged += 1
            file.strike(number)

    def _touch(self, file: _File) -> None:
        if file.base not in self.used:
            self.used.add(file.base)
            with contextlib.suppress(OSError):  # a read-only cache is read all the same
                os.utime(_with(file.base, _DATA))


class _File:
    """A pair of files, named `base` with two endings."""

    def __init__(self, base: Path, shape: tuple[int, int, int]) -> None:
        self.base = base
        self._rows = RowFile(_with(base, _DATA), shape, np.dtype(np.uint8))

    def entries(self) -> Iterator[tuple[bytes, int]]:
        """(SHA-256, CRC-32) of each row. Raises OSError."""
        with open_regular(_with(self.base, _INDEX)) as index:
            content = index.read()
        for start in range(0, len(content) - _ENTRY + 1, _ENTRY):
            entry = content[start : start + _ENTRY]
            yield entry[:_KEY], int.from_bytes(entry[_KEY:], "little")

    def copy_row(self, number: int, into: np.ndarray) -> bool:
        """Copies row `number` to `into`, uint8 [S, S, 3]; False when it is gone, or the file shorter than its index says."""
        return self._rows.read(number, into)

    def strike(self, number: int) -> None:
        """Overwrites the entry's SHA-256 with zeros."""
        with contextlib.suppress(OSError), open(_with(self.base, _INDEX), "r+b") as index:
            index.seek(number * _ENTRY)
            index.write(_STRUCK_OUT)


class _Writer:
    """The pair that this training appends to."""

    def __init__(self, file: _File) -> None:
        """Raises OSError."""
        self.file = file
        self._rows = 0
        with contextlib.ExitStack() as opened:
            self._data = opened.enter_context(open(_with(file.base, _DATA), "xb", buffering=0))
            self._index = opened.enter_context(open(_with(file.base, _INDEX), "xb", buffering=0))
            # A cache that nobody closes is closed when it is forgotten.
            self.close = weakref.finalize(self, opened.pop_all().close)

    def append(self, photo: bytes, crc: int, pixels: np.ndarray) -> int:
        """Returns the row's place. Raises OSError, after which nothing must be appended any more."""
        if os.fstat(self._data.fileno()).st_size != self._rows * pixels.nbytes:
            # Somebody has cut it: behind the gap rows would be found again that are not there any more.
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.file.base))
        _write_all(self._data, np.ascontiguousarray(pixels).data.cast("B"))
        _write_all(self._index, memoryview(photo + crc.to_bytes(_ENTRY - _KEY, "little")))
        self._rows += 1
        return self._rows - 1


def _write_all(stream: FileIO, content: memoryview) -> None:
    """Raises OSError. A nearly full disk takes a part first."""
    done = 0
    while done < len(content):
        done += stream.write(content[done:])


def _with(base: Path, ending: str) -> Path:
    return base.with_name(base.name + ending)


def _pairs(store: Path) -> list[Path]:
    """Without their endings; those written last come last."""
    found = []
    for data in files_in(store, f"*{_DATA}"):
        with contextlib.suppress(OSError):
            found.append((data.stat().st_mtime_ns, data.with_name(data.name.removesuffix(_DATA))))
    return [base for _, base in sorted(found)]


def prune(folder: Path, keep: set[Path], limit: int | None = None) -> None:
    """Deletes the pairs used longest ago until the rest takes at most `limit` bytes; never those in `keep`.

    `limit` None: `LIMIT_BYTES`, or less where the whole cache may not take as much.
    """
    limit = min(LIMIT_BYTES, cache_limit()) if limit is None else limit
    pairs = (
        Piece(*facts_of(_with(base, _DATA)), (_with(base, _INDEX), _with(base, _DATA)), base in keep)
        for store in folders_in(folder)
        for base in _pairs(store)
    )
    keep_newest(pairs, limit, _MOST_FILES)
