"""What the tests of the tabs share: scans and reports of real small files, and a maker of thumbnails in place of the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cnn_desktop.dataset.reading.decode import UnreadablePhoto
from cnn_desktop.dataset.thumbnails import make_thumbnail
from cnn_desktop.domain.events import PictureReady
from cnn_desktop.domain.message import say
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.photos import LeftOut, Photo, Scan
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report


def scan_of(folder: Path) -> Scan:
    """The class folders below `folder`; of each class every third photo is for testing, every fifth for validation."""
    photos = []
    for place, file in enumerate(sorted(folder.rglob("*.png"))):
        split = "test" if place % 3 == 0 else "val" if place % 5 == 0 else "train"
        photos.append(Photo(file.relative_to(folder).as_posix(), file.parent.name, split))  # type: ignore[arg-type]
    left_out = [LeftOut("class 0/broken.jpg", say("it is empty."))]
    return Scan({"1": str(folder)}, sorted({photo.label for photo in photos}), photos, left_out)


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


class ThumbnailMaker(QObject):
    """Answers `thumbnails_needed` as the child does, one picture an event-loop turn."""

    def __init__(self, tab: QWidget, cache: Path, show: Callable[[PictureReady], None]) -> None:
        super().__init__(tab)
        self._cache, self._show = cache, show
        self.asked: list[str] = []

    def ask(self, paths: list[str], side: int) -> None:
        self.asked += paths
        for path in paths:
            QTimer.singleShot(0, self, lambda path=path: self._make(path, side))

    def _make(self, path: str, side: int) -> None:
        try:
            file = make_thumbnail(Path(path), self._cache, side)
            self._show(PictureReady("t", path, str(file)))
        except UnreadablePhoto as error:
            self._show(PictureReady("t", path, "", error.reason))


def spoken(widget: QWidget) -> str:
    """The widget's accessible name."""
    return widget.accessibleName()
