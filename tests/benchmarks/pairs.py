"""For benchmarks: photos drawn from a folder, and programs run with their time and memory measured."""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PATIENT = {"OMP_WAIT_POLICY": "PASSIVE"}
"""As in ours: spinning threads would slow the course's loop down several times on a computer shared with others."""
CNN_DESKTOP = [sys.executable, "-m", "cnn_desktop"]


def run(command: Sequence[str], extra: dict[str, str]) -> dict[str, Any]:
    """Its last line, JSON, with `process` (seconds of the whole process) and `memory` (its peak, in MB)."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=os.environ | extra, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as started:
        assert started.stdout is not None
        printed = started.stdout.read()
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command)
    facts: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return {**facts, "process": time.perf_counter() - began, "memory": used.ru_maxrss / 1024}


def draw(source: Path, target: Path, photos: int, test: int, val: int | None = None) -> None:
    """train, val (usually an eighth of train) and test folders of links to photos drawn at random, the same each time."""
    files = sorted(
        file for file in source.rglob("*") if file.is_file() and file.suffix.lower() in (".jpg", ".jpeg", ".png")
    )
    random.Random(0).shuffle(files)
    counts = {"train": photos, "val": photos // 8 if val is None else val, "test": test}
    if sum(counts.values()) > len(files):
        raise SystemExit(f"{source} holds {len(files)} photos; {sum(counts.values())} are wanted.")
    for split, count in counts.items():
        for file in (files.pop() for _ in range(count)):
            copy = target / split / file.parent.name / file.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)


def print_medians(rows: Sequence[dict[str, float]]) -> None:
    """A line for each name: the median over `rows`."""
    line: Callable[[str], float] = lambda name: statistics.median(row[name] for row in rows)  # noqa: E731
    for name in rows[0]:
        print(f"{name:34} {line(name):10.2f}", flush=True)
