"""What the claim of the first window and the traces of crashes add to a start, and how long a second start takes.

Run: python -m tests.benchmarks.bench_second_start. CPU time in milliseconds, the best of five processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

ADDED = """
import cnn_desktop.gui.frame.window, cnn_desktop.gui.frame.wiring, cnn_desktop.gui.app.guard, time
began = time.process_time()
from cnn_desktop.domain import crashes
from cnn_desktop.gui.app.claim import Claim
claim = Claim()
claim.take()
crashes.watch("window")
print(1000 * (time.process_time() - began))
"""
DOOR = """
import cnn_desktop.gui.frame.window, time
from cnn_desktop.gui.app.claim import Claim
claim = Claim()
claim.take()
began = time.process_time()
from cnn_desktop.gui.app.one_window import FrontDoor
from cnn_desktop.gui.app.requests import Requests
FrontDoor(claim, lambda: False, Requests())
print(1000 * (time.process_time() - began))
"""


def best(code: str) -> float:
    """Of five."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"CNN_DESKTOP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        runs = [
            subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
            for _ in range(5)
        ]
    return min(float(done.stdout) for done in runs)


def main() -> None:
    print(f"before the window is shown: {best(ADDED):.1f} ms")
    print(f"after its first paint (QtNetwork and the socket): {best(DOOR):.1f} ms")


if __name__ == "__main__":
    main()
