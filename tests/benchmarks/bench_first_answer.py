"""Prints how soon a model opened by itself answers its first photo, counted from the start of the program, and then each next one.

Run: python -m tests.benchmarks.bench_first_answer RUN FOLDER [--photos 20] [--starts 3]

A real window off screen with its real children, in a process of its own each time. RUN is a trained run, FOLDER holds photos (20 at
most are shown one by one; more become a folder's page). An answer counts when the Viewer shows it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.app.selftest import since_process_start
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.viewer.tab import ViewerTab
from tests.benchmarks.driving import until

WANTED_FIRST, WANTED_NEXT = 4.0, 0.15
"""Seconds."""


def measure(run: str, files: list[str]) -> None:
    """One start; prints seconds as JSON: the first answer, then each next one."""
    _, window = boot([run])
    wiring = Wiring.of(window)
    until(lambda: window.step == "viewer" and wiring.session.models.now is not None)
    wiring.session.selection.show(files)
    tab = window.tab("viewer")
    assert isinstance(tab, ViewerTab)

    def is_answered() -> bool:
        said = tab.answer.verdict.text()  # "Loading the model…", then "Classifying…", then the answer
        return said != "" and not said.endswith("…")

    until(is_answered)
    found = [since_process_start()]
    for _ in files[1:]:
        began = time.perf_counter()
        tab.stepped.emit(1)
        until(is_answered)
        found.append(time.perf_counter() - began)
    print(json.dumps(found))
    wiring.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("run")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=20)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--once", action="store_true", help="one start, in this process")
    options = parser.parse_args()
    run = str(Path(options.run).absolute())
    if options.once:
        files = sorted(str(file) for file in options.folder.absolute().rglob("*.jpg"))
        measure(run, files[:: max(1, len(files) // options.photos)][: options.photos])
        return
    words = [sys.executable, "-m", "tests.benchmarks.bench_first_answer", run, str(options.folder), "--once"]
    starts = [
        json.loads(subprocess.run([*words, "--photos", str(options.photos)], stdout=subprocess.PIPE, check=True).stdout)
        for _ in range(options.starts)
    ]
    first, following = [one[0] for one in starts], [1000 * took for one in starts for took in one[1:]]
    print(f"first answer after the start: {', '.join(f'{took:.2f}' for took in first)} s (wanted {WANTED_FIRST})")
    print(
        f"each next photo: mean {statistics.mean(following):.0f} ms, median {statistics.median(following):.0f} ms, "
        f"slowest {max(following):.0f} ms "
        f"(wanted {1000 * WANTED_NEXT:.0f})"
    )


if __name__ == "__main__":
    main()
