"""A photo is known again by its content wherever it is moved, and keeps its split, its corrections and its history."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from cnn_desktop.domain.scan_files import PhotoLine, Reading, load_scan, open_reading, save_reading, save_scan
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE
from tests.dataset.helpers import finish, one_sentence
from tests.project.helpers import a_scan, photo_table


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


# Against a plain rule

Facts = tuple[str, str, bytes, bool]
"""Of a known photo: root, path, content, whether it is here."""


def plain_match(read: Scan, known: dict[int, Facts]) -> list[int | None]:
    """Of each photo that was read the number of the known one that it is: by place and content, by content, by place."""
    at = {facts[:2]: number for number, facts in known.items()}
    places = [at.get((photo.root, photo.path)) for photo in read.photos]
    contents = [file.content for file in read.files] or [b""] * len(places)
    found = [
        place if place and (not content or known[place][2] in (b"", content)) else None
        for place, content in zip(places, contents, strict=True)
    ]
    for row, content in enumerate(contents):
        alike = (number for number, facts in known.items() if content and facts[2] == content and number not in found)
        if found[row] is None:
            found[row] = min(alike, key=lambda number: (known[number][3], *known[number][:2]), default=None)
    for row, place in enumerate(places):
        if found[row] is None and place not in found:
            found[row] = place
    return found


def all_known(project: Path) -> dict[int, Facts]:
    with sqlite3.connect(project / DATABASE) as db:
        rows = db.execute("SELECT id, root, path, content, here FROM photos").fetchall()
    db.close()
    return {number: (root, path, content or b"", bool(here)) for number, root, path, content, here in rows}


def random_scan(chance: random.Random) -> Scan:
    """Few names, classes, roots and contents, so that photos move, swap, are copied, edited, go and come back."""
    names = sorted(chance.sample([(f"{label}/{k}.jpg", root) for label in "ab" for k in range(6) for root in "12"], 9))
    photos = [Photo(path, chance.choice([path[0], path[0], ""]), None, root) for path, root in names]
    files = [FileFacts(bytes([chance.randrange(8)] * 32), chance.randrange(3), 1) for _ in photos]
    return Scan({"1": "/one", "2": "/two"}, ["a", "b"], photos, files=files if chance.random() < 0.8 else [])


def test_photos_are_who_a_plain_rule_says(project: Path) -> None:
    chance = random.Random(3)
    with photo_table(project) as photos:
        for _ in range(40):
            scan, before, rows_before = (
                random_scan(chance),
                all_known(project) if project.exists() else {},
                rows_by_id(photos),
            )
            expected = plain_match(scan, before)
            photos.take(scan)
            known, now = all_known(project), rows_by_id(photos)
            at = {facts[:2]: number for number, facts in known.items()}
            for photo, number in zip(scan.photos, expected, strict=True):
                found = at[photo.root, photo.path]
                assert found == number if number else found not in before
                if number and (earlier := rows_before.get(number)):
                    assert now[found].split == earlier.split or earlier.split is None, "it keeps its split"
                    assert now[found].told == photo.label or (not photo.label and now[found].told == earlier.told)
            assert {number for number, facts in known.items() if facts[3]} == {
                at[one.root, one.path] for one in scan.photos
            }
            assert before.keys() <= known.keys(), "nobody is forgotten"
            assert all((row.split is not None) == bool(row.label) or row.split for row in now.values())


def rows_by_id(photos: PhotoTable) -> dict[int, PhotoRow]:
    return {row.id: row for row in photos.rows(photos.find(PhotoFilter(excluded=None), PhotoSort("name")))}


# Given up, torn, and large


class Impatient(Control):
    """Stops at the look number `most`."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.looks = most, 0

    @property
    def stopping(self) -> bool:
        self.looks += 1
        return self.looks > self.most


def shuffled(count: int, seed: int) -> Scan:
    """Photos whose contents are others than their names say: all of them have moved."""
    chance, scan = random.Random(seed), a_scan(count)
    contents = chance.sample(range(count), count)
    return msgspec.structs.replace(scan, files=[FileFacts(k.to_bytes(32), k, k) for k in contents])


def test_stopped_at_any_point_nothing_is_changed(project: Path, tmp_path: Path) -> None:
    save_scan(shuffled(1500, 2), tmp_path / "scan.json")
    with photo_table(tmp_path / "other.cnnproj") as others:
        others.take(shuffled(1200, 1))
        others.take(open_reading(tmp_path / "scan.json"))
        after = all_known(tmp_path / "other.cnnproj")
    with photo_table(project) as photos:
        photos.take(shuffled(1200, 1))
        before, facts, stopped = all_known(project), photos.facts(), 0
        while True:  # a look later each time, until it gets through
            try:
                photos.take(open_reading(tmp_path / "scan.json"), Impatient(stopped))
            except StopRequested:
                stopped += 1
                assert all_known(project) == before
                assert photos.facts() == facts
            else:
                break
        assert stopped > 4, "also while the database works"
        assert all_known(project) == after


@pytest.mark.parametrize("end", [-1, -30, 30_000], ids=["no end of the last line", "half a line", "half of it"])
def test_a_torn_reading_is_told_and_changes_nothing(project: Path, tmp_path: Path, end: int) -> None:
    file = tmp_path / "scan.json"
    save_scan(shuffled(600, 2), file)
    with photo_table(project) as photos:
        photos.take(a_scan())
        before = all_known(project)
        file.write_bytes(file.read_bytes()[:end])
        with pytest.raises(DataError) as told:
            photos.take(open_reading(file))
        assert "scan.json could not be read. Open the folder again." in one_sentence(told.value)
        assert all_known(project) == before
        photos.take(a_scan(41))


def test_many_photos_are_taken_in_and_out_without_being_held(project: Path, tmp_path: Path) -> None:
    """Some 100 bytes are held of each that is new, nothing of those that are known."""
    count = 8_000

    def parts() -> Iterator[list[PhotoLine]]:
        for start in range(0, count, 500):
            yield [
                PhotoLine(f"a/{k:07}.jpg", "a", None, "1", "", 0, k.to_bytes(32), k, k)
                for k in range(start, start + 500)
            ]

    reading = Reading(Scan({"1": "/photos"}, ["a"], []), count, parts, True)
    with photo_table(project) as photos:
        photos.take(a_scan(2))  # what is imported and compiled counts for itself
        for most in (500 * count, 2 << 20):
            tracemalloc.start()
            try:
                assert photos.take(reading).count() == count
                save_reading(photos.reading(), tmp_path / "out.json")
                assert tracemalloc.get_traced_memory()[1] < most
            finally:
                tracemalloc.stop()
        assert load_scan(tmp_path / "out.json") == photos.scan()
