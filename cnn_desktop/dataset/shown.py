"""One photo for the Viewer: decoded as the model sees it, and written as plain pixels into the cache."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from cnn_desktop.dataset.cache import Piece, facts_of, keep_newest
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import mark_of
from cnn_desktop.dataset.reading.bands import rows_of, spans
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, why_unreadable
from cnn_desktop.dataset.reading.facts import read_facts
from cnn_desktop.dataset.reading.jpeg import SCALES
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.files import files_in, replacing
from cnn_desktop.domain.jobs.show_photo import BARS, Histogram, PhotoFile, PhotoShown, ShowPhoto
from cnn_desktop.domain.pixel_file import MOST_PIXELS, PIXEL, PhotoHead, open_pixels, packed, sizes
from cnn_desktop.domain.run import load_model_facts
from cnn_desktop.domain.tones import Tones

_SIDE = 4096
"""JPEGs of which both sides are twice as long or more are decoded smaller."""
_MOST_FILES, _MOST_BYTES = 6, 400_000_000
"""That are kept: going back is quick."""
_ENDING = ".pixels"
_AT_A_TIME = 1 << 17
"""Pixels written together: few enough to stay in the processor's cache."""


def show_photo(job: ShowPhoto, control: Control) -> Iterator[Event]:
    """A PhotoShown, or a Skipped with the reason. Raises DataError when it cannot be saved."""
    path = Path(job.path)
    tones = tones_of_run(Path(job.run), job.tones) if job.run else job.tones
    try:
        facts = read_facts(path)
        less = _less(facts, job.room)
        file = _place(path, Path(job.folder), tones, less)
        size = _size_in(file)
        if size is None:
            side = _SIDE if less == 1 else max(1, min(facts.width, facts.height) // less)
            photo = open_photo(path, side, tones=tones)
            if control.stopping:
                return
            size = _write(photo, facts, file, less)
    except UnreadablePhoto as error:
        yield Skipped(job.path, error.reason)
        return
    width, height = size
    histogram = _histogram(file) if job.histogram else None
    yield PhotoShown(str(file), msgspec.structs.replace(facts, path=job.path, width=width, height=height), histogram)


def tones_of_run(run: Path, otherwise: Tones) -> Tones | None:
    """How the model of `run` is fed; `otherwise` where that cannot be read."""
    try:
        return as_kind(load_model_facts(run).preprocess, Preprocess).tones
    except (DataError, Unreadable):
        return otherwise


def _less(facts: PhotoFile, room: tuple[int, int] | None) -> int:
    """The photo at 1/1, 1/2, 1/4 or 1/8 still fills `room`, whichever way it will be turned."""
    if room is None or not (facts.width and facts.height):
        return 1
    ways = ((facts.width, facts.height), (facts.height, facts.width))
    share = max(min(room[0] / width, room[1] / height) for width, height in ways)
    return next((scale for scale in reversed(SCALES) if scale * share <= 1), 1)


def _write(photo: Image.Image, facts: PhotoFile, file: Path, less: int) -> tuple[int, int]:
    """Writes `photo` at 1/`less`, unless it was decoded so, and halves of it; returns the photo's own size, turned.

    Raises DataError.
    """
    is_turned = (photo.width > photo.height) != (facts.width > facts.height)
    own = (facts.height, facts.width) if is_turned else (facts.width, facts.height)
    factor = max(math.ceil(math.sqrt(photo.width * photo.height / MOST_PIXELS)), less * max(photo.size) // max(own))
    if factor > 1:
        photo = photo.reduce(factor)
    with replacing(file, is_lasting=False) as temporary, open(temporary, "wb", buffering=0) as out:
        out.write(packed(PhotoHead(photo.width, photo.height, *own)))
        for number, _ in enumerate(sizes(photo.width, photo.height)):
            photo = photo.reduce(2) if number else photo
            for rows in spans(photo.height, photo.width, _AT_A_TIME):
                out.write(rows_of(photo, rows).convert("RGBA").tobytes("raw", "BGRA"))
    found = files_in(file.parent, f"*{_ENDING}")
    keep_newest((Piece(*facts_of(one), (one,), one == file) for one in found), _MOST_BYTES, _MOST_FILES)
    return own


def _size_in(file: Path) -> tuple[int, int] | None:
    """The size of the photo that was written into `file`; None when it is not there."""
    try:
        head, pixels = open_pixels(file, PhotoHead)
        pixels.close()
        os.utime(file)  # it is used: others go first
    except OSError:
        return None
    return head.own_width, head.own_height


def _histogram(file: Path) -> Histogram | None:
    """Of the largest size in `file`, piece by piece; None when the cache was emptied meanwhile."""
    counts = np.zeros((PIXEL, BARS), np.int64)
    try:
        head, pixels = open_pixels(file, PhotoHead)
        with pixels:
            left = PIXEL * head.width * head.height
            while left and (piece := pixels.read(min(left, PIXEL * _AT_A_TIME))):
                left -= len(piece)
                bars = np.frombuffer(piece, np.uint8).reshape(-1, PIXEL) // (256 // BARS)
                counts += [np.bincount(bars[:, channel], minlength=BARS) for channel in range(PIXEL)]
    except OSError:
        return None
    blue, green, red, _ = counts.tolist()
    return Histogram(red, green, blue)


def _place(photo: Path, folder: Path, tones: Tones | None, less: int) -> Path:
    """Named after the photo's path, what marks its file, its tones and its scale. Raises UnreadablePhoto."""
    try:
        mark = mark_of(photo, on_disk(photo).stat()).hex()
    except OSError as error:
        raise UnreadablePhoto(photo, why_unreadable(error)) from error
    key = f"{photo.absolute()}\0{mark}\0{msgspec.json.encode(tones).decode()}\0{less}"
    return folder / f"{hashlib.blake2b(key.encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}{_ENDING}"
