"""Two processes change parts of one file: each part is as the one who changed it last has left it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.merged import merged

VALUES = st.recursive(st.integers(0, 2), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=6)
FILES = st.dictionaries(st.sampled_from("abc"), VALUES)


@given(before=FILES, now=FILES)
def test_one_who_changes_all_by_himself(before: dict[str, Any], now: dict[str, Any]) -> None:
    assert merged(before, now, before) == now
    assert merged(before, before, now) == now


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "found"),
    [
        ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}),
        ({"a": 1}, {}, {"a": 1, "b": 2}, {"b": 2}),
        ({"a": 1}, {}, {"a": 2}, {}),
        ({"a": 1}, {"a": 2}, {}, {"a": 2}),
        ({"a": 1, "b": 1}, {"a": 1, "b": 1}, {"b": 1}, {"b": 1}),
        ({"a": {"x": 1}}, {"a": {"x": 1, "y": 2}}, {"a": {"x": 3, "z": 4}}, {"a": {"x": 3, "y": 2, "z": 4}}),
        ({}, {"a": {"x": 1}}, {"a": {"z": 4}}, {"a": {"x": 1, "z": 4}}),
        ({"a": 1}, {"a": {"x": 1}}, {"a": 3}, {"a": {"x": 1}}),
    ],
)
def test_both_changes_are_there(
    before: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], found: dict[str, Any]
) -> None:
    assert merged(before, ours, theirs) == found
