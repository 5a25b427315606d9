"""Looks at all photos, on all cores; what was seen is kept in the cache, so that a check that was stopped goes on where it was."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec

from cnn_desktop.dataset.checks.look import Look, look_at, pixels_sha256
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import is_settled, mark_of
from cnn_desktop.dataset.reading.content import read_content, room_for
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, why_unreadable
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import replacing
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.own_files import LARGE, read_msgpack
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.text_out import as_text
from cnn_desktop.domain.ticker import Ticker
from cnn_desktop.domain.tones import Tones

S = TypeVar("S")
T = TypeVar("T")
FOLDER = "looks"
"""In the cache."""
_RULE = 1
"""Of what is looked at; other looks than today's are of no use."""
_CHUNK, _AHEAD = 8, 4
"""Photos that a thread looks at in a row, and chunks for each thread that wait for it."""
_SAVE_SECONDS = 30.0
_Known = dict[str, tuple[bytes, Look]]
"""File → (its mark, what was seen)."""


class Looks:
    """Thread-safe: workers ask, one thread saves. A damaged file in the cache counts as none, one that cannot be written, too."""

    def __init__(self, roots: Mapping[str, str], tones: Tones) -> None:
        facts = msgspec.json.encode((_RULE, tones, [as_text(folder) for folder in sorted(roots.values())]))
        name = hashlib.blake2b(facts, digest_size=16).hexdigest()
        self._file = cache_folder() / FOLDER / f"{name}.msgpack"
        self._tones, self._changed, self._saved = tones, False, time.monotonic()
        self._known: _Known = {}
        with contextlib.suppress(Unreadable):
            self._known = read_msgpack(self._file, _Known, LARGE)

    def of(self, file: Path) -> Look | Message:
        """What is seen of the photo, or why nothing is."""
        key = as_text(str(file))
        try:
            known = self._known.get(key)
            if known is not None and known[0] == mark_of(file, on_disk(file).stat()):
                return known[1]
            with room_for(file, tones=self._tones):
                content, found, is_same = read_content(file)
                look = look_at(file, self._tones, content)
                if is_same and is_settled(found):
                    self._keep(key, mark_of(file, found, content), look)
        except UnreadablePhoto as error:
            return error.reason
        except OSError as error:
            return why_unreadable(error)
        return look

    def pixels_of(self, file: Path, look: Look) -> bytes:
        """`look.pixels`, decoded in full if need be; empty when it cannot be read."""
        if look.pixels:
            return look.pixels
        try:
            pixels = pixels_sha256(file, self._tones)
        except UnreadablePhoto:  # told when it was looked at, or gone since
            return b""
        key = as_text(str(file))
        if (known := self._known.get(key)) is not None and known[1] == look:
            self._keep(key, known[0], msgspec.structs.replace(look, pixels=pixels))
        return pixels

    def save(self, at_once: bool = False) -> None:
        """Keeps them for the next check, now and then unless `at_once`."""
        if not self._changed or not (at_once or time.monotonic() - self._saved > _SAVE_SECONDS):
            return
        self._changed = False
        with contextlib.suppress(DataError), replacing(self._file, is_lasting=False) as temporary:
            temporary.write_bytes(msgspec.msgpack.encode(self._known.copy()))
        self._saved = time.monotonic()

    def _keep(self, key: str, mark: bytes, look: Look) -> None:
        self._known[key] = mark, look
        self._changed = True


def over_all(
    work: Callable[[S], T], items: Sequence[S], doing: Message, looks: Looks, control: Control
) -> Generator[Event, None, list[T]]:
    """`work` of each of `items`, in their order; saves `looks` now and then, also when it ends early. Raises StopRequested."""
    results: list[T] = []
    ticker = Ticker(len(items))
    threads = os.cpu_count() or 2
    with ThreadPoolExecutor(threads, "look") as pool:
        try:
            for chunk in _in_order(pool, lambda some: list(map(work, some)), items, threads * _AHEAD):
                control.stop_if_asked()
                results += chunk
                if ticker.is_due(len(results)):
                    yield ticker.told(doing, len(results))
                looks.save()
        finally:
            pool.shutdown(cancel_futures=True)
            looks.save(at_once=True)
    return results


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[list[S]], list[T]], items: Iterable[S], ahead: int
) -> Iterator[list[T]]:
    """The results of chunks of `items`, up to `ahead` of which are under way."""
    rest, waiting = iter(items), deque[Future[list[T]]]()
    while True:
        while len(waiting) < ahead and (chunk := list(itertools.islice(rest, _CHUNK))):
            waiting.append(pool.submit(work, chunk))
        if not waiting:
            return
        yield waiting.popleft().result()
