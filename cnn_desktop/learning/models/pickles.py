"""What reading a pickle would cost, told by its commands alone: nothing is built of what it holds.

torch reads pickles with few commands and no programs, but does as much as they want: a tuple that holds another twice, which
holds another twice, and so on, is small in a file and takes years as the key of a dict.
"""

from __future__ import annotations

import io
import pickletools
import struct
import warnings
import zipfile
from typing import Any, BinaryIO

import torch

DAMAGED = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RuntimeError, TypeError, ValueError,
    struct.error, zipfile.BadZipFile,
)  # fmt: skip
"""What zipfile and torch raise of a file that is not what it should be."""
_MOST = 10_000_000
"""Steps: commands, and the parts of what they use. The largest networks take about a tenth."""
_MOST_BYTES = 64 << 20
_ARCHIVE, _NAME = b"PK\x03\x04", "data.pkl"
"""What torch takes for one, by its first bytes; what is read of it."""
_OLD_PICKLES = 5
"""In a file of torch's older kind, one behind the other; numbers follow."""
_KEEPS = ("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE")
_FETCHES = ("GET", "BINGET", "LONG_BINGET")
_ADDS = ("APPEND", "APPENDS", "SETITEM", "SETITEMS", "ADDITEMS")
"""To what lies undermost of what they take."""


def read(stream: BinaryIO) -> Any:
    """What a torch file holds, to the CPU, after `check`. Raises OSError, `DAMAGED`, MemoryError and UnpicklingError."""
    check(stream)
    stream.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # advice to programmers, about old formats and what is refused
        return torch.load(stream, map_location="cpu", weights_only=True)


def check(stream: BinaryIO) -> None:
    """Of a torch file, in an archive in which nothing is packed or, of the older kind, in none.

    Raises OSError, ValueError, and other errors of zipfile.
    """
    stream.seek(0)
    steps = _Steps()
    if stream.read(len(_ARCHIVE)) != _ARCHIVE:
        stream.seek(0)
        for _ in range(_OLD_PICKLES):
            _go_through(stream, steps)
            if not stream.read(1):
                return  # torch says what is missing
            stream.seek(-1, 1)
        return
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
        if min((entry.header_offset for entry in entries), default=0):
            raise ValueError("an archive behind another, of which zipfile and torch do not read the same")
        for entry in entries:
            if entry.filename.rpartition("/")[2] == _NAME:
                if entry.file_size > _MOST_BYTES:
                    raise ValueError("a pickle that is too large")
                _go_through(io.BytesIO(archive.read(entry)), steps)


class _Steps:
    """That may still be taken."""

    def __init__(self) -> None:
        self._left = _MOST

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise ValueError("a pickle that takes too long")


class _Thing:
    """What a pickle would make, of which only the size is known: how much it holds, each part as often as it is met."""

    def __init__(self, size: int = 1) -> None:
        self.size = size


_MARK = _Thing(0)


def _go_through(stream: BinaryIO, steps: _Steps) -> None:
    """One pickle, as its reader would. Raises ValueError."""
    stack: list[_Thing] = []
    memo: dict[object, _Thing] = {}
    for command, value, _ in pickletools.genops(stream):
        if command.name in _KEEPS:
            memo[len(memo) if value is None else value] = _top(stack)
            steps.take(1)
        elif command.name in _FETCHES:
            stack.append(memo.get(value) or _Thing())
            steps.take(stack[-1].size)
        else:
            taken = _taken(stack, command)
            into = taken.pop() if command.name in _ADDS else None
            size = 1 + sum(thing.size for thing in taken)
            steps.take(size)
            if into is not None:
                into.size += size
                stack.append(into)
            elif command.stack_after == [pickletools.markobject]:
                stack.append(_MARK)
            else:
                stack += [_Thing(size) for _ in command.stack_after]


def _taken(stack: list[_Thing], command: pickletools.OpcodeInfo) -> list[_Thing]:
    """What the command takes from the stack, the topmost first. Raises ValueError when it is not there."""
    taken = []
    plain = command.stack_before
    if pickletools.markobject in plain:
        while _top(stack) is not _MARK:
            taken.append(stack.pop())
        stack.pop()
        plain = plain[: plain.index(pickletools.markobject)]
    for _ in plain:
        _top(stack)
        taken.append(stack.pop())
    return taken


def _top(stack: list[_Thing]) -> _Thing:
    if not stack:
        raise ValueError("a pickle that takes what is not there")
    return stack[-1]
