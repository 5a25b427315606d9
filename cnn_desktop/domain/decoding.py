"""JSON, TOML, MessagePack and CSV become values here and nowhere else: whatever is wrong with them is one error.

The libraries raise a dozen different ones (bad UTF-8, deep nesting, long fields, huge numbers, …), so ruff forbids their
functions everywhere else. `own_files` reads files through this.
"""

from __future__ import annotations

import contextlib
import csv
import functools
import io
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

import msgspec

T = TypeVar("T")

Share = Annotated[float, msgspec.Meta(ge=-1e-6, le=1 + 1e-6)]
"""0..1, as far as rounding allows."""
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=1e10)]
"""These are checked where a value is read, not where it is made."""


_LEARNING = threading.RLock()
"""Held while msgspec looks at a kind: it keeps what it learns of a class with the class, where another thread that meets the
same class finds it half done, and the process crashes (msgspec 0.22, two children that begin to tell at the same time)."""
_LONGEST_REASON = 200
"""Letters: a library may quote a whole file."""


class Unreadable(msgspec.DecodeError):
    """What was to be read is missing, cannot be read, or is not what this app wrote."""

    def __init__(self, reason: str, problem: OSError | None = None, is_text: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason if len(reason) <= _LONGEST_REASON else reason[:_LONGEST_REASON] + "…"
        """In a few English words, as the library said it."""
        self.problem = problem
        """What the disk said; None when the file could be read, but not understood."""
        self.is_text = is_text
        """False: it is no UTF-8."""

    @property
    def is_missing(self) -> bool:
        return isinstance(self.problem, FileNotFoundError | NotADirectoryError)


@contextlib.contextmanager
def understood() -> Iterator[None]:
    """Whatever goes wrong inside while values are read is an Unreadable. Only for reading: it hides mistakes."""
    try:
        yield
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(error.strerror or str(error), error) from error
    except UnicodeDecodeError as error:
        raise Unreadable(str(error), is_text=False) from error
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, MemoryError, csv.Error) as error:
        raise Unreadable(str(error)) from error


@functools.lru_cache(256)
def _json_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """To make one of the union of all events takes longer than to read a line with it."""
    with _LEARNING:
        return msgspec.json.Decoder(kind)


@functools.lru_cache(256)
def _msgpack_decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    with _LEARNING:
        return msgspec.msgpack.Decoder(kind)


def from_json(content: bytes | str, kind: type[T]) -> T:
    """Raises Unreadable."""
    with understood():
        return _json_decoder(kind).decode(content)  # type: ignore[arg-type]


def from_json_lines(content: bytes, kind: type[T]) -> list[T]:
    """Each line as `kind`. Raises Unreadable."""
    with understood():
        return _json_decoder(kind).decode_lines(content)  # type: ignore[arg-type]


def from_msgpack(content: bytes, kind: type[T]) -> T:
    """Raises Unreadable."""
    with understood():
        return _msgpack_decoder(kind).decode(content)  # type: ignore[arg-type]


def from_toml(content: bytes) -> dict[str, Any]:
    """Raises Unreadable."""
    with understood():
        return msgspec.toml.decode(content)


def from_csv(content: bytes, columns: Sequence[str], also: Sequence[str] = ()) -> list[list[str]]:
    """Of each line the fields in these `columns`, whose names stand in the first line; "" where a line is too short.

    Then those in the columns `also`; "" in each line where there is no such column. Raises Unreadable.
    """
    with understood():
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        names = next(lines, [])
        places = [names.index(name) for name in columns]
        places += [names.index(name) if name in names else sys.maxsize for name in also]
        return [[row[place] if place < len(row) else "" for place in places] for row in lines if row]


def as_kind(value: Any, kind: type[T]) -> T:
    """A value that was read already (dicts, lists, tuples, numbers, …) as `kind`. Raises Unreadable."""
    with understood(), _LEARNING:
        return msgspec.convert(value, kind)
