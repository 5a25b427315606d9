"""Patterns of file names: which part of a name tells the group of its photo. "(*)_*": all before the first "_".

`*` is any text, as short as it can be; `?` any one character; `#` a whole run of digits; the parentheses stand around the part
that photos of one group share; everything else is itself, in upper or lower case. A name's ending (.jpg) may be left out.
No pattern makes a name take long: what one star has matched is never tried again.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from cnn_desktop.domain.errors import UsageError

LONGEST_PATTERN = 200
"""Letters: no file name needs more."""
_SIGNS = {"?": ".", "#": "(?<![0-9])[0-9]++", "(": "()", ")": "()"}
_ENDING = r"(?:\.[^.]*+)?+\Z"


def group_in(name: str, pattern: str) -> str:
    """What `pattern`'s parentheses hold of the file name `name`, in NFC; "" where it does not fit or holds nothing.

    Raises UsageError when `pattern` is not sound.
    """
    name = unicodedata.normalize("NFC", name)
    found = _compiled(pattern).match(name)
    return name[found.start(1) : found.start(2)] if found else ""


def check_pattern(pattern: str) -> None:
    """Raises UsageError that says what is wrong with `pattern`."""
    _compiled(pattern)


@functools.lru_cache(64)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Two empty groups mark where the parentheses open and close."""
    if len(pattern) > LONGEST_PATTERN:
        raise UsageError(
            "The pattern is longer than {n} characters. Shorten it: * stands for any text.",
            field="pattern", n=LONGEST_PATTERN,
        )  # fmt: skip
    if {"/", "\\"} & set(pattern):
        raise UsageError(
            "The pattern describes file names, so it cannot contain a slash. To group by folder, choose “Folder”.",
            field="pattern",
        )
    opens, closes = pattern.find("("), pattern.find(")")
    if (pattern.count("("), pattern.count(")")) != (1, 1) or closes <= opens + 1:
        raise UsageError(
            "Put the part that photos of one group share in parentheses, once: (*)_* takes everything before the first _.",
            field="pattern",
        )
    first, *rest = re.split(r"\*+", unicodedata.normalize("NFC", pattern))
    source = _literal(first)
    for number, piece in enumerate(rest, 1):
        text = _literal(piece)
        source += f".*?{text}" if number == len(rest) else f"(?>.*?{text})"
    return re.compile(source + _ENDING, re.DOTALL | re.IGNORECASE)


def _literal(piece: str) -> str:
    return "".join(_SIGNS.get(sign) or re.escape(sign) for sign in piece)
