"""Names of files and folders that Windows, macOS and Linux all take, and that are told apart on each of them."""

from __future__ import annotations

import re
import unicodedata

from cnn_desktop.domain.text_out import as_text

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE | re.DOTALL)
"""What Windows means devices by, whatever ending follows."""
_LONGEST = 200
"""Bytes: 255 may be had, and room is left for a number."""


def safe_name(name: str) -> str:
    """`name`, or the nearest that every system takes: no separators, devices, blanks or dots at its ends; never hidden."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", as_text(name))).strip(" ").rstrip(". ")
    if not name or name.startswith(".") or _RESERVED.fullmatch(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 8:
        stem, dot, ending = name, "", ""
    room = _LONGEST - len((dot + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + dot + ending


class Names:
    """Gives names that are safe and each given once, also where upper and lower case are the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, name: str) -> str:
        """`safe_name`, or the first of "NAME (2)", "NAME (3)", … that is still free."""
        first = free = safe_name(name)
        stem, dot, ending = first.rpartition(".")
        if not stem:
            stem, dot, ending = first, "", ""
        number = 1
        while (key := unicodedata.normalize("NFKD", free).casefold()) in self._taken:
            number += 1
            free = f"{stem} ({number}){dot}{ending}"
        self._taken.add(key)
        return free
