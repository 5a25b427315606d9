"""A run's photos are followed wherever a person moves them: for its test, its report, and when it goes on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import BEST, CHECKPOINT, REPORT, RunRecord
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.undo import Steps

MANY = 20


def a_scan(moved: dict[str, str], folder: str = "/photos") -> Scan:
    """Photos of two classes, each with a content of its own; `moved`: where they were → where they are."""
    photos = []
    for k in range(MANY):
        place = f"{'ab'[k % 2]}/{k:02}.jpg"
        path = moved.get(place, place)
        photos.append((Photo(path, path.split("/")[-2]), FileFacts(bytes([k + 1] * 32), 1, 1)))
    photos.sort(key=lambda one: one[0].path)
    classes = sorted({photo.label for photo, _ in photos})
    return Scan({"1": folder}, classes, [one for one, _ in photos], files=[file for _, file in photos])


@pytest.fixture
def opened(project: Path) -> Iterator[Opened]:
    with contextlib.closing(Opened(project)) as one:
        one.take(a_scan({}), Data("/photos"))
        yield one


def a_run(opened: Opened) -> RunRecord:
    return opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))


def files(scan: Scan) -> list[str]:
    """Of its photos, in their order."""
    return [str(scan.file(photo)) for photo in scan.photos]


SWAPPED = {f"{'ab'[k % 2]}/{k:02}.jpg": f"{'ba'[k % 2]}/{k:02}.jpg" for k in range(MANY)}
RENAMED = {"a/00.jpg": "a/first.jpg", "b/01.jpg": "b/00.jpg"}


@pytest.mark.parametrize(
    "moved", [RENAMED, {"a/00.jpg": "b/00.jpg"}, {"a/00.jpg": "a/02.jpg", "a/02.jpg": "a/00.jpg"}, SWAPPED]
)
def test_a_test_looks_for_photos_where_they_lie_now(opened: Opened, moved: dict[str, str]) -> None:
    run = a_run(opened)
    saw = load_snapshot(opened.runs.folder(run.id))
    assert opened.runs.photos_now(run.id) is None, "nothing has changed since"
    opened.take(a_scan(moved), Data("/photos"))
    now = opened.runs.photos_now(run.id)
    assert now
    assert files(now) == [f"/photos/{moved.get(photo.path, photo.path)}" for photo in saw.photos]
    assert [photo.split for photo in now.photos] == [photo.split for photo in saw.photos], "it keeps its split"
    assert [photo.label for photo in now.photos] == [photo.path.split("/")[0] for photo in now.photos]


def test_a_test_follows_a_folder_that_was_moved_or_is_opened_at_another_level(opened: Opened, tmp_path: Path) -> None:
    run = a_run(opened)
    saw = load_snapshot(opened.runs.folder(run.id))
    up = {photo.path: f"photos/{photo.path}" for photo in saw.photos}
    opened.take(a_scan(up, "/"), Data("/"))
    now = opened.runs.photos_now(run.id)
    assert now
    assert files(now) == files(saw)
    (tmp_path / "moved/photos/a").mkdir(parents=True)
    for photo in saw.photos:
        (tmp_path / "moved/photos" / photo.path).parent.mkdir(exist_ok=True)
        (tmp_path / "moved/photos" / photo.path).touch()
    opened.photos.relink("1", tmp_path / "moved")
    now = opened.runs.photos_now(run.id)
    assert now
    assert files(now) == [str(tmp_path / "moved/photos" / photo.path) for photo in saw.photos]


def test_photos_that_are_not_labelled_any_more_are_not_tested(opened: Opened) -> None:
    edited = opened.edit(lambda labels: labels.relabel([1], "c"), Steps())
    assert edited
    run = a_run(opened)
    with opened.photos._database.changing() as db:
        db.execute("UPDATE photos SET told = '', correction = NULL WHERE id = 1")
    opened.photos.forget()
    now = opened.runs.photos_now(run.id)
    assert now
    assert 1 not in [photo.number for photo in now.photos]
    assert len(now.photos) == MANY - 1
    assert "" not in now.classes


def test_a_run_of_before_there_were_numbers_knows_its_photos_by_where_they_lay(opened: Opened) -> None:
    run = a_run(opened)
    folder = opened.runs.folder(run.id)
    saw = load_snapshot(folder)
    bare = [msgspec.structs.replace(photo, number=0) for photo in saw.photos]
    stranger = Photo("a/stranger.jpg", "a", "test")
    save_snapshot(msgspec.structs.replace(saw, photos=[*bare, stranger]), folder)
    assert b"number" not in (folder / "split.csv").read_bytes()
    opened.take(a_scan({photo.path: f"photos/{photo.path}" for photo in saw.photos}, "/"), Data("/"))
    now = opened.runs.photos_now(run.id)
    assert now
    assert files(now) == [*files(saw), "/photos/a/stranger.jpg"], (
        "one that the project does not know stays where it was"
    )
    assert [photo.number for photo in now.photos] == [*(photo.number for photo in saw.photos), 0]


def test_a_training_that_goes_on_finds_its_photos_as_it_saw_them_where_they_lie_now(opened: Opened) -> None:
    run = a_run(opened)
    folder = opened.runs.folder(run.id)
    saw = load_snapshot(folder)
    (folder / CHECKPOINT).touch()
    opened.take(a_scan(SWAPPED), Data("/photos"))
    opened.edit(lambda labels: labels.exclude([1, 2]), Steps())
    record, config = opened.runs.take_up(run)
    assert (record.id, record.status, config.model) == (run.id, "running", "simple_cnn")
    goes_on = load_snapshot(folder)
    assert files(goes_on) == [f"/photos/{SWAPPED[photo.path]}" for photo in saw.photos]
    assert [(one.number, one.label, one.split) for one in goes_on.photos] == [
        (one.number, one.label, one.split) for one in saw.photos
    ], "in the same order, labelled and split as they were: the same training goes on"
    assert (goes_on.classes, goes_on.revision) == (saw.classes, saw.revision)


def test_a_report_shows_its_photos_where_they_lie_now(opened: Opened) -> None:
    run = a_run(opened)
    folder = opened.runs.folder(run.id)
    saw = load_snapshot(folder)
    results = [PhotoResult(str(saw.file(one)), one.label, "a", 1.0, 0.1, [1.0, 0.0], one.number) for one in saw.photos]
    outside = PhotoResult("/elsewhere/x.jpg", "a", "a", 1.0, 0.1, [1.0, 0.0])
    rows = [ClassReport(name, 0.5, 0.5, 0.5, 10) for name in "ab"]
    report = Report(
        run="", data="", when="2026-01-01T00:00:00+00:00", classes=["a", "b"], n=MANY + 1, accuracy=0.5, accuracy_low=0.4,
        accuracy_high=0.6, per_class=rows, confusion=[[5, 5], [5, 5]], photos=[*results, outside], seconds=1.0,
        images_per_second=1.0, device="cpu",
    )  # fmt: skip
    save_report(report, folder / REPORT)
    (folder / BEST).touch()
    assert opened.runs.history().report == report
    shown = opened.take(a_scan(SWAPPED), Data("/photos")).history.report
    assert shown
    assert [one.path for one in shown.photos] == [
        *(f"/photos/{SWAPPED[photo.path]}" for photo in saw.photos), "/elsewhere/x.jpg",
    ]  # fmt: skip
    assert [one.label for one in shown.photos] == [one.label for one in report.photos], "as they were when tested"
