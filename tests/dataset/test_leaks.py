"""Pairs that lie in two parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.dataset.leaks import count_leaks, leak_of, leaks
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import SPLITS, Finding, LeakCount, Photo, Split
from cnn_desktop.domain.split_plan import Leak, Side


def test_a_pair_names_both_sides_training_first() -> None:
    photos = [Photo("a.jpg", "x", "test"), Photo("b.jpg", "x", "train", "2"), Photo("c.jpg", "y", "train")]
    (pair,) = leaks(photos, [[0, 1, 2]])
    assert pair == Leak(Side("b.jpg", "2", "train"), Side("a.jpg", "1", "test"))
    assert list(leaks(photos, [[1, 2], [0]])) == []


@given(st.lists(st.sampled_from(SPLITS), min_size=12, max_size=12), st.lists(st.lists(st.integers(0, 11), min_size=1, max_size=6, unique=True), max_size=5))  # fmt: skip
def test_there_is_a_pair_exactly_for_each_cut_cluster(splits: list[Split], clusters: list[list[int]]) -> None:
    photos = [Photo(f"{row}.jpg", "x", split) for row, split in enumerate(splits)]
    for cluster in clusters:
        pairs = list(leaks(photos, [cluster]))
        sides = {splits[row] for row in cluster}
        assert bool(pairs) == (len(sides) > 1)
        assert len(pairs) < len(cluster)
        assert all(pair.one.split != pair.other.split for pair in pairs)
        if "train" in sides:  # every photo outside training is named
            outside = {f"{row}.jpg" for row in cluster if splits[row] != "train"}
            assert {pair.other.path for pair in pairs} == outside


def test_all_that_leaks_is_one_finding_whose_groups_share_no_photo() -> None:
    copies = Finding(say("Copies."), "same_photo_two_splits", ["a", "b", "c", "d"], [1, 1, 2, 2], "error")
    groups = Finding(say("Groups."), "same_photo_two_splits", ["b", "e", "f", "g"], [1, 1, 7, 7], "warning")
    other = Finding(say("Blurred."), "blurred", ["a"])
    leak = leak_of([other, copies, groups])
    assert leak
    assert dict(zip(leak.photos, leak.group, strict=True)) == {"a": 0, "b": 0, "e": 0, "c": 1, "d": 1, "f": 2, "g": 2}
    assert leak_of([other]) is None
    splits: dict[str, Split] = {"a": "test", "b": "train", "e": "val", "c": "val", "d": "test", "f": "train"}
    photos = [Photo(path, "x", split) for path, split in splits.items()]
    assert count_leaks(leak, photos) == LeakCount(3, "b", "e"), "g is not used"
    assert count_leaks(leak, photos[:1]) is None
