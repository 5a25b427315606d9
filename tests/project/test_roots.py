"""Photos are known by where they lie, whatever level was opened and however many roots there are: splits never mix."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Scan
from cnn_desktop.project.data import Data, keep_data, kept_data
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import find_project, project_folder_for
from cnn_desktop.project.taking import moved_places
from tests.dataset.helpers import finish, one_sentence
from tests.project.helpers import photo_table


def read(folder: Path, *also: Path, contents: bool = True) -> Scan:
    known = Known(None) if contents else None
    scan: Scan = finish(read_data(folder, Control(), also=list(map(str, also)), to_label=True, known=known))[1]
    return scan


def by_file(photos: PhotoTable) -> dict[str, PhotoRow]:
    facts = photos.facts()
    assert facts
    found = photos.rows(photos.find(PhotoFilter(excluded=None), PhotoSort("name")))
    return {str(Path(facts.roots[row.root], row.path)): row for row in found}


def same(one: dict[str, PhotoRow], other: dict[str, PhotoRow]) -> None:
    assert one.keys() == other.keys()
    assert {file: (row.id, row.split, row.label) for file, row in one.items()} == {
        file: (row.id, row.split, row.label) for file, row in other.items()
    }


@pytest.mark.parametrize("contents", [True, False], ids=["by content", "of an earlier version: without contents"])
def test_another_level_is_opened(project: Path, photo_folder: Callable[..., Path], contents: bool) -> None:
    inner = photo_folder(classes=3, each=10, name="photos/photos")
    outer, roof = inner.parent, inner.parent.parent
    (outer / "other").mkdir()
    shutil.copy(next(inner.rglob("*.png")), outer / "other/loose.png")  # so that the outer one is no mere wrapping
    with photo_table(project) as photos:
        photos.take(read(inner, contents=contents))
        before = by_file(photos)
        photos.labels.relabel([next(iter(before.values())).id], "mine")
        photos.forget()
        before = by_file(photos)
        for folder, level in ((outer, 2), (roof, 3), (inner, 0), (outer, 2)):
            known = Known(None) if contents else None
            photos.take(finish(read_data(folder, Control(), class_level=level, known=known))[1])
            now = by_file(photos)
            same(before, {file: row for file, row in now.items() if file in before})


def test_a_photo_that_is_gone_while_the_level_changes_comes_back_to_its_split(
    project: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    inner = photo_folder(classes=2, each=10, name="x/photos/photos")
    with photo_table(project) as photos:
        photos.take(read(inner, contents=False))
        before = by_file(photos)
        file = next(name for name, row in before.items() if row.split == "test")
        shutil.move(file, tmp_path / "away.png")
        levels = ((inner.parent.parent, 3), (inner / "class 0", 0), (inner, 0))
        for folder, level in levels:
            photos.take(finish(read_data(folder, Control(), class_level=level, to_label=True))[1])
        shutil.move(tmp_path / "away.png", file)
        photos.take(read(inner, contents=False))
        now = by_file(photos)
        assert {name: (row.id, row.split) for name, row in now.items()} == {
            name: (row.id, row.split) for name, row in before.items()
        }


def test_the_same_path_in_two_roots_is_two_photos(project: Path, photo_folder: Callable[..., Path]) -> None:
    one, other = (photo_folder(classes=2, each=10, name=name) for name in ("one/2023", "two/2024"))
    with photo_table(project) as photos:
        photos.take(read(one, other))
        before = by_file(photos)
        assert len(before) == 40
        file = str(other / "class 0/000.png")
        photos.labels.relabel([before[file].id], "mine")
        photos.forget()
        before = by_file(photos)
        assert before[str(one / "class 0/000.png")].label == "class 0"
        photos.take(read(other, one))
        same(before, by_file(photos))
        photos.take(read(other, one, contents=False))
        same(before, by_file(photos))


def test_each_root_is_found_again_on_its_own(project: Path, photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    one, other = (photo_folder(classes=2, each=5, name=name) for name in ("one", "other"))
    data = Data.of([other, one])
    with Database.create(project) as database:
        photos = PhotoTable(database)
        photos.take(read(*map(Path, data.places)))
        splits = {row.id: row.split for row in by_file(photos).values()}
        moved = other.rename(tmp_path / "moved")
        root = next(
            number
            for number, folder in (photos.facts() or photos.take(read(one))).roots.items()
            if folder == str(other)
        )
        with pytest.raises(DataError, match="does not contain"):
            photos.relink(root, tmp_path)
        photos.relink(root, moved)
        data = data.moved(str(other), str(moved))
        assert set(data.places) == {str(one), str(moved)}
        photos.take(read(*map(Path, data.places)))
        assert {row.id: row.split for row in by_file(photos).values()} == splits
        keep_data(database, msgspec.structs.replace(data, together="roots"))
        assert kept_data(database) == msgspec.structs.replace(data, together="roots")


def test_a_drive_that_is_not_there_takes_nothing_with_it(
    project: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    one, other = (photo_folder(classes=2, each=5, name=name) for name in ("one", "usb/other"))
    with photo_table(project) as photos:
        photos.take(read(one, other))
        before = by_file(photos)
        for leaves_folder in (False, True):
            away = other.rename(tmp_path / "away")
            if leaves_folder:
                other.mkdir()
            with pytest.raises(DataError) as told:
                read(one, other)
            assert str(other) in one_sentence(told.value)
            same(before, by_file(photos))
            if leaves_folder:
                other.rmdir()
            away.rename(other)
        photos.take(read(one, other))
        same(before, by_file(photos))


def test_photos_of_a_table_on_a_drive_that_is_not_there_can_be_located(
    project: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    here, usb = (photo_folder(classes=1, each=4, name=name) / "class 0" for name in ("here", "usb"))
    table = here.parent / "list.csv"
    lines = [f"{file},{label}" for folder, label in ((here, "a"), (usb, "b")) for file in folder.iterdir()]
    table.write_text("path,label\n" + "\n".join(lines))
    with photo_table(project) as photos:
        photos.take(read(table))
        before = by_file(photos)
        away = usb.rename(tmp_path / "away")
        photos.take(read(table))
        assert len(by_file(photos)) == 4
        photos.relink("2", away)
        away.rename(usb)
        photos.relink("2", usb)
        photos.take(read(table))
        same(before, by_file(photos))


def test_several_folders_find_their_project_again_in_any_order(home: Path, photo_folder: Callable[..., Path]) -> None:
    one, other = (photo_folder(classes=2, each=3, name=name) for name in ("one", "other"))
    data = Data.of([one, other])
    assert data.name == "one, other"
    folder = project_folder_for(data)
    with Database.create(folder) as database:
        PhotoTable(database).take(read(one, other))
        keep_data(database, data)
    assert find_project(Data.of([other, one, one])) == folder
    for opened in (Data(str(one)), Data.of([one]), Data.of([one, other / "class 0"])):
        assert find_project(opened) is None


def test_a_project_of_some_folders_of_one_place_is_found_by_them(home: Path, photo_folder: Callable[..., Path]) -> None:
    folder = photo_folder(classes=3, each=3)
    earlier = Data(str(folder), ("class 0", "class 2"))
    project = project_folder_for(earlier)
    with Database.create(project) as database:
        PhotoTable(database).take(finish(read_data(folder, Control(), only=earlier.only))[1])
        keep_data(database, earlier)
    assert find_project(Data.of([folder / "class 2", folder / "class 0"])) == project


@pytest.mark.parametrize(
    ("place", "old", "new", "now"),
    [
        ("/x/photos", "/x/photos", "/y/z", "/y/z"), ("/x", "/x/photos/photos", "/y/photos/photos", "/y"),
        ("/x", "/x/photos", "/y/pictures", "/y/pictures"), ("/x/list.csv", "/x", "/y", "/y/list.csv"), ("/x", "/z", "/y", "/x"),
    ],
)  # fmt: skip
def test_what_is_opened_moves_with_its_root(place: str, old: str, new: str, now: str) -> None:
    assert Data(place).moved(old, new).place == now


def test_places_told_from_other_roots() -> None:
    known = [("1", "owl/1.jpg"), ("2", "a.jpg"), ("/gone", "x.jpg")]
    before = {"1": "/x/photos/photos", "2": "/other"}
    assert moved_places(known, before, before) == {}
    assert moved_places(known, before, {"1": "/x/photos"}) == {
        ("1", "owl/1.jpg"): ("1", "photos/owl/1.jpg"), ("2", "a.jpg"): ("/other", "a.jpg"),
    }  # fmt: skip
    assert moved_places(known, before, {"1": "/", "2": "/x/photos/photos/owl"}) == {
        ("1", "owl/1.jpg"): ("2", "1.jpg"), ("2", "a.jpg"): ("1", "other/a.jpg"), ("/gone", "x.jpg"): ("1", "gone/x.jpg"),
    }  # fmt: skip
