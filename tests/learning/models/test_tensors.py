"""Tensors and files of every odd kind are refused in one sentence, before they take time or memory."""

from __future__ import annotations

import math
import os
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

import cnn_desktop.learning.models.weights_file as weights_file_module
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.places import weights_folder
from cnn_desktop.learning.models.tensors import State
from cnn_desktop.learning.models.weights import Weights, import_weights, load_weights
from tests.learning.models.test_weights import MODEL, hashed_name, made_state, take


def tensors_like(change: Callable[[State], object]) -> Callable[[Path], Path]:
    """A torch file whose tensors are right but for what `change` does."""

    def make(folder: Path) -> Path:
        state = made_state(MODEL)
        change(state)
        torch.save(state, folder / "odd.pth")
        return folder / "odd.pth"

    return make


FIRST = "features.0.0.weight"


def put(value: Callable[[torch.Tensor], object]) -> Callable[[Path], Path]:
    """With another first tensor, made from the right one."""

    def change(state: State) -> None:
        state[FIRST] = value(state[FIRST])  # type: ignore[assignment]

    return tensors_like(change)


def as_safetensors(header: bytes, content: bytes = b"") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        file = folder / "odd.safetensors"
        file.write_bytes(len(header).to_bytes(8, "little") + header + content)
        return file

    return make


def huge_header(folder: Path) -> Path:
    (folder / "odd.safetensors").write_bytes((1 << 62).to_bytes(8, "little") + b"{}")
    return folder / "odd.safetensors"


def compressed(folder: Path) -> Path:
    """The same archive, packed: a few kB may become any number of GB."""
    torch.save(made_state(MODEL), folder / "plain.pth")
    with (
        zipfile.ZipFile(folder / "plain.pth") as plain,
        zipfile.ZipFile(folder / "odd.pth", "w", zipfile.ZIP_DEFLATED) as odd,
    ):
        for name in plain.namelist():
            odd.writestr(name, plain.read(name))
    return folder / "odd.pth"


def scripted(folder: Path) -> Path:
    torch.jit.save(torch.jit.script(nn.Linear(2, 2)), folder / "odd.pt")
    return folder / "odd.pt"


def sparse_file(folder: Path) -> Path:
    with open(folder / "odd.pth", "wb") as file:
        file.truncate(10 << 30)
    return folder / "odd.pth"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "odd.pth")
    return folder / "odd.pth"


def folder_of_that_name(folder: Path) -> Path:
    (folder / "odd.pth").mkdir()
    return folder / "odd.pth"


def loop(folder: Path) -> Path:
    (folder / "odd.pth").symlink_to("odd.pth")
    return folder / "odd.pth"


def empty_sidecar(folder: Path) -> Path:
    save_file(made_state(MODEL), folder / "odd.safetensors")
    (folder / "odd.safetensors.json").write_text('{"sha256": ""}')
    return folder / "odd.safetensors"


def with_nan(value: torch.Tensor) -> torch.Tensor:
    value[0, 0, 0, 0] = math.nan
    return value


ODD = {
    "NaN": (put(with_nan), "its tensor features.0.0.weight contains values that are not numbers"),
    "infinite": (put(lambda value: value / 0), "values that are not numbers"),
    "too large for float32": (put(lambda value: value.double() + 1e300), "values that are not numbers"),
    "complex": (put(lambda value: value.to(torch.complex64)), "contains complex numbers"),
    "true and false": (put(lambda value: value > 0), "kind of number this app cannot use"),
    "bytes": (put(lambda value: value.to(torch.uint8)), "kind of number this app cannot use"),
    "whole numbers": (put(lambda value: value.long()), "contains a different kind of number"),
    "8 bits": (put(lambda value: value.to(torch.float8_e4m3fn)), "kind of number this app cannot use"),
    "sparse": (put(lambda value: value.to_sparse()), "is sparse"),
    "sparse rows": (put(lambda value: value.flatten(1).to_sparse_csr()), "is sparse"),
    "meta": (put(lambda value: value.to("meta")), "contains no values"),
    "quantised": (put(lambda value: torch.quantize_per_tensor(value, 0.1, 0, torch.qint8)), "quantised|damaged"),
    "a bomb": (put(lambda value: torch.zeros(1).expand(1 << 40)), "far more memory than its size suggests"),
    "many bombs": (
        tensors_like(lambda state: state.update({f"t{n}": torch.zeros(1).expand(1 << 22) for n in range(999)})),
        "far more memory than its size suggests",
    ),
    "a number for a name": (tensors_like(lambda state: state.update({7: torch.zeros(1)})), "of a kind this app cannot use"),  # type: ignore[dict-item]
    "control characters": (tensors_like(lambda state: state.update({"\x1b[2J\n": torch.zeros(1)})), r"\\x1b\[2J\\n belongs"),
    "packed": (compressed, "compressed archive"),
    "TorchScript": (scripted, "possibly program code"),
    "10 GB of nothing": (sparse_file, "too large to be weights for MobileNetV3 small"),
    "huge header": (huge_header, "damaged or incomplete"),
    "overlapping": (
        as_safetensors(
            b'{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}',
            bytes(12),
        ),
        "damaged or incomplete",
    ),
    "beyond the end": (
        as_safetensors(b'{"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}}', bytes(8)),
        "damaged or incomplete",
    ),
    "nothing in it": (as_safetensors(b"{}"), "no weights this app can use"),
    "empty": (lambda folder: touched(folder / "odd.safetensors"), "damaged or incomplete"),
    "a pipe": (pipe, "could not be read: it is not a file"),
    "a folder": (folder_of_that_name, "could not be read: it is a folder"),
    "a link to itself": (loop, "could not be read"),
    "a device": (lambda folder: linked(folder / "odd.pth", "/dev/zero"), "could not be read: it is not a file"),
    "a checksum without digits": (empty_sidecar, "odd.safetensors.json says"),
}  # fmt: skip


def touched(file: Path) -> Path:
    file.touch()
    return file


def linked(file: Path, to: str) -> Path:
    file.symlink_to(to)
    return file


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of this kind")
@pytest.mark.parametrize("kind", ODD)
def test_odd_files_are_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    make, reason = ODD[kind]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = make(tmp_path)
    with pytest.raises(DataError, match=reason) as importing:
        take(import_weights(MODEL, file, Control()))
    assert file.name in str(importing.value)
    assert len(str(importing.value)) < 600
    assert "\n" not in str(importing.value)
    assert not weights_folder().exists()


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_other_decimal_numbers_are_converted(dtype: torch.dtype, tmp_path: Path) -> None:
    state = {name: value.to(dtype) if value.is_floating_point() else value for name, value in made_state(MODEL).items()}
    save_file(state, tmp_path / "mine.safetensors")
    found = load_weights(Weights(MODEL, tmp_path / "mine.safetensors", say("test")), 32)
    assert {value.dtype for name, value in found.items() if name in state and state[name].is_floating_point()} == {
        torch.float32
    }


def test_what_was_hashed_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file takes its place in between."""
    torch.save(made_state(MODEL), tmp_path / "weights.pth")
    weights_file = hashed_name(tmp_path / "weights.pth", MODEL)
    real = weights_file_module.check_hash

    def swapped(file: Path, digest: str) -> bool:
        torch.save({"evil": torch.zeros(1)}, file.with_name("other.pth"))
        file.with_name("other.pth").replace(file)
        return real(file, digest)

    monkeypatch.setattr(weights_file_module, "check_hash", swapped)
    assert load_weights(Weights(MODEL, weights_file, say("test")), 32)
