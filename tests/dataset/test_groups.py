"""Which photos belong together, and that what overlaps becomes one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.dataset.groups import folder_levels, groups_of, join, members
from cnn_desktop.domain.photos import Level, Photo
from cnn_desktop.domain.split_plan import SplitPlan

PHOTOS = [
    Photo("fox/cam 1/p1_a.jpg", "fox", group=" night "),
    Photo("fox/cam 2/p1_b.jpg", "fox", group="night"),
    Photo("owl/cam 1/p2_a.jpg", "owl", root="2"),
    Photo("owl/single.jpg", "owl", group="\0"),
]


def test_each_way_of_grouping() -> None:
    assert groups_of(PHOTOS, SplitPlan()) == ["", "", "", ""]
    assert groups_of(PHOTOS, SplitPlan(group_by="folder", level=2)) == ["cam 1", "cam 2", "cam 1", ""]
    assert groups_of(PHOTOS, SplitPlan(group_by="folder", level=3)) == ["", "", "", ""]
    assert groups_of(PHOTOS, SplitPlan(group_by="name", pattern="(*)_*")) == ["p1", "p1", "p2", ""]
    assert groups_of(PHOTOS, SplitPlan(group_by="column")) == ["night", "night", "", ""]


def test_levels_on_offer_tell_photos_apart() -> None:
    more = [Photo("fox/cam 9/deep/x.jpg", "fox"), Photo("fox/cam 9/deep/y.jpg", "fox")]
    assert folder_levels(PHOTOS + more) == [
        Level(1, ["fox", "owl"], 2), Level(2, ["cam 1", "cam 2", "cam 9"], 3),
    ]  # fmt: skip
    assert folder_levels([Photo("x.jpg", "fox")]) == []


def test_clusters_and_groups_that_touch_become_one() -> None:
    assert join(["b", "", "a", "", "c", ""], [[0, 1], [1, 2], [3, 5]]) == ["a", "a", "a", "\0" + "3", "c", "\0" + "3"]
    assert join(["b", "a", "b", "a"], [[0, 1]]) == ["a"] * 4
    assert join(["", ""], []) == ["", ""]
    assert join([], []) == []


rows = st.integers(0, 29)


@given(st.lists(st.sampled_from(["", "a", "b", "c", "d"]), min_size=30, max_size=30), st.lists(st.lists(rows, min_size=1, max_size=4), max_size=15))  # fmt: skip
def test_joining_cuts_neither_a_group_nor_a_cluster_and_joins_nothing_else(
    groups: list[str], clusters: list[list[int]]
) -> None:
    joined = join(groups, clusters)
    together = [*members(groups).values(), *clusters]
    assert all(len({joined[row] for row in one}) == 1 and joined[one[0]] for one in together)
    reached: list[set[int]] = []
    for one in map(set, together):  # the slow and plain way
        touching = [other for other in reached if other & one]
        reached = [other for other in reached if not other & one] + [one.union(*touching)]
    assert sorted(map(sorted, reached)) == sorted(members(joined).values())


def test_a_long_chain_is_no_trouble() -> None:
    n = 20_000
    assert len(set(join([""] * n, [[row, row + 1] for row in reversed(range(n - 1))]))) == 1
