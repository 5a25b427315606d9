"""Sentences for people: an English template and its values, put into words only where they are shown.

A child process sends `Message("{n} {n:photo|photos} left out.", {"n": 3})`; the window renders the same message in
the user's language and number format, the command line in English. Templates are `str.format` templates with one
addition: `{n:one|many}` picks a word by number. Of what else `str.format` can do, only plain names and the usual forms of
numbers are followed: a message may come from a damaged or a hostile file, and must not fail, grow or take long.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from cnn_desktop.domain.text_out import as_shown

_FORM = re.compile(r"[+,]{0,2}(\.\d{1,2})?[defg%]?")
_LONGEST = 20_000
"""Letters of a sentence."""


class Said(str):
    """A sentence that is put into another one, in words already."""

    __slots__ = ()


class Words(string.Formatter):
    """Puts messages into English. The window derives from it to translate and to format numbers by locale."""

    def translate(self, text: str) -> str:
        """The template in the user's language; `text` itself when there is no translation."""
        return text

    def number(self, value: int | float, spec: str) -> str:
        """A number as people read it: thousands separators for whole numbers, `spec` as in `format()`."""
        if not spec and isinstance(value, int):
            return f"{value:,}"
        return format(value, spec)

    def moment(self, when: str) -> str:
        """An ISO 8601 time as people here write it, in this computer's time zone; as it is when it is none."""
        try:
            return datetime.fromisoformat(when).astimezone().strftime("%d %B %Y, %H:%M").removeprefix("0")
        except (ValueError, OverflowError, OSError):  # the last two: years that no clock knows
            return when

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Said):
            return value
        if isinstance(value, Message):
            return value.render(self)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return as_shown(str(value))
        if "|" in format_spec:
            one, many = format_spec.split("|", 1)
            return one if value == 1 else many
        if not _FORM.fullmatch(format_spec):
            raise ValueError(format_spec)
        return self.number(value, format_spec)

    def say(self, text: str, /, **values: str | int | float | Message) -> str:
        """The translated template with its values filled in."""
        return self.vformat(self.translate(text), (), values)


class Message(msgspec.Struct, frozen=True):
    """One sentence: `text` is an English template (also the key of its translation), `values` fill it."""

    text: str
    values: dict[str, str | int | float | Message] = {}

    def render(self, words: Words) -> str:
        """Never raises: a template that does not fit its values is shown as it is."""
        try:
            said = {
                name: Said(value.render(words)) if isinstance(value, Message) else value
                for name, value in self.values.items()
            }
            return as_shown(words.say(self.text, **said)[:_LONGEST])
        except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            return as_shown(self.text[:_LONGEST])

    def __str__(self) -> str:
        return self.render(ENGLISH)


Value = str | int | float | Message
ENGLISH = Words()


def say(text: str, /, **values: Value) -> Message:
    """`say("{file} is empty.", file=name)`: a Message. Its literal first argument is what translators see."""
    return Message(text, values)


def duration(seconds: float) -> Message:
    """Seconds as people say them: "40 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return say("{s} s", s=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return say("{min} min", min=minutes)
    return say("{h} h {min} min", h=minutes // 60, min=minutes % 60)
