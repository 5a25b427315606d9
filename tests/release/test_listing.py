"""Two builds are compared by the lists of their files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.release.tools import run_release_tool


def test_a_list_tells_what_two_builds_differ_in(tmp_path: Path) -> None:
    for build in ("a", "b"):
        inner = tmp_path / build / "_internal" / "é"
        inner.mkdir(parents=True)
        (inner / "data.bin").write_bytes(b"data")
        (tmp_path / build / "run").write_bytes(b"#!")
        (tmp_path / build / "run").chmod(0o755)
        (tmp_path / build / "link").symlink_to("_internal/é")
    first, second = (run_release_tool("listing", tmp_path / build).stdout for build in ("a", "b"))
    assert first == second
    assert [line.split(maxsplit=3)[3] for line in first.splitlines()] == [
        "_internal/é/data.bin",
        "link -> _internal/é",
        "run",
    ]
    assert first.startswith(f"{hashlib.sha256(b'data').hexdigest()} {4:12} - ")
    assert " x run\n" in first
    (tmp_path / "b/_internal/é/data.bin").write_bytes(b"Data")
    (tmp_path / "b/run").chmod(0o644)
    changed = run_release_tool("listing", tmp_path / "b").stdout
    assert len(set(first.splitlines()) ^ set(changed.splitlines())) == 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run_release_tool("listing", tmp_path / "nowhere")
    assert (done.returncode, done.stderr) == (1, f"{tmp_path / 'nowhere'} is no folder.\n")
