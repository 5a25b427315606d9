"""Sentences that come from files and children are data: nothing in them is executed, hangs, fills the memory or raises."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cnn_desktop.domain.message import ENGLISH, LONGEST, MOST_NESTED, Message, Value, Words, say
from cnn_desktop.domain.resources import resource
from cnn_desktop.domain.text_out import as_shown

BOUND = LONGEST + MOST_NESTED


@pytest.mark.parametrize(
    "text",
    [
        "{n:>20000000}", "{n:020000000}", "{n:.99999999f}", "{n:{n}}", "{n:_^9}", "{n:s}", "{n:c}", "{n:b}", "{n:*<99}",
        "{n.__class__}", "{n[0]}", "{n!r}", "{n!s:>9}", "{0}", "{}", "{missing}", "{n", "n}", "{", "}", "{{n}", "{n}}", "{n:",
        "{n }", "{ n}", "{n.real}", "{n:%Y}", "{self}", "{ñ}", "{n:,}", "{n:n}", "{n\n}", "{:1}", "{!r}", "{n:.12f}",
        "{n:a|{m}}", "{n:a|{n:>99}}", "{n:a|{n.real}}", "{n:a|{n}", "{n:a|}}",
    ],
)  # fmt: skip
def test_what_is_no_template_of_ours_is_shown_as_it_is(text: str) -> None:
    assert Message(text, {"n": 3}).render(ENGLISH) == text


def test_braces_can_be_written() -> None:
    assert str(say("{{n}} {n}", n=3)) == "{n} 3"


def test_numbers_of_any_size() -> None:
    big = 10**5000
    for value, spec, text in (
        (10**30, "", "1e+30"), (big, "", "inf"), (-big, ":.1f", "-inf"), (big, ":a|b", "b"), (2**62, "", f"{2**62:,}"),
        (float("nan"), ":.1%", "nan%"), (float("inf"), ":,.0f", "inf"), (1e308, ":g", "1e+308"),
    ):  # fmt: skip
        assert str(Message("{n" + spec + "}", {"n": value})) == text


def test_a_choice_by_number_may_hold_values() -> None:
    assert [str(say("{n:one|{n} of {m}}", n=n, m="x")) for n in (1, 1200)] == ["one", "1,200 of x"]
    assert len(str(Message("{n:a|" + "{n}" * 6000 + "}", {"n": 123456}))) <= BOUND


def test_long_sentences_are_cut() -> None:
    huge = "x" * 30_000_000
    for message in (
        Message(huge),
        Message("{n}", {"n": huge}),
        Message("{n}" * 10_000, {"n": 1}),
        Message("{{" * 9_000_000),
    ):
        assert len(str(message)) <= BOUND
    assert re.fullmatch("x+ ?… ?x+ and 1", str(Message("{a} and {b}", {"a": huge, "b": 1})))
    assert str(Message("{n}" * 3000, {"n": "xyz"})).count("xyz") > 1500


def test_nesting_is_bounded() -> None:
    message = Message("end")
    for _ in range(1000):
        message = Message("({m})", {"m": message})
    assert str(message) == "(" * MOST_NESTED + "({m})" + ")" * MOST_NESTED
    bushy = Message("")
    for _ in range(MOST_NESTED):  # 3000 to the power of 8 pieces
        bushy = Message("{m}" * 3000, {"m": bushy})
    assert len(str(bushy)) <= BOUND


def test_signs_that_steer_a_terminal_are_spelt_out_in_templates_too() -> None:
    assert str(Message("a\x1b[2J\udcff\x00{n}", {"n": "\x1b"})) == "a\\x1b[2J\\xff\\x00\\x1b"


texts = st.text(st.sampled_from("ab{}:|.!,[]%fg1>n\n\x1b\ud800é"), max_size=30) | st.text(max_size=30)
values = st.recursive(
    st.text(max_size=20) | st.integers() | st.floats() | st.booleans(),
    lambda inner: st.builds(Message, texts, st.dictionaries(st.sampled_from("abn"), inner, max_size=3)),
    max_leaves=8,
)


@given(texts, st.dictionaries(st.sampled_from(["a", "b", "n", "self", "text", ""]), values, max_size=4))
@example("{self}{text}", {"self": 1, "text": 2})
def test_any_sentence_can_be_shown(text: str, values: dict[str, Value]) -> None:
    words = Message(text, values).render(ENGLISH)
    assert len(words) <= BOUND
    assert as_shown(words) == words


@given(st.text() | st.datetimes().map(str) | st.datetimes(timezones=st.timezones()).map(lambda when: when.isoformat()))
@example("0001-01-01T00:00:00+14:00")
@example("9999-12-31T23:59:59-14:00")
def test_any_time_can_be_shown(when: str) -> None:
    assert isinstance(ENGLISH.moment(when), str)


class Marked(Words):
    """Shows where a value was put in."""

    def name(self, value: str) -> str:
        return "•"

    def number(self, value: int | float, spec: str) -> str:
        return "•"


def test_our_own_sentences_keep_the_rule() -> None:
    found = [text for tag in ("source", "translation") for text in ET.parse(_german()).iter(tag)]
    assert len(found) > 1000
    for text in (one.text or "" for one in found):
        values: dict[str, Value] = dict.fromkeys(re.findall(r"\{(\w+)", text), 1.5)
        assert as_shown(text) == text
        assert "{" not in Message(text, values).render(Marked()), text


def _german() -> str:
    return str(resource("translations") / "cnn_desktop_de.ts")
