"""Text that leaves the program: whatever a file is called, it stays valid Unicode, and a line stays one line.

Names of files may hold bytes that are no UTF-8; Python keeps those as lone surrogates, with which the file can be opened
but nothing can be encoded. Every byte of that kind leaves as `\\xe9`, in sentences, tables and JSON alike. Between the
window and its children such a name travels so that it comes back as it was.
"""

from __future__ import annotations

import csv
import itertools
import os
import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from cnn_desktop.domain.decoding import as_kind, from_json

_SURROGATES = re.compile("[\ud800-\udfff]")
_HIDDEN = "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
"""Takes no room, and joins nothing that is written so (as the joiners within an emoji do)."""
_ACTING = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066\u2067{_HIDDEN}\ud800-\udfff]")
"""What a terminal or a label would act upon instead of showing it; all but the line feed, and the marks with which the
window itself keeps names in their place."""
_MARKS = re.compile("[\u061c\u200e\u200f\u2068\u2069]")
"""They turn the direction of reading where nothing else keeps it."""
_IN_JSON = re.compile(f"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069{_HIDDEN}]")
"""What JSON may hold as it is, though a terminal acts upon it."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a formula may begin in a spreadsheet, also as keyboards of East Asia write it."""
_SHORT = {"\t": "\\t", "\r": "\\r"}
_FIRST_SURROGATE, _FIRST_STAND_IN = 0xD800, 0x10F800
_STAND_INS = re.compile("[\U0010f800-\U0010ffff]")
"""The last 2,048 code points, for private use: on the wire one stands for each surrogate."""
_STAND_IN_BYTES = b"\xf4\x8f"
"""How each of them begins in UTF-8."""


def as_text(text: str) -> str:
    """Valid Unicode: bytes that are no UTF-8 become `\\xe9`, everything else stays as it is."""
    return text if text.isascii() else _SURROGATES.sub(_escaped, text)


def as_shown(text: str) -> str:
    """Fit to be shown: also characters that steer a terminal or turn the direction of reading are spelt out; lines stay."""
    return text if text.isprintable() else _ACTING.sub(_escaped, text)


def as_line(text: str) -> str:
    """`as_shown` on one line of a terminal: a line feed becomes `\\n`, and nothing turns the direction of reading."""
    return _MARKS.sub(_escaped, as_shown(text)).replace("\n", "\\n")


def as_lines(text: str) -> str:
    """Several lines of a terminal, such as a traceback: `as_line` of each."""
    return "\n".join(map(as_line, text.split("\n")))


def as_json(value: Any) -> bytes:
    """UTF-8 JSON of a struct, dict, list, … ; its strings through `as_text`."""
    return _encoded(value, as_text)


def json_line(line: bytes) -> str:
    """A line of JSON that says the same and holds nothing that a terminal acts upon."""
    return _IN_JSON.sub(json_escaped, line.decode())


def json_escaped(found: re.Match[str]) -> str:
    """The letter as JSON spells it out."""
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[place] << 8 | units[place + 1]:04x}" for place in range(0, len(units), 2))


def plain(value: Any) -> Any:
    """`value` as dicts, lists and strings, these through `as_text`: for encoders of other formats."""
    return _mapped(msgspec.to_builtins(value), as_text)


def as_msgpack(value: Any) -> bytes:
    """As `as_json`, in MessagePack."""
    try:
        return msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode(plain(value))


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with its column names in the first line. Lines end in "\\n"; None is an empty field."""
    return "".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of `as_csv`, one after the other."""
    lines = _Lines()
    table = csv.writer(lines, lineterminator="\r\n")  # with "\n" a carriage return within a name would not be quoted
    for row in itertools.chain([columns], rows):
        table.writerow(row)
        yield as_text(lines.pop())


def for_spreadsheet(field: object) -> object:
    """A field of a table that people open in a spreadsheet: text that would be taken for a formula begins with "'".

    Source: OWASP, CSV Injection. Not for tables that programs read again.
    """
    return f"'{field}" if isinstance(field, str) and field.startswith(_FORMULA) else field


def class_columns(classes: Sequence[str], own: Sequence[str]) -> list[str]:
    """The column of each class in a table whose `own` columns come first: its name, or `class:NAME` where the table
    has a column of that name already, in whatever case."""
    taken, columns = {name.casefold() for name in own}, []
    for name in classes:
        column = name
        while column.casefold() in taken:
            column = f"class:{column}"
        taken.add(column.casefold())
        columns.append(column)
    return columns


def as_command(*words: str) -> str:
    """A command a person can copy into a terminal and run: words with blanks and the like are quoted."""
    return " ".join(map(_quoted, words))


def to_wire(value: Any) -> bytes:
    """JSON for `from_wire`: names that are no text come back as they were."""
    return _encoded(value, lambda text: _SURROGATES.sub(_stand_in, text))


def from_wire(line: bytes, kind: Any) -> Any:
    """Reads what `to_wire` wrote, as `kind`. Raises Unreadable."""
    if _STAND_IN_BYTES not in line:
        return from_json(line, kind)
    return as_kind(_mapped(from_json(line, Any), _restored), kind)


class _Lines(list[str]):
    """Takes the lines of a csv.writer."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")


def _encoded(value: Any, change: Callable[[str], str]) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_mapped(msgspec.to_builtins(value), change))


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {_mapped(key, change): _mapped(one, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(one, change) for one in value]
    return value


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    number = ord(letter)
    if 0xDC80 <= number <= 0xDCFF:
        return f"\\x{number - 0xDC00:02x}"
    return _SHORT.get(letter) or (f"\\x{number:02x}" if number < 0x80 else f"\\u{number:04x}")


def _stand_in(found: re.Match[str]) -> str:
    return chr(ord(found[0]) - _FIRST_SURROGATE + _FIRST_STAND_IN)


def _restored(text: str) -> str:
    return _STAND_INS.sub(lambda found: chr(ord(found[0]) - _FIRST_STAND_IN + _FIRST_SURROGATE), text)


def _quoted(word: str) -> str:
    if os.name == "nt":
        return f'"{word}"' if re.search(r"[^\w\\/:.,+-]", word) else word or '""'
    if as_line(word) != word:  # as bash and zsh write them
        return "$'" + as_line(word.replace("\\", "\\\\").replace("'", "\\'")) + "'"
    return shlex.quote(word)
