"""What a Windows program or library (PE file) says of itself: the libraries it asks for, whether it has a console, its version.

Written after Microsoft's "PE Format". Only 64-bit files.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path

_GUI, _CONSOLE = 2, 3
_EXPORTS, _IMPORTS = 0, 1
_LATEST = 96
"""No PE file has more sections."""
_VERSION_MARK = struct.pack("<I", 0xFEEF04BD)


class NotPE(ValueError):
    """The file is no 64-bit PE file."""


@dataclass(frozen=True)
class Facts:
    """Of one file."""

    imports: frozenset[str]
    """Names of libraries in lower case that must be there when it is loaded."""
    has_console: bool
    version: tuple[int, int, int, int]
    """That of the file; zeros when it has none."""


def read(path: Path) -> Facts:
    """Raises NotPE, OSError."""
    if path.stat().st_size < 512:
        raise NotPE(f"{path} is too short.")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        try:
            return _Image(data).facts()
        except (struct.error, IndexError) as error:
            raise NotPE(f"{path}: {error}") from error


def exports(path: Path) -> set[str]:
    """The names that a library offers. Raises NotPE, OSError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        image = _Image(data)
        at = image.directory(_EXPORTS)
        if at < 0:
            return set()
        count, names = image.number("<I", at + 24), image.offset(image.number("<I", at + 32))
        return {image.text(image.number("<I", names + 4 * number)) for number in range(count)}


class _Image:
    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        at = self.number("<I", 0x3C) if data[:2] == b"MZ" else -1
        if at < 0 or data[at : at + 4] != b"PE\0\0" or self.number("<H", at + 24) != 0x20B:
            raise NotPE("no 64-bit program or library of Windows")
        sections, optional_size = self.number("<H", at + 6), self.number("<H", at + 20)
        self.optional = at + 24
        first = self.optional + optional_size
        rows = (struct.unpack_from("<8xIIII", data, first + 40 * number) for number in range(min(sections, _LATEST)))
        self.sections = [(place, max(size, raw), start) for size, place, raw, start in rows]

    def number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(kind, self.data, at)[0])

    def offset(self, address: int) -> int:
        """Where in the file that lies which is at `address` in memory; -1: nowhere."""
        return next(
            (address - place + start for place, size, start in self.sections if place <= address < place + size), -1
        )

    def text(self, address: int) -> str:
        at = self.offset(address)
        return self.data[at : self.data.find(b"\0", at)].decode("ascii", "replace")

    def directory(self, number: int) -> int:
        """Where in the file the table `number` begins; -1: there is none."""
        if number >= self.number("<I", self.optional + 108):
            return -1
        address = self.number("<I", self.optional + 112 + 8 * number)
        return self.offset(address) if address else -1

    def imports(self) -> frozenset[str]:
        found = set()
        at = self.directory(_IMPORTS)
        while at >= 0 and (address := self.number("<I", at + 12)):
            found.add(self.text(address).lower())
            at += 20
        return frozenset(found)

    def version(self) -> tuple[int, int, int, int]:
        at = self.data.find(_VERSION_MARK)
        if at < 0:
            return (0, 0, 0, 0)
        high, low = struct.unpack_from("<II", self.data, at + 8)
        return (high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF)

    def facts(self) -> Facts:
        kind = self.number("<H", self.optional + 68)
        if kind not in (_GUI, _CONSOLE):
            raise NotPE(f"subsystem {kind}")
        return Facts(self.imports(), kind == _CONSOLE, self.version())
