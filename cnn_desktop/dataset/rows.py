"""Rows of equal length in a file of a cache, read at their place from any thread.

They are read and not mapped into memory: a file that gets shorter meanwhile lacks its last rows, and ends no process.
"""

from __future__ import annotations

import os
import threading
import weakref
from pathlib import Path
from typing import BinaryIO

import numpy as np

from cnn_desktop.domain.files import open_regular


class RowFile:
    """The file stays open, so what was deleted or replaced meanwhile can still be read."""

    def __init__(self, path: Path, shape: tuple[int, ...], kind: np.dtype[np.generic], start: int = 0) -> None:
        """Rows of `shape` and `kind`, the first of them at byte `start`. Opened with the first row."""
        self.path, self.shape, self.kind, self._start = path, shape, kind, start
        self._size = int(np.prod(shape)) * kind.itemsize
        self._lock = threading.Lock()
        self._opened: BinaryIO | None = None

    def read(self, number: int, into: np.ndarray) -> bool:
        """Copies row `number` to `into`, an array of its shape and kind without gaps; False when it is not there."""
        place, target = self._start + number * self._size, into.reshape(-1).view(np.uint8).data
        try:
            opened = self._open()
            if hasattr(os, "preadv"):
                return _read_all(opened.fileno(), place, target)
            with self._lock:
                opened.seek(place)
                return opened.readinto(target) == self._size  # type: ignore[attr-defined]
        except OSError:
            return False

    def _open(self) -> BinaryIO:
        with self._lock:
            if self._opened is None:
                self._opened = open_regular(self.path)
                weakref.finalize(self, self._opened.close)
            return self._opened


def _read_all(descriptor: int, place: int, target: memoryview) -> bool:
    """A row that is not in memory may come in parts."""
    done = 0
    while done < len(target):
        count = os.preadv(descriptor, [target[done:]], place + done)
        if count == 0:
            return False
        done += count
    return True
