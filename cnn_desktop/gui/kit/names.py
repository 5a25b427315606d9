"""Long names in little room: what they share goes first, what tells them apart stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

MORE = "…"
_BREAKS = " _-./,:()"
"""A name is best cut behind one of these."""

_STEP = 4
"""Pixels of width that make a difference."""

Measure = Callable[[str], float]
"""How wide a text is, in the unit of the width that is kept."""
_Way = Callable[[Sequence[str], float, Measure], dict[str, str]]


def elide_apart(names: Iterable[str], width: float, measure: Measure = len) -> dict[str, str]:
    """Each of `names` in at most `width`: those that are too long without what they share with others like them.

    Two of them look the same only where there is hardly any room.
    """
    return _elided(list(dict.fromkeys(names)), width, measure, (_apart, _after_a_letter, _of_each_word))


def _elided(every: Sequence[str], width: float, measure: Measure, ways: Sequence[_Way]) -> dict[str, str]:
    """`ways`: tried in turn on the names that still look alike."""
    families, alone = _families([name for name in every if measure(name) > width])
    short = {name: name for name in every} | {name: _cut(name, width, measure) for name in alone}
    for family in families:
        short |= _apart(family, width, measure)
    for _ in range(2):  # what was cut anew may look like another
        for group in _alike(short):
            short |= _apart(group, width, measure)
    for way in ways:  # they differ in two places
        if alike := _alike(short):
            anew = short | way([name for group in alike for name in group], width, measure)
            short = min(short, anew, key=lambda tried: sum(map(len, _alike(tried))))
    return short


def _families(names: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """Names that begin with the same word, or end with it: what they share says least. And those that have none."""
    families: list[list[str]] = []
    left = list(names)
    for end in (0, -1):
        found: dict[str, list[str]] = {}
        for name in left:
            found.setdefault(_words(name)[end], []).append(name)
        families += [family for family in found.values() if len(family) > 1]
        left = [family[0] for family in found.values() if len(family) == 1]
    return families, left


def _words(name: str) -> list[str]:
    return [word for word in re.split(f"[{re.escape(_BREAKS)}]+", name) if word] or [name]


def _alike(short: dict[str, str]) -> list[list[str]]:
    """The names that cannot be told apart, group by group."""
    names: dict[str, list[str]] = {}
    for name, text in short.items():
        names.setdefault(text, []).append(name)
    return [group for group in names.values() if len(group) > 1]


def _apart(group: Sequence[str], width: float, measure: Measure) -> dict[str, str]:
    """Names that look alike when their middles go."""
    before, behind = _shared(group)
    cores = {name: name[before : len(name) - behind] for name in group}
    room = width - measure(MORE) * (bool(before) + bool(behind))
    if not (before or behind):
        return {name: _cut(name, width, measure) for name in group}
    if room < (widest := max(map(measure, cores.values()))) <= width:
        lead = MORE if before and widest <= width - measure(MORE) else ""
        return {name: lead + core for name, core in cores.items()}  # what tells them apart, without signs for the rest
    if room <= 0:
        return {name: _cut(name, width, measure) for name in group}
    words = _at_words(group, before, behind)
    whole = {name: name[words[0] : len(name) - words[1]] for name in group}
    if max(map(measure, whole.values())) <= room:
        before, behind, cores = *words, whole
    elif widest > room:
        inner = elide_apart(cores.values(), room, measure)
        cores = {name: inner[core] for name, core in cores.items()}
    short = {}
    for name, core in cores.items():
        lead, trail = _context(name, (before, behind), width - measure(core), measure)
        short[name] = f"{lead}{core}{trail}".replace(MORE + MORE, MORE)
    return short


def _after_a_letter(group: Sequence[str], width: float, measure: Measure) -> dict[str, str]:
    """Each with its first letter, and the rest told apart."""
    room = width - max(measure(name[0]) for name in group)
    rest = _elided(list(dict.fromkeys(name[1:] for name in group)), room, measure, ())
    return {name: f"{name[0]}{rest[name[1:]]}" for name in group}


def _of_each_word(group: Sequence[str], width: float, measure: Measure) -> dict[str, str]:
    """The same number of letters of each word: "gree…nort…toma…heal"."""
    words = {name: _words(name) for name in group}
    for letters in range(max((len(word) for parts in words.values() for word in parts), default=0), 0, -1):
        short = {name: MORE.join(word[:letters] for word in parts) for name, parts in words.items()}
        if max(map(measure, short.values())) <= width:
            return short
    return {}


def _shared(group: Sequence[str]) -> tuple[int, int]:
    """Letters that all begin and all end with; of each name at least one letter is left."""
    low, high, least = min(group), max(group), min(map(len, group)) - 1
    before = 0
    while before < least and low[before] == high[before]:
        before += 1
    while before and any(unicodedata.combining(name[before]) for name in group):
        before -= 1  # an accent stays with its letter
    behind = 0
    while behind < least - before and len({name[-1 - behind] for name in group}) == 1:
        behind += 1
    while behind and unicodedata.combining(group[0][len(group[0]) - behind]):
        behind -= 1
    return before, behind


def _at_words(group: Sequence[str], before: int, behind: int) -> tuple[int, int]:
    """The same, cut between words, so that what is left can be read."""
    name = group[0]
    start = max((name.rfind(sign, 0, before) for sign in _BREAKS), default=-1) + 1
    ends = [place for sign in _BREAKS if (place := name.find(sign, len(name) - behind)) >= 0]
    return start, len(name) - min(ends) if ends else 0


def _context(name: str, cut: tuple[int, int], room: float, measure: Measure) -> tuple[str, str]:
    """As much of the shared beginning as `room` allows, and of the shared end when there is room for all of that too."""
    before, behind = cut
    lead, trail = name[:before], name[len(name) - behind :] if behind else ""
    left = room - (measure(MORE) if behind else 0)
    if measure(lead) > left:
        lead = _cut_behind(lead, left, measure)
        return lead, MORE if behind else ""
    if behind and measure(trail) > room - measure(lead):
        trail = MORE
    return lead, trail


def _cut_behind(text: str, width: float, measure: Measure) -> str:
    """The beginning of `text` and "…"; only that where there is no room."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle].rstrip() + MORE) <= width else (low, middle - 1)
    return text[:low].rstrip() + MORE


def _cut(text: str, width: float, measure: Measure) -> str:
    """`text` without its middle."""
    low, high = 0, len(text)
    while low < high:
        kept = (low + high + 1) // 2
        low, high = (kept, high) if measure(_middle_out(text, kept)) <= width else (low, kept - 1)
    return _middle_out(text, low)


def _middle_out(text: str, kept: int) -> str:
    if kept >= len(text):
        return text
    behind = kept // 2
    while behind and unicodedata.combining(text[len(text) - behind]):
        behind -= 1
    return f"{text[: kept - kept // 2]}{MORE}{text[len(text) - behind :] if behind else ''}"


class _Ruler(dict[str, float]):
    """Measures in a font, letter by letter: quicker than the font itself, name by name. Equal to another of the same font."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._key = font.toString()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        self[letter] = self._metrics.horizontalAdvance(letter)
        return self[letter]

    def __call__(self, text: str) -> float:
        return sum(map(self.__getitem__, text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ruler) and other._key == self._key

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self._key)


@lru_cache(64)
def _remembered(names: tuple[str, ...], width: int, ruler: _Ruler) -> dict[str, str]:
    return elide_apart(names, width, ruler)


def short_name(name: str, among: Sequence[str], width: float, font: QFont) -> str:
    """`name` in `width` pixels, told apart from the others `among` which it is shown. Quick when asked again: for painting."""
    if QFontMetricsF(font).horizontalAdvance(name) <= width:
        return name
    steps = max(0, int(width)) // _STEP * _STEP  # while a panel is dragged, not every pixel is worth the work
    return _remembered(tuple(among), steps, _Ruler(font)).get(name, name)


def short_saying(variants: Sequence[str], named: str, among: Sequence[str], width: float, font: QFont) -> str:
    """The first of `variants`, sentences with the name `named` in them, that has room; else the last, its name shortened."""
    metrics = QFontMetricsF(font)
    fitting = [words for words in variants if metrics.horizontalAdvance(words) <= width]
    words = fitting[0] if fitting else variants[-1]
    if not fitting and named and (at := words.rfind(named)) >= 0:
        before, behind = words[:at], words[at + len(named) :]
        room = width - metrics.horizontalAdvance(before + behind)
        words = f"{before}{short_name(named, among, room, font)}{behind}"
    return words
