"""A photo is known again by its content wherever it is moved, and keeps its split, its corrections and its history."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Scan
from cnn_desktop.project.photos import PhotoTable
from tests.dataset.helpers import finish
from tests.project.helpers import photo_table


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    return photo_folder(classes=2, each=6)


def read(folder: Path) -> Scan:
    scan: Scan = finish(read_data(folder, Control(), known=Known(None)))[1]
    return scan


def rows(photos: PhotoTable) -> dict[str, PhotoRow]:
    found = photos.rows(photos.find(PhotoFilter(excluded=None), PhotoSort("name")))
    return {row.path: row for row in found}


def test_a_photo_moved_to_another_class_keeps_split_and_history(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        before = rows(photos)
        one, other = sorted({path.split("/")[0] for path in before})
        for path, row in list(before.items())[:6]:
            (folder / path).rename(folder / other / f"moved {Path(path).name}")
            photos.take(read(folder))
            now = rows(photos)[f"{other}/moved {Path(path).name}"]
            assert (now.id, now.split, now.told, now.label) == (row.id, row.split, other, other)
        assert one


def test_corrections_move_along(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        path, row = next(iter(rows(photos).items()))
        photos.labels.relabel([row.id], "mine")
        photos.labels.exclude([row.id])
        (folder / path).rename(folder / path.split("/")[0] / "elsewhere.jpg")
        photos.take(read(folder))
        now = next(found for found in rows(photos).values() if found.id == row.id)
        assert (now.label, now.excluded, Path(now.path).name) == ("mine", True, "elsewhere.jpg")


def test_two_class_folders_swap_their_names(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        before = {row.id: row for row in rows(photos).values()}
        one, other = sorted({row.told for row in before.values()})
        (folder / one).rename(folder / "between")
        (folder / other).rename(folder / one)
        (folder / "between").rename(folder / other)
        photos.take(read(folder))
        after = {row.id: row for row in rows(photos).values()}
        assert after.keys() == before.keys()
        for number, row in before.items():
            assert after[number].label == (other if row.label == one else one)
            assert after[number].split == row.split


def test_an_edited_photo_is_still_that_photo(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        path, row = next(iter(rows(photos).items()))
        photos.labels.relabel([row.id], "mine")
        file = folder / path
        file.write_bytes(file.read_bytes() + b"\0")
        photos.take(read(folder))
        assert rows(photos)[path].id == row.id
        assert rows(photos)[path].label == "mine"


def test_a_copy_is_a_photo_of_its_own(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        path, row = next(iter(rows(photos).items()))
        shutil.copy(folder / path, folder / path.split("/")[0] / "a copy.jpg")
        photos.take(read(folder))
        now = rows(photos)
        assert now[path].id == row.id
        assert len({found.id for found in now.values()}) == len(now) == 13


def test_a_photo_that_was_away_comes_back_elsewhere(project: Path, folder: Path, tmp_path: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        path, row = next(iter(rows(photos).items()))
        photos.labels.relabel([row.id], "mine")
        (folder / path).rename(tmp_path / "away.jpg")
        photos.take(read(folder))
        assert path not in rows(photos)
        (tmp_path / "away.jpg").rename(folder / path.split("/")[0] / "back.jpg")
        photos.take(read(folder))
        back = next(found for found in rows(photos).values() if found.path.endswith("back.jpg"))
        assert (back.id, back.label, back.split) == (row.id, "mine", row.split)


def test_another_photo_in_the_place_of_one_that_moved(project: Path, folder: Path) -> None:
    with photo_table(project) as photos:
        photos.take(read(folder))
        found = rows(photos)
        first, second, third = list(found)[:3]
        (folder / third).unlink()
        (folder / second).rename(folder / third)
        (folder / first).rename(folder / second)
        photos.take(read(folder))
        now = rows(photos)
        assert (now[second].id, now[third].id) == (found[first].id, found[second].id)
        assert len(now) == 11
