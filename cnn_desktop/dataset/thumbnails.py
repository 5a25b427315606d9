"""Small pictures for the window, kept in the cache: thumbnails, and previews of the augmentation."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from cnn_desktop.dataset.pixels.augment import augment, photo_rng
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, on_disk, open_photo
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import PictureReady
from cnn_desktop.domain.files import TEMPORARY_SUFFIX, replacing
from cnn_desktop.domain.jobs.preview import Preview


def make_thumbnail(photo: Path, folder: Path, size: int) -> Path:
    """A JPEG of `photo`, its longer side at most `size` pixels, in the cache `folder`; made once, then found again.

    It is made anew when the photo has changed. Raises UnreadablePhoto, or DataError when it cannot be saved.
    """
    file = _place(photo, folder, size)
    if file.exists() and file.stat().st_size > 0:
        return file
    image = open_photo(photo, side=size)
    image.thumbnail((size, size), Image.Resampling.BILINEAR, reducing_gap=2.0)
    # Not domain.files: a cache need not survive a power cut, and two fsyncs would cost more than the picture.
    temporary = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}{TEMPORARY_SUFFIX}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        image.save(temporary, "JPEG", quality=85)
        temporary.replace(file)
    except OSError as error:
        raise DataError(
            "The small picture of {file} could not be saved in {folder}: {reason}. Free some space, or choose another cache folder.",
            file=str(photo), folder=str(folder), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return file


def preview_augmentation(command: Preview) -> Iterator[PictureReady]:
    """Augmented versions of one photo as the training would see them, each a PNG in `command.folder`.

    An unreadable photo gives one PictureReady with its reason. Raises DataError when a picture cannot be saved.
    """
    try:
        image = open_photo(command.path)
    except UnreadablePhoto as error:
        yield PictureReady(id=command.id, path=command.path, file="", reason=error.reason)
        return
    for number in range(command.count):
        rng = photo_rng(command.seed, number, 0)
        file = Path(command.folder, f"{command.id}-{number}.png")
        _save_png(augment(image, command.augmentation, command.image_size, rng), file)
        yield PictureReady(id=command.id, path=command.path, file=str(file))


def _place(photo: Path, folder: Path, size: int) -> Path:
    """Where the thumbnail belongs: named after path, time of change and size, in one of 256 folders."""
    try:
        facts = on_disk(photo).stat()
        key = f"{photo.absolute()}\0{facts.st_mtime_ns}\0{facts.st_size}\0{size}"
    except OSError:
        key = f"{photo.absolute()}\0{size}"  # open_photo will say what is wrong
    name = hashlib.blake2b(key.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return folder / name[:2] / f"{name}.jpg"


def _save_png(pixels: np.ndarray, file: Path) -> None:
    with replacing(file) as temporary:
        Image.fromarray(pixels).save(temporary, "PNG", compress_level=1)
