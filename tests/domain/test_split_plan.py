"""Plans of a split: shares that stay 100 together, and what is kept of a plan."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import SPLITS
from cnn_desktop.domain.split_plan import (
    LEAST_TRAINING,
    Percents,
    SplitPlan,
    plan_as_text,
    plan_from_text,
    with_percent,
)

moves = st.lists(st.tuples(st.sampled_from(SPLITS), st.integers(-20, 120)), max_size=30)


@given(moves)
def test_sliders_always_add_up_to_a_hundred(moved: list[tuple[str, int]]) -> None:
    percents: Percents = (70, 15, 15)
    for split, wanted in moved:
        percents = with_percent(percents, split, wanted)  # type: ignore[arg-type]
        SplitPlan(percents=percents).check()
        least, most = (LEAST_TRAINING, 100) if split == "train" else (0, 100 - LEAST_TRAINING)
        assert percents[SPLITS.index(split)] == min(most, max(least, wanted))  # type: ignore[arg-type]


def test_the_others_keep_their_proportion() -> None:
    assert with_percent((70, 15, 15), "train", 80) == (80, 10, 10)
    assert with_percent((60, 30, 10), "train", 80) == (80, 15, 5)
    assert with_percent((70, 15, 15), "test", 0) == (82, 18, 0)
    assert with_percent((100, 0, 0), "train", 60) == (60, 20, 20)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (SplitPlan(percents=(70, 15, 16)), "percents"),
        (SplitPlan(percents=(120, -10, -10)), "percents"),
        (SplitPlan(percents=(5, 45, 50)), "percents"),
        (SplitPlan(group_by="folder", level=0), "level"),
        (SplitPlan(group_by="name", pattern="*"), "pattern"),
    ],
)
def test_a_plan_that_nothing_can_follow_says_which_field(plan: SplitPlan, field: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan.check()
    assert caught.value.field == field
    with pytest.raises(Unreadable):
        plan_from_text(plan_as_text(plan))


def test_a_plan_is_kept_as_json() -> None:
    plan = SplitPlan(7, (60, 20, 20), "name", 2, "(kä*)-#", keep_given=False)
    assert plan_from_text(plan_as_text(plan)) == plan
    assert plan_from_text("{}") == SplitPlan()
    for damaged in ("", "[]", '{"seed": "x"}', '{"percents": [70, 30]}', '{"level": 1e400}', '{"newer": 1}'):
        with pytest.raises(Unreadable):
            plan_from_text(damaged)


def test_an_unused_pattern_does_not_matter() -> None:
    msgspec.structs.replace(SplitPlan(), pattern="(").check()
