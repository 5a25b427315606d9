"""Photos that are not labelled yet: shown, never used, and in a split from the moment they are labelled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import SPLITS, Finding, Photo, Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.verbs.data import scan_of
from tests.dataset.helpers import one_sentence
from tests.project.helpers import photo_table


def flat(n: int = 40, labelled: str = "") -> Scan:
    photos = [Photo(f"{k:04}.jpg", "") for k in range(n)]
    photos += [Photo(f"{label}/{k}.jpg", label, root="2") for label in labelled for k in range(10)]
    return Scan({"1": "/new", "2": "/sorted"}, sorted(labelled), sorted(photos, key=lambda photo: photo.path))


def ids(photos: PhotoTable, label: str | None = "", **wanted: object) -> list[int]:
    return [int(one) for one in photos.find(PhotoFilter(label, **wanted), PhotoSort("name"))]  # type: ignore[arg-type]


def splits(photos: PhotoTable) -> dict[int, str | None]:
    return {row.id: row.split for row in photos.rows(ids(photos, None))}


def test_they_are_shown_and_never_used(project: Path) -> None:
    with photo_table(project) as photos:
        facts = photos.take(flat(labelled="ab"))
        assert (facts.unlabelled, facts.names, facts.count()) == (40, ["a", "b"], 20)
        assert {photo.label for photo in photos.scan().photos} == {"a", "b"}
        assert len(ids(photos)) == 40
        assert len(ids(photos, None)) == 60
        assert sum(len(ids(photos, None, split=split)) for split in SPLITS) == 20
        assert len(photos.find(PhotoFilter(), PhotoSort("split"))) == 60
        assert len(photos.find(PhotoFilter(), PhotoSort())) == 60, "taking turns"
        page = photos.rows(photos.find(PhotoFilter(), PhotoSort())[:3])
        assert [photo.label for photo in page] == ["", "a", "b"]
        assert {row.split for row in photos.rows(ids(photos))} == {None}
        assert photos.labels.classes() == ["a", "b"]
        plan = SplitPlan(seed=7)
        assert len(list(photos.splitting.shared(plan, facts))) == 20, "a split is of what is labelled"


def test_without_any_label_it_is_told_what_to_do(project: Path) -> None:
    with photo_table(project) as photos:
        assert not photos.take(flat()).can_train
    with pytest.raises(DataError) as told:
        scan_of(project)
    assert "labelled yet" in one_sentence(told.value)


def test_a_photo_gets_its_split_with_its_first_label_and_keeps_it(project: Path) -> None:
    with photo_table(project) as photos:
        photos.take(flat())
        first = ids(photos)
        for number, photo in enumerate(first[:20]):
            photos.labels.relabel([photo], "ab"[number % 2])
            photos.forget()
        facts = photos.facts()
        assert facts
        assert facts.can_train
        assert [(row.train, row.val, row.test) for row in facts.classes] == [(7, 1, 2)] * 2, "the next one validates"
        given = splits(photos)
        revision = photos.labels.relabel(first[20:], "c")
        photos.forget()
        assert revision
        now = splits(photos)
        assert {one: split for one, split in now.items() if one in first[:20]} == {
            one: given[one] for one in first[:20]
        }
        assert Counter(now[one] for one in first[20:]) == {"train": 14, "val": 3, "test": 3}
        photos.labels.revert(revision.number)
        photos.forget()
        assert (photos.facts() or facts).unlabelled == 20
        assert len(photos.scan().photos) == 20
        assert not ids(photos, "", split="test"), "what is not labelled is in no split"
        photos.labels.again(revision.number)
        photos.forget()
        assert splits(photos) == now, "what trained once never tests"
        done = [photos.labels.corrections(revision.number) for revision in photos.labels.history()]
        assert all(one.what == "label" for corrections in done for one in corrections), (
            "nobody has decided about splits"
        )
        photos.take(flat())
        assert splits(photos) == now


def test_shared_out_one_by_one_as_at_once(project: Path, tmp_path: Path) -> None:
    with photo_table(project) as photos, photo_table(tmp_path / "other.cnnproj") as others:
        photos.take(flat(20))
        others.take(flat(20))
        for photo in ids(photos):
            photos.labels.relabel([photo], "a")
        others.labels.relabel(ids(others), "a")
        assert Counter(splits(photos).values()) == Counter(splits(others).values())


def test_copies_and_groups_stay_together(project: Path) -> None:
    scan = msgspec.structs.replace(
        flat(12),
        findings=[Finding(say("Copies."), "exact_duplicate", ["0000.jpg", "0001.jpg", "0002.jpg"], [1, 1, 1])],
    )
    with photo_table(project) as photos:
        photos.take(scan)
        for photo in ids(photos):
            photos.labels.relabel([photo], "a")
            photos.forget()
        assert len({split for one, split in splits(photos).items() if one <= 3}) == 1
        facts = photos.facts()
        assert facts
        assert not [finding for finding in facts.findings if finding.kind == "same_photo_two_splits"]


def test_copies_that_are_not_labelled_are_in_no_class(project: Path) -> None:
    finding = Finding(say("Copies."), "exact_duplicate", ["0000.jpg", "//2/a/0.jpg"], [1, 1])
    with photo_table(project) as photos:
        facts = photos.take(msgspec.structs.replace(flat(labelled="ab"), findings=[finding]))
        assert {one.kind for one in facts.findings} == {"exact_duplicate"}, "they are told, and are in no class"
        assert facts.findings[0].photos == ["//2/a/0.jpg", "0000.jpg"], "the one with a label is the one to keep"
        photos.labels.relabel(ids(photos)[:1], "b")
        photos.forget()
        assert "same_photo_two_labels" in {one.kind for one in (photos.facts() or facts).findings}


def test_what_is_labelled_in_the_folder_later_gets_a_split(project: Path) -> None:
    """Someone sorts the photos into class folders outside the app, or fills in the table."""
    with photo_table(project) as photos:
        photos.take(flat(20))
        photos.labels.relabel(ids(photos)[:2], "mine")
        given = splits(photos)
        labelled = [msgspec.structs.replace(photo, label="a") for photo in flat(20).photos]
        facts = photos.take(Scan({"1": "/new"}, ["a"], labelled))
        assert (facts.unlabelled, facts.count()) == (0, 20)
        now = splits(photos)
        assert all(now.values())
        assert [now[one] for one in (1, 2)] == [given[one] for one in (1, 2)]


def test_a_folder_that_says_no_label_takes_none_away(project: Path) -> None:
    labelled = [msgspec.structs.replace(photo, label="a") for photo in flat(10).photos]
    with photo_table(project) as photos:
        photos.take(Scan({"1": "/new"}, ["a"], labelled))
        given = splits(photos)
        facts = photos.take(flat(10))
        assert (facts.unlabelled, facts.names, splits(photos)) == (0, ["a"], given)


def test_excluded_before_it_is_labelled(project: Path) -> None:
    with photo_table(project) as photos:
        photos.take(flat(6))
        every = ids(photos)
        photos.labels.exclude(every[:3])
        photos.labels.relabel(every, "a")
        photos.forget()
        assert (photos.facts() or photos.take(flat(6))).excluded == 3
        photos.labels.restore(every[:3])
        photos.forget()
        assert all(splits(photos).values())
        assert len(photos.scan().photos) == 6


def test_labelled_while_away(project: Path) -> None:
    with photo_table(project) as photos:
        photos.take(flat(6))
        every = ids(photos)
        photos.take(flat(3))
        photos.labels.relabel(every, "a")
        photos.forget()
        assert len(photos.scan().photos) == 3
        assert photos.take(flat(6)).count() == 6
        assert all(splits(photos).values())


def test_a_split_that_the_table_says_is_kept(project: Path) -> None:
    tested = [msgspec.structs.replace(photo, split="test") for photo in flat(5).photos]
    with photo_table(project) as photos:
        photos.take(Scan({"1": "/new"}, [], tested))
        assert photos.facts()
        photos.labels.relabel(ids(photos), "a")
        assert set(splits(photos).values()) == {"test"}


def test_not_labelled_is_no_class(project: Path) -> None:
    with photo_table(project) as photos:
        photos.take(flat(4, "a"))
        for change in (
            lambda: photos.labels.rename_class("", "x"),
            lambda: photos.labels.delete_class(""),
            lambda: photos.labels.relabel([1], " "),
            lambda: photos.labels.rename_class("a", ""),
        ):
            with pytest.raises(UsageError):
                change()
        assert len(ids(photos)) == 4
        long = " " + 120 * "a"
        photos.take(Scan({"1": "/new"}, [long], [Photo("1.jpg", long)]))
        photos.labels.rename_class(long, "short")
        photos.labels.delete_class("short")
