"""The beginning of a .safetensors file: which tensors follow, where, and notes. Nothing in it is believed unseen.

Model files of this app carry notes (`notes_for`): the facts of the model and the CRC-32 of these, and the CRC-32 of
everything, so that one file is a whole model and tells when it is damaged. Earlier versions wrote no notes.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO, NamedTuple

import msgspec

from cnn_desktop.domain.decoding import from_json

BITS = {
    "F64": 64, "F32": 32, "F16": 16, "BF16": 16, "I64": 64, "I32": 32, "I16": 16, "I8": 8, "U64": 64, "U32": 32,
    "U16": 16, "U8": 8, "BOOL": 8, "C64": 64, "F8_E4M3": 8, "F8_E5M2": 8,
}  # fmt: skip
"""Kind of number → bits of one."""
_LONGEST = 100_000_000
"""Bytes of a header, as the format says."""
_MOST_SIDES = 16
"""Of a tensor's shape; networks have five."""
_NOTES = "__metadata__"
_FACTS, _FACTS_CRC, _CRC = "cnn_desktop_facts", "cnn_desktop_facts_crc32", "cnn_desktop_crc32"


class Entry(msgspec.Struct, frozen=True):
    """A tensor in the file."""

    dtype: str
    """A key of `BITS`."""
    shape: list[int]
    data_offsets: tuple[int, int]
    """First byte, and the one behind the last, counted from the end of the header."""


class Header(NamedTuple):
    """What a file holds."""

    tensors: dict[str, Entry]
    """In the order of their bytes, which follow one another without a gap to the end of the file."""
    notes: dict[str, str]

    @property
    def crc(self) -> str | None:
        """Of the tensors and the facts, as `content_crc` gives it; None: of an earlier version, or not this app's."""
        return self.notes.get(_CRC)

    @property
    def facts(self) -> str | None:
        """What this app has noted of the model, in JSON; None: nothing. Raises ValueError when it is damaged."""
        if self.notes and not (_CRC in self.notes and self.notes.keys() <= {_CRC, _FACTS, _FACTS_CRC}):
            raise ValueError("notes")
        facts = self.notes.get(_FACTS)
        if self.notes.get(_FACTS_CRC) != (None if facts is None else _crc(facts.encode())):
            raise ValueError("facts")
        return facts


def read_header(opened: BinaryIO, most: int = _LONGEST) -> Header:
    """Reads to the first byte of the first tensor. `most`: bytes of a header that is looked at.

    Raises OSError; ValueError when the file is not whole, not of this kind, or its header is longer.
    """
    size = opened.seek(0, 2)
    opened.seek(0)
    length = int.from_bytes(opened.read(8), "little")
    if size < 8 or length > min(size - 8, most):
        raise ValueError("length")
    entries = from_json(opened.read(length), dict[str, msgspec.Raw])
    notes = from_json(bytes(entries.pop(_NOTES, b"{}")), dict[str, str])
    tensors = {name: from_json(bytes(entry), Entry) for name, entry in entries.items()}
    tensors = dict(sorted(tensors.items(), key=lambda item: item[1].data_offsets))
    end = 0
    for name, (dtype, shape, (begin, behind)) in (
        (name, msgspec.structs.astuple(one)) for name, one in tensors.items()
    ):
        if dtype not in BITS or len(shape) > _MOST_SIDES or min(shape, default=0) < 0 or begin != end:
            raise ValueError(name)
        end += math.prod(shape) * BITS[dtype] // 8
        if behind != end:
            raise ValueError(name)
    if end != size - 8 - length:
        raise ValueError("size")
    return Header(tensors, notes)


def packed_header(tensors: Mapping[str, tuple[str, list[int]]], notes: Mapping[str, str]) -> tuple[list[str], bytes]:
    """The opposite of `read_header`: the names in the order in which their bytes are to follow, and what comes before these."""
    order = sorted(tensors, key=lambda name: (-BITS[tensors[name][0]], name))  # the widest first: so each is aligned
    entries: dict[str, Any] = {_NOTES: notes}
    end = 0
    for name in order:
        dtype, shape = tensors[name]
        begin, end = end, end + math.prod(shape) * BITS[dtype] // 8
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}
    content = msgspec.json.encode(entries)
    content += b" " * (-len(content) % 8)
    return order, len(content).to_bytes(8, "little") + content


def notes_for(crc: str, facts: str | None) -> dict[str, str]:
    """The notes of a file that is known by `crc`, as `content_crc` gives it."""
    return {_CRC: crc} if facts is None else {_CRC: crc, _FACTS: facts, _FACTS_CRC: _crc(facts.encode())}


def content_crc(crcs: Mapping[str, int], tensors: Mapping[str, tuple[str, list[int]]], facts: str | None) -> str:
    """What a model is known by, eight hexadecimal digits: from names, kinds, shapes and bytes of its tensors, and its facts."""
    lines = (f"{name} {kind} {shape} {crcs[name]:08x}" for name, (kind, shape) in sorted(tensors.items()))
    return _crc("\n".join((facts or "", *lines)).encode(errors="surrogatepass"))


def _crc(content: bytes) -> str:
    return f"{zlib.crc32(content):08x}"
