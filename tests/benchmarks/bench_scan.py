"""Prints how many new photos a second a folder is read with, and how many when nothing has changed since.

Run: python -m tests.benchmarks.bench_scan [--photos 100000]      (JPEGs of 64 x 64 pixels, in a temporary folder)
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from cnn_desktop.dataset.reading.known_again import Known
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.scan_files import load_scan, save_scan
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened

CLASSES = 10


def draw(folder: Path, photos: int) -> None:
    """All of them differ."""
    rng = np.random.default_rng(0)
    for name in range(CLASSES):
        (folder / f"class {name}").mkdir(parents=True)
    for number in range(photos):
        buffer = io.BytesIO()
        Image.fromarray(rng.integers(0, 255, (64, 64, 3), np.uint8)).save(buffer, "JPEG", quality=70)
        (folder / f"class {number % CLASSES}" / f"{number:07}.jpg").write_bytes(buffer.getvalue())
    os.sync()
    time.sleep(3)  # what was written just now is not remembered


def read(folder: Path, memory: Path) -> Scan:
    known = Known(memory)
    job = read_data(folder, Control(), known=known)
    while True:
        try:
            next(job)
        except StopIteration as end:
            known.save()
            scan: Scan = end.value
            return scan


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=int, default=100_000)
    count = parser.parse_args().photos
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "photos"
        draw(folder, count)
        for what in ("new", "the same again"):
            began, cpu = time.perf_counter(), time.process_time()
            scan = read(folder, place / "memory")
            took = time.perf_counter() - began
            print(
                f"{count:,} photos, {what}: {took:.1f} s, {count / took:,.0f} a second ({time.process_time() - cpu:.1f} s of computing)"
            )
            opened = Opened(place / "a.cnnproj")
            began = time.perf_counter()
            save_scan(scan, place / "scan.json")
            opened.take(load_scan(place / "scan.json"), Data(str(folder)))
            print(f"  taken into the project: {time.perf_counter() - began:.1f} s")
            opened.close()
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
