"""Which classes are meant by a few letters, or by one key: pure functions of what is typed and what there is. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

MOST = 200
"""Letters of a new class's name: it becomes a folder's name when labels are exported."""


class Matches(msgspec.Struct, frozen=True):
    """What the picker offers."""

    names: list[str]
    """Classes, the likeliest first."""
    new: str = ""
    """The class that can be added; "" where there is none."""
    taken: str = ""
    """The class that already has the name that was typed, or one that differs only by case or blanks."""


def tidy(name: str) -> str:
    """A name as it is kept: Unicode NFC, without blanks around it and with single ones inside, no control characters."""
    shown = "".join(letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", name))
    return " ".join(shown.split())[:MOST].strip()


def alike(name: str) -> str:
    """Equal for names that people take for the same one: they differ by case, blanks, "_" or "-"."""
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", name).casefold())


def matches(typed: str, names: Sequence[str], may_add: bool = True, may_choose: bool = True) -> Matches:
    """Of `names` those that `typed` may mean: that begin with it, with a word that does, then that hold it anywhere."""
    wanted = typed.strip().casefold()
    ranked = sorted((rank, place) for place, name in enumerate(names) if (rank := _rank(wanted, name)) < 4)
    name = tidy(typed)
    taken = next((one for one in names if alike(one) == alike(name)), "") if name else ""
    found = [names[place] for _, place in ranked] if may_choose else []
    return Matches(found, name if may_add and not taken else "", taken)


def _rank(wanted: str, name: str) -> int:
    """0: it is the name; 1, 2: the name, a word of it begins so; 3: it is in it; 4: it is not."""
    name = name.casefold()
    if not wanted:
        return 1
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in re.split(r"[\s_.,/-]+", name)):
        return 2
    return 3 if wanted in name else 4


def class_of_key(key: str, names: Sequence[str]) -> str | None:
    """The class one key stands for: the one that is called so ("7" among digits), else 1 to 9 the first to the ninth."""
    if key in names:
        return key
    place = int(key) - 1 if key in tuple("123456789") else -1
    # among numbers "7" that is no class means none, never the seventh
    are_numbers = bool(names) and all(name.strip().isdecimal() for name in names)
    return names[place] if 0 <= place < len(names) and not are_numbers else None
