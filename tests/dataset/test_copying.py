"""Copies of photos on disks that are not as good as others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cnn_desktop.dataset.copying import copy_beside
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError


def test_a_name_that_cannot_be_taken_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without second names, which breaks off when the finished copy gets its name."""

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "photo.jpg").write_bytes(b"photo")
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with (tmp_path / "photo.jpg").open("rb") as source, pytest.raises(DataError):
        copy_beside(source, tmp_path / "out", iter(["photo.jpg"]), Control())
    assert not list((tmp_path / "out").iterdir())
