"""What was found is told as it is now: after photos were excluded, labels changed, classes merged, and a second check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, PhotoFacts, Scan
from cnn_desktop.project.photos import PhotoTable
from tests.project.helpers import photo_table

COUNTS = {"Cat": 30, "cat": 12, "dog": 2}
BAD = LeftOut("dog/bad.jpg", say("it is empty."))


@pytest.fixture
def table(tmp_path: Path) -> Iterator[PhotoTable]:
    """Of three classes, checked: two are named alike, one is small; two photos are dark, one file cannot be read."""
    photos = [Photo(f"{name}/{n:02}.jpg", name) for name, count in COUNTS.items() for n in range(count)]
    scan = Scan({"1": "/photos"}, sorted(COUNTS), sorted(photos, key=lambda photo: photo.path), left_out=[BAD])
    with photo_table(tmp_path / "a.cnnproj") as table:
        table.take(scan)
        table.take_findings(
            [
                Finding(say("Dark."), "dark", ["Cat/00.jpg", "Cat/01.jpg"]),
                Finding(say("Bad."), "unreadable", ["dog/bad.jpg"]),
                Finding(say("Small, as it was once."), "small_class", ["Cat/00.jpg"]),
                Finding(say("Unequal, as they were once."), "imbalance"),
                Finding(say("Alike, as they were once."), "similar_class_names"),
            ]
        )
        yield table


def facts(table: PhotoTable) -> PhotoFacts:
    table.forget()
    found = table.facts()
    assert found
    return found


def ids(table: PhotoTable, *paths: str) -> list[int]:
    rows = table.rows(table.find(PhotoFilter(excluded=None), PhotoSort("name")).tolist())
    return [row.id for row in rows if row.path in paths]


def told(table: PhotoTable) -> dict[str, str]:
    return {one.kind: str(one.text) for one in facts(table).open_findings()}


def test_what_follows_from_the_classes_is_as_they_are_now(table: PhotoTable) -> None:
    assert told(table).keys() == {"dark", "unreadable", "small_class", "imbalance", "similar_class_names"}
    assert not any("once" in text for text in told(table).values())
    assert "“dog” has only 2 photos" in told(table)["small_class"]
    table.labels.rename_class("cat", "Cat")
    assert "similar_class_names" not in told(table)
    table.labels.relabel(table.find(PhotoFilter("Cat"), PhotoSort("name"))[:20], "dog")
    assert told(table).keys() == {"dark", "unreadable"}


def test_what_is_excluded_is_mended_and_undo_brings_it_back(table: PhotoTable) -> None:
    one = table.labels.exclude(ids(table, "Cat/00.jpg"), "dark")
    assert one
    assert facts(table).set_aside == {"Cat/00.jpg", "dog/bad.jpg"}
    assert "dark" in told(table)
    other = table.labels.exclude(ids(table, "Cat/01.jpg"), "dark")
    assert other
    assert "dark" not in told(table)
    assert len(table.find(PhotoFilter(finding="dark", excluded=None), PhotoSort())) == 2, "they can be looked at still"
    table.labels.revert(other.number)
    assert "dark" in told(table)


def test_a_file_that_was_left_out_is_told_all_the_same(table: PhotoTable) -> None:
    assert "unreadable" in told(table)


def test_photos_that_belong_together_are_side_by_side(table: PhotoTable) -> None:
    pairs = ["dog/01.jpg", "Cat/09.jpg", "cat/03.jpg", "Cat/02.jpg"]
    table.take_findings([Finding(say("."), "exact_duplicate", pairs, [1, 1, 2, 2])])
    (copies,) = (one for one in facts(table).findings if one.kind == "exact_duplicate")
    assert copies.group == [1, 1, 2, 2]
    rows = table.rows(table.find(PhotoFilter(finding="exact_duplicate", excluded=None), PhotoSort()).tolist())
    assert [row.path for row in rows] == copies.photos
    of_class = table.rows(table.find(PhotoFilter("Cat", finding="exact_duplicate"), PhotoSort()).tolist())
    assert [row.path for row in of_class] == [path for path in copies.photos if path.startswith("Cat")]


def test_small_classes_that_can_be_learned_are_told_of_once_checked(tmp_path: Path) -> None:
    photos = [Photo(f"{name}/{n}.jpg", name) for name in "ab" for n in range(5)]
    with photo_table(tmp_path / "b.cnnproj") as table:
        table.take(Scan({"1": "/photos"}, ["a", "b"], photos))
        assert told(table) == {}
        table.take_findings([])
        assert "one photo decides" in told(table)["small_class"]
        table.take(
            msgspec.structs.replace(table.scan(), photos=[*photos, Photo("c/1.jpg", "c")], classes=["a", "b", "c"])
        )
        assert facts(table).checked == "outdated"
