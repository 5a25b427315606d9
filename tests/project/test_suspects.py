"""The suspects of the newest check: which are asked about, in which order, and when the list is older than the labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.photos import FileFacts
from cnn_desktop.project.data import Data
from tests.project.review_helpers import Reviewed, a_scan, write_check

TRAIN = range(6)
"""Numbers of some training photos."""


def test_what_is_gone_excluded_or_mended_elsewhere_is_not_asked_about(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.opened.edit(lambda labels: labels.relabel([ids[0]], "b"), reviewed.steps)
    reviewed.opened.edit(lambda labels: labels.exclude([ids[1]]), reviewed.steps)
    gone = a_scan()
    gone.photos.remove(next(photo for photo in gone.photos if photo.path.endswith("02.jpg")))
    reviewed.opened.take(gone, Data("/photos"))
    assert [row.id for row in reviewed.opened.suspects.page()] == ids[3:]
    progress = reviewed.opened.suspects.progress()
    assert progress
    assert progress.left == 3
    (settled,) = reviewed.opened.suspects.rows([ids[0]])
    assert settled.is_settled
    with pytest.raises(DataError, match="no longer in the project"):
        reviewed.opened.decide(ids[2], "keep", reviewed.steps)


@pytest.mark.parametrize(
    ("what", "is_older"),
    [("relabel", True), ("exclude", True), ("rename", True), ("split", False), ("there and back", False), ("new", True), ("gone", True), ("same", False)],
)  # fmt: skip
def test_a_check_is_older_than_labels_and_photos_that_changed_since(
    reviewed: Reviewed, what: str, is_older: bool
) -> None:
    ids = reviewed.check(list(TRAIN))
    opened, steps = reviewed.opened, reviewed.steps
    reviewed.decide(ids[1], "suggested")
    reviewed.undo()
    match what:
        case "relabel":
            opened.edit(lambda labels: labels.relabel(ids[:1], "b"), steps)
        case "exclude":
            opened.edit(lambda labels: labels.exclude(ids[:1]), steps)
        case "rename":
            opened.edit(lambda labels: labels.rename_class("a", "z"), steps)
        case "split":
            opened.edit(lambda labels: labels.split([(ids[0], "val")]), steps)
        case "there and back":
            reviewed.add(opened.edit(lambda labels: labels.relabel(ids[:1], "b"), steps))
            reviewed.undo()
        case "new":
            opened.take(a_scan(41), Data("/photos"))
        case "gone":
            opened.take(a_scan(39), Data("/photos"))
        case "same":
            opened.take(a_scan(), Data("/photos"))
    check = opened.suspects.check()
    assert check
    assert check.is_older == is_older


def test_a_check_that_began_before_labels_changed_is_older_from_the_start(reviewed: Reviewed) -> None:
    photos = reviewed.opened.photos.scan().photos[:5]
    reviewed.opened.edit(lambda labels: labels.relabel([1], "z"), reviewed.steps)
    found = reviewed.opened.suspects.take(write_check(reviewed.folder.parent / "result", photos, revision=0))
    assert found.is_older
    assert not reviewed.opened.suspects.take(
        write_check(reviewed.folder.parent / "result", photos, revision=1)
    ).is_older


def test_what_was_decided_while_a_check_ran_makes_it_older(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.decide(ids[0], "suggested")
    now, photos = reviewed.opened.photos.labels.newest(), reviewed.opened.photos.scan().photos
    reviewed.decide(ids[1], "suggested")
    result = write_check(reviewed.folder.parent / "other", photos, revision=now)
    assert reviewed.opened.suspects.take(result).is_older
    reviewed.undo()
    check = reviewed.opened.suspects.check()
    assert check
    assert not check.is_older, "it is as the check saw it again"
    reviewed.undo()
    check = reviewed.opened.suspects.check()
    assert check
    assert check.is_older


def test_another_check_does_not_ask_again_what_was_said(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    for photo, kind in zip(ids, ("keep", "unsure", "suggested", "exclude"), strict=False):
        reviewed.decide(photo, kind)
    again = reviewed.check([0, 1, 2, 4, 5])
    assert [row.id for row in reviewed.opened.suspects.page()] == [ids[1], *ids[4:]], "but of what one was unsure of"
    progress = reviewed.opened.suspects.progress()
    assert progress
    assert (progress.decided, progress.judged) == (2, 0), "how good this check is, only its own decisions tell"
    assert again[0] == ids[0]
    reviewed.steps = reviewed.steps.undo().undo()
    reviewed.undo()
    reviewed.undo()
    assert [row.id for row in reviewed.opened.suspects.page()] == [ids[0], ids[1], *ids[4:]]


def test_the_list_is_read_by_pages_splits_and_pairs(reviewed: Reviewed) -> None:
    ids = reviewed.check(suspects=30)
    suspects = reviewed.opened.suspects
    pages = [suspects.page(after=after, most=10) for after in (0, 10, 20, 30)]
    assert [row.id for page in pages for row in page] == ids[:30]
    assert [row.rank for row in suspects.page(after=30, beyond=True)] == list(range(31, 41))
    assert suspects.ids(splits=("test",)).tolist() == [ids[k] for k in range(30) if k % 10 > 7]
    assert suspects.ids(pair=("a", "b")).tolist() == ids[:30:2]
    assert not len(suspects.ids(pair=("b", "c")))
    first = suspects.page(most=1)[0]
    assert (first.path, first.split, first.label, first.suggested) == ("a/000000.jpg", "train", "a", "b")
    assert (first.near_label, first.near_suggested) == ((first.id,), ())
    assert [row.id for row in suspects.rows([ids[3], 10**6, ids[1]])] == [ids[3], ids[1]]


def test_a_suggested_class_that_was_renamed_or_merged_since_is_called_as_now(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    reviewed.decide(ids[0], "suggested")
    reviewed.add(reviewed.opened.edit(lambda labels: labels.rename_class("b", "glass"), reviewed.steps))
    reviewed.add(reviewed.opened.edit(lambda labels: labels.rename_class("glass", "jar"), reviewed.steps))
    assert [row.suggested for row in reviewed.opened.suspects.page()] == ["a", "jar", "a", "jar", "a"]
    assert reviewed.decide(ids[2], "suggested").decision.new == "jar"
    assert reviewed.opened.photos.labels.classes() == ["a", "jar"]
    reviewed.undo()
    reviewed.add(reviewed.opened.edit(lambda labels: labels.rename_class("a", "jar"), reviewed.steps))
    assert reviewed.opened.suspects.page() == [], "what was taken for one another is one class now"
    for _ in range(3):
        reviewed.undo()
    assert [row.suggested for row in reviewed.opened.suspects.page()] == ["a", "b", "a", "b", "a"]


def test_without_a_check(reviewed: Reviewed) -> None:
    suspects = reviewed.opened.suspects
    assert (suspects.check(), suspects.progress(), suspects.page(), suspects.rows([1])) == (None, None, [], [])
    assert not len(suspects.ids())
    assert reviewed.decide(1, "keep").decision.check is None
    with pytest.raises(UsageError, match="suggests no class"):
        reviewed.opened.decide(2, "suggested", reviewed.steps)
    with pytest.raises(UsageError, match="needs a name"):
        reviewed.opened.decide(2, "other", reviewed.steps)
    with pytest.raises(UsageError, match="too long"):
        reviewed.opened.decide(2, "keep", reviewed.steps, reason="x" * 1001)


def test_a_result_that_cannot_be_read_changes_nothing(reviewed: Reviewed) -> None:
    ids = reviewed.check(list(TRAIN))
    place = write_check(reviewed.folder.parent / "other", reviewed.opened.photos.scan().photos)
    (place / "suspects-0000.msgpack").write_bytes(b"\xc1")
    with pytest.raises(DataError):
        reviewed.opened.suspects.take(place)
    assert reviewed.opened.suspects.ids().tolist() == ids
    with pytest.raises(DataError):
        reviewed.opened.suspects.take(place / "nowhere")


def test_a_photo_that_moved_is_still_that_suspect(project: Path) -> None:
    reviewed = Reviewed(project)
    scan = a_scan()
    files = [FileFacts(k.to_bytes(32), k, k) for k in range(40)]
    photos = scan.photos
    scan = type(scan)(scan.roots, scan.classes, photos, files=files, has_splits=True)
    reviewed.opened.take(scan, Data("/photos"))
    ids = reviewed.check([0])
    moved = [type(photo)(f"x{photo.path}", photo.label, photo.split) for photo in photos]
    reviewed.opened.take(type(scan)(scan.roots, scan.classes, moved, files=files, has_splits=True), Data("/photos"))
    (row,) = reviewed.opened.suspects.page()
    assert (row.id, row.path) == (ids[0], "xa/000000.jpg")
    reviewed.opened.close()
