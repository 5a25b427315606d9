"""Reads and checks files of weights. Safetensors, or torch files read with weights_only=True: nothing is unpickled."""

from __future__ import annotations

import hashlib
import math
import os
import pickle
import re
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import torch

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import open_regular
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import find_json, read_bytes
from cnn_desktop.domain.tensor_header import read_header
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.learning.models import pickles
from cnn_desktop.learning.models.network import reference
from cnn_desktop.learning.models.tensor_files import read_tensors
from cnn_desktop.learning.models.tensors import State, plain_tensors, shown

WEIGHT_SUFFIXES = (".safetensors", ".pth", ".pt")
_WRAPPERS = ("state_dict", "model_state_dict", "model")
_PREFIXES = ("module.", "_orig_mod.")
_BYTES_A_NUMBER, _MOST_BESIDE = 32, 1 << 30
_FEWEST_DIGITS, _MOST_DIGITS = 8, 64
"""Of a checksum that means anything."""
_MOST_TEXT = 1 << 16
"""Bytes of a file that holds a checksum."""
_HASH_IN_NAME = re.compile(r"-([0-9a-f]{8,64})\.(?:pth|pt|safetensors)$")


def read_state(file: Path, model: str, check: bool = False) -> State:
    """The tensors in `file`, which is for `model`: float32 where they are decimal, freed of wrappers. Raises DataError.

    `check`: the file's checksum is compared with the one that is known, if one is. All of it is said of the very bytes that
    are read, whatever happens to the file meanwhile.
    """
    return read_known(file, model, check)[0]


def read_known(file: Path, model: str, check: bool = True) -> tuple[State, str, bool]:
    """(tensors, SHA-256 of the file, whether it was known and matched), see `read_state`. Raises DataError."""
    if file.suffix.lower() not in WEIGHT_SUFFIXES:
        raise DataError(
            "{file} is not a weights file this app can read. Choose a .safetensors, .pth or .pt file.", file=str(file)
        )
    try:
        with open_regular(file) as stream:
            size = os.fstat(stream.fileno()).st_size
            most = _most_bytes(model)
            if size > most:
                raise DataError(
                    "{file} is too large to be weights for {model}: it is {size} MB, and they take up {most} MB at most. Choose "
                    "another file.",
                    file=str(file), model=title_of(model), size=round(size / 1e6), most=round(most / 1e6),
                )  # fmt: skip
            digest = hashlib.file_digest(stream, "sha256").hexdigest() if check else ""
            known = check_hash(file, digest) if check else False
            stream.seek(0)
            is_safe = file.suffix.lower() == ".safetensors"
            content: Any = (
                read_tensors(stream, read_header(stream)).tensors if is_safe else _load_torch(stream, file, size)
            )
    except FileNotFoundError as error:
        raise DataError("{file} does not exist. Choose the weights file again.", file=str(file)) from error
    except OSError as error:
        raise _unreadable(file, error) from error
    except pickles.DAMAGED as error:
        raise _damaged(file) from error
    return _tensors(content, file, size), digest, known


def _most_bytes(model: str) -> int:
    """That a file for `model` may have: its tensors in double precision, with an optimiser's, and room for a larger head."""
    return _BYTES_A_NUMBER * sum(math.prod(value.shape) for value in reference(model, 224)[0].values()) + _MOST_BESIDE


def _load_torch(stream: BinaryIO, file: Path, size: int) -> Any:
    _check_archive(stream, file, size)
    try:
        return pickles.read(stream)
    except pickle.UnpicklingError as error:
        raise _refused(file, error) from error


def _check_archive(stream: BinaryIO, file: Path, size: int) -> None:
    """Of a torch file of today, which is a zip archive: nothing in it is packed, and no program. Raises DataError."""
    if not zipfile.is_zipfile(stream):
        return
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
    if any(entry.filename.rpartition("/")[2] == "constants.pkl" or "/code/" in entry.filename for entry in entries):
        raise _with_program(file)
    packed = any(entry.compress_type != zipfile.ZIP_STORED for entry in entries)
    if packed or sum(entry.file_size for entry in entries) > size:
        raise DataError(
            "{file} is a compressed archive, which this app cannot read as weights. Use a .safetensors file, or save "
            "only the weights (state_dict).",
            file=str(file),
        )


def _refused(file: Path, error: pickle.UnpicklingError) -> DataError:
    return _with_program(file) if "unsupported" in str(error).lower() else _damaged(file)


def _with_program(file: Path) -> DataError:
    return DataError(
        "{file} contains more than weights, possibly program code, so it was not opened. Use a .safetensors "
        "file, or save only the weights (state_dict).",
        file=str(file),
    )


def _damaged(file: Path) -> DataError:
    return DataError("{file} is damaged or incomplete. Download or copy it again.", file=str(file))


def _unreadable(file: Path, error: OSError) -> DataError:
    return DataError(
        "{file} could not be read: {reason}. Check the file, then try again.",
        file=str(file),
        reason=error.strerror or str(error),
    )


def _tensors(content: Any, file: Path, size: int) -> State:
    for wrapper in _WRAPPERS:
        if isinstance(content, dict) and isinstance(content.get(wrapper), dict):
            content = content[wrapper]
            break
    if not (
        isinstance(content, dict) and content and all(isinstance(value, torch.Tensor) for value in content.values())
    ):
        raise DataError(
            "{file} contains no weights this app can use. Use a .safetensors file, or save only the weights "
            "(state_dict).",
            file=str(file),
        )
    return {_bare(name): value for name, value in plain_tensors(content, file, size).items()}


def _bare(name: str) -> str:
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name


def check_state(state: State, model: str, image_size: int, file: Path) -> None:
    """Raises DataError unless `state` has the tensors of `model`, name by name and shape by shape.

    Only the number of classes of its head may differ: the head is replaced anyway.
    """
    wanted, head = reference(model, image_size)
    counts = [key for key in wanted if key.endswith("num_batches_tracked")]
    missing = [key for key in wanted if key not in state and key not in counts]
    surplus = [key for key in state if key not in wanted]
    there = [key for key in wanted if key in state]
    other = [key for key in there if _form(state[key], key in head) != _form(wanted[key], key in head)]
    strange = [key for key in there if state[key].is_floating_point() != wanted[key].is_floating_point()]
    if not (missing or surplus or other or strange):
        return
    example = (other or strange or missing or surplus)[0]
    if other:
        found, needed = list(state[example].shape), list(wanted[example].shape)
        detail = say(
            "{tensor} has the shape {found} instead of {needed}", tensor=example, found=str(found), needed=str(needed)
        )
    elif strange:
        detail = say("{tensor} contains a different kind of number", tensor=example)
    elif missing:
        detail = say("{tensor} is missing", tensor=example)
    else:
        detail = say("{tensor} belongs to another model", tensor=shown(example))
    raise DataError(
        "{file} does not fit {model}: {detail}. Choose the model these weights were made for, or another file.",
        file=str(file), model=title_of(model), detail=detail,
    )  # fmt: skip


def _form(value: torch.Tensor, of_head: bool) -> torch.Size:
    """Its shape; without the classes, where there may be others."""
    return value.shape[1:] if of_head else value.shape


def sha256(file: Path) -> str:
    """Hash of a file's content, 64 hexadecimal digits. Raises DataError."""
    try:
        with open_regular(file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(file, error) from error


def check_hash(file: Path, digest: str) -> bool:
    """True when a hash is known for `file` (in its name, or in a file beside it) and `digest` matches it.

    False when none is known. Raises DataError when it does not match. torchvision's and torch.hub's names end in the
    first eight digits of the SHA-256.
    """
    known = _known_hash(file)
    if known is None:
        return False
    expected, where = known
    if len(expected) < _FEWEST_DIGITS or not digest.startswith(expected):
        raise DataError(
            "{file} is damaged or not the original: its checksum starts with {digest}, but {where} says "
            "{expected}. Download the file again, or remove that entry if it is not meant as a checksum.",
            file=str(file), digest=digest[: max(_FEWEST_DIGITS, len(expected))], where=where,
            expected=as_shown(expected[: len(digest)]) or "?",
        )  # fmt: skip
    return True


def _known_hash(file: Path) -> tuple[str, str] | None:
    """(hexadecimal digits, where they stand) or None."""
    sidecar = file.with_name(f"{file.name}.sha256")
    beside = _beside(sidecar)
    if beside is not None:
        words = beside.split()
        return (words[0].lower() if words and len(words[0]) <= _MOST_DIGITS else "?", sidecar.name)
    for table in (file.with_name(f"{file.name}.json"), file.with_suffix(".json")):
        facts = find_json(table, _Note)  # None too when some other JSON file happens to lie there
        if facts and facts.sha256 is not None and len(facts.sha256) <= _MOST_DIGITS:
            return facts.sha256.lower(), table.name
    in_name = hash_in_name(file.name)
    return (in_name, "its name") if in_name else None


class _Note(msgspec.Struct):
    """What is wanted of a JSON file beside the weights."""

    sha256: str | None = None


def _beside(file: Path) -> str | None:
    """The text of a small file; None when there is none that can be read, or it is too large to be what is looked for."""
    try:
        return read_bytes(file, _MOST_TEXT).decode("utf-8", "replace")
    except Unreadable:
        return None


def hash_in_name(name: str) -> str:
    """The hexadecimal digits at the end of a file name as torchvision gives it; "" for other names."""
    found = _HASH_IN_NAME.search(name.lower())
    return found.group(1) if found else ""
