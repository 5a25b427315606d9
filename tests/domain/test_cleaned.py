"""What cleaning brought in words: every way it can turn out, and whether it is more than chance."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.paired import Paired, paired_interval


def cleaned(both: int, only_before: int, only_after: int, neither: int, touched: int = 0) -> Cleaned:
    interval = paired_interval(both, only_after, only_before, neither)
    return Cleaned("a", "b", Paired(both, only_before, only_after, neither, *interval), touched)


@pytest.mark.parametrize(
    ("counts", "message", "verdict"),
    [
        (
            (336, 3, 9, 23),
            "On 371 untouched test photos: 91.4% right before, 93.0% after: 1.6 points more (95 % between −0.4 and +3.8).",
            "This difference may be chance. More test photos would make it clearer.",
        ),
        (
            (300, 2, 40, 29),
            "On 371 untouched test photos: 81.4% right before, 91.6% after: 10.2 points more (95 % between +7.0 and +13.8).",
            "The gain is larger than chance explains.",
        ),
        (
            (300, 40, 2, 29),
            "On 371 untouched test photos: 91.6% right before, 81.4% after: 10.2 points fewer "
            "(95 % between −13.8 and −7.0).",
            "The loss is larger than chance explains. Look through what was changed again.",
        ),
        (
            (1, 0, 0, 0),
            "On 1 untouched test photo: 100.0% right before, 100.0% after: no difference "
            "(95 % between −79.3 and +79.3 points).",
            "The two models do equally well, as far as these photos can tell.",
        ),
    ],
)
def test_in_words(counts: tuple[int, int, int, int], message: str, verdict: str) -> None:
    found = cleaned(*counts)
    assert str(found.message()) == message
    assert str(found.verdict()) == verdict
    assert (found.is_better, found.is_worse) == ("The gain" in verdict, "The loss" in verdict)


def test_photos_that_do_not_count_are_told() -> None:
    assert cleaned(1, 0, 0, 0).spared() is None
    one, many = (str(cleaned(1, 0, 0, 0, touched).spared()) for touched in (1, 1200))
    assert one == "1 test photo does not count, because its label has changed since."
    assert many == "1,200 test photos do not count, because their labels have changed since."
