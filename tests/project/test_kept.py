"""What is kept of a project's photos is never older than the project, whoever has changed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.project.database import Database
from cnn_desktop.project.kept import MOST, Kept
from cnn_desktop.project.photos import PhotoTable
from tests.project.helpers import photo_table

IDS = "SELECT id FROM photos WHERE excluded = 0 ORDER BY id"


@pytest.fixture
def photos(tmp_path: Path) -> Iterator[PhotoTable]:
    with photo_table(tmp_path / "a.cnnproj") as table:
        table.take(Scan({"1": "/photos"}, ["a", "b"], [Photo(f"{k % 2}/{k}.jpg", "ab"[k % 2]) for k in range(8)]))
        yield table


def test_what_is_asked_again_is_not_looked_up_again(photos: PhotoTable) -> None:
    kept = Kept(photos.labels._database)
    assert kept.numbers(IDS) is kept.numbers(IDS)
    with pytest.raises(ValueError, match="read-only"):
        kept.numbers(IDS)[0] = 7


def test_a_change_of_this_window_is_seen(photos: PhotoTable) -> None:
    kept = Kept(photos.labels._database)
    before = kept.numbers(IDS).tolist()
    photos.labels.exclude(before[:1])
    assert kept.numbers(IDS).tolist() == before[1:]


def test_a_change_of_another_window_is_seen(photos: PhotoTable) -> None:
    with Database.open(photos.labels._database.folder, read_only=True) as other:
        kept = Kept(other)
        before = kept.numbers(IDS).tolist()
        photos.labels.exclude(before[:1])
        assert kept.numbers(IDS).tolist() == before[1:]


def test_what_was_not_written_after_all_is_not_kept(photos: PhotoTable) -> None:
    database = photos.labels._database
    kept = Kept(database)
    before = kept.numbers(IDS).tolist()

    def change() -> None:
        with database.changing():
            photos.labels.exclude(before[:1])
            assert kept.numbers(IDS).tolist() == before[1:]
            raise DataError("The disk is full.")

    with pytest.raises(DataError):
        change()
    assert kept.numbers(IDS).tolist() == before


def test_only_the_last_answers_are_kept(photos: PhotoTable) -> None:
    kept = Kept(photos.labels._database)
    first = kept.numbers(IDS)
    for n in range(MOST):
        kept.numbers(f"SELECT {n}")
    assert kept.numbers(IDS) is not first


@pytest.mark.parametrize("by", ["mixed", "name", "label", "split", "size"])
def test_a_grid_sees_each_change_in_every_order(photos: PhotoTable, by: str) -> None:
    order = PhotoSort(by)  # type: ignore[arg-type]
    every = photos.find(PhotoFilter(), order).tolist()
    photos.labels.relabel([one.id for one in photos.rows(every) if one.split == "train" and one.label == "a"], "c")
    photos.forget()
    found = photos.rows(photos.find(PhotoFilter(label="c"), order))
    assert found
    assert all(one.label == "c" for one in found)
    assert sorted(photos.find(PhotoFilter(), order).tolist()) == sorted(every)
    assert photos.find(PhotoFilter(corrected=True), order).tolist() == [one.id for one in found]
    photos.labels.revert(photos.labels.newest())
    photos.forget()
    assert photos.find(PhotoFilter(), order).tolist() == every
    assert photos.find(PhotoFilter(corrected=True), order).tolist() == []
