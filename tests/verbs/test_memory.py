"""A verb in a process that may take little memory: one sentence and exit code 1 or 2, or a result."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROGRAM = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2); del sys.argv[1];"
    "from cnn_desktop.__main__ import main; sys.exit(main())"
)


def within(gigabytes: float, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, str(int(gigabytes * 1e9)), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of addresses")
def test_where_torch_cannot_even_be_loaded() -> None:
    ended = within(0.6, "doctor")
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is not enough memory for this. Close other programs, then try again.")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of addresses")
@pytest.mark.parametrize("gigabytes", [3.5, 6.0])
def test_a_training_ends_well_or_in_one_sentence(
    gigabytes: float, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    options = ("--model", "simple_cnn", "--image-size", "384", "--epochs", "1", "--batch-size", "8", "--device", "cpu")
    ended = within(gigabytes, "train", str(photo_folder(2, 4)), "--out", str(tmp_path / "run"), *options)
    assert ended.returncode in (1, 2)
    assert "Traceback" not in ended.stderr
    assert (
        "of memory, but only" in ended.stderr.splitlines()[-1] or "not enough memory" in ended.stderr.splitlines()[-1]
    )
