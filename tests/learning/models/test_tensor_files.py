"""Files of tensors tell when they are damaged, wherever: bits are turned all over them, and they are cut."""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from cnn_desktop.domain.errors import DataError
from cnn_desktop.learning.models.tensor_files import load_tensors, load_torch, save_tensors, save_torch
from tests.dataset.helpers import one_sentence

STATE = {"head.weight": torch.arange(6.0).view(2, 3), "head.count": torch.tensor(7), "empty": torch.zeros(0, 2)}
CONTENT = {"weights": STATE, "standing": '{"epoch": 3}', "random": [1, [2, None]], "best": "abcd"}


def damaged(file: Path, whole: bytes, step: int, read: Callable[[], object]) -> int:
    """Turns every `step`th bit of `file`, and cuts it; returns how many of these went unnoticed with another content."""
    unnoticed = 0
    was = read()
    for bit in range(0, len(whole) * 8, step):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        file.write_bytes(changed)
        unnoticed += _answers(read) not in (None, was)
    for length in range(0, len(whole), max(1, step)):
        file.write_bytes(whole[:length])
        unnoticed += _answers(read) not in (None, was)
    return unnoticed


def _answers(read: Callable[[], object]) -> object:
    try:
        return read()
    except (DataError, ValueError, OSError):
        return None


def plain(content: object) -> object:
    """Equal for equal tensors."""
    if isinstance(content, torch.Tensor):
        return str(content.dtype), tuple(content.shape), content.tolist()
    if isinstance(content, dict):
        return {key: plain(value) for key, value in content.items()}
    return [plain(one) for one in content] if isinstance(content, list | tuple) else content


def test_turned_bits_of_a_model_are_noticed(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    crc = save_tensors(STATE, file, facts='{"classes": ["cat", "dög"]}')
    read = load_tensors(file)
    assert (plain(read.tensors), read.facts, read.crc) == (plain(STATE), '{"classes": ["cat", "dög"]}', crc)
    assert plain(load_file(file)) == plain(STATE), "other programs read it"
    assert damaged(file, file.read_bytes(), 3, lambda: plain(load_tensors(file))) == 0


def test_a_model_of_before_is_read_and_its_header_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    save_file(STATE, file)
    assert plain(load_tensors(file).tensors) == plain(STATE)
    assert load_tensors(file).crc == save_tensors(STATE, tmp_path / "again.safetensors")
    save_file(STATE, file, {"format": "pt"})
    with pytest.raises(DataError, match="missing or damaged"):
        load_tensors(file)


def test_turned_bits_of_a_checkpoint_are_noticed(tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.pt"
    save_torch(CONTENT, file)
    assert plain(load_torch(file)) == plain(CONTENT)
    assert damaged(file, file.read_bytes(), 37, lambda: plain(load_torch(file))) == 0


def test_a_block_of_zeros_in_a_checkpoint_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.pt"
    torch.save({"weights": torch.rand(5000)}, file)  # as earlier versions wrote it
    whole = bytearray(file.read_bytes())
    whole[8192:12288] = bytes(4096)
    file.write_bytes(whole)
    assert torch.load(file)["weights"].count_nonzero() < 4000, "torch itself does not notice"
    with pytest.raises(ValueError, match="checkpoint"):
        load_torch(file)


class _Runs:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch executed",)


def hostile(file: Path, kind: str) -> None:
    """A checkpoint that nobody's training has written."""
    nested: object = ()
    for _ in range(100_000):
        nested = (nested,)
    content = {
        "code": {"weights": _Runs()},
        "endless tensor": {"weights": torch.zeros(1).expand(1 << 40)},
        "sparse": {"weights": torch.eye(3).to_sparse()},
        "list": [1],
    }.get(kind, {"weights": {}})
    if kind == "nested":
        content = {"weights": nested}
        sys.setrecursionlimit(1 << 20)
    try:
        torch.save(content, file)
    finally:
        sys.setrecursionlimit(1000)
    if kind == "bomb":
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("archive/data/9", bytes(50_000_000))
    if kind == "claims terabytes":
        whole = file.read_bytes()
        place = whole.rindex(b"PK\x01\x02")
        sizes = struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0)
        file.write_bytes(whole[: place + 20] + sizes + whole[place + 28 :])
    if kind == "old pickle":
        file.write_bytes(pickle.dumps({"weights": 1}))


@pytest.mark.parametrize("kind", ["code", "endless tensor", "sparse", "list", "bomb", "claims terabytes", "old pickle"])
def test_a_hostile_checkpoint_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "checkpoint.pt"
    hostile(file, kind)
    with pytest.raises(ValueError, match=r"."):
        load_torch(file)
    assert not (tmp_path / "executed").exists()


@pytest.mark.parametrize(
    "header",
    [
        b'{"a":{"dtype":"F32","shape":[99999999999999],"data_offsets":[0,399999999999996]}}',
        b'{"a":{"dtype":"F32","shape":[-1,-4],"data_offsets":[0,16]}}',
        b'{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}',
        b'{"a":{"dtype":"Q9","shape":[16],"data_offsets":[0,16]}}',
        b'{"a":{"dtype":"F32","shape":[0,9223372036854775807,9223372036854775807],"data_offsets":[0,0]}}',
        b'{"a":' * 50_000,
        b'{"\xff":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}',
        b"null",
    ],
    ids=["terabytes", "negative", "twice", "kind", "overflow", "deep", "no text", "null"],
)
def test_a_hostile_header_is_refused(header: bytes, tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(len(header).to_bytes(8, "little") + header + bytes(16))
    with pytest.raises(DataError, match="missing or damaged") as refused:
        load_tensors(file)
    assert str(file) in one_sentence(refused.value)


@pytest.mark.skipif(os.name != "posix", reason="pipes are files here only")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder", "missing"):
        with pytest.raises(DataError, match="missing or damaged"):
            load_tensors(tmp_path / name)
        with pytest.raises(OSError, match=r"."):
            load_torch(tmp_path / name)


def test_a_model_that_is_cut_short_after_it_was_read_harms_nobody(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from cnn_desktop.learning.models.tensor_files import load_tensors\n"
        "read = load_tensors(Path(sys.argv[1])).tensors\n"
        "os.truncate(sys.argv[1], 0)\n"
        "print(sum(float(value.sum()) for value in read.values()))"
    )
    save_tensors({"a": torch.ones(1 << 20)}, tmp_path / "model.safetensors")
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "model.safetensors")], capture_output=True, check=False
    )
    assert (done.returncode, float(done.stdout)) == (0, 1 << 20)
