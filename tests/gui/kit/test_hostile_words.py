"""The window's words keep the rule of `domain.message.Words`: whatever a sentence holds, they neither raise nor hang."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain.message import LONGEST, MOST_NESTED, Message, Value
from cnn_desktop.gui.kit.words import QT_WORDS


@pytest.mark.parametrize("text", ["{n:>20000000}", "{n.__class__}", "{n!r}", "{m}", "{n:{n}}", "a\0{", "\udcff}"])
def test_what_is_no_template_of_ours_is_shown_as_it_is(qapp: object, text: str) -> None:
    shown = Message(text, {"n": 3}).render(QT_WORDS)
    assert shown == text.replace("\0", "\\x00").replace("\udcff", "\\xff")


def test_numbers_that_qt_does_not_know_are_rounded(qapp: object) -> None:
    assert [Message("{n}", {"n": n}).render(QT_WORDS) for n in (10**30, 10**5000)] == ["1e+30", "inf"]


@given(
    st.text(st.sampled_from("ab{}:|.!%fg1>n\n\x1b\ud800é") | st.characters(), max_size=30),
    st.dictionaries(st.sampled_from("abn"), st.text(max_size=9) | st.integers() | st.floats(), max_size=3),
)
def test_any_sentence_can_be_shown(qapp: object, text: str, values: dict[str, Value]) -> None:
    assert len(Message(text, values).render(QT_WORDS)) <= LONGEST + MOST_NESTED + 2 * text.count("n")
    assert isinstance(QT_WORDS.moment(text), str)
