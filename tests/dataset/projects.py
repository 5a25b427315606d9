"""Random projects for the tests of splits: classes, folders, names that tell groups, copies in clusters, given splits."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from cnn_desktop.domain.photos import SPLITS, Photo, Split
from cnn_desktop.domain.split_plan import SplitPlan, with_percent


class Project(NamedTuple):
    photos: list[Photo]
    plan: SplitPlan
    clusters: list[list[int]]
    given: list[Split | None]


@st.composite
def projects(draw: Any, some_given: bool = False) -> Project:
    """Up to 120 photos of up to 5 classes; `some_given`: some have a split by their folder."""
    rows = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 12), st.integers(0, 3)), min_size=5, max_size=120))
    names = ("fox", "owl", "café", "a b", "Löwe")
    photos = [
        Photo(
            f"{names[label]}/place {group % 3}/{f'g{group}_' if group else ''}{number}.jpg",
            names[label],
            root=str(1 + extra // 3),
            group=f"case {group}" if extra else "",
        )
        for number, (label, group, extra) in enumerate(rows)
    ]
    percents = (70, 15, 15)
    for split in draw(st.lists(st.sampled_from(SPLITS), max_size=2)):
        percents = with_percent(percents, split, draw(st.integers(1, 60)))
    plan = SplitPlan(
        draw(st.integers(0, 99)), percents, draw(st.sampled_from(["none", "folder", "name", "column"])), draw(st.integers(1, 3))
    )  # fmt: skip
    clusters = draw(
        st.lists(st.lists(st.integers(0, len(photos) - 1), min_size=2, max_size=5, unique=True), max_size=12)
    )
    given: list[Split | None] = [None] * len(photos)
    if some_given:
        given = draw(st.lists(st.sampled_from([None, None, *SPLITS]), min_size=len(photos), max_size=len(photos)))
    return Project(photos, plan, clusters, given)
