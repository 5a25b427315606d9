"""What the tests of the tabs share: scans and reports of real small files, and a maker of thumbnails in place of the children."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.dataset.thumbnails import make_thumbnail
from cnn_desktop.domain.events import Event, PictureReady
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import say
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import LeftOut, Photo, Scan
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report
from cnn_desktop.gui.dataset.listing import FindPhotos, Listing


def choose(parent: QWidget, *files: Path) -> None:
    """Chooses `files` in the dialog that `parent` has opened."""
    (dialog,) = parent.findChildren(QFileDialog)
    dialog.setDirectory(str(files[0].parent))
    if len(files) == 1:
        dialog.selectFile(str(files[0]))
    else:
        names = dialog.findChild(QLineEdit, "fileNameEdit")
        assert names is not None
        names.setText(" ".join(f'"{file.name}"' for file in files))
    dialog.accept()


def scan_of(folder: Path) -> Scan:
    """The class folders below `folder`; of each class every third photo is for testing, every fifth for validation."""
    photos = []
    for place, file in enumerate(sorted(folder.rglob("*.png"))):
        split = "test" if place % 3 == 0 else "val" if place % 5 == 0 else "train"
        photos.append(Photo(file.relative_to(folder).as_posix(), file.parent.name, split))  # type: ignore[arg-type]
    left_out = [LeftOut("class 0/broken.jpg", say("it is empty."))]
    return Scan({"1": str(folder)}, sorted({photo.label for photo in photos}), photos, left_out=left_out)


def report_of(classes: list[str], confusion: list[list[int]], folder: Path = Path("/photos")) -> Report:
    """A report with these counts; its photos are called TRUE-PREDICTED-NUMBER.png."""
    photos, per_class = [], []
    for true, row in enumerate(confusion):
        for predicted, count in enumerate(row):
            for number in range(count):
                loss = 0.01 * number if true == predicted else 2 + 0.01 * number
                photos.append(
                    PhotoResult(
                        str(folder / f"{true}-{predicted}-{number}.png"), classes[true], classes[predicted],
                        0.9 - number / 1000, loss, [1 / len(classes)] * len(classes),
                    )
                )  # fmt: skip
        right = row[true]
        per_class.append(
            ClassReport(classes[true], 0.5 + 0.1 * true, right / max(1, sum(row)), 0.9 - 0.1 * true, sum(row))
        )
    photos.sort(key=lambda photo: -photo.loss)
    right = sum(photo.right for photo in photos)
    low, high = wilson_interval(right, len(photos))
    return Report(
        "run", "", "2026-01-01T00:00:00Z", classes, len(photos), right / len(photos), low, high, per_class, confusion,
        photos, 1.0, 100.0, "cpu",
    )  # fmt: skip


class ThumbnailMaker:
    """Is asked for thumbnails in place of the children; answers one picture an event-loop turn."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, job: Job, on_event: Callable[[Event], None], *, owner: QObject) -> object:
        assert isinstance(job, Thumbnails)
        self.asked += job.paths
        for path in job.paths:
            QTimer.singleShot(0, owner, lambda path=path: on_event(_thumbnail(path, job)))
        return self


def _thumbnail(path: str, job: Thumbnails) -> PictureReady:
    try:
        return PictureReady(path, str(make_thumbnail(Path(path), Path(job.folder), job.size)))
    except UnreadablePhoto as error:
        return PictureReady(path, "", error.reason)


class AListing:
    """`count` photos, of which `at` makes each; they come an event-loop turn later, as the project's do."""

    def __init__(self, count: int, at: Callable[[int], PhotoRow]) -> None:
        self.count, self._at, self.asked = count, at, 0

    def page(self, start: int, count: int, then: Callable[[list[PhotoRow]], None]) -> None:
        self.asked += count
        rows = [self._at(place) for place in range(start, min(self.count, start + count))]
        QTimer.singleShot(0, lambda: then(rows))


def finder(scan: Scan) -> FindPhotos:
    """Looks the photos of `scan` up as the project does."""
    classes = [[photo for photo in scan.photos if photo.label == name] for name in ("", *scan.classes)]
    in_turn = [photo for turn in zip_longest(*classes) for photo in turn if photo]

    def find(wanted: PhotoFilter, sort: PhotoSort, then: Callable[[Listing], None]) -> None:
        found = [
            PhotoRow(photo.path, photo.label, photo.split, photo.root) for photo in in_turn
            if wanted.label in (None, photo.label) and wanted.split in (None, photo.split)
        ]  # fmt: skip
        then(AListing(len(found), found.__getitem__))

    return find


def spoken(widget: QWidget) -> str:
    """The widget's accessible name."""
    return widget.accessibleName()
