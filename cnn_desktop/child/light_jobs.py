"""The light child's jobs: what needs Pillow only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.dataset.thumbnails import make_thumbnail, preview_augmentation
from cnn_desktop.domain import events
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import UsageError, UserError
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.draw_sample import DrawSample
from cnn_desktop.domain.jobs.preview import Preview
from cnn_desktop.domain.jobs.scan import ScanFolder, Scanned
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.photos import save_scan


class LightJobs:
    """Scan, DrawSample, Thumbnails, Preview."""

    def do(self, command: Job, control: Control) -> Iterator[events.Event]:
        match command:
            case ScanFolder():
                yield from _scan(command, control)
            case DrawSample():
                yield from draw_sample(Path(command.folder), control=control)
            case Thumbnails():
                yield from _thumbnails(command, control)
            case Preview():
                yield from preview_augmentation(command)
            case _:
                raise UsageError("The light child cannot do “{command}”.", command=type(command).__name__)


def _scan(command: ScanFolder, control: Control) -> Iterator[events.Event]:
    scan = yield from read_data(Path(command.data), control)
    save_scan(scan, Path(command.result))
    yield Scanned(
        id=command.id,
        result=command.result,
        photos=len(scan.photos),
        classes=len(scan.classes),
        skipped=len(scan.left_out),
    )


def _thumbnails(command: Thumbnails, control: Control) -> Iterator[events.Event]:
    """One PictureReady a photo, as each is made; a newer request cuts this one short."""
    folder = Path(command.folder)

    def make(path: str) -> events.PictureReady | None:
        if control.stopping:
            return None
        try:
            return events.PictureReady(
                id=command.id, path=path, file=str(make_thumbnail(Path(path), folder, command.size))
            )
        except UserError as error:
            return events.PictureReady(id=command.id, path=path, file="", reason=error.message)

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for picture in as_completed([pool.submit(make, path) for path in command.paths]):
            if ready := picture.result():
                yield ready
