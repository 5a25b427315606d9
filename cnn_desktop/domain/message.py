"""Sentences for people: an English template and its values, put into words only where they are shown.

A child process sends `Message("{n} {n:photo|photos} left out.", {"n": 3})`; the window renders the same message in
the user's language and number format, the command line in English. Templates are a small part of `str.format`'s
(`{name}`, `{share:.1%}`, `{{`) with one addition: `{n:one|many}` picks a word by number.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping, Set
from datetime import datetime

import msgspec

from cnn_desktop.domain.text_out import as_shown

LONGEST = 20_000
"""Letters of a sentence, values included: the rest is cut off. Our own have up to 300."""
LONGEST_VALUE = 500
"""Letters of a text in a sentence, such as a file's name: of a longer one the beginning and the end are shown."""
_LONGEST_END = 150
MOST_NESTED = 8
"""So many sentences may be put into one another."""
_NAME = r"[A-Za-z_]\w*"
_PLAIN = re.compile(rf"\{{({_NAME})\}}", re.ASCII)
_PIECES = re.compile(
    rf"(?P<literal>[^{{}}]+|\{{\{{|\}}\}})|\{{(?P<name>{_NAME})(?::(?P<spec>(?:[^{{}}]|\{{{_NAME}\}})*))?\}}|(?P<bad>[{{}}])",
    re.ASCII,
)
_NUMBER = re.compile(r"\+?,?(?:\.\d)?[fg%]")
"""How a number may be wanted: no widths, which could ask for gigabytes of blanks."""
_EXACT = 2**63
"""Larger whole numbers, which Qt does not know, are shown rounded."""


class Words:
    """Puts messages into English. The window derives from it to translate and to format numbers by locale.

    A template may come from a file or a child, so it is data: it holds names, `one|many` with names in it, and a few ways to
    write a number, nothing else. One that holds anything else, or names a value that is not there, is shown as it is. Never raises.
    """

    def translate(self, text: str) -> str:
        """The template in the user's language; `text` itself when there is no translation."""
        return text

    def number(self, value: int | float, spec: str) -> str:
        """A number as people read it: thousands separators for whole numbers, `spec` as in `format()`."""
        if not spec and isinstance(value, int):
            return f"{value:,}"
        return signed(format(value, spec), spec)

    def moment(self, when: str) -> str:
        """An ISO 8601 time as people here write it, in this computer's time zone; as it is when it is none."""
        try:
            return datetime.fromisoformat(when).astimezone().strftime("%d %B %Y, %H:%M").removeprefix("0")
        except (ValueError, OverflowError, OSError):  # also a time that has no place in this computer's zone
            return as_shown(when[:LONGEST])

    def name(self, value: str) -> str:
        """A value that is text: somebody's class, file or folder."""
        return as_shown(value)

    def say(self, text: str, /, **values: str | int | float | Message) -> str:
        """The translated template with its values filled in."""
        return _Sentence(self).put(text, values)


class _Sentence:
    """One sentence while it is put together; whatever is put into it takes of the same room."""

    def __init__(self, words: Words) -> None:
        self._words, self._room = words, LONGEST

    def put(self, text: str, values: Mapping[str, Value], levels: int = MOST_NESTED) -> str:
        """The template `text` in words, no longer than there is room."""
        text = as_shown(text[: LONGEST + 1])
        if len(text) > LONGEST or not levels:
            return self._cut(text)
        template = self._words.translate(text)
        pieces, names = _known(template) if len(template) < _USUAL else _parsed(template)
        if not names <= values.keys():
            return self._cut(template)
        self._room -= len(template)
        parts = []
        for literal, name, spec in pieces:
            if self._room < 0:
                break
            parts.append(self._field(name, spec, values, levels) if name else literal)
        words = "".join(parts)
        return words if self._room >= 0 else words.removesuffix("…") + "…"

    def _field(self, name: str, spec: str, values: Mapping[str, Value], levels: int) -> str:
        value = values[name]
        if self._room < 0:
            return ""
        if isinstance(value, Message):
            return self.put(value.text, value.values, levels - 1)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._cut(self._words.name(_shortened(str(value))))
        if "|" in spec:
            one, many = spec.split("|", 1)
            return _PLAIN.sub(lambda inner: self._field(inner[1], "", values, levels), one if value == 1 else many)
        if isinstance(value, int) and abs(value) >= _EXACT:
            value, spec = _rounded(value), spec or ".6g"
        return self._cut(self._words.number(value, spec))

    def _cut(self, text: str) -> str:
        room = max(0, self._room)
        self._room -= len(text)
        return text if len(text) <= room else text[:room] + "…"


def _shortened(value: str) -> str:
    if len(value) <= LONGEST_VALUE:
        return value
    return f"{value[: LONGEST_VALUE - _LONGEST_END]}…{value[-_LONGEST_END:]}"


def _parsed(template: str) -> tuple[list[tuple[str, str, str]], Set[str]]:
    """(literal, "", "") or ("", name, spec) one after the other, and the names; one literal where the template is not sound."""
    pieces, names = [], set()
    for piece in _PIECES.finditer(template):
        literal, name, spec = piece["literal"], piece["name"], piece["spec"] or ""
        if piece["bad"] or (spec and "|" not in spec and not _NUMBER.fullmatch(spec)):
            return [(template, "", "")], set()
        if name:
            names |= {name, *_PLAIN.findall(spec)}
            pieces.append(("", name, spec))
        else:
            pieces.append((literal[0] if literal[0] in "{}" else literal, "", ""))
    return pieces, names


_USUAL = 500
"""Letters: shorter templates are ours, so they come again."""
_known = functools.lru_cache(maxsize=512)(_parsed)


def _rounded(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


class Message(msgspec.Struct, frozen=True):
    """One sentence: `text` is an English template (also the key of its translation), `values` fill it."""

    text: str
    values: dict[str, str | int | float | Message] = {}

    def render(self, words: Words) -> str:
        return words.say(self.text, **self.values)

    def __str__(self) -> str:
        return self.render(ENGLISH)


Value = str | int | float | Message
ENGLISH = Words()


def signed(number: str, spec: str) -> str:
    """A number whose sign is wanted, with a minus that is as wide as the plus; others as they are."""
    return number.replace("-", "−") if spec.startswith("+") else number


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
