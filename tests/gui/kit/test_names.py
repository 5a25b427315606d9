"""Long names in little room stay apart, whatever they share."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from cnn_desktop.gui.kit.names import elide_apart, short_name

AT_THE_END = [
    "Ailanthus altissima (tree of heaven), leaves in autumn",
    "Ailanthus altissima (tree of heaven), leaves in spring",
]
IN_THE_MIDDLE = [f"surface defect of type {letter} on a scratched aluminium plate" for letter in "ABC"]
AT_THE_BEGINNING = ["north greenhouse, upper row of tomatoes", "south greenhouse, upper row of tomatoes"]
IN_TWO_PLACES = [
    f"greenhouse_{side}_2024_tomato_{state}_upper" for side in ("north", "south") for state in ("healthy", "blight")
]
ONE_IN_ANOTHER = ["a very long name", "a very long name indeed", "a very long name indeed, and more"]
WITHOUT_BLANKS = [f"n02{number:09}synset" for number in range(30)]
ACCENTS = [f"Cafe{mark} au lait avec du sucre de canne" for mark in ("\u0301", "\u0300", "\u0302")]
SIGNS = ["标志牌限速每小时三十公里城区", "标志牌限速每小时五十公里城区", "标志牌限速每小时七十公里城区"]


@pytest.mark.parametrize("width", [40, 30, 20, 14, 10])
@pytest.mark.parametrize(
    "names",
    [AT_THE_END, IN_THE_MIDDLE, AT_THE_BEGINNING, IN_TWO_PLACES, ONE_IN_ANOTHER, WITHOUT_BLANKS, ACCENTS, SIGNS],
)
def test_names_that_differ_anywhere_are_told_apart(names: list[str], width: int) -> None:
    short = elide_apart([*names, "oak"], width)
    assert len(set(short.values())) == len(names) + 1
    assert max(map(len, short.values())) <= width
    assert short["oak"] == "oak"
    for name, text in short.items():
        assert len(name) > width or text == name, "a name with room for it is whole"
        for part in text.split("…"):
            assert part in name
            assert not (part and unicodedata.combining(part[0]))


def test_what_is_shared_goes_first_and_words_stay_whole_where_they_can() -> None:
    assert list(elide_apart(AT_THE_END, 24).values()) == ["Ailanthus altissi…autumn", "Ailanthus altissi…spring"]
    assert list(elide_apart(IN_THE_MIDDLE, 26).values()) == [f"surface defect of type {letter}…" for letter in "ABC"]
    assert elide_apart(["a lonely name that is too long"], 12) == {"a lonely name that is too long": "a lone… long"}


@given(
    st.lists(
        st.lists(st.sampled_from(["red", "green", "long", "leaf", "2024", "x"]), min_size=1, max_size=6), max_size=12
    )
)
@settings(max_examples=60, derandomize=True)
def test_any_names_made_of_the_same_words_fit_and_stay_apart(words: list[list[str]]) -> None:
    names = {" ".join(each) for each in words}
    short = elide_apart(names, 16)
    assert max(map(len, short.values()), default=0) <= 16
    assert len(set(short.values())) >= 0.8 * len(names)


def test_a_thousand_names_in_pixels(qapp: QApplication) -> None:
    names = [f"class number {number:04}, one of very many of them" for number in range(1000)]
    font = QFont()
    font.setPixelSize(13)
    short = {short_name(name, names, 120, font) for name in names}
    assert len(short) == 1000
    metrics = QFontMetricsF(font)
    assert max(metrics.horizontalAdvance(text) for text in short) <= 122
    assert short_name("unknown to the others, but far too long", names, 60, font)


def test_in_hardly_any_room_the_difference_stands_alone() -> None:
    numbered = [f"insects from the garden, place {number:02} in summer" for number in range(1, 61)]
    assert elide_apart(numbered, 3)[numbered[36]] == "…37"
    assert elide_apart(numbered, 2)[numbered[36]] == "37"
