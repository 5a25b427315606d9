"""Small pictures of photos for the window, kept in the cache."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

import msgspec
from PIL import Image

from cnn_desktop.dataset.cache import facts_of
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.identity import mark_of
from cnn_desktop.dataset.reading.decode import decoded
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UserError
from cnn_desktop.domain.events import PictureReady
from cnn_desktop.domain.files import replacing
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.tones import OWN, Tones


def make_thumbnail(photo: Path, folder: Path, size: int, tones: Tones = OWN) -> Path:
    """A JPEG of `photo`, its longer side at most `size` pixels, in the cache `folder`; made once, then found again.

    It is made anew when the photo has changed. Raises UnreadablePhoto, or DataError when it cannot be saved.
    """
    file = _place(photo, folder, size, tones)
    if facts_of(file)[1] > 0:
        return file
    with decoded(photo, side=size, tones=tones) as image:
        image.thumbnail((size, size), Image.Resampling.BILINEAR, reducing_gap=2.0)
    # Two fsyncs would cost more than the picture.
    with replacing(file, is_lasting=False) as temporary:
        image.save(temporary, "JPEG", quality=85)
    return file


def make_thumbnails(job: Thumbnails, control: Control) -> Iterator[PictureReady]:
    """One PictureReady a photo, as each is made, on all cores; Stop, or a newer request, cuts it short."""

    def make(path: str) -> PictureReady | None:
        if control.stopping:
            return None
        try:
            return PictureReady(path=path, file=str(make_thumbnail(Path(path), Path(job.folder), job.size, job.tones)))
        except UserError as error:
            return PictureReady(path=path, file="", reason=error.message)

    cores = os.cpu_count() or 2
    with ThreadPoolExecutor(max_workers=cores) as pool:
        paths, under_way = iter(job.paths), set[Future[PictureReady | None]]()
        while True:
            # few ahead: while somebody waits for something else of this child, nothing is taken up between two yields
            under_way |= {pool.submit(make, path) for path in itertools.islice(paths, cores + 1 - len(under_way))}
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for picture in done:
                if ready := picture.result():
                    yield ready


def _place(photo: Path, folder: Path, size: int, tones: Tones) -> Path:
    """Where it belongs: named after the photo's path, what marks the file, size and tones, in one of 256 folders."""
    shown = f"{size} {msgspec.json.encode(tones).decode()}"
    try:
        key = f"{photo.absolute()}\0{mark_of(photo, on_disk(photo).stat()).hex()}\0{shown}"
    except OSError:
        key = f"{photo.absolute()}\0{shown}"  # open_photo will say what is wrong
    name = hashlib.blake2b(key.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return folder / name[:2] / f"{name}.jpg"
