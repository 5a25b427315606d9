"""A file is known again as long as it is the same one: swapped folders, restored times and coarse clocks do not deceive."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.identity import is_settled, mark_of

OLD = 315532800
"""The time a reproducible zip gives to each of its files."""


def put(file: Path, content: bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    os.utime(file, (OLD, OLD))
    return file


def mark(file: Path) -> bytes:
    return mark_of(file, file.stat())


def in_place(file: Path, other: Path) -> None:
    """As `cp -p OTHER FILE`."""
    shutil.copy2(other, file)


def anew(file: Path, other: Path) -> None:
    """As rsync and unzip do."""
    shutil.copy2(other, file.with_suffix(".part"))
    file.with_suffix(".part").replace(file)


def moved(file: Path, other: Path) -> None:
    other.replace(file)


def folder_moved(file: Path, other: Path) -> None:
    file.parent.rename(file.parent.with_name("aside"))
    other.parent.rename(file.parent)


def linked(file: Path, other: Path) -> None:
    file.unlink()
    os.link(other, file)


@pytest.mark.parametrize("replace", [in_place, anew, moved, folder_moved, linked])
def test_another_file_of_the_same_path_size_and_time_is_another_file(
    replace: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    file, other = put(tmp_path / "a" / "1.bmp", b"dark"), put(tmp_path / "b" / "1.bmp", b"bright"[:4])
    before = mark(file)
    assert mark(file) == before
    replace(file, other)
    assert (file.stat().st_size, file.stat().st_mtime) == (4, OLD)
    assert mark(file) != before


def as_told(file: Path, **times: int) -> os.stat_result:
    """The file's facts as a disk with a coarse clock tells them."""
    found = file.stat()
    facts = {"st_mtime_ns": found.st_mtime_ns, "st_ctime_ns": found.st_ctime_ns, **times}
    return os.stat_result(tuple(found)[:10], facts)


def test_where_the_disk_tells_too_little_the_content_is_looked_at(tmp_path: Path) -> None:
    size = 100_000
    file = put(tmp_path / "1.bmp", bytes(size))
    coarse = as_told(file, st_ctime_ns=OLD * 10**9)
    before = mark_of(file, coarse)
    assert mark_of(file, coarse) == before == mark_of(file, coarse, bytes(size))
    for place in (0, size // 2, size - 1):
        changed = bytearray(size)
        changed[place] = 1
        file.write_bytes(changed)
        assert mark_of(file, coarse) != before, place
        assert mark_of(file, coarse) == mark_of(file, coarse, bytes(changed))


def test_the_content_is_not_read_where_the_disk_tells_enough(tmp_path: Path) -> None:
    fine = as_told(put(tmp_path / "1.bmp", b"x"), st_ctime_ns=OLD * 10**9 + 1)
    if os.name != "nt":
        assert mark_of(tmp_path / "not there", fine)
    coarse = as_told(tmp_path / "1.bmp", st_ctime_ns=OLD * 10**9)
    with pytest.raises(FileNotFoundError):
        mark_of(tmp_path / "not there", coarse)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert mark_of(tmp_path / "pipe.jpg", as_told(tmp_path / "pipe.jpg", st_ctime_ns=OLD * 10**9))


def test_a_file_that_may_change_within_a_tick_is_not_settled(tmp_path: Path) -> None:
    file, now = put(tmp_path / "1.bmp", b"x"), time.time_ns()
    second = now - now % 10**9 - 10**9
    assert not is_settled(as_told(file, st_ctime_ns=now)), "restored time, written just now"
    assert not is_settled(as_told(file, st_mtime_ns=now - 10**9, st_ctime_ns=now - 10**9 + 1)), (
        "maybe still being copied"
    )
    assert not is_settled(as_told(file, st_ctime_ns=second)), "a clock of two seconds"
    assert is_settled(as_told(file, st_ctime_ns=now - 10**9 + (1 if (now - 10**9) % 10**9 == 0 else 0)))
    assert is_settled(as_told(file, st_mtime_ns=now + 10**13, st_ctime_ns=1)), "a camera whose clock is ahead"
