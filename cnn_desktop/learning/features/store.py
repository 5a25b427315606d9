"""Features on disk: what reaches a cut of a frozen network from each photo, kept for later epochs, runs and tests.

A store is a folder of segments that are written once and never changed, so a killed writer or two trainings at a time
lose nothing. Each segment carries the SHA-256 of its content; one that does not match is deleted and computed anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
import uuid
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np
import torch

from cnn_desktop.dataset.cache import keep_newest, stores
from cnn_desktop.dataset.rows import RowFile
from cnn_desktop.domain.decoding import Count, from_json
from cnn_desktop.domain.files import files_in, open_regular, replacing, write_bytes
from cnn_desktop.domain.places import cache_folder, cache_limit

LIMIT_BYTES = 4 << 30
"""All stores together; the ones not used for longest go first."""
_FACTS = "facts.json"
_SUFFIX = ".features"
_KEY_BYTES = 32

Dtype = Literal["float32", "float16", "bfloat16"]
_ON_DISK: dict[Dtype, str] = {"float32": "<f4", "float16": "<f2", "bfloat16": "<u2"}
"""numpy knows no bfloat16: its bits are kept."""
_LARGEST_HALF = 65504.0
_LONGEST_HEADER = 4096
"""Bytes."""


class StoreFacts(msgspec.Struct, frozen=True):
    """Everything the numbers depend on. Anything else gives another store."""

    model: str
    weights: str
    """SHA-256 of the trunk's tensors."""
    cut: str
    """Where the network is cut."""
    preprocess: Mapping[str, object]
    variant: str = msgspec.field(name="view")
    """"plain", "mirrored", or "varied" with its settings and number."""
    engine: str
    device: str
    """Kind and name of the device."""
    versions: Mapping[str, str]
    dtype: Dtype = "float32"

    @property
    def name(self) -> str:
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:24]


class _Header(msgspec.Struct, frozen=True):
    """First line of a segment; then the photos' SHA-256, then their features."""

    rows: Count
    shape: list[Count]
    sha256: str


def features_folder() -> Path:
    return cache_folder() / "features"


class FeatureStore:
    """Rows of numbers, as `pack` makes them, by the SHA-256 of the photo they were computed from.

    What was there when it was opened is found in it; what is added is written, not remembered, so that memory stays small.
    """

    def __init__(self, facts: StoreFacts, folder: Path | None) -> None:
        """`folder` None: finds nothing and keeps nothing."""
        self.folder = folder / facts.name if folder else None
        self._rows: dict[bytes, tuple[RowFile, int]] = {}
        """SHA-256 → file, place in it."""
        self._fresh: dict[bytes, np.ndarray] = {}
        self.damaged = 0
        """Segments that were not what had been written; their photos are read again."""
        if self.folder is not None:
            self._load(self.folder, facts.dtype)
        self._facts = facts

    def get(self, photo: bytes) -> np.ndarray | None:
        """From any thread."""
        place = self._rows.get(photo)
        if place is None:
            return self._fresh.get(photo)
        file, number = place
        row = np.empty(file.shape, file.kind)
        if not file.read(number, row):
            self._rows.pop(photo, None)  # cut short since it was opened
            return None
        return row

    def add(self, photo: bytes, row: np.ndarray) -> None:
        """Keeps a row until `save` writes it."""
        if self.folder is not None and photo not in self._rows:
            self._fresh[photo] = row

    def save(self) -> None:
        """Writes the rows added since the last time as a new segment. Raises DataError (disk full, no permission)."""
        fresh, self._fresh = self._fresh, {}
        if not fresh or self.folder is None:
            return
        if not (self.folder / _FACTS).is_file():
            write_bytes(self.folder / _FACTS, msgspec.json.format(msgspec.json.encode(self._facts)))
        rows = np.stack(list(fresh.values()))
        content = b"".join(fresh) + rows.tobytes()
        header = _Header(len(rows), list(rows.shape[1:]), hashlib.sha256(content).hexdigest())
        with replacing(self.folder / f"{uuid.uuid4().hex}{_SUFFIX}") as temporary, open(temporary, "wb") as out:
            out.write(msgspec.json.encode(header) + b"\n")
            out.write(content)

    def _load(self, folder: Path, dtype: Dtype) -> None:
        with contextlib.suppress(OSError):  # a read-only cache is read all the same
            os.utime(folder)
        for file in sorted(files_in(folder, f"*{_SUFFIX}")):
            try:
                self._rows |= _read_segment(file, _ON_DISK[dtype])
            except FileNotFoundError:  # another training made room meanwhile
                continue
            except (OSError, ValueError):
                self.damaged += 1
                with contextlib.suppress(OSError):
                    file.unlink()


def _read_segment(file: Path, kind: str) -> dict[bytes, tuple[RowFile, int]]:
    """Where its rows are. Raises OSError; ValueError when the file is not what was written."""
    with open_regular(file) as opened:
        line = opened.read(_LONGEST_HEADER).partition(b"\n")[0]
        header = from_json(line, _Header)
        start = len(line) + 1
        row = _KEY_BYTES + math.prod(header.shape) * np.dtype(kind).itemsize
        if opened.seek(0, os.SEEK_END) != start + header.rows * row or min(header.rows, *header.shape) < 0:
            raise ValueError(file)
        opened.seek(start)
        if hashlib.file_digest(opened, "sha256").hexdigest() != header.sha256:
            raise ValueError(file)
        opened.seek(start)
        keys = opened.read(header.rows * _KEY_BYTES)
    rows = RowFile(file, tuple(header.shape), np.dtype(kind), start + len(keys))
    return {keys[place * _KEY_BYTES : (place + 1) * _KEY_BYTES]: (rows, place) for place in range(header.rows)}


def pack(row: np.ndarray, dtype: Dtype) -> np.ndarray:
    """float32 → as it is kept. Raises OverflowError for numbers too large for half precision."""
    if dtype == "float16":
        if not np.abs(row).max(initial=0) <= _LARGEST_HALF:  # also when it is not a number
            raise OverflowError
        return row.astype(np.float16)
    if dtype == "bfloat16":
        return torch.from_numpy(row).to(torch.bfloat16).view(torch.uint16).numpy()
    return row


def unpack(rows: torch.Tensor, dtype: Dtype) -> torch.Tensor:
    """As it is kept → float32."""
    return (rows.view(torch.bfloat16) if dtype == "bfloat16" else rows).float()


def prune(folder: Path, keep: Container[str], limit: int | None = None) -> None:
    """Deletes the stores used longest ago until the rest takes at most `limit` bytes; never those called `keep`.

    `limit` None: `LIMIT_BYTES`, or less where the whole cache may not take as much.
    """
    limit = min(LIMIT_BYTES, cache_limit()) if limit is None else limit
    keep_newest(stores(folder, keep), limit)


def checksum(rows: np.ndarray) -> str:
    """SHA-256 of `rows`, for the run's record."""
    return hashlib.sha256(np.ascontiguousarray(rows).data).hexdigest()
