"""What a pickle costs is known before it is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.learning.models import pickles
from cnn_desktop.learning.models.tensor_files import load_torch, save_torch
from cnn_desktop.learning.models.weights import find_weights, load_weights

MODEL = "mobilenet_v3_small"
_TWICE = b"".join(b"h%ch%c\x86q%c0" % (n, n, n + 1) for n in range(60))
"""BINGET n, BINGET n, TUPLE2, BINPUT n + 1, POP."""
HOSTILE = {
    "a key of tuples": b"\x80\x02})q\0" + _TWICE + b"h\x3cK\1s.",
    "a set of tuples": b"\x80\x02cbuiltins\nset\n])q\0" + _TWICE + b"h\x3ca\x85R.",
    "pairs of a dict": b"\x80\x02ccollections\nOrderedDict\n])q\0" + _TWICE + b"]h\x3caK\1aa\x85R.",
    "names of places": b"\x80\x02})0)p0\n0" + b"".join(b"g%d\ng%d\n\x86p%d\n0" % (n, n, n + 1) for n in range(60)) + b"g60\nK\1s.",
    "lists of lists": b"\x80\x02}" + b"]q\0K\1a0" + b"".join(b"](h%ch%ceq%c0" % (n, n, n + 1) for n in range(60)) + b".",
    "what is not there": b"\x80\x02s.",
    "no mark": b"\x80\x02)t.",
}  # fmt: skip


def packed(content: bytes) -> bytes:
    """As torch packs a pickle."""
    plain, out = io.BytesIO(), io.BytesIO()
    torch.save({}, plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename.endswith("data.pkl") else old.read(entry))
    return out.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.timeout(20)
def test_what_takes_for_ever_is_refused_at_once(name: str, is_old: bool, tmp_path: Path) -> None:
    (tmp_path / "w.pth").write_bytes(HOSTILE[name] if is_old else packed(HOSTILE[name]))
    with (tmp_path / "w.pth").open("rb") as stream, pytest.raises(ValueError, match="a pickle that"):
        pickles.check(stream)
    with pytest.raises(ValueError, match=r"a pickle that|w\.pth"):
        load_torch(tmp_path / "w.pth")
    weights = find_weights(MODEL, str(tmp_path / "w.pth"))
    assert weights is not None
    with pytest.raises(DataError, match="damaged"):
        load_weights(weights, 224)


@pytest.mark.parametrize("is_new", [True, False])
def test_what_torch_writes_is_cheap(is_new: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """All tensors twice, with an optimiser's: far from what is refused."""
    net = torch.nn.Sequential(*[torch.nn.Linear(2, 2) for _ in range(100)])
    optimizer = torch.optim.AdamW(net.parameters())
    net(torch.zeros(1, 2)).sum().backward()
    optimizer.step()
    content = {"a": net.state_dict(), "b": [net.state_dict()], "o": optimizer.state_dict(), "r": ((1, (2, 3)), None)}
    out = io.BytesIO()
    torch.save(content, out, _use_new_zipfile_serialization=is_new)
    monkeypatch.setattr(pickles, "_MOST", 400 * 1000)
    pickles.check(out)


def test_an_archive_behind_something_is_refused(tmp_path: Path) -> None:
    save_torch({"a": torch.zeros(2)}, tmp_path / "a.pt")
    whole = (tmp_path / "a.pt").read_bytes()
    (tmp_path / "b.pt").write_bytes(b"PK\3\4" + whole)
    with pytest.raises(ValueError, match=r"a pickle that|an archive|b\.pt"):
        load_torch(tmp_path / "b.pt")
    (tmp_path / "b.pt").write_bytes(HOSTILE["a key of tuples"] + whole)
    with pytest.raises(ValueError, match=r"a pickle that|an archive|b\.pt"):
        load_torch(tmp_path / "b.pt")
