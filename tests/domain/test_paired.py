"""The paired difference against the numbers of its paper; it always is within its interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.paired import paired, paired_interval


@pytest.mark.parametrize(
    ("counts", "interval"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998): method 10
        ((36, 12, 2, 0), (0.0569, 0.3404)),
        # by hand: both shares are 1; Wilson's bounds for 54 of 54 are 54/(54 + 1.96²) = 0.9336 and 1; without any who differ
        # there is no correlation to speak of, so ± (1 − 0.9336)
        ((54, 0, 0, 0), (-0.0664, 0.0664)),
    ],
)
def test_published(counts: tuple[int, int, int, int], interval: tuple[float, float]) -> None:
    assert paired_interval(*counts) == pytest.approx(interval, abs=5e-5)


def test_by_hand() -> None:
    """20 both, 12 only the first, 2 only the second, 16 neither: 0.64 and 0.44 of 50.

    Wilson: 0.64 is 0.50141 to 0.75861, 0.44 is 0.31162 to 0.57694. Correlation: 20·16 − 12·2 = 296, less 25, by
    sqrt(32·18·22·28) = 595.66, is 0.45496. Below: sqrt(0.13859² − 2·0.45496·0.13859·0.13694 + 0.13694²) = 0.14385.
    """
    low, _ = paired_interval(20, 12, 2, 16)
    assert low == pytest.approx(0.2 - 0.14385, abs=2e-5)


def test_what_is_said_of_each_photo() -> None:
    found = paired([(True, True)] * 5 + [(True, False)] * 2 + [(False, True)] * 4 + [(False, False)])
    assert (found.both, found.only_before, found.only_after, found.neither, found.n) == (5, 2, 4, 1, 12)
    assert (found.before, found.after) == (7 / 12, 9 / 12)
    assert found.difference == pytest.approx(2 / 12)
    assert found.low < 0 < found.difference < found.high
    nothing = paired([])
    assert (nothing.n, nothing.before, nothing.difference, nothing.low, nothing.high) == (0, 0, 0, -1, 1)


@given(st.tuples(*[st.integers(0, 300)] * 4).filter(any))
def test_the_difference_is_within_its_interval_and_turns_round_with_the_two(counts: tuple[int, int, int, int]) -> None:
    both, one, other, neither = counts
    low, high = paired_interval(both, one, other, neither)
    assert -1 <= low <= (one - other) / sum(counts) + 1e-12
    assert (one - other) / sum(counts) - 1e-12 <= high <= 1
    back = paired_interval(both, other, one, neither)
    assert back == pytest.approx((-high, -low), abs=1e-12)
