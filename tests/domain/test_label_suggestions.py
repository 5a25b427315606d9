"""Suggestions survive their file; a damaged one is told in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.label_suggestions import (
    CurvePoint,
    LabelSuggestions,
    Suggestion,
    load_suggestions,
    save_suggestions,
)
from cnn_desktop.domain.message import say
from tests.dataset.helpers import one_sentence

POINT = CurvePoint(40, 20, 15)
FOUND = LabelSuggestions(
    suggestions=(Suggestion("a/ü\n.jpg", "glass", 0.7), Suggestion("//2/b.jpg", "metal", 1.0)), point=POINT, unlabelled=9,
    expected=0.8, notes=(say("{n} photos could not be read.", n=2),), revision=3, backbones=("efficientnet_lite0",), seconds=1.5,
)  # fmt: skip


def test_they_survive_their_file(tmp_path: Path) -> None:
    save_suggestions(FOUND, tmp_path / "s.json")
    found = load_suggestions(tmp_path / "s.json")
    assert (found.point, found.notes, found.suggestions[1]) == (FOUND.point, FOUND.notes, FOUND.suggestions[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"right":15', '"right":21'), ('"probability":0.7', '"probability":7'), ('"label":"glass"', '"label":""'),
        ('"unlabelled":9', '"unlabelled":1'), ("//2/b.jpg", "b\\u0000.jpg"), ("{", "["),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_damaged(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "s.json"
    save_suggestions(FOUND, file)
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError) as told:
        load_suggestions(file)
    assert "s.json" in one_sentence(told.value)


def test_a_point_has_an_interval() -> None:
    low, high = POINT.interval
    assert low < POINT.accuracy == 0.75 < high
    assert CurvePoint(40, 0, 0).accuracy == 0
