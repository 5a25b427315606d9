"""A project under review: photos in two classes, and the result of a check of their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.label_check import LabelCheck, Suspect, write_label_check
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Photo, Scan, Split
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import BEST, REPORT
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.data import Data
from cnn_desktop.project.facts import Decided, Edited
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import PhotosChange, Steps

SPLITS: Sequence[Split] = ("train", "train", "train", "train", "train", "train", "val", "val", "test", "test")
"""Of photo k: that of place k % 10."""


def a_scan(n: int = 40) -> Scan:
    photos = [Photo(f"{'ab'[k % 2]}/{k:06}.jpg", "ab"[k % 2], SPLITS[k % 10]) for k in range(n)]
    return Scan({"1": "/photos"}, ["a", "b"], sorted(photos, key=lambda photo: photo.path), has_splits=True)


def other(label: str) -> str:
    return "b" if label == "a" else "a"


def write_check(folder: Path, photos: Iterable[Photo], suspects: int | None = None, **summary: Any) -> Path:
    """A result as the child leaves it: these photos, most suspicious first; the first `suspects`, or all, are suspicious."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        Suspect(
            photo.key, photo.path, photo.label, other(photo.label), 1 - k / 1e6, 0.9, 0.1, near_label=(photo.key, "gone.jpg"),
            near_suggested=(), rank=k + 1, split=photo.split or "",
        )
        for k, photo in enumerate(photos)
    ]  # fmt: skip
    n = len(rows) if suspects is None else suspects
    check = LabelCheck(
        photos=len(rows), suspects=n, listed=len(rows), errors=float(n), low=0.0, high=2.0 * n, accuracy=0.8, confused=(),
        cannot_judge=(), verdict="suspicious" if n else "nothing", revision=0, backbones=("efficientnet_lite0",), seconds=1.0,
        when="2026-01-02T03:04:05+00:00",
    )  # fmt: skip
    write_label_check(folder, replace(check, **summary), rows)
    return folder


def trained(opened: Opened, says: Callable[[Photo], str] | None) -> str:
    """The id of a finished run, with a file in place of its model; tested, and taking each photo for what `says` tells."""
    opened.photos.forget()
    run = opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))
    folder = opened.runs.folder(run.id)
    (folder / BEST).write_bytes(b"weights")
    opened.runs.update(replace(run, status="finished", val_accuracy=0.9))
    if says:
        plant_report(folder, says)
    return run.id


def plant_report(folder: Path, says: Callable[[Photo], str]) -> None:
    """The report of a test of the run in `folder`."""
    scan = load_snapshot(folder)
    photos = [
        PhotoResult(str(scan.file(one)), one.label, says(one), 0.9, 0.1, [0.5, 0.5]) for one in scan.of_split("test")
    ]
    rows = [ClassReport(name, None, None, None, 4) for name in "ab"]
    right = sum(one.right for one in photos) / len(photos)
    report = Report(
        str(folder), "", "2026-01-02T03:04:05+00:00", ["a", "b"], 8, right, 0.0, 1.0, rows, [[4, 0], [0, 4]], photos,
        1.0, 1.0, "cpu",
    )  # fmt: skip
    save_report(report, folder / REPORT)


def relabel(reviewed: Reviewed, n: int) -> None:
    """So many training photos of the class "a" are of "b" from now on."""
    ids = [one for one, row in reviewed.rows().items() if (row.label, row.split) == ("a", "train")][:n]
    reviewed.add(reviewed.opened.edit(lambda labels: labels.relabel(ids, "b"), reviewed.steps))


class Reviewed:
    """A project that is open, with its steps of undo as the window keeps them."""

    def __init__(self, project: Path, n: int = 40) -> None:
        self.folder = project
        self.opened = Opened(project)
        self.opened.take(a_scan(n), Data("/photos"))
        self.steps = Steps()

    def check(self, wanted: Sequence[int] | None = None, **summary: Any) -> list[int]:
        """Takes in a check that finds the photos of these numbers, or all, suspicious; their ids by rank."""
        by_number = {int(photo.path[2:8]): photo for photo in self.opened.photos.scan().photos}
        photos = [by_number[k] for k in (sorted(by_number) if wanted is None else wanted)]
        place = self.folder.parent / "result"
        self.opened.suspects.take(write_check(place, photos, **summary))
        return self.opened.suspects.ids("all", beyond=True).tolist()

    def reopen(self) -> None:
        self.opened.close()
        self.opened, contents = open_existing(self.folder)
        self.steps = contents.steps

    def add(self, done: Decided | Edited | None) -> Any:
        assert done
        assert done.step
        self.steps = self.steps.add(done.step)
        return done

    def decide(self, photo: int, kind: Any, new: str = "", reason: str = "") -> Decided:
        return self.add(self.opened.decide(photo, kind, self.steps, new, reason))

    def undo(self) -> None:
        change, self.steps = self.steps.done[-1].change.turned(), self.steps.undo()
        assert isinstance(change, PhotosChange)
        assert self.opened.make(change, self.steps)

    def redo(self) -> None:
        change, self.steps = self.steps.undone[-1].change, self.steps.redo()
        assert isinstance(change, PhotosChange)
        assert self.opened.make(change, self.steps)

    def rows(self) -> dict[int, PhotoRow]:
        found = self.opened.photos.find(PhotoFilter(excluded=None), PhotoSort("name"))
        return {row.id: row for row in self.opened.photos.rows(found)}

    def state(self) -> tuple[Any, ...]:
        """Labels, exclusions, and what stands at each suspect."""
        suspects = self.opened.suspects.page("all", most=1000, beyond=True)
        said = {row.id: row.decision and (row.decision.kind, row.decision.new) for row in suspects}
        return {one: (row.label, row.excluded) for one, row in self.rows().items()}, said
