"""Patterns of file names: plain, quick with any name, and told what is wrong with them."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.name_pattern import LONGEST_PATTERN, check_pattern, group_in


@pytest.mark.parametrize(
    ("pattern", "name", "group"),
    [
        ("(*)_*", "patient7_left.jpg", "patient7"),
        ("(*)_*", "patient7.jpg", ""),
        ("(*)_*", "a_b_c.png", "a"),
        ("*_(*)", "a_b_c.png", "b_c"),
        ("*_(*)_*", "a_b_c.png", "b"),
        ("(*#)*", "plant12b.JPG", "plant12"),
        ("*(#).jpg", "img123.jpg", "123"),
        ("*(#)", "img123.jpg", "123"),
        ("IMG_(####)*", "img_2024.jpg", ""),
        ("IMG_(????)*", "img_2024.jpg", "2024"),
        ("(*)", "v1.2.film.png", "v1.2.film"),
        ("(*).png", "v1.png", "v1"),
        ("(*) ?#?", "beach (12).jpg", "beach"),
        ("(*)_*", "_1.jpg", ""),
        ("(*)**_*", "a_1.jpg", ""),
        ("(a[b].+)-*", "a[b].+-1.jpg", "a[b].+"),
        ("(*)_*", "a\nb_1.jpg", "a\nb"),
        ("(*)_*", "\udcff_1.jpg", "\udcff"),
    ],
)
def test_what_a_pattern_takes(pattern: str, name: str, group: str) -> None:
    assert group_in(name, pattern) == group


def test_decomposed_letters_are_the_same() -> None:
    name = unicodedata.normalize("NFD", "käfer_1.jpg")
    assert group_in(name, "(*)_*") == "käfer"
    assert group_in("käfer_1.jpg", unicodedata.normalize("NFD", "(kä*)_*")) == "käfer"


@pytest.mark.parametrize("pattern", ["", "*", "(*", "*)", ")*(", "()_*", "(*)_(*)", "((*))", "(*)/*", "(*)\\*", "(" + "x" * LONGEST_PATTERN + ")"])  # fmt: skip
def test_what_is_no_pattern_is_said_in_a_sentence(pattern: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_pattern(pattern)
    assert caught.value.field == "pattern"
    assert str(caught.value).endswith(".") or "(*)_*" in str(caught.value)


@settings(max_examples=200)
@given(st.text("(*)_#?a.1[]+\\^$ü", max_size=12), st.text("a1_.ü()", max_size=20))
def test_no_pattern_fails_otherwise_and_a_group_is_a_part_of_the_name(pattern: str, name: str) -> None:
    try:
        check_pattern(pattern)
    except UsageError:
        return
    assert group_in(name, pattern) in name


def test_no_pattern_takes_long() -> None:
    start = time.process_time()
    for pattern in ("(*)" + "*a" * 60 + "!", "(*#*#*#*#*)!", "(" + "?*" * 80 + ")!"):
        assert group_in("a1" * 127, pattern) == ""
    assert time.process_time() - start < 1
