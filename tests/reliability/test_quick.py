"""A few cases of `make torture`, in a process of their own: it may load Qt and torch, whatever this run forbids."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = ("kills", "labels", "hostile", "stop")


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Torture → what failed in it, a line each."""
    folder = tmp_path_factory.mktemp("torture")
    words = [
        "--quick",
        "--only",
        ",".join(NAMES),
        "--work",
        str(folder / "work"),
        "--json",
        str(folder / "failed.json"),
    ]
    command = [sys.executable, "-m", "tests.reliability", *words]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads((folder / "failed.json").read_text())


@pytest.mark.timeout(900)  # should every case hang
@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux")
@pytest.mark.parametrize("name", NAMES)
def test_a_few_cases_end_as_they_should(name: str, failed: dict[str, list[str]]) -> None:
    assert failed[name] == []
