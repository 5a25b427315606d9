"""The way from the click on Train to the first point on the curve stays short. The figures: `pytest -s` on this file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MOST = 13
"""One more than with an executor of the standard library, whose threads could keep the window from closing: `gui/kit/hands.py`."""
BEFORE = 11
"""Counted in the same way at commit fb33e7a."""


def test_from_the_click_to_the_curve_few_files_are_run_through() -> None:
    command = [sys.executable, "-m", "tests.gui.training.hops"]
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=120, cwd=Path(__file__).parents[3]
    )
    assert done.returncode == 0, done.stderr
    files = done.stdout.split()
    print(f"\n{BEFORE} files before, {len(files)} now, at most {MOST}: {', '.join(files)}")
    assert len(files) <= MOST
