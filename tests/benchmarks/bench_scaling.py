"""What a photo costs with 1,000, 10,000 and 100,000 photos: `cnn-desktop train`, stage by stage, with small photos.

`python -m tests.benchmarks.bench_scaling [--photos 1000 4000 10000] [--rounds 3] [--image-size 32] [--head-epochs 3]
[--epochs 2] [--way features|photos]`. Draws as many distinct JPEGs of 64 × 64 pixels and trains EfficientNet-Lite0, its head on
cached features, and SimpleCNN through whole photos, with an empty cache (first) and the one that left (again). All numbers of
photos in each round, all but the largest three times, as their seconds are few. Prints the median seconds of each stage and what
each photo more costs from one number of photos to the next, which leaves out what does not depend on photos (imports, export).
Marks a stage whose photos cost over 10 % more, or less, between the largest numbers than between the smallest; the seconds of
short stages are noise there.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = 10
_TOLERANCE = 0.1
_TIMES = 3


def draw(folder: Path, photos: int) -> None:
    """Some hundred pictures, each many times over: bytes after the end make every file a photo of its own."""
    rng = np.random.default_rng(0)
    drawn = []
    for number in range(200):
        picture = folder / f"{number}.jpg"
        folder.mkdir(parents=True, exist_ok=True)
        base = np.full((64, 64, 3), 20 + 22 * (number % CLASSES))
        Image.fromarray(np.clip(base + rng.normal(0, 30, base.shape), 0, 255).astype(np.uint8)).save(picture)
        drawn.append(picture.read_bytes())
        picture.unlink()
    old = time.time() - 3600  # files that may still be being copied are looked at again
    for number in range(photos):
        file = folder / f"class {number % CLASSES}" / f"{number:06}.jpg"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(drawn[number % len(drawn)] + number.to_bytes(4, "little"))
        os.utime(file, (old, old))


def train(folder: Path, home: Path, options: argparse.Namespace, *more: str) -> dict[str, float]:
    """Seconds of each stage of one training, and `process`, all of it."""
    with tempfile.TemporaryDirectory(dir=home) as out:
        command = [
            sys.executable, "-m", "cnn_desktop", "train", str(folder), "--out", str(Path(out, "run")), "--events",
            "--image-size", str(options.image_size), "--device", "cpu", "--batch-size", "64", *more,
        ]  # fmt: skip
        environment = os.environ | {"CNN_DESKTOP_HOME": str(home), "OMP_WAIT_POLICY": "PASSIVE"}
        began = time.perf_counter()
        planned = filled = 0.0
        epochs: list[float] = []
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                event, now = json.loads(line), time.perf_counter() - began
                if event["event"] == "planned":
                    planned = filled = now
                elif event["event"] == "progress" and planned:
                    filled = now
                elif event["event"] == "epoch_done":
                    epochs.append(float(event["seconds"]))
        if process.returncode:
            raise SystemExit(f"{command} ended with {process.returncode}.")
        return {
            "start, listing, checking": planned, "features": filled - planned, "first epoch": epochs[0],
            "last epoch": epochs[-1], "whole process": time.perf_counter() - began,
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=[1000, 4000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--image-size", type=int, default=32)
    parser.add_argument("--head-epochs", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--way", choices=("features", "photos"), help="only this one")
    options = parser.parse_args()
    ways = {
        "features": (
            "--model",
            "efficientnet_lite0",
            "--head-epochs",
            str(options.head_epochs),
            "--epochs",
            "0",
        ),
        "photos": ("--model", "simple_cnn", "--head-epochs", "0", "--epochs", str(options.epochs)),
    }
    if options.way:
        ways = {options.way: ways[options.way]}
    largest = max(options.photos)
    turns = [photos for photos in options.photos for _ in range(1 if photos == largest else _TIMES)]
    runs: dict[str, dict[int, list[float]]] = {}
    """Stage → number of photos → its seconds in each round."""
    with tempfile.TemporaryDirectory() as scratch:
        for photos in options.photos:
            draw(Path(scratch, str(photos)), photos)
        for number, photos in itertools.product(range(options.rounds), turns):
            with tempfile.TemporaryDirectory(dir=scratch) as home:
                for (way, words), turn in itertools.product(ways.items(), ("first", "again")):
                    for stage, seconds in train(Path(scratch, str(photos)), Path(home), options, *words).items():
                        found = runs.setdefault(f"{way}, {turn}: {stage}", {})
                        found.setdefault(photos, []).append(seconds)
            print(f"round {number + 1}: {photos} photos done", flush=True)
    print(
        f"{options.image_size} pixels, {os.cpu_count()} cores, medians of {options.rounds} rounds. Seconds, then microseconds for each photo more:"
    )
    table = {stage: [statistics.median(found[photos]) for photos in options.photos] for stage, found in runs.items()}
    steps = list(itertools.pairwise(options.photos))
    heads = [*(f"{photos} s" for photos in options.photos), *(f"to {more} µs" for _, more in steps)]
    print(f"{'':50}" + "".join(f"{head:>13}" for head in heads))
    for stage, seconds in table.items():
        costs = [
            1e6 * (later - earlier) / (more - fewer)
            for (fewer, more), (earlier, later) in zip(steps, itertools.pairwise(seconds), strict=True)
        ]
        ratio = costs[-1] / costs[0] if len(costs) > 1 and costs[0] > 0 else 1.0
        mark = "" if abs(ratio - 1) <= _TOLERANCE else f"  {ratio:.2f} times"
        print(f"{stage:50}" + "".join(f"{value:13.1f}" for value in (*seconds, *costs)) + mark)


if __name__ == "__main__":
    main()
