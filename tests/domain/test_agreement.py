"""Cohen's kappa against numbers from books and by hand; where it has no meaning it says none."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.agreement import ClassAgreement, cohens_kappa


def pairs(*counts: tuple[str, str, int]) -> list[tuple[str, str]]:
    return [(one, other) for one, other, count in counts for _ in range(count)]


def test_two_psychiatrists() -> None:
    """J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), chapter 13: kappa 0.68, standard error 0.087."""
    found = cohens_kappa(
        pairs(
            ("p", "p", 75), ("p", "n", 1), ("p", "o", 4), ("n", "p", 5), ("n", "n", 4), ("n", "o", 1), ("o", "o", 10)
        )
    )  # fmt: skip
    assert (found.n, found.agreed) == (100, 89)
    # observed 0.89; by chance 0.8·0.8 + 0.1·0.05 + 0.1·0.15 = 0.66
    assert found.value == pytest.approx((0.89 - 0.66) / (1 - 0.66))
    assert found.low is not None
    assert found.high is not None
    assert (found.high - found.low) / 2 / 1.96 == pytest.approx(0.0877, abs=1e-4)
    assert found.classes[0] == ClassAgreement("n", 10, 5, 4)


def test_no_better_than_chance_and_worse() -> None:
    even = cohens_kappa(pairs(("a", "a", 5), ("a", "b", 5), ("b", "a", 5), ("b", "b", 5)))
    assert even.value == 0
    # by hand: po and pe are 0.5, so the sum is 0 + 0.5²·2·0.25 − 0.25² = 0.0625, by n·(1 − pe)⁴ = 20·0.0625
    assert even.low == pytest.approx(-1.96 * (1 / 20) ** 0.5, abs=1e-3)
    opposite = cohens_kappa(pairs(("a", "b", 5), ("b", "a", 5)))
    assert opposite.value == -1
    assert opposite.low == -1


def test_where_it_has_no_meaning() -> None:
    nothing = cohens_kappa([])
    assert (nothing.n, nothing.value, nothing.low, nothing.high, nothing.classes) == (0, None, None, None, ())
    one_class = cohens_kappa(pairs(("a", "a", 9)))
    assert (one_class.n, one_class.agreed, one_class.value, one_class.low) == (9, 9, None, None)
    always = cohens_kappa(pairs(("a", "a", 3), ("b", "b", 4)))
    assert (always.value, always.low, always.high) == (1, None, None)
    single = cohens_kappa([("a", "b")])
    assert (single.value, single.agreed) == (0, 0)
