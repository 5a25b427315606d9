"""Reads the files this app has written. Whatever has become of one, in whatever way: that is one error, `Unreadable`.

Settings and caches go on without it (`find_json`), runs and projects say one sentence (`load_json`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from cnn_desktop.domain.decoding import (
    Unreadable,
    from_csv,
    from_json,
    from_json_lines,
    from_msgpack,
    from_toml,
    understood,
)
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import open_regular

T = TypeVar("T")
SMALL, LARGE = 16 << 20, 1 << 30
"""Most bytes of a file of settings or facts; of one with a line or more for each photo."""
_LONGEST_LINE = 1 << 20
_MARK = b"\xef\xbb\xbf"
_PART = 1 << 18
"""Bytes that are read at once of a file that comes in parts."""


def read_bytes(path: Path, most: int = SMALL) -> bytes:
    """The content of the regular file `path`. Raises Unreadable, also when it has more than `most` bytes."""
    with understood(), _opened(path, most) as file:
        return file.read()


def read_json(path: Path, kind: type[T], most: int = SMALL) -> T:
    """Also from an editor that writes a byte order mark. Raises Unreadable."""
    return from_json(read_bytes(path, most).removeprefix(_MARK), kind)


def read_msgpack(path: Path, kind: type[T], most: int = SMALL) -> T:
    """Raises Unreadable."""
    return from_msgpack(read_bytes(path, most), kind)


def read_toml(path: Path) -> dict[str, Any]:
    """Also from an editor that writes a byte order mark. Raises Unreadable."""
    return from_toml(read_bytes(path).removeprefix(_MARK))


def read_csv(path: Path, columns: Sequence[str], also: Sequence[str] = ()) -> list[list[str]]:
    """Of each line the fields in `columns`, and those in the columns `also`, if there are any; see `from_csv`. Raises Unreadable."""
    return from_csv(read_bytes(path, LARGE), columns, also)


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of `path` without their ends, as far as it can be read; one that is absurdly long comes in pieces. Never raises."""
    try:
        with understood(), _opened(path, LARGE) as file:
            while line := file.readline(_LONGEST_LINE):
                yield line.rstrip(b"\r\n")
    except Unreadable:
        return


def read_head(path: Path, kind: type[T]) -> T:
    """The first line of a file of JSON lines. Raises Unreadable."""
    with understood(), _opened(path, LARGE) as file:
        return from_json(file.readline(), kind)


def read_json_parts(path: Path, kind: type[T]) -> Iterator[list[T]]:
    """The lines after the first of a file of JSON lines, some at a time: however many there are, few are held.

    Raises Unreadable, also when the last line has no end.
    """
    with understood(), _opened(path, LARGE) as file:
        file.readline()
        rest = b""
        while part := file.read(_PART):
            lines, end, rest_of_it = part.rpartition(b"\n")
            if not end:
                rest += rest_of_it
                if len(rest) > _LONGEST_LINE:
                    raise Unreadable("a line that is too long")
                continue
            found = from_json_lines(rest + lines, kind)
            rest = rest_of_it
            yield found
        if rest:
            raise Unreadable("a torn line")


def _opened(path: Path, most: int) -> BinaryIO:
    """Raises OSError, or Unreadable when it has more than `most` bytes."""
    file = open_regular(path)
    if os.fstat(file.fileno()).st_size > most:
        file.close()
        raise Unreadable(f"more than {most} bytes")
    return file


def find_json(path: Path, kind: type[T]) -> T | None:
    """What the JSON file `path` holds; None when it is missing, unreadable or damaged."""
    try:
        return read_json(path, kind)
    except Unreadable:
        return None


def load_json(path: Path, kind: type[T], problem: DataError, most: int = SMALL) -> T:
    """What the JSON file `path` holds. Raises `problem` when it is missing, unreadable or damaged."""
    try:
        return read_json(path, kind, most)
    except Unreadable as error:
        raise problem from error
