"""Labels for other programs: a CSV that this app reads again, or class folders with copies of the photos.

Nothing that is there is overwritten but a table the person has named; what is stopped or fails leaves nothing.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from cnn_desktop.dataset.class_folders import (
    folder_names,
    need_no_photo,
    need_outside,
    need_room,
    room_for,
    told_changed,
)
from cnn_desktop.dataset.copying import copy_file
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading.decode import why_unreadable
from cnn_desktop.dataset.safe_names import Names
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.files import flush, is_folder, is_there, open_regular, saving, temporary_of, write_text
from cnn_desktop.domain.inside import is_link
from cnn_desktop.domain.jobs.export_labels import LabelsExported
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.text_out import as_csv
from cnn_desktop.domain.ticker import Ticker

COLUMNS = ("path", "label", "split", "group")


def export_table(scan: Scan, out: Path, control: Control) -> Iterator[Event]:
    """Writes `out` (absolute) as path,label,split,group; paths are relative to its folder where the photos lie below it.

    Raises UsageError when `out` is called like a photo, DataError when the disk fails, StopRequested.
    """
    need_no_photo(out)
    folder = Path(os.path.normpath(out.parent))
    rows = ([_written(scan, photo, folder), photo.label, photo.split or "", photo.group] for photo in scan.photos)
    text = as_csv(COLUMNS, rows)
    control.stop_if_asked()
    write_text(out, text)
    yield LabelsExported(str(out), photos=len(scan.photos), classes=len({photo.label for photo in scan.photos}))


def _written(scan: Scan, photo: Photo, folder: Path) -> str:
    """The photo's path in a table that lies in `folder`, so that it is found again."""
    file = Path(os.path.normpath(scan.file(photo)))
    path = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.as_posix()
    return f"./{path}" if path != path.lstrip() else path


def export_folders(scan: Scan, out: Path, control: Control, with_splits: bool = False) -> Generator[Event, None, None]:
    """Copies the photos to out/CLASS/NAME, or out/SPLIT/CLASS/NAME; `out` (absolute) appears only when all is there.

    Photos that cannot be read are skipped. Raises DataError when something lies at `out`, when there is too little room or the
    disk fails, UsageError when `out` is among the photos, StopRequested.
    """
    _need_new(out)
    if scan.class_level:  # else a table lists what counts
        need_outside(out, scan.roots.values())
    sizes, skipped = {}, 0
    for photo in scan.photos:
        control.stop_if_asked()
        try:
            sizes[photo.root, photo.path] = _size(scan.file(photo))
        except OSError as error:
            skipped += 1
            yield _skip(photo, error)
    need_room(sum(map(room_for, sizes.values())), out)
    photos = [photo for photo in scan.photos if (photo.root, photo.path) in sizes]
    folders = folder_names({photo.label for photo in photos}, Names())
    yield from told_changed(folders.items())

    def place_of(photo: Photo) -> str:
        return f"{photo.split or 'train'}/{folders[photo.label]}" if with_splits else folders[photo.label]

    unfinished = temporary_of(out)
    try:
        with saving(out):
            unfinished.mkdir(parents=True)
        missed = yield from _copy_all(scan, photos, place_of, unfinished, control)
        control.stop_if_asked()
        with saving(out):
            if is_there(out):
                out.rmdir()  # it was empty; it is not removed when it no longer is
            unfinished.replace(out)
            flush(out.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    yield LabelsExported(str(out), photos=len(photos) - missed, classes=len(folders), skipped=skipped + missed)


def _copy_all(
    scan: Scan, photos: list[Photo], place_of: Callable[[Photo], str], into: Path, control: Control
) -> Generator[Event, None, int]:
    """Copies each photo to its place in `into`; returns how many could not be read after all."""
    with saving(into):
        for place in {place_of(photo) for photo in photos}:
            (into / place).mkdir(parents=True)
    names: dict[str, Names] = defaultdict(Names)
    missed, ticker = 0, Ticker(len(photos))
    for done, photo in enumerate(photos, start=1):
        folder = place_of(photo)
        copy = into / folder / names[folder].give(photo.path.rpartition("/")[2])
        try:
            source = open_regular(on_disk(scan.file(photo)))
        except OSError as error:
            missed += 1
            yield _skip(photo, error)
            continue
        with source:
            problem = copy_file(source, copy, control)
        if problem is not None:
            missed += 1
            yield _skip(photo, problem)
        if ticker.is_due(done):
            yield ticker.told(say("Copying photos"), done)
    return missed


def _size(file: Path) -> int:
    """Bytes. Raises OSError, also for what is no file."""
    facts = on_disk(file).stat()
    if not stat.S_ISREG(facts.st_mode):
        raise OSError("it is not a file")
    return facts.st_size


def _skip(photo: Photo, error: OSError) -> Skipped:
    return Skipped(path=photo.path, reason=why_unreadable(error))


def _need_new(out: Path) -> None:
    with saving(out):
        is_taken = is_link(out) or (any(out.iterdir()) if is_folder(out) else is_there(out))
    if is_taken:
        raise DataError(
            "{folder} is not empty, and nothing there is overwritten. Choose a new or empty folder.", folder=str(out)
        )
