"""What each source has found stays until it finds anew; a check is outdated once there is a photo that it has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Checked, FileFacts, Finding, Photo, Scan
from cnn_desktop.project.photos import PhotoTable
from tests.project.helpers import photo_table

PHOTOS = [Photo(f"{name}/{n}.jpg", name) for name in "ab" for n in range(6)] + [Photo("new.jpg", "")]
FILES = [FileFacts(bytes([number]) * 32, 100 + number, 1) for number in range(len(PHOTOS))]
SCAN = Scan({"1": "/photos"}, ["a", "b"], PHOTOS, files=FILES)
NEAR = Finding(say("Near."), "near_duplicate", ["a/0.jpg", "a/1.jpg"], [1, 1])


@pytest.fixture
def table(tmp_path: Path) -> Iterator[PhotoTable]:
    with photo_table(tmp_path / "a.cnnproj") as table:
        table.take(SCAN)
        yield table


def state(table: PhotoTable) -> Checked:
    table.forget()
    facts = table.facts()
    assert facts
    return facts.checked


def near(table: PhotoTable) -> list[list[str]]:
    table.forget()
    facts = table.facts()
    assert facts
    groups: dict[tuple[int, int], list[str]] = {}
    for place, one in enumerate(facts.findings):
        if one.kind == "near_duplicate":
            for key, number in zip(one.photos, one.group, strict=True):
                groups.setdefault((place, number), []).append(key)
    return [sorted(keys) for keys in groups.values()]


def ids(table: PhotoTable, *paths: str) -> list[int]:
    rows = table.rows(table.find(PhotoFilter(excluded=None), PhotoSort("name")).tolist())
    return [row.id for row in rows if row.path in paths]


def test_all_but_the_excluded_are_looked_at(table: PhotoTable) -> None:
    table.labels.exclude(ids(table, "a/0.jpg"))
    table.forget()
    scan = table.reading_to_check().scan()
    assert {photo.path for photo in scan.photos} == {photo.path for photo in PHOTOS} - {"a/0.jpg"}
    assert {(photo.path, photo.split) for photo in scan.photos if not photo.label} == {("new.jpg", None)}
    assert scan.classes == ["a", "b"]


def test_a_label_taken_away_is_in_no_split(table: PhotoTable) -> None:
    change = table.labels.relabel(ids(table, "new.jpg"), "a")
    assert change
    table.labels.revert(change.number)
    table.forget()
    assert {photo.split for photo in table.reading_to_check().scan().photos if photo.path == "new.jpg"} == {None}


def test_crops_stay_until_they_are_looked_for_again(table: PhotoTable) -> None:
    table.take_findings([NEAR])
    table.take_crops([[PHOTOS[1], PHOTOS[2]], [PHOTOS[7], PHOTOS[8]]])
    both = [["a/0.jpg", "a/1.jpg", "a/2.jpg"], ["b/1.jpg", "b/2.jpg"]]
    assert near(table) == both
    table.take_findings([])
    assert near(table) == [["a/1.jpg", "a/2.jpg"], ["b/1.jpg", "b/2.jpg"]], "a check without crops leaves them"
    table.take_findings([NEAR])
    table.take(msgspec.structs.replace(SCAN, findings=[Finding(say("Read anew."))]))
    assert near(table) == both, "so does reading the folder"
    table.take_crops([[PHOTOS[7], PHOTOS[8]]])
    assert near(table) == [["a/0.jpg", "a/1.jpg"], ["b/1.jpg", "b/2.jpg"]]
    table.take_crops([])
    assert near(table) == [["a/0.jpg", "a/1.jpg"]]


def test_they_are_told_with_the_labels_and_splits_of_now(table: PhotoTable) -> None:
    one, other = (
        photo
        for photo in PHOTOS
        if photo.path in {row.path for row in table.rows(table.find(PhotoFilter("a", "train"), PhotoSort("name")))[:2]}
    )
    table.take_crops([[one, other]])
    table.labels.relabel(ids(table, one.path), "b")
    table.forget()
    facts = table.facts()
    assert facts
    assert "same_photo_two_labels" in {one.kind for one in facts.findings}


def test_a_photo_that_moves_takes_what_was_found_along(table: PhotoTable) -> None:
    table.take_findings([Finding(say("Dark."), "dark", ["a/1.jpg"])])
    table.take_crops([[PHOTOS[1], PHOTOS[2]]])
    photos = [Photo("b/moved.jpg", "b") if photo.path == "a/1.jpg" else photo for photo in PHOTOS]
    facts = table.take(msgspec.structs.replace(SCAN, photos=photos))
    assert near(table) == [["a/2.jpg", "b/moved.jpg"]]
    assert [one.photos for one in facts.findings if one.kind == "dark"] == [["b/moved.jpg"]]
    assert facts.checked == "checked", "the check has seen it"


def test_photos_told_from_another_root_take_it_along_also_one_that_is_gone(table: PhotoTable) -> None:
    table.take_findings([Finding(say("Dark."), "dark", ["a/0.jpg", "a/1.jpg"])])
    table.take_crops([[PHOTOS[2], PHOTOS[3]]])
    photos = [msgspec.structs.replace(one, root="2") for one in (PHOTOS[0], *PHOTOS[2:])] + [Photo("a/1.jpg", "a")]
    files = [FILES[0], *FILES[2:], FileFacts(b"x" * 32, 5, 2)]
    facts = table.take(Scan({"1": "/others", "2": "/photos"}, ["a", "b"], photos, files=files))
    assert near(table) == [["//2/a/2.jpg", "//2/a/3.jpg"]]
    assert [one.photos for one in facts.findings if one.kind == "dark"] == [["//2/a/0.jpg", "//2/a/1.jpg"]]
    assert facts.set_aside == {"//2/a/1.jpg"}


def test_what_was_found_is_not_told_of_photos_that_took_the_place_of_others(table: PhotoTable) -> None:
    """The first two swap their names; the fourth is gone, and the third is where it was."""
    table.take_findings([Finding(say("Dark."), "dark", ["a/0.jpg", "a/3.jpg"])])
    table.take_crops([[PHOTOS[0], PHOTOS[2], PHOTOS[3]], [PHOTOS[1], PHOTOS[4]]])
    photos, files = [*PHOTOS[:2], *PHOTOS[3:]], [FILES[1], FILES[0], FILES[2], *FILES[4:]]
    facts = table.take(msgspec.structs.replace(SCAN, photos=photos, files=files))
    assert sorted(near(table)) == [["a/0.jpg", "a/4.jpg"], ["a/1.jpg", "a/3.jpg"]]
    ((moved, gone),) = [one.photos for one in facts.findings if one.kind == "dark"]
    assert moved == "a/1.jpg"
    assert facts.set_aside == {gone}
    assert facts.checked == "checked"


def test_a_photo_that_was_edited_is_no_copy_any_more(table: PhotoTable) -> None:
    table.take_findings([NEAR])
    table.take_crops([[PHOTOS[1], PHOTOS[2], PHOTOS[3]]])
    files = [FileFacts(b"x" * 32, 5, 2), *FILES[1:]]
    table.take(msgspec.structs.replace(SCAN, files=files))
    assert near(table) == [["a/1.jpg", "a/2.jpg", "a/3.jpg"]]
    assert state(table) == "outdated"


def test_restored_photos_were_not_looked_at(table: PhotoTable) -> None:
    table.labels.exclude(ids(table, "a/0.jpg"))
    table.take_findings([])
    assert state(table) == "checked"
    back = table.labels.restore(ids(table, "a/0.jpg"))
    assert back
    assert state(table) == "outdated"
    table.labels.revert(back.number)
    assert state(table) == "checked", "it is excluded again"
    table.labels.restore(ids(table, "a/0.jpg"))
    table.take_findings([])
    assert state(table) == "checked"


def test_photos_that_were_looked_at_may_come_and_go(table: PhotoTable) -> None:
    table.take_findings([])
    out = table.labels.exclude(ids(table, "a/0.jpg"))
    assert out
    assert state(table) == "checked"
    table.labels.revert(out.number)
    assert state(table) == "checked"


def test_photos_restored_while_the_check_runs_were_not_looked_at(table: PhotoTable) -> None:
    table.labels.exclude(ids(table, "a/0.jpg"))
    table.forget()
    snapshot = table.reading_to_check().scan()
    table.labels.restore(ids(table, "a/0.jpg"))
    table.take_findings([], snapshot.revision)
    assert state(table) == "outdated"


def test_labels_splits_and_classes_outdate_no_check(table: PhotoTable) -> None:
    table.take_findings([])
    table.labels.relabel(ids(table, "a/0.jpg", "new.jpg"), "b")
    table.labels.split([(ids(table, "a/1.jpg")[0], "test")])
    table.labels.rename_class("a", "c")
    table.labels.rename_class("c", "b")
    assert state(table) == "checked"
    table.take(msgspec.structs.replace(SCAN, photos=[msgspec.structs.replace(one, label="z") for one in PHOTOS]))
    assert state(table) == "checked", "nor does what the folders say"


@pytest.mark.parametrize("change", ["new", "back"])
def test_photos_that_were_not_there_outdate_it(table: PhotoTable, change: str) -> None:
    if change == "back":
        table.take(msgspec.structs.replace(SCAN, photos=PHOTOS[1:], files=FILES[1:]))
    table.take_findings([])
    if change == "new":
        photos, files = [*PHOTOS, Photo("z.jpg", "")], [*FILES, FileFacts(b"z" * 32, 9, 9)]
        table.take(msgspec.structs.replace(SCAN, photos=photos, files=files))
    else:
        table.take(SCAN)
    assert state(table) == "outdated"
