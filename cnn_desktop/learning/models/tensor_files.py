"""Writes tensors to disk whole or not at all, and reads them back without unpickling."""

from __future__ import annotations

import errno
import pickle
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load, load_file, save_file

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import replacing
from cnn_desktop.domain.text_out import as_text


def save_tensors(state: Mapping[str, torch.Tensor], path: Path) -> None:
    """Writes named tensors as safetensors. Raises DataError (disk full, no permission)."""
    # Cloned: safetensors refuses tensors that share memory, and ours may be channels_last.
    plain = {key: value.detach().to("cpu", copy=True).contiguous() for key, value in state.items()}

    def write(file: Path) -> None:
        save_file(plain, file)
        file.chmod(0o644)  # safetensors makes files that only their owner may read

    _write(path, write)


def save_torch(content: dict[str, Any], path: Path) -> None:
    """Writes tensors, numbers, texts, lists and dicts with torch.save. Raises DataError."""
    _write(path, lambda file: torch.save(content, file))


def load_torch(path: Path) -> dict[str, Any]:
    """Reads what `save_torch` wrote, to the CPU. Raises DataError when the file is damaged."""
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, ValueError, KeyError, pickle.UnpicklingError) as error:
        raise DataError("{file} is damaged. Delete it to start training from the beginning.", file=str(path)) from error


def read_safetensors(path: Path) -> dict[str, torch.Tensor]:
    """The tensors in a .safetensors file. Raises OSError and SafetensorError."""
    if as_text(str(path)) != str(path):  # the library itself opens no such file
        return load(path.read_bytes())
    return load_file(path)


def load_tensors(path: Path) -> dict[str, torch.Tensor]:
    """Reads what `save_tensors` wrote. Raises DataError."""
    try:
        return read_safetensors(path)
    except (OSError, SafetensorError) as error:
        raise DataError("{file} is missing or damaged. Train again.", file=str(path)) from error


def _write(path: Path, write: Callable[[Path], None]) -> None:
    with replacing(path) as temporary:
        try:
            write(temporary)
        except (SafetensorError, RuntimeError) as error:
            # Both libraries hide the system's error code. No space left is what matters to the person.
            full = "os error 28" in str(error) or shutil.disk_usage(path.parent).free < 1 << 20
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error).splitlines()[0], str(path)) from error
