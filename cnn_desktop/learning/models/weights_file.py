"""Reads and checks files of weights. Safetensors, or torch files read with weights_only=True: nothing is unpickled."""

from __future__ import annotations

import hashlib
import pickle
import re
import warnings
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors import SafetensorError

from cnn_desktop.domain.catalog import title_of
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import find_json, read_bytes
from cnn_desktop.learning.models.network import State, reference
from cnn_desktop.learning.models.tensor_files import read_safetensors

WEIGHT_SUFFIXES = (".safetensors", ".pth", ".pt")
_WRAPPERS = ("state_dict", "model_state_dict", "model")
_PREFIXES = ("module.", "_orig_mod.")
_HEX = 64
"""Digits of a SHA-256."""
_HASH_IN_NAME = re.compile(r"-([0-9a-f]{8,64})\.(?:pth|pt|safetensors)$")


def read_state(file: Path) -> State:
    """The tensors in `file` (float32 where they are floating), freed of wrappers. Raises DataError."""
    if file.suffix.lower() not in WEIGHT_SUFFIXES:
        raise DataError(
            "{file} is not a weights file this app can read. Choose a .safetensors, .pth or .pt file.", file=str(file)
        )
    try:
        content: Any = read_safetensors(file) if file.suffix.lower() == ".safetensors" else _load_torch(file)
    except FileNotFoundError as error:
        raise DataError("{file} does not exist. Choose the weights file again.", file=str(file)) from error
    except OSError as error:
        raise DataError(
            "{file} could not be read: {reason}. Check the file, then try again.",
            file=str(file),
            reason=error.strerror or str(error),
        ) from error
    except pickle.UnpicklingError as error:
        raise _refused(file, error) from error
    except (SafetensorError, RuntimeError, EOFError, ValueError, KeyError, IndexError) as error:
        raise _damaged(file) from error
    return _tensors(content, file)


def _load_torch(file: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's advice about old formats; what matters is said in our errors
        return torch.load(file, map_location="cpu", weights_only=True)


def _refused(file: Path, error: pickle.UnpicklingError) -> DataError:
    if "unsupported" in str(error).lower():
        return DataError(
            "{file} contains more than weights, possibly program code, so it was not opened. Use a .safetensors "
            "file, or save only the weights (state_dict).",
            file=str(file),
        )
    return _damaged(file)


def _damaged(file: Path) -> DataError:
    return DataError("{file} is damaged or incomplete. Download or copy it again.", file=str(file))


def _tensors(content: Any, file: Path) -> State:
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
    state: State = {}
    for key, value in content.items():
        name = str(key)
        for prefix in _PREFIXES:
            name = name.removeprefix(prefix)
        state[name] = value.float() if value.is_floating_point() else value
    return state


def check_state(state: State, model: str, image_size: int, file: Path) -> None:
    """Raises DataError unless `state` has the tensors of `model`, name by name and shape by shape.

    Only the number of classes of its head may differ: the head is replaced anyway.
    """
    wanted, head = reference(model, image_size)
    missing = [key for key in wanted if key not in state and not key.endswith("num_batches_tracked")]
    surplus = [key for key in state if key not in wanted]
    other = [
        key
        for key, shape in wanted.items()
        if key in state
        and (state[key].shape[1:] if key in head else state[key].shape) != (shape[1:] if key in head else shape)
    ]
    if not (missing or surplus or other):
        return
    example = (other or missing or surplus)[0]
    if other:
        found, needed = list(state[example].shape), list(wanted[example])
        detail = say(
            "{tensor} has the shape {found} instead of {needed}", tensor=example, found=str(found), needed=str(needed)
        )
    elif missing:
        detail = say("{tensor} is missing", tensor=example)
    else:
        detail = say("{tensor} belongs to another model", tensor=example)
    raise DataError(
        "{file} does not fit {model}: {detail}. Choose the model these weights were made for, or another file.",
        file=str(file), model=title_of(model), detail=detail,
    )  # fmt: skip


def sha256(file: Path) -> str:
    """Hash of a file's content, 64 hexadecimal digits. Raises DataError."""
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DataError(
            "{file} could not be read: {reason}. Check the file, then try again.",
            file=str(file),
            reason=error.strerror or str(error),
        ) from error


def check_hash(file: Path, digest: str) -> bool:
    """True when a hash is known for `file` (in its name, or in a file beside it) and `digest` matches it.

    False when none is known. Raises DataError when it does not match. torchvision's and torch.hub's names end in the
    first eight digits of the SHA-256.
    """
    known = _known_hash(file)
    if known is None:
        return False
    expected, where = known
    if not digest.startswith(expected):
        raise DataError(
            "{file} is damaged or not the original: its checksum starts with {digest}, but {where} says "
            "{expected}. Download the file again, or remove that entry if it is not meant as a checksum.",
            file=str(file), digest=digest[: len(expected)], where=where, expected=expected,
        )  # fmt: skip
    return True


def _known_hash(file: Path) -> tuple[str, str] | None:
    """(hexadecimal digits, where they stand) or None."""
    sidecar = file.with_name(f"{file.name}.sha256")
    if sidecar.is_file():
        words = _text(sidecar).split()
        return (words[0].lower() if words and len(words[0]) <= _HEX else "?", sidecar.name)
    for table in (file.with_name(f"{file.name}.json"), file.with_suffix(".json")):
        facts = find_json(table, _Note)  # None too when some other JSON file happens to lie there
        if facts and 0 < len(facts.sha256) <= _HEX:
            return facts.sha256.lower(), table.name
    in_name = hash_in_name(file.name)
    return (in_name, "its name") if in_name else None


class _Note(msgspec.Struct):
    """What is wanted of a JSON file beside the weights."""

    sha256: str = ""


def _text(file: Path) -> str:
    """Of a small text; "" when it cannot be read."""
    try:
        return read_bytes(file).decode("utf-8", "replace")
    except Unreadable:
        return ""


def hash_in_name(name: str) -> str:
    """The hexadecimal digits at the end of a file name as torchvision gives it; "" for other names."""
    found = _HASH_IN_NAME.search(name.lower())
    return found.group(1) if found else ""
