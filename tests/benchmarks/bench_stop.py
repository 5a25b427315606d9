"""Prints how soon Stop is acknowledged and the child gone, and what fifty starts and stops leave behind.

python -m tests.benchmarks.bench_stop [--stops 5] [--cycles 50]

Stop comes into real trainings (SimpleCNN from scratch on drawn photos, at a different moment each time), through the
window's own `ChildProcess`. The fifty cycles start and stop the light child, every second one before it is ready.
"""

from __future__ import annotations

import argparse
import os
import queue
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event, Ready, Stopping
from cnn_desktop.domain.jobs.train import Train, TrainProgress
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.wire import Do
from cnn_desktop.gui.children.process import ChildProcess, Exit
from tests.conftest import draw_photo

WANTED_MS, WANTED_S = 200, 3.0
PATIENCE_SECONDS = 120


class Child:
    """A real child, and what it tells."""

    def __init__(self, *words: str) -> None:
        self.news: queue.SimpleQueue[Event | Exit] = queue.SimpleQueue()
        self.child = ChildProcess(own_command("child", *words), lambda told: self.news.put(told.event), self.news.put)

    def until(self, kind: type[Event] | type[Exit]) -> float:
        """When something of `kind` came."""
        while not isinstance(item := self.news.get(timeout=PATIENCE_SECONDS), kind):
            if isinstance(item, Exit):
                sys.exit(f"The child ended: {item}")
        return time.perf_counter()


def stop_a_training(photos: Path, run: Path, after: int) -> tuple[float, float]:
    """(milliseconds to the acknowledgement, seconds until the child was gone), Stop after `after` progress events."""
    one = Child()
    config = TrainConfig(data=str(photos), model="simple_cnn", weights="none", epochs=500, image_size=64, batch_size=8)
    one.child.send(Do("1", Train(config=config, run=str(run))))
    for _ in range(after):
        one.until(TrainProgress)
    began = time.perf_counter()
    one.child.stop()
    heard = one.until(Stopping)
    gone = one.until(Exit)
    one.child.join()
    return (heard - began) * 1000, gone - began


def cycle(number: int) -> None:
    one = Child("--light")
    if number % 2:
        one.until(Ready)
    one.child.stop()
    one.until(Exit)
    one.child.join()


def standing() -> dict[str, int]:
    """What this computer holds because of this process."""
    me = psutil.Process()
    handles = me.num_fds() if hasattr(me, "num_fds") else me.num_handles()
    return {
        "processes": len(me.children(recursive=True)),
        "threads": threading.active_count(),
        "open handles": handles,
        "temporary files": sum(len(names) for _, _, names in os.walk(tempfile.gettempdir())),
    }


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--stops", type=int, default=5)
    parser.add_argument("--cycles", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNN_DESKTOP_HOME"] = str(Path(place, "home"))
        for label in range(2):
            for number in range(40):
                draw_photo(Path(place, "photos", f"class {label}", f"{number}.png"), label, number)
        stops = [
            stop_a_training(Path(place, "photos"), Path(place, f"run {number}"), 1 + 3 * number)
            for number in range(options.stops)
        ]
        heard, gone = [one for one, _ in stops], [other for _, other in stops]
        print(f"Stop acknowledged, {len(stops)} trainings: median {statistics.median(heard):.0f} ms, worst {max(heard):.0f} ms "
              f"(wanted: {WANTED_MS})")  # fmt: skip
        print(f"the child gone: median {statistics.median(gone):.2f} s, worst {max(gone):.2f} s (wanted: {WANTED_S})")

        scratch = Path(place, "tmp")
        scratch.mkdir()
        os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
        cycle(1)  # whatever is made once is made now
        before = standing()
        for number in range(options.cycles):
            cycle(number)
        after = standing()
        tempfile.tempdir = None
    print(f"before and after {options.cycles} starts and stops (wanted: equal):")
    for name, count in before.items():
        print(f"  {name:16} {count:4} {after[name]:4}")
    return 0 if before == after and max(heard) <= WANTED_MS and max(gone) <= WANTED_S else 1


if __name__ == "__main__":
    sys.exit(main())
