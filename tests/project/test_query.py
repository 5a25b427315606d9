"""What a filter finds, and in which order, is what one would find by looking through all photos."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import SORT_KEYS, PhotoFilter, PhotoRow, PhotoSort, SortKey
from cnn_desktop.domain.photos import SPLITS, FileFacts, Finding, Photo, Scan
from cnn_desktop.project.photos import PhotoTable
from tests.project.helpers import photo_table

N = 60


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PhotoTable]:
    """With names of all kinds, sizes that repeat, corrections and exclusions."""
    chance = random.Random(1)
    found = sorted((Photo(f"{'abc'[k % 3]}/{chance.choice(['Ä', 'x_', '50%', 'q'])}{k}.jpg", "abc"[k % 3]) for k in range(N)), key=lambda p: p.path)  # fmt: skip
    files = [FileFacts(bytes([k] * 32), chance.randrange(5), chance.randrange(9)) for k in range(N)]
    twice = Finding(say("Twice."), "tiny", [photo.path for photo in found[:7]])
    with photo_table(tmp_path_factory.mktemp("query") / "a.cnnproj") as table:
        table.take(Scan({"1": "/photos"}, ["a", "b", "c"], found, findings=[twice], files=files))
        ids = list(table.find(PhotoFilter(), PhotoSort("name")))
        table.labels.relabel(chance.sample(ids, 12), "b")
        table.labels.exclude(chance.sample(ids, 9))
        table.forget()
        yield table


def everything(photos: PhotoTable) -> list[PhotoRow]:
    return photos.rows(range(1, N + 1))


HOLDS: dict[str, tuple[PhotoFilter, Callable[[PhotoRow], bool]]] = {
    "all that are used": (PhotoFilter(), lambda row: not row.excluded),
    "all": (PhotoFilter(excluded=None), lambda row: True),
    "the excluded": (PhotoFilter(excluded=True), lambda row: row.excluded),
    "a class": (PhotoFilter(label="b"), lambda row: not row.excluded and row.label == "b"),
    "no such class": (PhotoFilter(label="?"), lambda row: False),
    "a split of a class": (PhotoFilter("b", "test"), lambda row: not row.excluded and (row.label, row.split) == ("b", "test")),
    "the corrected": (PhotoFilter(corrected=True), lambda row: not row.excluded and row.corrected),
    "as the folder says": (PhotoFilter(corrected=False), lambda row: not row.excluded and not row.corrected),
    "letters": (PhotoFilter(name="Q1"), lambda row: not row.excluded and "q1" in row.path),
    "letters that are signs": (PhotoFilter(name="x_"), lambda row: not row.excluded and "x_" in row.path),
    "per cent": (PhotoFilter(name="0%"), lambda row: not row.excluded and "0%" in row.path),
    "other letters": (PhotoFilter(name="ä"), lambda row: not row.excluded and "Ä" in row.path),
    "of a finding": (PhotoFilter(finding="tiny"), lambda row: not row.excluded and row.id <= 7),
    "of no finding": (PhotoFilter(finding="huge"), lambda row: False),
}  # fmt: skip


@pytest.mark.parametrize("name", HOLDS)
@pytest.mark.parametrize("by", SORT_KEYS)
def test_a_filter_finds_what_one_would_find(photos: PhotoTable, name: str, by: SortKey) -> None:
    wanted, holds = HOLDS[name]
    found = photos.rows(photos.find(wanted, PhotoSort(by)))
    assert {row.id for row in found} == {row.id for row in everything(photos) if holds(row)}
    assert len(found) == len({row.id for row in found})


@pytest.mark.parametrize("descending", [False, True])
def test_orders(photos: PhotoTable, descending: bool) -> None:
    rows = [row for row in everything(photos) if not row.excluded]
    keys: dict[SortKey, Callable[[PhotoRow], object]] = {
        "name": lambda row: row.path,
        "size": lambda row: row.size,
        "date": lambda row: row.changed,
        "label": lambda row: row.label,
        "split": lambda row: SPLITS.index(row.split),
    }
    for by, key in keys.items():
        found = photos.rows(photos.find(PhotoFilter(), PhotoSort(by, descending)))
        in_order = sorted(rows, key=lambda row: row.path)
        expected = sorted(in_order, key=key)  # type: ignore[arg-type]
        assert found == (expected[::-1] if descending else expected), by


def in_turns(rows: list[PhotoRow]) -> list[PhotoRow]:
    """The first of each class, then the second of each, …; test photos after all others, in the same way."""
    found: list[PhotoRow] = []
    for is_test in (False, True):
        groups = [[row for row in rows if (row.label, row.split == "test") == (name, is_test)] for name in "abc"]
        found += [row for turn in zip_longest(*groups) for row in turn if row is not None]
    return found


def test_classes_take_turns_and_test_photos_come_last(photos: PhotoTable) -> None:
    rows = sorted((row for row in everything(photos) if not row.excluded), key=lambda row: row.path)
    assert photos.rows(photos.find(PhotoFilter(), PhotoSort())) == in_turns(rows)
    named = [row for row in rows if "q" in row.path]
    assert photos.rows(photos.find(PhotoFilter(name="q"), PhotoSort())) == in_turns(named)
    tests = [row for row in rows if row.split == "test"]
    assert photos.rows(photos.find(PhotoFilter(split="test"), PhotoSort())) == in_turns(tests)


def test_ids_that_are_not_known(photos: PhotoTable) -> None:
    assert [row.id for row in photos.rows([3, 999, 1])] == [3, 1]


def test_nothing_is_found_before_a_folder_was_read(project: Path) -> None:
    with photo_table(project) as table:
        assert len(table.find(PhotoFilter(), PhotoSort())) == 0


def test_numbers_come_whole_whatever_part_they_are_in(tmp_path: Path) -> None:
    """The text of so many numbers is read in several parts."""
    with photo_table(tmp_path / "a.cnnproj") as photos:
        with photos.labels._database.changing() as db:
            db.execute("INSERT INTO roots VALUES ('1', '/photos')")
            db.execute(
                "WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 30000) INSERT INTO photos "
                "(root, path, told, split, here) SELECT '1', printf('%06d', k), 'a', 'train', 1 FROM n"
            )
        assert photos.find(PhotoFilter(), PhotoSort("name")).tolist() == list(range(1, 30_001))
        assert photos.find(PhotoFilter(), PhotoSort("name", descending=True)).tolist() == list(range(30_000, 0, -1))
