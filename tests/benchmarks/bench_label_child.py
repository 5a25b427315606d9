"""Prints what a check of many labels costs from beginning to end, in a real child: features from the cache to the written list.

Run: python -m tests.benchmarks.bench_label_child [--photos 60000] [--home DIR]
The photos are files of a few bytes and their features are made up, ten classes with one label in ten wrong, put into the real
cache (--home, 0.6 GB for 60,000; else one that is thrown away); so all is done but looking at the photos.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Alive, Event, Progress
from cnn_desktop.domain.jobs.check_labels import BACKBONES, CheckLabels, LabelsChecked
from cnn_desktop.domain.label_check import pages, read_label_check, read_suspects
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.places import HOME_VARIABLE
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.domain.tones import OWN
from cnn_desktop.domain.wire import Stop, decode_told, encode_order
from cnn_desktop.learning.features.backbones import pretrained_reader
from cnn_desktop.learning.features.reader import PLAIN
from cnn_desktop.learning.features.store import FeatureStore, features_folder
from tests.child.test_child import Child

_SEGMENT = 1000
_CLASSES = 10


def _put(folder: Path, count: int) -> Scan:
    """Files, and in the cache what both backbones would have seen in them."""
    rng = np.random.default_rng(0)
    shown = rng.integers(0, _CLASSES, count)
    wrong = rng.random(count) < 0.1
    labels = np.where(wrong, (shown + rng.integers(1, _CLASSES, count)) % _CLASSES, shown)
    photos, digests = [], []
    for number, label in enumerate(labels.tolist()):
        path, content = f"class {label}/{number:06}.png", f"photo {number}".encode()
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        os.utime(file, (1e9, 1e9))
        photos.append(Photo(path, f"class {label}", "train"))
        digests.append(hashlib.sha256(content).digest())
    for name in BACKBONES:
        reader = pretrained_reader(name, OWN, "cpu", count, Control())
        centres = rng.standard_normal((_CLASSES, 1280), np.float32) * 0.12
        store = FeatureStore(reader.facts(PLAIN), features_folder())
        for start in range(0, count, _SEGMENT):
            for place in range(start, min(count, start + _SEGMENT)):
                row = rng.standard_normal(1280, np.float32) + centres[shown[place]]
                store.add(digests[place], row)
            store.save()
    order = sorted(range(count), key=lambda place: photos[place].path)
    names = [f"class {label}" for label in range(_CLASSES)]
    return Scan({"1": str(folder)}, names, [photos[place] for place in order], has_splits=True, tones=OWN)


class _Watched:
    """A real child while it checks: what it tells, and when."""

    def __init__(self, job: CheckLabels) -> None:
        self.told: list[tuple[float, Event]] = []
        self.peak = 0
        self.asked = 0.0
        self.began = time.perf_counter()
        self._child = Child()
        self._wait_for_ready(job)

    def _wait_for_ready(self, job: CheckLabels) -> None:
        assert self._child.process.stdout
        self._child.process.stdout.readline()
        self.began = time.perf_counter()
        self._child.tell(job)

    def _stop(self) -> None:
        stdin = self._child.process.stdin
        assert stdin
        stdin.write(encode_order(Stop("1")))
        stdin.flush()

    def finish(self, cancel: Callable[[Event], bool] = lambda event: False) -> str:
        """Of what kind the last event was. Asked to stop at the first event that is one to `cancel` at."""
        assert self._child.process.stdout
        status = Path(f"/proc/{self._child.process.pid}/status")
        for line in self._child.process.stdout:
            event = decode_told(line).event
            if isinstance(event, Alive):
                continue
            self.told.append((time.perf_counter() - self.began, event))
            if not self.asked and cancel(event):
                self.asked = self.told[-1][0]
                self._stop()
            if found := re.search(r"VmHWM:\s+(\d+)", status.read_text()):
                self.peak = int(found[1])
            if type(event).__name__ in ("JobDone", "JobStopped", "Failed", "Stopped"):
                break
        self._child.end()
        return type(self.told[-1][1]).__name__


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=60_000)
    parser.add_argument("--home")
    parser.add_argument("--once", action="store_true", help="not again with files that are known")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ[HOME_VARIABLE] = options.home or str(Path(place, "home"))
        began = time.perf_counter()
        out, snapshot = Path(place, "out"), Path(place, "scan.json")
        out.mkdir()
        save_scan(_put(Path(place, "photos"), options.photos), snapshot)
        print(f"made up in {time.perf_counter() - began:.0f} s", flush=True)
        job = CheckLabels(str(snapshot), str(out), device="cpu")
        for again in ("first time", "files known")[: 1 if options.once else 2]:
            watched = _Watched(job)
            end = watched.finish()
            times = [
                0.0,
                *(at for at, event in watched.told if isinstance(event, Progress | LabelsChecked)),
                watched.told[-1][0],
            ]
            gap = int(np.diff(times).argmax())
            kinds: dict[str, float] = {}
            for at, event in watched.told:
                if isinstance(event, Progress):
                    kinds.setdefault(str(event.doing), at)
            print(
                f"{again}: {end} after {watched.told[-1][0]:.1f} s; longest without a sign of progress {np.diff(times)[gap]:.1f} s "
                f"(from {times[gap]:.1f} s on); at most {watched.peak / 1e6:.2f} GB; began: "
                + ", ".join(f"{doing} {at:.1f} s" for doing, at in kinds.items()),
                flush=True,
            )
        check = read_label_check(out)
        began = time.perf_counter()
        rows = sum(len(read_suspects(out, check, page)) for page in range(pages(check)))
        print(f"{check.message()} {rows} listed, read in {time.perf_counter() - began:.1f} s")
        for doing, share in (("Preparing", 0.3), ("Comparing", 0.1), ("Comparing", 0.5), ("Looking for", 0.3)):

            def cancel(event: Event, doing: str = doing, share: float = share) -> bool:
                return (
                    isinstance(event, Progress)
                    and str(event.doing).startswith(doing)
                    and event.done >= share * event.total
                )

            watched = _Watched(job)
            watched.finish(cancel)
            took = watched.told[-1][0] - watched.asked if watched.asked else float("nan")
            print(f"Cancel at {share:.0%} of “{doing}…”: over {took:.2f} s later", flush=True)


if __name__ == "__main__":
    main()
