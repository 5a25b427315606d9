"""Photos that show parts of others count as nearly the same, unless they are known to be the very same."""

from __future__ import annotations

from collections.abc import Sequence

from cnn_desktop.dataset.checks.copy_findings import (
    copy_findings,
    known_groups,
    leak_findings,
    near_findings,
    near_groups_found,
    with_crops,
)
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, Photo, Split

SPLITS: tuple[Split, ...] = ("train", "train", "val", "test")
PHOTOS = [Photo(f"{'ab'[n % 2]}/{n}", "ab"[n % 2], SPLITS[n % 4]) for n in range(12)]
DARK = Finding(say("Dark."), "dark", ["a/0"])


def checked(copies: Sequence[Sequence[int]], near: Sequence[Sequence[int]]) -> list[Finding]:
    """What a check has found where these rows are copies, and these nearly."""
    same, alike = ([[PHOTOS[row] for row in group] for group in groups] for groups in (copies, near))
    return [*copy_findings(same), *near_findings(alike, {"test": 3}), DARK]


def groups(findings: list[Finding], kind: str = "near_duplicate") -> list[list[str]]:
    return [[photo.path for photo in group] for group in known_groups(kind, findings, PHOTOS)]  # type: ignore[arg-type]


def joined(findings: list[Finding], crops: Sequence[Sequence[int]]) -> list[Finding]:
    return with_crops(findings, near_groups_found([PHOTOS[row] for row in group] for group in crops), PHOTOS)


def test_crops_join_the_groups_they_share_a_photo_with() -> None:
    found = joined(checked([], [[0, 2], [4, 6]]), [[2, 8], [1, 3]])
    assert sorted(groups(found)) == [["a/0", "a/2", "a/8"], ["a/4", "a/6"], ["b/1", "b/3"]]
    assert DARK in found
    assert sum(one.kind == "near_duplicate" for one in found) == 1


def test_copies_are_told_as_copies_only() -> None:
    found = joined(checked([[0, 2]], []), [[0, 2]])
    assert (groups(found), groups(found, "exact_duplicate")) == ([], [["a/0", "a/2"]])
    found = joined(checked([[0, 2]], []), [[0, 2, 5]])
    assert groups(found) == [["a/0", "a/2", "b/5"]]
    assert {one.kind for one in found} >= {"same_photo_two_labels", "exact_duplicate"}


def test_a_crop_in_the_test_split_is_a_leak() -> None:
    found = joined(checked([], []), [[1, 3]])
    (leak,) = (one for one in found if one.kind == "same_photo_two_splits")
    assert leak.photos == ["b/1", "b/3"]


def test_without_crops_nothing_changes() -> None:
    before = checked([[0, 2]], [[4, 6]])
    after = joined(before, [])
    assert (groups(after), groups(after, "exact_duplicate")) == (groups(before), groups(before, "exact_duplicate"))
    assert with_crops([], [], []) == []


def test_what_has_no_label_yet_is_a_copy_and_in_no_split() -> None:
    new, kept = Photo("0.jpg", ""), Photo("a/1.jpg", "a", "test")
    assert list(leak_findings([[new, kept]], {"test": 1})) == []
    (found,) = copy_findings([[new, kept]])
    assert found.photos == ["a/1.jpg", "0.jpg"], "the one with a label is the one to keep"
    assert [one.kind for one in near_findings([[new, kept]], {"test": 1})] == ["near_duplicate"]


def test_what_several_checks_have_found_is_joined() -> None:
    one, other = checked([[0, 2]], []), checked([[2, 4], [5, 7]], [])
    assert groups([*one, *other], "exact_duplicate") == [["a/0", "a/2", "a/4"], ["b/5", "b/7"]]
