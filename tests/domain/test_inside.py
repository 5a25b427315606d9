"""Names and files of our own: nothing leads elsewhere, and only what is ours is removed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import Timeout

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import check_writable, replacing, write_text
from cnn_desktop.domain.inside import append, check_file, is_plain_name, remove_own
from cnn_desktop.domain.lock import hold

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def test_names() -> None:
    for good in ("2026-01-31 23-59-59", "2026-01-31 23-59-59 12", "r1", "a.b", "x" * 100):
        assert is_plain_name(good), good
    for bad in (
        "",
        ".",
        "..",
        "a/b",
        "a\\b",
        "c:",
        "a\0",
        "CON",
        "nul.txt",
        "com1",
        "a.",
        "a ",
        " a",
        "x" * 101,
        "é",
        5,
        b"a",
        None,
    ):
        assert not is_plain_name(bad), bad


def test_appending_never_follows_a_link(tmp_path: Path) -> None:
    theirs, file = tmp_path / "theirs", tmp_path / "events.jsonl"
    theirs.write_bytes(b"1")
    append(file, b"a")
    append(file, b"b")
    assert file.read_bytes() == b"ab"
    for target in (theirs, tmp_path / "new"):
        file.unlink()
        file.symlink_to(target)
        with pytest.raises(OSError, match="symbolic"):
            append(file, b"x")
    assert not (tmp_path / "new").exists()
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(OSError, match="No such device"):
        append(file, b"x")
    file.unlink()
    os.link(theirs, file)
    append(file, b"2")
    assert (theirs.read_bytes(), file.read_bytes(), file.stat().st_nlink) == (b"1", b"12", 1)


def test_saving_replaces_a_link_and_never_writes_through_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, file = tmp_path / "theirs", tmp_path / "config.toml"
    theirs.write_text("theirs")
    file.symlink_to(theirs)
    write_text(file, "ours")
    assert (theirs.read_text(), file.read_text(), file.is_symlink()) == ("theirs", "ours", False)
    monkeypatch.setattr("secrets.randbelow", lambda most: 5)  # the name is guessed
    lure = tmp_path / f"config.toml.{os.getpid()}000000005.part"
    for target in (theirs, tmp_path / "new"):
        lure.symlink_to(target)
        with pytest.raises(DataError), replacing(file) as temporary:
            temporary.write_text("never")
        with pytest.raises(DataError):
            check_writable(file)
        lure.unlink(missing_ok=True)
    assert (theirs.read_text(), (tmp_path / "new").exists()) == ("theirs", False)


def test_what_is_not_a_file_of_its_own_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a"
    check_file(file)
    file.write_text("")
    check_file(file, may_be_shared=False)
    os.link(file, tmp_path / "b")
    check_file(file)
    with pytest.raises(DataError, match="hard link"):
        check_file(file, may_be_shared=False)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    for name, words in (("pipe", "not an ordinary file"), ("link", "is a link")):
        with pytest.raises(DataError, match=words):
            check_file(tmp_path / name)


def test_only_own_files_are_removed(tmp_path: Path) -> None:
    run, theirs = tmp_path / "run", tmp_path / "theirs"
    for folder in (run, theirs):
        folder.mkdir()
        for name in ("a", "b", "a.7.part", "film.part", "notes"):
            (folder / name).write_text("")
    (run / "b").unlink()
    (run / "b").symlink_to(theirs / "b")
    remove_own(run, ["a", "b"])
    assert {file.name for file in run.iterdir()} == {"film.part", "notes"}
    (tmp_path / "link").symlink_to(theirs, target_is_directory=True)
    remove_own(tmp_path / "link", ["a", "b"])
    assert len(list(theirs.iterdir())) == 5
    for file in run.iterdir():
        file.unlink()
    (run / "Thumbs.db").touch()
    remove_own(run, ["a"])
    assert not run.exists()


def test_a_lock_is_one_process_s_and_free_once_that_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    code = "import sys; from pathlib import Path; from cnn_desktop.domain.lock import hold\n"
    code += f"lock = hold(Path({str(file)!r})); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(Timeout):
            hold(file)
        other.kill()
        other.wait()
    hold(file).release()
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    for lead in (os.symlink, os.link):
        file.unlink()
        lead(theirs, file)
        with pytest.raises(DataError):
            hold(file)
    assert theirs.read_text() == "theirs"
