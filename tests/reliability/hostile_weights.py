"""Hostile files of weights. Runs in a fork: it needs torch."""

from __future__ import annotations

import io
import json
import os
import pickle
import socket
import struct
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

State = dict[str, torch.Tensor]
Writer = Callable[[Path, State, "Canary"], object]
NAMES = (
    "timm:hf-hub:somebody/something", "timm:hf_hub:somebody/something", "timm:local-dir:/tmp", "timm:../../x", "timm:",
    "timm:https://localhost/x", "timm:\x1b[2Jx", "hf-hub:x/y", "../../../x", "timm:" + "x" * 5000,
)  # fmt: skip
"""Of models."""


class Canary:
    """Writes the file `note` when it is unpickled."""

    def __init__(self, note: Path) -> None:
        self.note = str(note)

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.system, (f"echo executed >> '{self.note}'",)


def weights(folder: Path, state: State, note: Path) -> Iterator[tuple[str, Path]]:
    """(name, path) of each hostile file, written into a folder of its own."""
    canary = Canary(note)
    for name, (file, write) in _FILES.items():
        path = folder / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            write(path, state, canary)
        yield name, path


def raw_safetensors(path: Path, header: bytes, data: bytes = b"", length: int | None = None) -> None:
    """A file whose header says anything."""
    path.write_bytes(struct.pack("<Q", len(header) if length is None else length) + header + data)


def _header(path: Path, **tensors: Any) -> None:
    raw_safetensors(path, json.dumps(tensors).encode(), b"\0" * 64)


def _tensor(dtype: str = "F32", shape: tuple[int, ...] = (2,), offsets: tuple[int, int] = (0, 8)) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": offsets}


def _rezipped(path: Path, content: dict[str, Any], change: Callable[[str, bytes], bytes]) -> None:
    """torch's own archive with other members."""
    buffer = io.BytesIO()
    torch.save(content, buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, change(member.filename, old.read(member)))


def _malicious_zip(path: Path, state: State, canary: Canary) -> None:
    bad = pickle.dumps({"weight": canary}, protocol=2)
    _rezipped(path, state, lambda name, data: bad if name.endswith("data.pkl") else data)


def _zip_bomb(path: Path, state: State, canary: Canary) -> None:
    _rezipped(path, state, lambda name, data: b"\0" * (1 << 30) if name.endswith("data.pkl") else data)


def _outside_zip(path: Path, state: State, canary: Canary) -> None:
    with zipfile.ZipFile(path, "w") as new:
        for name in ("../../../foreign/x", "/tmp/../x", "archive/../../foreign/data.pkl", "archive/data.pkl"):
            new.writestr(name, pickle.dumps(canary, protocol=2))


def _tar(path: Path, state: State, canary: Canary) -> None:
    with tarfile.open(path, "w") as new:
        for name in ("storages", "tensors", "pickle", "../../foreign/x"):
            data = pickle.dumps(canary, protocol=2)
            member = tarfile.TarInfo(name)
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))


def _socket(path: Path, state: State, canary: Canary) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 108 bytes
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _with_sidecar(content: Callable[[Path], object], ending: str) -> Writer:
    def write(path: Path, state: State, canary: Canary) -> None:
        torch.save(state, path)
        content(path.with_name(path.name + ending))

    return write


def _save(change: Callable[[State], Any]) -> Writer:
    return lambda path, state, canary: torch.save(change(state), path)


def _each(change: Callable[[torch.Tensor], Any]) -> Writer:
    """Every floating tensor changed."""
    return _save(lambda state: {k: change(v) if v.is_floating_point() else v for k, v in state.items()})


def _first(change: Callable[[torch.Tensor], Any]) -> Writer:
    """One tensor changed."""

    def changed(state: State) -> dict[str, Any]:
        name = next(key for key, value in state.items() if value.dim() == 4)
        return state | {name: change(state[name])}

    return _save(changed)


def doubled(content: bytes) -> bytes:
    """A pickle whose key is a tuple that holds another twice, which holds another twice, and so on: 2^60 in all."""
    twice = b"".join(b"h%ch%c\x86q%c0" % (n, n, n + 1) for n in range(60))
    return b"\x80\x02})q\0" + twice + b"h\x3cK\1s."


def with_pickle(path: Path, content: bytes, change: Callable[[bytes], bytes]) -> None:
    """The torch file `content`, its pickle changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            new.writestr(member.filename, change(data) if member.filename.endswith("data.pkl") else data)


def _doubled(path: Path, state: State, canary: Canary) -> None:
    torch.save(state, path)
    with_pickle(path, path.read_bytes(), doubled)


def _filled(value: float) -> Callable[[torch.Tensor], torch.Tensor]:
    return lambda tensor: torch.full_like(tensor, value)


def _deep(state: State) -> Any:
    inner: Any = state
    for _ in range(900):
        inner = {"state_dict": inner}
    return inner


def _safe(change: Callable[[State], State]) -> Writer:
    def write(path: Path, state: State, canary: Canary) -> None:
        from safetensors.torch import save_file

        save_file({key: value.contiguous() for key, value in change(state).items()}, path)

    return write


def _safe_first(value: float) -> Writer:
    def changed(state: State) -> State:
        name = next(key for key, tensor in state.items() if tensor.dim() == 4)
        tensor = state[name].clone()
        tensor.view(-1)[0] = value
        return state | {name: tensor}

    return _safe(changed)


_S, _P, _T = "w.safetensors", "w.pth", "w.pt"
_FILES: dict[str, tuple[str, Writer]] = {
    "pickle that starts a program": (_P, lambda path, state, canary: path.write_bytes(pickle.dumps(canary))),
    "pickle in a state": (_T, lambda path, state, canary: path.write_bytes(pickle.dumps({"w": canary}, protocol=2))),
    "torch.save of a canary": (_P, lambda path, state, canary: torch.save({"state_dict": canary}, path)),
    "torch.save, old format": (
        _P, lambda path, state, canary: torch.save([canary], path, _use_new_zipfile_serialization=False)
    ),
    "archive with another pickle": (_T, _malicious_zip),
    "archive with ../ names": (_P, _outside_zip),
    "archive that grows to 1 GB": (_P, _zip_bomb),
    "tar": (_P, _tar),
    "tar called safetensors": (_S, _tar),
    "a key that takes for ever": (_P, _doubled),
    "a key that takes for ever, old format": (_P, lambda path, state, canary: path.write_bytes(doubled(b""))),
    "a whole module": (_P, _save(lambda state: torch.nn.Linear(2, 2))),
    "TorchScript": (_T, lambda path, state, canary: torch.jit.script(torch.nn.Linear(2, 2)).save(path)),
    "nested 900 deep": (_P, _save(_deep)),
    "a list": (_P, _save(lambda state: list(state.values()))),
    "numbers as names": (_P, _save(lambda state: dict(enumerate(state.values())))),
    "names that act on a terminal": (_P, _save(lambda state: {f"\x1b[2J\n\u202e{k}": v for k, v in state.items()})),
    "NaN": (_P, _each(_filled(float("nan")))),
    "one NaN": (_S, _safe_first(float("nan"))),
    "infinite": (_S, _safe_first(float("inf"))),
    "too large to compute": (_P, _each(_filled(3e38))),
    "complex": (_P, _each(lambda tensor: tensor.to(torch.complex64))),
    "complex, one": (_P, _first(lambda tensor: tensor.to(torch.complex128))),
    "quantised": (_P, _first(lambda tensor: torch.quantize_per_tensor(tensor, 0.1, 0, torch.qint8))),
    "sparse": (_P, _first(lambda tensor: tensor.to_sparse())),
    "meta": (_P, _each(lambda tensor: tensor.to("meta"))),
    "meta, one": (_P, _first(lambda tensor: tensor.to("meta"))),
    "whole numbers": (_P, _each(lambda tensor: tensor.to(torch.int64))),
    "booleans": (_S, _safe(lambda state: {key: value.bool() for key, value in state.items()})),
    "float8": (_P, _each(lambda tensor: tensor.to(torch.float8_e4m3fn))),
    "4 TB by strides": (_P, _save(lambda state: {"w": torch.zeros(1).expand(10**12)})),
    "4 TB in the right place": (_P, _first(lambda tensor: torch.zeros(1).expand(10**12))),
    "nothing": (_P, lambda path, state, canary: path.touch()),
    "nothing, safetensors": (_S, lambda path, state, canary: path.touch()),
    "a header without end": (_S, lambda path, state, canary: raw_safetensors(path, b"{", length=1 << 62)),
    "a header that is none": (_S, lambda path, state, canary: raw_safetensors(path, b"\xff\xfe\x00")),
    "a header nested 100,000 deep": (_S, lambda path, state, canary: raw_safetensors(path, b'{"a":' * 100_000)),
    "overlapping tensors": (_S, lambda path, state, canary: _header(path, a=_tensor(), b=_tensor())),
    "offsets below zero": (_S, lambda path, state, canary: _header(path, a=_tensor(offsets=(-8, 0)))),
    "a shape of 2^62": (_S, lambda path, state, canary: _header(path, a=_tensor(shape=(0, 2**62), offsets=(0, 0)))),
    "an unknown type": (_S, lambda path, state, canary: _header(path, a=_tensor("X99"))),
    "a folder": (_P, lambda path, state, canary: path.mkdir()),
    "a pipe": (_P, lambda path, state, canary: os.mkfifo(path)),
    "a pipe called safetensors": (_S, lambda path, state, canary: os.mkfifo(path)),
    "a socket": (_P, _socket),
    "a link to /dev/zero": (_S, lambda path, state, canary: path.symlink_to("/dev/zero")),
    "a link to /dev/zero, torch": (_P, lambda path, state, canary: path.symlink_to("/dev/zero")),
    "a link to itself": (_P, lambda path, state, canary: path.symlink_to(path)),
    "checksum in a pipe": (_P, _with_sidecar(os.mkfifo, ".sha256")),
    "checksum in /dev/zero": (_P, _with_sidecar(lambda path: path.symlink_to("/dev/zero"), ".sha256")),
    "checksum of control characters": (_P, _with_sidecar(lambda path: path.write_text("\x1b[31m\x07\u202e x"), ".sha256")),
    "note nested 100,000 deep": (_P, _with_sidecar(lambda path: path.write_text("[" * 100_000), ".json")),
    "note that is no UTF-8": (_P, _with_sidecar(lambda path: path.write_bytes(b'{"sha256": "\xff"}'), ".json")),
    "note in a pipe": (_P, _with_sidecar(os.mkfifo, ".json")),
    "a name that acts on a terminal": ("\x1b[31m\u202ew.pth", lambda path, state, canary: path.write_bytes(b"x")),
    "a name that is no UTF-8": (os.fsdecode(b"\xff\xfew.pth"), lambda path, state, canary: torch.save([], str(path))),
}  # fmt: skip
