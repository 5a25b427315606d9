"""What the photos of a run are known by: kept with it, so that a test can tell which photos trained the model, wherever they lie."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.pixels.store import pixels_folder
from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import read_csv
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.run import CONTENTS
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.text_out import as_csv
from cnn_desktop.learning.features.store import features_folder
from cnn_desktop.learning.training.pace import Ticker

_PICTURE = "picture_sha256"

Pictures = Generator[Event, None, list[bytes]]
"""For each photo the SHA-256 of what of its file is picture; empty where it is not known."""


def save_contents(scan: Scan, run: Path, control: Control) -> Generator[Event, None, None]:
    """Writes `contents.csv`: the training and validation photos, and what they are known by.

    Most of them were read for the training a moment ago, so little is read again; nothing once Stop is asked for.
    What cannot be written is done without.
    """
    photos = _used(scan)
    pictures = yield from _pictures([scan.file(photo) for photo in photos], control)
    rows = ([p.root, p.path, p.split, sha.hex()] for p, sha in zip(photos, pictures, strict=True))
    with contextlib.suppress(DataError):
        write_text(run / CONTENTS, as_csv(["root", "path", "split", _PICTURE], rows))


def count_seen(
    run: Path, files: Iterable[Path], control: Control, ask_photos: bool
) -> Generator[Event, None, int | None]:
    """How many of `files` trained or checked the model of `run`; None: that is not known any more. Raises StopRequested.

    `ask_photos`: for a run that did not keep what its photos are known by, they are read where they are still there.
    """
    seen = _kept(run)
    if seen is None and ask_photos:
        scan = load_snapshot(run)
        seen = set((yield from _pictures([scan.file(photo) for photo in _used(scan)], control)))
        control.stop_if_asked()
    if not seen or seen == {b""}:
        return None
    pictures = yield from _pictures(list(files), control)
    control.stop_if_asked()
    return sum(picture in seen for picture in pictures if picture)


def _used(scan: Scan) -> list[Photo]:
    return [photo for photo in scan.photos if photo.split in ("train", "val")]


def _kept(run: Path) -> set[bytes] | None:
    """What `save_contents` wrote; None when it is missing or damaged."""
    try:
        rows = read_csv(run / CONTENTS, [_PICTURE])
        return {bytes.fromhex(picture) for (picture,) in rows}
    except ValueError:  # Unreadable, or no number
        return None


def _pictures(files: list[Path], control: Control) -> Pictures:
    memories = [Fingerprints(folder() / "photos.msgpack") for folder in (features_folder, pixels_folder)]
    pictures, ticker, began = [], Ticker(), time.monotonic()
    for done, file in enumerate(files, 1):
        pictures.append(_picture(file, memories, may_read=not control.stopping))
        if ticker.due():
            ticker.restart()
            yield Progress.after(time.monotonic() - began, say("Recording which photos are used"), done, len(files))
    memories[0].save()
    return pictures


def _picture(file: Path, memories: list[Fingerprints], may_read: bool) -> bytes:
    try:
        found = on_disk(file).stat()
        known = next((one for memory in memories if (one := memory.known(file, found))), None)
        if known is None and may_read:
            known = memories[0].of(file)
    except (OSError, UnreadablePhoto):
        return b""
    return known.picture if known else b""
