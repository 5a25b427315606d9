"""By what the photos of a folder are known again, wherever a person moves them: the SHA-256 of each file, with its facts.

A file that has not changed since is not read again.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import FileFacts, Photo

_THREADS, _CHUNK = 2, 64
_PROGRESS_SECONDS = 0.1


def read_files(
    photos: Sequence[Photo], roots: Mapping[str, str], known: Fingerprints, control: Control
) -> Generator[Event, None, list[FileFacts]]:
    """The facts of each photo's file, in the order of `photos`; yields Progress. Raises StopRequested.

    What was read so far is remembered in `known` also when the job is stopped: the next one goes on from there.
    """

    def read(start: int) -> list[FileFacts]:
        control.stop_if_asked()
        return [_facts(Path(roots[photo.root], photo.path), known) for photo in photos[start : start + _CHUNK]]

    found: list[FileFacts] = []
    began = told = time.monotonic()
    try:
        with ThreadPoolExecutor(_THREADS, "files") as pool:
            for facts in pool.map(read, range(0, len(photos), _CHUNK)):
                found += facts
                now = time.monotonic()
                if now - told >= _PROGRESS_SECONDS:
                    told = now
                    yield Progress.after(now - began, say("Remembering the photos"), len(found), len(photos))
    finally:
        known.save()
    return found


def _facts(file: Path, known: Fingerprints) -> FileFacts:
    try:
        found = on_disk(file).stat()
        return FileFacts(known.of(file).file, found.st_size, found.st_mtime_ns)
    except (OSError, UnreadablePhoto):  # it is told when it is wanted
        return FileFacts(b"", 0, 0)
