"""Labels as revisions: what people change is kept, can be taken back in order, and no reading of the folder overwrites it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.project.data import Data
from cnn_desktop.project.labels import Correction, Labels, user_name
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.photos import PhotoTable
from tests.project.helpers import a_scan, photo_table


@pytest.fixture
def photos(project: Path) -> Iterator[PhotoTable]:
    with photo_table(project) as photos:
        photos.take(begun())
        yield photos


@pytest.fixture
def labels(photos: PhotoTable) -> Labels:
    return photos.labels


ALL = PhotoFilter(excluded=None)


def begun() -> Scan:
    """The first ten photos train: what tests keeps its label (`project.brake`)."""
    photos = [
        msgspec.structs.replace(photo, split="train") if k < 10 else photo for k, photo in enumerate(a_scan().photos)
    ]
    return msgspec.structs.replace(a_scan(), photos=photos)


def rows(photos: PhotoTable, wanted: PhotoFilter = ALL) -> list[PhotoRow]:
    return photos.rows(photos.find(wanted, PhotoSort("name")))


def by_path(photos: PhotoTable) -> dict[str, str]:
    return {row.path: row.label for row in rows(photos)}


def counts(photos: PhotoTable) -> dict[str, int]:
    photos.forget()
    facts = photos.facts()
    assert facts
    return {row.name: row.total for row in facts.classes}


def test_a_correction_is_kept_and_told(photos: PhotoTable, labels: Labels) -> None:
    first, second = rows(photos)[:2]
    revision = labels.relabel([first.id, second.id], " b ", source="labels", why="seen")
    assert revision
    assert (revision.number, revision.who, str(revision.name)) == (1, user_name(), "Label as “b”")
    assert (revision.source, revision.why) == ("labels", "seen")
    assert labels.history() == [revision]
    assert labels.corrections(1) == [Correction(one.id, "label", None, "b") for one in (first, second)]
    assert counts(photos) == {"a": 18, "b": 22}
    now = rows(photos)[0]
    assert (now.label, now.told, now.corrected) == ("b", "a", True)
    assert photos.scan().photos[0].label == "b", "training reads what a person said"
    assert photos.scan().revision == 1
    assert labels.relabel([first.id], "b") is None, "it is that already"
    assert labels.newest() == 1


def test_back_to_what_the_folder_says_is_no_correction_any_more(photos: PhotoTable, labels: Labels) -> None:
    first = rows(photos)[0]
    labels.relabel([first.id], "b")
    labels.relabel([first.id], "a")
    assert not rows(photos)[0].corrected
    assert len(labels.history()) == 2


def test_a_reading_overwrites_no_correction(photos: PhotoTable, labels: Labels) -> None:
    first = rows(photos)[0]
    labels.relabel([first.id], "b")
    photos.take(a_scan())
    assert rows(photos)[0].label == "b"
    other = [msgspec.structs.replace(photo, label="c") for photo in a_scan().photos]
    photos.take(msgspec.structs.replace(a_scan(), photos=other, classes=["c"]))
    assert rows(photos)[0].label == "b"
    assert (rows(photos)[1].label, rows(photos)[1].corrected) == ("c", False)
    assert labels.history()[0].source == "folder"
    assert len(labels.corrections(2)) == 40, "that the folders say something else is history too"


def test_revisions_are_taken_back_in_order(photos: PhotoTable, labels: Labels) -> None:
    start, ids = by_path(photos), [row.id for row in rows(photos)]
    states = [start]
    made = []
    for step in (
        lambda: labels.relabel(ids[:5], "b"),
        lambda: labels.relabel(ids[3:9], "new"),
        lambda: labels.exclude(ids[:2]),
        lambda: labels.rename_class("b", "c"),
        lambda: labels.rename_class("new", "a"),
        lambda: labels.delete_class("c"),
        lambda: labels.add_class("empty"),
        lambda: labels.split([(ids[0], "test"), (ids[1], "val")]),
    ):
        revision = step()
        assert revision
        made.append(revision.number)
        states.append((by_path(photos), counts(photos), [row.split for row in rows(photos)]))  # type: ignore[arg-type]
    for number, before in zip(reversed(made), reversed(states[1:-1]), strict=False):
        back = labels.revert(number)
        assert back
        assert back.reverts == number
        assert (by_path(photos), counts(photos), [row.split for row in rows(photos)]) == before
    labels.revert(made[0])
    assert by_path(photos) == start
    assert counts(photos) == {"a": 20, "b": 20}
    again = labels.again(made[0])
    assert again
    assert counts(photos) == {"a": 15, "b": 25}
    assert len(labels.history()) == 2 * len(made) + 1, "nothing is ever taken out of the history"


def test_excluded_photos_are_not_used_and_come_back(photos: PhotoTable, labels: Labels) -> None:
    ids = [row.id for row in rows(photos)]
    labels.exclude(ids[:3])
    assert counts(photos) == {"a": 17, "b": 20}
    facts = photos.facts()
    assert facts
    assert facts.excluded == 3
    assert len(photos.scan().photos) == 37
    assert [row.id for row in rows(photos, PhotoFilter(excluded=True))] == ids[:3]
    photos.take(a_scan())
    assert counts(photos) == {"a": 17, "b": 20}, "a reading brings nothing back"
    labels.restore(ids)
    assert counts(photos) == {"a": 20, "b": 20}


def test_a_renamed_class_takes_in_what_comes_into_its_folder_later(photos: PhotoTable, labels: Labels) -> None:
    labels.rename_class("a", "first")
    labels.rename_class("first", "glass")
    photos.take(a_scan(50))
    assert counts(photos) == {"b": 25, "glass": 25}
    labels.revert(labels.newest())
    labels.revert(1)
    photos.take(a_scan(60))
    assert counts(photos)["a"] >= 25


def test_a_class_of_ones_own_needs_no_photos_and_trains_none(photos: PhotoTable, labels: Labels) -> None:
    labels.add_class("wood")
    assert counts(photos) == {"a": 20, "b": 20, "wood": 0}
    assert photos.scan().classes == ["a", "b"]
    photos.take(a_scan())
    assert "wood" in counts(photos)
    labels.delete_class("wood")
    assert "wood" not in counts(photos)


def test_a_split_a_person_has_chosen_outlives_the_folders_own(photos: PhotoTable, labels: Labels) -> None:
    first = rows(photos)[0]
    labels.split([(first.id, "test" if first.split != "test" else "val")])
    wanted = rows(photos)[0].split
    own: list[Photo] = [msgspec.structs.replace(photo, split="train") for photo in a_scan().photos]
    scan: Scan = msgspec.structs.replace(a_scan(), photos=own, has_splits=True)
    photos.take(scan)
    assert rows(photos)[0].split == wanted
    assert {row.split for row in rows(photos)[1:]} == {"train"}


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\nb", "a\x00b"])
def test_names_that_no_class_can_have(labels: Labels, name: str) -> None:
    with pytest.raises(UsageError):
        labels.add_class(name)
    with pytest.raises(UsageError):
        labels.rename_class("a", name)
    with pytest.raises(UsageError):
        labels.relabel([1], name)
    assert labels.newest() == 0


def test_a_run_remembers_the_labels_it_saw_and_is_tested_on_those_of_now(project: Path) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(begun(), Data("/photos"))
        photos, labels = opened.photos, opened.photos.labels
        ids = [row.id for row in rows(photos)]
        labels.relabel(ids[:1], "b")
        photos.forget()
        run = opened.runs.prepare(TrainConfig(data="", model="simple_cnn", image_size=32))
        assert run.labels == 1
        assert opened.runs.photos_now(run.id) is None, "nothing has changed since"
        saw = load_snapshot(opened.runs.folder(run.id))
        assert (saw.revision, saw.photos[0].label) == (1, "b")
        labels.relabel(ids[1:2], "c")
        labels.exclude(ids[2:3])
        labels.split([(one, "train") for one in ids])
        photos.forget()
        now = opened.runs.photos_now(run.id)
        assert now
        assert [photo.label for photo in now.photos[:3]] == ["b", "c", "a"]
        assert len(now.photos) == 39
        given = {photo.path: photo.split for photo in saw.photos}
        assert all(photo.split == given[photo.path] for photo in now.photos), "it is tested on what it has not learned"
        assert load_snapshot(opened.runs.folder(run.id)) == saw
