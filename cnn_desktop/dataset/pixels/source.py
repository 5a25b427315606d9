"""Where a loader's pixels come from: decoded each time, or decoded once and then read from the store."""

from __future__ import annotations

import functools
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.pixels.store import Decoding, PixelFacts, PixelStore, Room, pixels_folder, prune
from cnn_desktop.dataset.reading.content import room_for
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, decoded, why_unreadable
from cnn_desktop.dataset.reading.preprocess import squash
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.tones import Tones

Warn = Callable[[Message], None]


class PixelSource(Protocol):
    """Photos as squares of pixels."""

    side: int

    def read(self, index: int, into: np.ndarray) -> Message | None:
        """Puts photo `index` into `into`, uint8 [side, side, 3], or says why it cannot be read. From any thread."""


class DecodedPhotos:
    """Decodes a photo each time it is asked for: exactly `Preprocess.pixels` of that size."""

    def __init__(self, files: Sequence[Path | str], side: int, tones: Tones | None = None) -> None:
        self.files, self.side, self._tones = files, side, tones

    def read(self, index: int, into: np.ndarray) -> Message | None:
        try:
            with decoded(self.files[index], tones=self._tones) as photo:
                into[:] = squash(photo, self.side)
        except UnreadablePhoto as error:
            return error.reason
        return None


class StoredPhotos:
    """Decodes a photo when it is first asked for, and finds it in the store from then on.

    Within a training a photo stays what it was when it was first read; one that may still be being copied (it has
    changed within the last two seconds, or while it was read) is looked at again in the next epoch.
    """

    def __init__(
        self, files: Sequence[Path], side: int, decoding: Decoding, cache: PixelCache, tones: Tones | None = None
    ) -> None:
        self.files, self.side, self._tones = files, side, tones
        self._decoding: Decoding = decoding
        self._cache = cache
        self._sha: list[bytes | None] = [None] * len(files)

    @functools.cached_property
    def _store(self) -> PixelStore:
        return self._cache.store(self.side, self._decoding, self._tones)

    def read(self, index: int, into: np.ndarray) -> Message | None:
        sha = self._sha[index]
        if sha is not None and self._store.find(sha, into):
            return None
        file = self.files[index]
        try:
            known = self._cache.fingerprints.known(file, on_disk(file).stat())
            if known is not None and self._store.find(known.file, into):
                self._sha[index] = known.file
            else:
                with room_for(file, _draft_side(self.side, self._decoding), self._tones):
                    self._fill(index, into)
        except UnreadablePhoto as error:
            return error.reason
        except OSError as error:
            return why_unreadable(error)
        return None

    def _fill(self, index: int, into: np.ndarray) -> None:
        """Reads the file once: the SHA-256 is that of the very bytes that are decoded, whatever happens to the file.

        Raises UnreadablePhoto.
        """
        file = self.files[index]
        (sha, _), content, is_kept = self._cache.fingerprints.read(file)
        if not self._store.find(sha, into):
            into[:] = self._decode(file, content)
            earlier = self._store.struck.get(sha)
            if earlier not in (None, zlib.crc32(into.data)) and not np.array_equal(self._decode(file, content), into):
                raise UnreadablePhoto(
                    file, say("it looks different each time it is read. Save it again with another program.")
                )
            self._store.add(sha, into)
        if is_kept:
            self._sha[index] = sha

    def _decode(self, file: Path, content: bytes) -> np.ndarray:
        return square(file, self.side, self._decoding, self._tones, content)


def square(
    file: Path | str, side: int, decoding: Decoding, tones: Tones | None = None, content: bytes | None = None
) -> np.ndarray:
    """A photo as a training keeps it: uint8 [side, side, 3]. Raises UnreadablePhoto."""
    with decoded(file, _draft_side(side, decoding), content, tones) as photo:
        return squash(photo, side)


def _draft_side(side: int, decoding: Decoding) -> int | None:
    return 2 * side if decoding == "reduced" else None


class ChosenPhotos:
    """Photos of another source, in any order and each as often as wanted: what is read as `index` is `places[index]`."""

    def __init__(self, source: PixelSource, places: np.ndarray) -> None:
        """`places`: int64 [N]."""
        self._source, self._places, self.side = source, places, source.side

    def read(self, index: int, into: np.ndarray) -> Message | None:
        return self._source.read(int(self._places[index]), into)


class PixelCache:
    """The stores of one training: one for each size and way of decoding, opened when the first photo is wanted."""

    def __init__(self, warn: Warn = lambda message: None, folder: Path | None = None, room: Room | None = None) -> None:
        """`warn` is told, in the thread that calls `save`, what a person should know."""
        self.warn = warn
        self._folder = pixels_folder() if folder is None else folder
        self._room = Room() if room is None else room
        self._stores: dict[PixelFacts, PixelStore] = {}
        self._lock = threading.Lock()
        self._told: list[Message] = []

    @functools.cached_property
    def fingerprints(self) -> Fingerprints:
        return Fingerprints(self._folder / "photos.msgpack")

    def photos(
        self, files: Sequence[Path], side: int, decoding: Decoding = "full", tones: Tones | None = None
    ) -> StoredPhotos:
        """The source of `files` at `side` pixels; `tones` as in `Preprocess`."""
        return StoredPhotos(files, side, decoding, self, tones)

    def store(self, side: int, decoding: Decoding, tones: Tones | None = None) -> PixelStore:
        """From any thread."""
        facts = PixelFacts.now(side, decoding, tones)
        with self._lock:
            if facts not in self._stores:
                self._stores[facts] = PixelStore(facts, self._folder, self._room)
            return self._stores[facts]

    def save(self) -> None:
        """At the end of an epoch: remembers what was read, makes room, says what went wrong."""
        if not self._stores:
            return
        used: set[Path] = set()
        for store in self._stores.values():
            store.close()
            used |= store.used
        self.fingerprints.save()
        prune(self._folder, used)
        for problem in self._problems():
            if problem not in self._told:
                self._told.append(problem)
                self.warn(problem)

    def _problems(self) -> Iterator[Message]:
        stores, folder = self._stores.values(), str(self._folder)
        failure = next((store.failure for store in stores if store.failure is not None), None)
        if failure is not None:
            yield say(
                "The cache in {folder} cannot be used ({reason}), so photos are kept in memory during this "
                "training run.",
                folder=folder, reason=failure.strerror or str(failure),
            )  # fmt: skip
        if any(store.overflowed for store in stores):
            yield say(
                "There is not enough space in {folder} to cache all photos, so some are read again in every epoch. "
                "Free some space to train faster.",
                folder=folder,
            )
        damaged = sum(store.damaged for store in stores)
        if damaged:
            yield say(
                "{n} cached {n:photo|photos} in {folder} {n:was|were} damaged and {n:has|have} been read again.",
                n=damaged, folder=folder,
            )  # fmt: skip
