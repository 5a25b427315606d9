"""The split of a project: its plan is part of the history, groups that are cut are told, looks at test photos are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.checks.remedies import Remedy, remedies
from cnn_desktop.dataset.leaks import leak_of
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Finding, Photo, Scan, Split
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.project.data import Data
from cnn_desktop.project.facts import Edited
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import PhotosChange, Steps

BY_NAME = SplitPlan(seed=7, group_by="name", pattern="(*)_*")


def a_scan(more: dict[str, Split] | None = None) -> Scan:
    """Ten patients of four photos each in every class; `more`: further ones whose folder says their split."""
    photos = [
        Photo(f"{label}/{label}{patient}_{n}.jpg", label) for label in "ab" for patient in range(10) for n in range(4)
    ]
    photos += [Photo(path, path[0], split) for path, split in (more or {}).items()]
    return Scan({"1": "/photos"}, ["a", "b"], sorted(photos, key=lambda photo: photo.path))


@pytest.fixture
def opened(project: Path) -> Iterator[Opened]:
    one = Opened(project)
    one.take(a_scan(), Data("/photos"))
    yield one
    one.close()


def splits(opened: Opened) -> dict[str, Split | None]:
    return {photo.path: photo.split for photo in opened.photos.scan().photos}


def undo(opened: Opened, edited: Edited | None, is_back: bool = True) -> None:
    assert edited
    assert opened.make(PhotosChange(edited.revision.number, is_back), Steps())


def test_taking_a_split_back_brings_the_earlier_plan_back(opened: Opened, project: Path) -> None:
    before, usual = splits(opened), opened.photos.splitting.plan()
    first = opened.split(BY_NAME, Steps())
    middle = splits(opened)
    wide = msgspec.structs.replace(BY_NAME, percents=(40, 30, 30))
    second = opened.split(wide, Steps())
    assert opened.photos.splitting.plan() == wide
    undo(opened, second)
    assert (opened.photos.splitting.plan(), splits(opened)) == (BY_NAME, middle)
    undo(opened, first)
    assert (opened.photos.splitting.plan(), splits(opened)) == (usual, before)
    undo(opened, first, is_back=False)
    opened.close()
    again, contents = open_existing(project)
    assert (again.photos.splitting.plan(), splits(again)) == (BY_NAME, middle)
    assert contents.photos
    assert contents.photos.split_by == "name"
    again.close()


def test_a_plan_that_moves_no_photo_can_be_taken_back_too(opened: Opened) -> None:
    opened.split(BY_NAME, Steps())
    other = msgspec.structs.replace(BY_NAME, pattern="(*)_#.jpg")
    edited = opened.split(other, Steps())
    assert edited
    assert not opened.photos.labels.corrections(edited.revision.number)
    assert opened.photos.splitting.plan() == other
    assert opened.split(other, Steps()) is None, "nothing has changed"
    undo(opened, edited)
    assert opened.photos.splitting.plan() == BY_NAME


def test_an_older_split_is_not_taken_back_over_a_newer_plan(opened: Opened) -> None:
    first = opened.split(BY_NAME, Steps())
    newest = msgspec.structs.replace(BY_NAME, seed=8)
    opened.split(newest, Steps())
    undo(opened, first)
    assert opened.photos.splitting.plan() == newest


def test_a_plan_that_nothing_can_follow_changes_nothing(opened: Opened) -> None:
    before, usual = splits(opened), opened.photos.splitting.plan()
    with pytest.raises(UsageError):
        opened.split(msgspec.structs.replace(BY_NAME, pattern="no group"), Steps())
    assert (opened.photos.splitting.plan(), splits(opened)) == (usual, before)
    assert opened.photos.labels.newest() == 0


def cut(opened: Opened) -> str:
    """A patient who tested comes to train, too; the path of the first photo that tests."""
    opened.split(BY_NAME, Steps())
    now = splits(opened)
    at = next(path for path in now if path.startswith("a/") and now[path] == "test")
    opened.take(a_scan({at.replace("_0", "_new"): "train"}), Data("/photos"))
    return at


def test_a_group_that_newer_photos_cut_is_told_and_mended_in_one_step(opened: Opened) -> None:
    at = cut(opened)
    facts = opened.photos.facts()
    assert facts
    assert facts.leak
    assert facts.leak.pairs == 4
    (finding,) = [one for one in facts.findings if one.kind == "same_photo_two_splits"]
    assert str(finding.text).startswith(f"4 of {facts.count('test')} test photos belong to a group that is also used")
    shown = opened.photos.find(PhotoFilter(finding="same_photo_two_splits", excluded=None), PhotoSort("name"))
    assert len(shown) == 5
    leak = leak_of(facts.findings)
    assert leak
    remedy = next(one for one in remedies(leak) if one.kind == "keep_on_one_side")
    edited = opened.mend(leak, remedy, Steps())
    assert edited
    assert edited.photos.leak is None
    assert splits(opened)[at] == "train"
    undo(opened, edited)
    after = opened.photos.facts()
    assert after
    assert after.leak == facts.leak, "and again after it was taken back"


def test_a_cut_group_is_told_no_more_once_its_photos_are_excluded_and_told_again(opened: Opened) -> None:
    cut(opened)
    new = opened.photos.find(PhotoFilter(name="_new"), PhotoSort("name"))
    edited = opened.edit(lambda labels: labels.exclude(new), Steps())
    assert edited
    assert edited.photos.leak is None
    edited = opened.edit(lambda labels: labels.restore(new), Steps())
    assert edited
    assert edited.photos.leak
    assert edited.photos.leak.pairs == 4
    back = opened.split(SplitPlan(), Steps())
    assert back
    assert back.photos.leak is None, "by the usual plan nothing belongs together"


def test_the_wizard_tells_the_counts_that_the_split_has_also_of_copies_found_while_reading(opened: Opened) -> None:
    usual = list(splits(opened))
    copies = Finding(say("Copies."), "exact_duplicate", usual[:40], [1] * 40)
    opened.take(msgspec.structs.replace(a_scan(), findings=[copies]), Data("/photos"))
    told = opened.preview_split(SplitPlan(seed=3))
    edited = opened.split(SplitPlan(seed=3), Steps())
    assert edited
    assert told.counts == edited.photos.classes
    assert (told.leak_count, told.clusters) == (0, None), "near copies were not looked for"


def test_what_copies_and_groups_leak_is_one_leak(opened: Opened) -> None:
    at = cut(opened)
    now = splits(opened)
    other = next(path for path, split in now.items() if split == "val")
    opened.photos.take_findings([Finding(say("Copies."), "exact_duplicate", [at, other], [1, 1])])
    facts = opened.photos.facts()
    assert facts
    leak = leak_of(facts.findings)
    assert leak
    assert set(leak.group) == {0}, "the copy belongs to the patient, and so does the photo it is a copy of"
    assert facts.leak
    assert facts.leak.pairs == 5
    edited = opened.mend(leak, Remedy("keep_on_one_side", say("")), Steps())
    assert edited
    assert {splits(opened)[path] for path in leak.photos} == {"train"}
    assert edited.photos.leak is None, "the patient of the copy went along"


def test_a_look_at_test_photos_is_kept_for_good(opened: Opened, project: Path) -> None:
    facts = opened.photos.facts()
    assert facts
    assert facts.looked == ""
    now = splits(opened)
    tests, others = ([path for path in now if (now[path] == "test") == is_test] for is_test in (True, False))
    shown = [tests[0], others[0]]
    opened.photos.take_findings([Finding(say("Blurred."), "blurred", shown), Finding(say("Dark."), "dark", others[:2])])
    before = opened.photos.facts()
    assert opened.show_test_photos("dark") is before, "of the test photos there is none"
    assert opened.photos.seal.looks() == []
    opened.show_test_photos("blurred")
    after = opened.show_test_photos(None)
    told = [(look.photos, look.finding, bool(look.who)) for look in opened.photos.seal.looks()]
    assert told == [(len(tests), None, True), (1, "blurred", True)]
    assert after
    assert after.looked == opened.photos.seal.looks()[0].at
    assert (after.classes, splits(opened)) == (facts.classes, now)
    opened.close()
    again, contents = open_existing(project)
    assert contents.photos
    assert contents.photos.looked == after.looked
    again.close()
