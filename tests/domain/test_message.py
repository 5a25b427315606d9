"""Messages: templates with values, put into words where they are shown."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.domain.message import ENGLISH, LONGEST_VALUE, Message, Words, duration, say


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (say("Done."), "Done."),
        (say("{n} {n:photo|photos} left out.", n=1), "1 photo left out."),
        (say("{n} {n:photo|photos} left out.", n=0), "0 photos left out."),
        (say("{n} {n:photo is|photos are} here", n=12345), "12,345 photos are here"),
        (say("{share:.1%} right", share=0.9134), "91.3% right"),
        (say("loss {loss:.3f}", loss=0.5), "loss 0.500"),
        (say("{file} is empty.", file="a {b} %s.jpg"), "a {b} %s.jpg is empty."),
        (say("{outer}: {inner}", outer="x", inner=say("{n} {n:file|files}", n=2)), "x: 2 files"),
        (say("{x}", x=True), "True"),
    ],
)
def test_in_english(message: Message, text: str) -> None:
    assert str(message) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.1, "1 s"), (40.4, "40 s"), (89, "89 s"), (180, "3 min"), (5000, "83 min"), (7500, "2 h 5 min"), (7200, "2 h 0 min")],
)  # fmt: skip
def test_durations(seconds: float, text: str) -> None:
    assert str(duration(seconds)) == text


class German(Words):
    """A window's words: a dictionary, and numbers as Germans write them."""

    def translate(self, text: str) -> str:
        return {"{n} {n:photo|photos}": "{n} {n:Foto|Fotos}", "{a} of {b}": "von {b} {a}"}.get(text, text)

    def number(self, value: int | float, spec: str) -> str:
        return super().number(value, spec).translate(str.maketrans(",.", ".,"))


def test_in_another_language() -> None:
    assert say("{n} {n:photo|photos}", n=2500).render(German()) == "2.500 Fotos"
    assert say("{a} of {b}", a=say("{n} {n:photo|photos}", n=1), b=1.5).render(German()) == "von 1,5 1 Foto"


def test_a_message_travels_as_json() -> None:
    message = say("{a} {b} {c} {d}", a=1, b=0.5, c="c", d=say("{n}", n=say("{x}", x=2)))
    again = msgspec.json.decode(msgspec.json.encode(message), type=Message)
    assert again == message
    assert str(again) == "1 0.5 c 2"


def test_words_can_be_said_at_once() -> None:
    assert ENGLISH.say("{n} {n:class|classes}", n=3) == "3 classes"


def test_of_a_long_text_in_a_sentence_both_ends_are_shown() -> None:
    said = str(say("There is no file {file}.", file="/start/" + "x" * 5000 + "/end.jpg"))
    assert said.startswith("There is no file /start/x")
    assert said.endswith("x/end.jpg.")
    assert len(said) < 540
    name = "n" * LONGEST_VALUE
    assert str(say("{name}", name=name)) == name
