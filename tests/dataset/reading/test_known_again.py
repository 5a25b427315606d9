"""A folder that is read again is looked at only where it has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from cnn_desktop.dataset.checks import fingerprints
from cnn_desktop.dataset.checks.fingerprints import Fingerprint
from cnn_desktop.dataset.reading import known_again
from cnn_desktop.dataset.reading.decode import PhotoHeader, UnreadablePhoto, read_header
from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from tests.dataset.helpers import finish


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files whose headers were read."""
    names: list[str] = []

    def read(file: Path, content: bytes | None = None) -> PhotoHeader:
        names.append(file.name)
        return read_header(file, content)

    monkeypatch.setattr(known_again, "read_header", read)
    for module in (known_again, fingerprints):
        monkeypatch.setattr(module, "is_settled", lambda found: True)
    return names


def test_headers_are_read_once_and_again_where_a_file_changed(
    photo_folder: Callable[..., Path], tmp_path: Path, opened: list[str]
) -> None:
    folder = photo_folder(classes=2, each=5)
    first, second = Known(tmp_path / "memory"), None
    scan = finish(read_data(folder, Control(), known=first))[1]
    first.save()
    assert len(opened) == 10
    opened.clear()
    second = Known(tmp_path / "memory")
    assert finish(read_data(folder, Control(), known=second))[1] == scan
    assert opened == []
    changed = folder / scan.photos[0].path
    found = changed.stat()
    changed.write_bytes(changed.read_bytes()[:-30])
    os.utime(changed, ns=(found.st_atime_ns, found.st_mtime_ns))
    again = finish(read_data(folder, Control(), known=second))[1]
    assert opened == [changed.name]
    assert [file.path for file in again.left_out] == [scan.photos[0].path]


def test_a_small_file_is_read_once_for_its_header_and_its_sha256(tmp_path: Path, opened: list[str]) -> None:
    known, small, large = Known(None), tmp_path / "small.png", tmp_path / "large.png"
    Image.new("RGB", (20, 10)).save(small)
    Image.effect_noise((700, 700), 80).save(large)
    for file in (small, large):
        assert known.header(file) == read_header(file)
    assert known.fingerprints.known(small, small.stat()) == Fingerprint.of(small.read_bytes())
    assert known.fingerprints.known(large, large.stat()) is None
    for file in (small, large):
        assert known.facts(file).content == hashlib.sha256(file.read_bytes()).digest()


def test_what_cannot_be_read_is_said_each_time(tmp_path: Path, opened: list[str]) -> None:
    known = Known(tmp_path)
    (tmp_path / "a.jpg").write_bytes(b"no photo")
    for _ in range(2):
        with pytest.raises(UnreadablePhoto):
            known.header(tmp_path / "a.jpg")
    with pytest.raises(UnreadablePhoto):
        known.header(tmp_path / "gone.jpg")
    assert known.facts(tmp_path / "gone.jpg").content == b""
    assert len(known.facts(tmp_path / "a.jpg").content) == 32


def test_a_damaged_memory_counts_as_none(photo_folder: Callable[..., Path], tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "headers.msgpack").write_bytes(b"\xc1")
    (tmp_path / "photos.msgpack").write_bytes(b"\xff\xff")
    finish(read_data(photo_folder(classes=1, each=3), Control(), known=Known(tmp_path), to_test=True))
    assert len(opened) == 3


def test_what_was_read_before_a_stop_is_remembered(
    photo_folder: Callable[..., Path], tmp_path: Path, opened: list[str]
) -> None:
    folder, control, known = photo_folder(classes=2, each=100, size=(8, 8)), Control(), Known(tmp_path)
    job = read_data(folder, control, known=known)
    next(job)
    control.stop()
    with pytest.raises(StopRequested):
        next(job)
    known.save()
    done = len(opened)
    assert done > 0
    finish(read_data(folder, Control(), known=Known(tmp_path)))
    assert len(opened) == 200, "each once"
