"""Writes tensors to disk whole or not at all, with checksums, and reads them back without unpickling.

Files are read, not mapped into memory: one that gets shorter meanwhile is damaged, and not the end of the process.
"""

from __future__ import annotations

import errno
import pickle
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import open_regular, replacing, set_aside
from cnn_desktop.domain.tensor_header import Header, content_crc, notes_for, packed_header, read_header
from cnn_desktop.learning.models import pickles

KINDS = {
    "F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64,
    "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U64": torch.uint64, "U32": torch.uint32,
    "U16": torch.uint16, "U8": torch.uint8, "BOOL": torch.bool, "C64": torch.complex64,
    "F8_E4M3": torch.float8_e4m3fn, "F8_E5M2": torch.float8_e5m2,
}  # fmt: skip
_NAMES = {kind: name for name, kind in KINDS.items()}
_PIECE = 1 << 20
"""Bytes that are checked at a time."""


class TensorFile(NamedTuple):
    """What a .safetensors file holds."""

    tensors: dict[str, torch.Tensor]
    facts: str | None
    """Of the model, in JSON; None in files of earlier versions, and of other programs."""
    crc: str
    """What it is known by, eight hexadecimal digits."""


def save_tensors(
    state: Mapping[str, torch.Tensor], path: Path, facts: str | None = None, earlier: Path | None = None
) -> str:
    """Writes named tensors as safetensors with a checksum, and returns it. Raises DataError (disk full, no permission).

    `facts`: kept with them. `earlier`: where what `path` held until now is found afterwards.
    """
    plain = {key: value.detach().cpu().contiguous() for key, value in state.items()}  # ours may be channels_last
    crcs = {key: zlib.crc32(_bytes_of(value)) for key, value in plain.items()}
    kinds = {key: (_NAMES[value.dtype], list(value.shape)) for key, value in plain.items()}
    crc = content_crc(crcs, kinds, facts)
    order, header = packed_header(kinds, notes_for(crc, facts))

    def write(file: Path) -> None:
        # Not safetensors' own way, which leaves a file of a name of its own when it is killed.
        with file.open("wb") as out:
            out.write(header)
            for name in order:
                out.write(_bytes_of(plain[name]))

    _write(path, write, earlier)
    return crc


def save_torch(content: dict[str, Any], path: Path, earlier: Path | None = None) -> None:
    """Writes tensors, numbers, texts, lists and dicts with torch.save. Raises DataError. `earlier` as in `save_tensors`."""
    _write(path, lambda file: torch.save(content, file), earlier)


def load_torch(path: Path) -> dict[str, Any]:
    """Reads what `save_torch` wrote, to the CPU, after comparing every part with its checksum.

    Raises OSError, and ValueError when the file is damaged or holds what no such file does.
    """
    try:
        with open_regular(path) as opened:
            _check_zip(opened)
            content = pickles.read(opened)
        for tensor in _tensors_in(content):
            if tensor.layout != torch.strided or tensor.nbytes > tensor.untyped_storage().nbytes():
                raise ValueError(f"{path}: a tensor larger than its numbers")
    except (*pickles.DAMAGED, MemoryError, pickle.UnpicklingError) as error:
        raise ValueError(path) from error
    if not isinstance(content, dict):
        raise ValueError(path)
    return content


def _check_zip(opened: BinaryIO) -> None:
    """torch keeps a CRC-32 of each part but never looks at it. Raises BadZipFile, ValueError and other errors of zipfile."""
    with zipfile.ZipFile(opened) as parts:
        entries = parts.infolist()
        if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
            raise ValueError("packed")
        if sum(entry.file_size for entry in entries) > opened.seek(0, 2):
            raise ValueError("larger than the file")
        for entry in entries:
            with parts.open(entry) as part:
                while part.read(_PIECE):
                    pass


def _tensors_in(content: object) -> Iterator[torch.Tensor]:
    """All tensors in dicts and lists in one another, however deep they go."""
    left, seen = [content], set()
    while left:
        one = left.pop()
        if isinstance(one, torch.Tensor):
            yield one
        elif isinstance(one, dict | list | tuple) and id(one) not in seen:
            seen.add(id(one))
            left += one.values() if isinstance(one, dict) else one


def read_tensors(opened: BinaryIO, header: Header) -> TensorFile:
    """What follows the `header`, which was just read. Raises OSError; ValueError when it is not what was written."""
    tensors, crcs = {}, {}
    try:
        for name, entry in header.tensors.items():
            tensors[name] = torch.empty(entry.shape, dtype=KINDS[entry.dtype])
            place = _bytes_of(tensors[name])
            if opened.readinto(place) != len(place):  # type: ignore[attr-defined]  # a file has it
                raise ValueError(name)
            crcs[name] = zlib.crc32(place)
    except (RuntimeError, MemoryError) as error:
        raise ValueError("too large") from error
    kinds = {name: (entry.dtype, entry.shape) for name, entry in header.tensors.items()}
    # Only this app's notes have facts.
    facts = header.facts if header.crc is not None else None
    crc = content_crc(crcs, kinds, facts)
    if header.crc not in (None, crc):
        raise ValueError("checksum")
    return TensorFile(tensors, facts, crc)


def load_tensors(path: Path) -> TensorFile:
    """Reads what `save_tensors` wrote. Raises DataError."""
    try:
        with open_regular(path) as opened:
            header = read_header(opened)
            _ = header.facts  # nobody else's notes
            return read_tensors(opened, header)
    except (OSError, ValueError) as error:
        raise DataError("{file} is missing or damaged. Train again.", file=str(path)) from error


def _bytes_of(tensor: torch.Tensor) -> memoryview:
    """Of a contiguous tensor on the CPU; what is written to them is in the tensor."""
    numbers = np.asarray(tensor.reshape(-1).view(torch.uint8))
    return numbers.data


def _write(path: Path, write: Callable[[Path], None], earlier: Path | None) -> None:
    with replacing(path) as temporary:
        try:
            write(temporary)
        except RuntimeError as error:
            # torch hides the system's error code. No space left is what matters to the person.
            full = "os error 28" in str(error) or shutil.disk_usage(path.parent).free < 1 << 20
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error).splitlines()[0], str(path)) from error
        if earlier is not None:
            set_aside(path, earlier)
