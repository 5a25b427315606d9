"""Names that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_desktop.dataset.safe_names import Names, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("glass", "glass"), ("a/b", "a_b"), ("..", "_"), (".", "_"), ("", "_"), ("  ", "_"), ("CON", "_CON"), ("con.txt", "_con.txt"),
        ("Nul", "_Nul"), ("COM1", "_COM1"), ("COM10", "COM10"), ("console", "console"), ("a. ", "a"), (" a", "a"),
        ("a:b?.jpg", "a_b_.jpg"), (".hidden", "_.hidden"), ("C:\\x", "C__x"), ("a\x00b\n", "a_b_"), ("gru\u0308n", "grün"),
        ("x" * 300 + ".jpg", "x" * 196 + ".jpg"), ("ü" * 150, "ü" * 100), ("a." + "b" * 300, "a." + "b" * 198),
    ],
)  # fmt: skip
def test_the_nearest_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@settings(max_examples=40)
@given(st.lists(st.text(max_size=300), max_size=8))
def test_each_is_safe_and_given_once(wanted: list[str]) -> None:
    names = Names()
    given_names = [names.give(name) for name in wanted]
    assert len({name.casefold() for name in given_names}) == len(wanted)
    for name in given_names:
        assert safe_name(name) == name
        assert len(name.encode()) <= 255


def test_names_that_are_one_on_windows_or_on_a_mac_are_told_apart() -> None:
    names = Names()
    assert [names.give(name) for name in ("Glass", "glass", "GLASS.jpg", "glass.JPG", "é", "e\u0301", "a?", "a:")] == [
        "Glass", "glass (2)", "GLASS.jpg", "glass (2).JPG", "é", "é (2)", "a_", "a_ (2)",
    ]  # fmt: skip
