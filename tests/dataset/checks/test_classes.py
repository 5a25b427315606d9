"""Names of classes that are easily mistyped, small classes, unequal ones: said where it is so, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cnn_desktop.dataset.checks.classes import class_findings, few_photos, imbalance, similar_names
from cnn_desktop.domain.photos import ClassCount, Photo
from tests.dataset.reading.test_scan import draw, scan


@pytest.mark.skipif(os.name == "nt", reason="Windows cuts such endings off")
@pytest.mark.parametrize("other", ["big cat ", "big cat.", "big_cat", "Big  Cat", "\u00a0big cat", "big-cat", "Bigcat"])
def test_class_names_that_look_alike_are_found(tmp_path: Path, other: str) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in ("big cat", other, "big cat 2") for k in range(3)))
    found = [one for one in scan(tmp_path).findings if one.kind == "similar_class_names"]
    assert len(found) == 1
    assert f"“{other}”" in str(found[0].text)
    assert "“big cat”" in str(found[0].text)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Ice Cream", "icecream", "hyphens"),
        ("STRASSE", "straße", "only in upper and lower"),
        ("t\u2010shirt", "t shirt", "hyphens"),
        ("jay\u200b", "jay", "hyphens"),
        ("class_1", "class 1", "hyphens"),
    ],
)
def test_what_is_easily_mistyped(one: str, other: str, words: str) -> None:
    [found] = similar_names(sorted((one, other)))
    assert words in str(found.text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("A", "A-"), ("A+", "A-"), ("-5", "5"), ("1_0", "10"), ("1.5", "15"), ("cat", "cats"), ("C", "C#")],
)
def test_names_that_mean_two_classes(one: str, other: str) -> None:
    assert not list(similar_names(sorted((one, other))))


def photos(**counts: int) -> list[Photo]:
    return [Photo(f"{name}/{number}.jpg", name) for name, count in counts.items() for number in range(count)]


def test_small_classes() -> None:
    some = photos(none_to_spare=2, few=3, still_few=9, enough=10)
    [small] = class_findings(some, {}, [])
    assert (small.kind, small.severity, len(small.photos)) == ("small_class", "warning", 2)
    few = list(few_photos(some))
    assert [(one.severity, len(one.photos)) for one in few] == [("info", 3), ("info", 9)]
    assert "“few” has only 3 photos" in str(few[0].text)


def test_imbalance() -> None:
    assert imbalance([ClassCount("a", 30), ClassCount("b", 10), ClassCount("empty")]) == []
    [found] = imbalance([ClassCount("a", 31), ClassCount("b", 10)])
    assert (found.kind, str(found.text)[:44]) == ("imbalance", "“a” has 3.1 times as many photos as “b”, so ")
