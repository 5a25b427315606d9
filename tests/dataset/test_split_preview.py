"""What is shown of a plan before it is followed."""

from __future__ import annotations

from cnn_desktop.dataset.split_preview import preview
from cnn_desktop.domain.photos import ClassCount, Level, Photo
from cnn_desktop.domain.split_plan import Example, SplitPlan

PHOTOS = [Photo(f"fox/p{n // 4}_{n}.jpg", "fox") for n in range(40)] + [Photo("owl/single.jpg", "owl")]


def test_groups_and_examples() -> None:
    shown = preview(PHOTOS, SplitPlan(group_by="name"), classes=["empty", "fox", "owl"])
    assert (shown.groups, shown.alone, shown.clusters) == (10, 1, None)
    assert shown.examples == [
        Example("fox/p0_0.jpg", "p0"), Example("fox/p0_1.jpg", "p0"), Example("fox/p1_4.jpg", "p1"), Example("owl/single.jpg", ""),
    ]  # fmt: skip
    assert shown.counts == [ClassCount("empty"), ClassCount("fox", 32, 4, 4), ClassCount("owl", 1)]
    assert shown.levels == [Level(1, ["fox", "owl"], 2)]
    assert not shown.has_column
    assert shown.leaks == []


def test_without_groups_there_are_no_examples() -> None:
    shown = preview(PHOTOS, SplitPlan(), [[0, 1]])
    assert (shown.groups, shown.alone, shown.examples, shown.clusters) == (0, 41, [], 1)


def test_leaks_that_the_folders_cause_are_counted_and_the_first_ones_named() -> None:
    photos = [Photo(f"x/{n}.jpg", "x", group=str(n // 2)) for n in range(600)]
    shown = preview(photos, SplitPlan(group_by="column"), given=["train", "test"] * 300)
    assert (shown.leak_count, len(shown.leaks), shown.given, shown.has_column) == (300, 200, 600, True)
    assert shown.counts == [ClassCount("x", 300, 0, 300)]
    assert (
        preview(photos, SplitPlan(group_by="column", keep_given=False), given=["train", "test"] * 300).leak_count == 0
    )
