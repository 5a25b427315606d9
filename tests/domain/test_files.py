"""Files are whole or not there; disks that are full or closed say so in a sentence; nothing is left lying about."""

from __future__ import annotations

import errno
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.domain import files
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import (
    NotAFile,
    check_writable,
    files_in,
    open_regular,
    remove_leftovers,
    replacing,
    write_bytes,
    write_text,
)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_replaced_and_its_folder_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.txt"
    write_text(file, "grün\n")
    write_bytes(file, b"second")
    assert file.read_bytes() == b"second"
    assert names(file.parent) == ["a.txt"]


def test_an_error_keeps_the_old_file(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "old")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a.txt") as temporary:
        temporary.write_bytes(b"half" * (1 // 0 if temporary.write_text("half") else 0))
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EDQUOT, "disk is full"), (errno.EACCES, "permission to write"),
     (errno.EROFS, "permission to write"), (errno.EIO, "could not be saved")],
)  # fmt: skip
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_disk_errors_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, call: str
) -> None:
    write_text(tmp_path / "a.txt", "old")

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(files.os, call, fail)
        with pytest.raises(DataError, match=words) as caught:
            write_text(tmp_path / "a.txt", "new")
    assert "a.txt" in str(caught.value)
    assert caught.value.exit_code == 1
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """Linux has a device that is always full."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(DataError, match="disk is full"), replacing(tmp_path / "a.txt"):
        Path("/dev/full").write_bytes(b"x" * 100_000)
    assert names(tmp_path) == []


def test_a_file_that_hits_the_size_limit(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from cnn_desktop.domain.files import write_bytes\n"
        "from cnn_desktop.domain.errors import DataError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_bytes(Path(sys.argv[1]), b'x' * 5000)\nexcept DataError as error:\n    print(error)"
    )
    write_text(tmp_path / "a.bin", "old")
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.bin")], capture_output=True, text=True, check=True
    )
    assert "could not be saved" in done.stdout
    assert (tmp_path / "a.bin").read_text() == "old"
    assert names(tmp_path) == ["a.bin"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000


def test_a_full_disk_that_still_takes_names_takes_no_files(tmp_path: Path) -> None:
    """As one where a file may have no content."""
    code = (
        "import resource, sys; from pathlib import Path; from cnn_desktop.domain.files import takes_files\n"
        "print(takes_files(Path(sys.argv[1])))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "Path(sys.argv[1], 'name').touch()\n"
        "print(takes_files(Path(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
    assert names(tmp_path) == ["name"]


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "old")
    code = (
        "import os, sys; from pathlib import Path; from cnn_desktop.domain.files import replacing\n"
        "with replacing(Path(sys.argv[1])) as temporary:\n    temporary.write_text('half'); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], check=False)
    assert done.returncode == 9
    assert (tmp_path / "a.txt").read_text() == "old"
    assert len(names(tmp_path)) == 2
    for theirs in ("film.part", "a.txt.part", "a.txt.old.part", "b.txt.7.part"):
        (tmp_path / theirs).touch()
    remove_leftovers(tmp_path, ["a.txt"])
    assert names(tmp_path) == ["a.txt", "a.txt.old.part", "a.txt.part", "b.txt.7.part", "film.part"]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(DataError, match="could not be saved"):
        write_text(tmp_path / "a" / "b.txt", "x")


def test_it_is_flushed_before_it_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(files.os, "fsync", lambda fd: (steps.append("fsync"), fsync(fd)))
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("rename"), replace(self, to))[1])
    write_text(tmp_path / "a.txt", "x")
    assert steps == ["fsync", "rename", "fsync"]


def test_what_cannot_be_written_is_known_before_and_nothing_is_left(tmp_path: Path) -> None:
    check_writable(tmp_path / "a.txt")
    check_writable(tmp_path / "new" / "folder" / "a.txt")
    assert names(tmp_path) == []
    (tmp_path / "a").touch()
    for bad in (
        (tmp_path / "a" / "b.txt", Path("/proc/nothing/x.txt")) if os.name == "posix" else (tmp_path / "a" / "b.txt",)
    ):
        with pytest.raises(DataError, match=r"x?b?\.txt could not be saved: [^\[]*\. Choose another folder\.$"):
            check_writable(bad)


@pytest.mark.skipif(os.name == "nt", reason="255 bytes, not letters")
def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    for name in ("l" * 251 + ".csv", "ü" * 125 + ".csv", os.fsdecode(b"\xff" * 255)):
        write_text(tmp_path / name, "x\udcff")
        assert (tmp_path / name).read_bytes() == b"x\\xff"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")
@pytest.mark.timeout(20)
def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link to a pipe").symlink_to("pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "socket"))
    for name in ("file", "link"):
        with open_regular(tmp_path / name) as file:
            assert file.read() == b"content"
    for name in ("pipe", "link to a pipe", "socket", ""):
        with pytest.raises(NotAFile) as raised:
            open_regular(tmp_path / name)
        assert raised.value.filename == str(tmp_path / name)
    with pytest.raises(NotAFile):
        open_regular(Path("/dev/zero"))
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "none")
    listening.close()
    before = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0
    for _ in range(3):
        with pytest.raises(NotAFile):
            open_regular(tmp_path / "pipe")
    assert not before or len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "model.json" / "inside").mkdir(parents=True)
    for is_lasting in (True, False):
        sentence = r"model\.json could not be saved because there is a folder of that name"
        with pytest.raises(DataError, match=sentence), replacing(tmp_path / "model.json", is_lasting) as temporary:
            temporary.write_bytes(b"x")
    assert [file.name for file in tmp_path.rglob("*")] == ["model.json", "inside"]


def test_a_folder_that_another_process_takes_away_while_it_is_empty_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, touch, times = tmp_path / "empty", Path.touch, iter(range(3))

    def late(file: Path, exist_ok: bool = True) -> None:
        if next(times, None) is not None:
            file.parent.rmdir()  # the other process
        touch(file, exist_ok=exist_ok)

    monkeypatch.setattr(Path, "touch", late)
    write_bytes(folder / "file", b"whole")
    assert next(times, None) is None
    assert files_in(folder) == [folder / "file"]
    assert (folder / "file").read_bytes() == b"whole"


def test_what_lies_in_a_folder_that_is_none_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "a.part").touch()
    assert files_in(tmp_path / "gone") == files_in(tmp_path / "file") == files_in(tmp_path / ("x" * 300)) == []
    assert files_in(tmp_path, "*.part") == [tmp_path / "a.part"]


def test_a_file_that_another_process_looks_at_is_put_in_its_place_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses it while a scanner for viruses has one of them open; in the end it says so."""
    refusals = [PermissionError(errno.EACCES, "in use")] * 2
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(files, "_WAITS", (0, 0))
    monkeypatch.setattr(Path, "replace", refuse)
    files.write_text(tmp_path / "a.json", "new")
    assert (tmp_path / "a.json").read_text() == "new"
    refusals += [PermissionError(errno.EACCES, "in use")] * 3
    with pytest.raises(DataError, match=r"a\.json could not be saved"):
        files.write_text(tmp_path / "a.json", "newer")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
