"""What may be done about each finding: never with a photo that is not in it, never without leaving one of each."""

from __future__ import annotations

from typing import get_args

import pytest

from cnn_desktop.dataset.checks.remedies import remedies, to_one_side
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, FindingKind

PHOTOS, GROUPS = ["a/1", "b/2", "b/3", "a/4", "c/5"], [1, 1, 1, 2, 2]


def finding(kind: FindingKind) -> Finding:
    return Finding(say("."), kind, PHOTOS, GROUPS)


@pytest.mark.parametrize("kind", get_args(FindingKind))
def test_no_remedy_reaches_beyond_its_finding(kind: FindingKind) -> None:
    for remedy in remedies(finding(kind)):
        assert set(remedy.exclude) <= set(PHOTOS)
        if remedy.kind == "keep_one":
            assert remedy.exclude == ("b/2", "b/3", "c/5")
    assert {one.kind for one in remedies(Finding(say("."), kind))} <= {"class_weights"}  # about no photos


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("uniform", ["exclude"]),
        ("exact_duplicate", ["keep_one", "keep_on_one_side"]),
        ("same_photo_two_labels", ["keep_one", "exclude"]),
        ("same_photo_two_splits", ["keep_on_one_side", "keep_one"]),
        ("imbalance", ["class_weights"]),
        ("huge", []),
        ("note", []),
    ],
)
def test_the_best_comes_first(kind: FindingKind, offered: list[str]) -> None:
    assert [remedy.kind for remedy in remedies(finding(kind))] == offered


def test_which_label_is_right_only_a_person_knows() -> None:
    assert [one.asks for one in remedies(finding("same_photo_two_labels"))] == [True, False]
    assert [one.asks for one in remedies(finding("exact_duplicate"))] == [False, False]
    assert str(remedies(finding("dark"))[0].text) == "Exclude these 5 photos"


def test_of_photos_in_two_classes_none_is_kept_by_chance() -> None:
    (keep, _) = remedies(finding("exact_duplicate"), torn=["a/4", "c/5"])
    assert (keep.exclude, keep.asks) == (("b/2", "b/3"), False)
    (keep, _) = remedies(finding("exact_duplicate"), torn=PHOTOS)
    assert keep.asks
    assert remedies(finding("same_photo_two_splits"), torn=PHOTOS)[1].asks


def test_what_has_taught_the_model_does_not_test_it() -> None:
    splits = {"a/1": "test", "b/2": "train", "b/3": "val", "a/4": "test", "c/5": "val", "other": "test"}
    moves = to_one_side(finding("same_photo_two_splits"), splits)
    assert moves == {"a/1": "train", "b/3": "train", "a/4": "val"}
    assert to_one_side(finding("same_photo_two_splits"), {**splits, **moves}) == {}
    assert to_one_side(finding("near_duplicate"), {"a/1": "test", "b/2": "test"}) == {}
