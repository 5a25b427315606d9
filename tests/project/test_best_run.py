"""Which model is in use where none was chosen: never simply the newest."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.photos import Photo
from cnn_desktop.domain.run import RunRecord, RunStatus
from cnn_desktop.project.best_run import best_run, checked_with
from tests.project.helpers import a_scan

Row = tuple[str, RunStatus, float | None, str]
"""Id, how it ended, accuracy, photos that checked it."""


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        ([], None),
        ([("b", "stopped", 0.4, "x"), ("a", "finished", 0.9, "x")], "a"),
        ([("b", "finished", 0.4, "x"), ("a", "finished", 0.9, "x")], "a"),
        ([("b", "finished", 0.9, "x"), ("a", "finished", 0.9, "x")], "b"),
        ([("b", "stopped", 0.9, "x"), ("a", "finished", 0.9, "x")], "a"),
        ([("b", "stopped", 0.95, "x"), ("a", "finished", 0.9, "x")], "b"),
        ([("b", "finished", 0.8, "y"), ("a", "finished", 0.9, "x")], "b"),
        ([("b", "crashed", 0.99, "y"), ("a", "finished", 0.9, "x")], "a"),
        ([("c", "finished", 0.7, "y"), ("b", "crashed", 0.8, "y"), ("a", "finished", 0.9, "x")], "b"),
        ([("b", "crashed", 0.3, "x"), ("a", "stopped", 0.5, "x")], "a"),
        ([("b", "crashed", None, "x"), ("a", "stopped", 0.0, "x")], "a"),
    ],
)
def test_the_best_is_the_one_that_got_most_of_the_same_photos_right(rows: list[Row], best: str | None) -> None:
    models = [RunRecord(run, "resnet18", status, "2026-01-01", 0.0, share) for run, status, share, _ in rows]
    found = best_run(models, {run: check for run, _, _, check in rows})
    assert (found.id if found else None) == best


def test_runs_are_alike_when_the_same_photos_with_the_same_labels_checked_them() -> None:
    scan = a_scan()
    scan = msgspec.structs.replace(scan, photos=assign_splits(scan.photos))
    same = checked_with(scan)
    more = msgspec.structs.replace(scan, photos=[*scan.photos, Photo("a/new.jpg", "a", "train")], left_out=[])
    assert checked_with(more) == same
    assert checked_with(msgspec.structs.replace(scan, roots={"1": "/moved"})) == same
    place = next(place for place, photo in enumerate(scan.photos) if photo.split == "val")
    for change in ({"label": "b"}, {"label": "a"}, {"split": "test"}, {"path": "b/other.jpg"}):
        photos = [*scan.photos]
        photos[place] = msgspec.structs.replace(photos[place], **change)
        assert (checked_with(msgspec.structs.replace(scan, photos=photos)) == same) is (photos == scan.photos)
    assert checked_with(msgspec.structs.replace(scan, classes=["a", "b", "c"])) != same
