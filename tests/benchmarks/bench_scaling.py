"""What a photo costs with 1,000, 10,000 and 100,000 photos: `cnn-desktop train`, stage by stage, with small photos.

`python -m tests.benchmarks.bench_scaling [--photos 1000 10000 100000] [--rounds 3] [--image-size 32] [--head-epochs 3]
[--epochs 2] [--way features|photos]`. Draws as many distinct JPEGs of 64 × 64 pixels and trains EfficientNet-Lite0, its head on
cached features, and SimpleCNN through whole photos, with an empty cache (first) and the one that left (again). A stage's cost is
the time between its first and its last word of how far it has come, by the photos between: so starting a process, which goes
on beside the first photos, is in none.

Before each training its photos and its cache are read once: a system that gives up its copies of files meanwhile would have the
disk measured, with some numbers of photos and not with others. Computers get quicker and slower by the minute, so in each
round every number of photos but the largest is trained before and after the largest, and the mean of the two stands beside it.
Prints medians of the rounds: microseconds a photo, each round's and the median ratio of the largest number to the one before
it, and the seconds of the whole process.
"""

from __future__ import annotations

import argparse
import json
import math
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
WHOLE = "whole process"


def draw(folder: Path, photos: int) -> None:
    """Some hundred pictures, each many times over: a comment (T.81, B.2.4.5) makes every file a photo of its own."""
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
        content = drawn[number % len(drawn)]
        file.write_bytes(content[:2] + b"\xff\xfe\x00\x06" + number.to_bytes(4, "big") + content[2:])
        os.utime(file, (old, old))


def bring_to_memory(*folders: Path) -> None:
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                file.read_bytes()


class Stage:
    """How long the photos of one stage took, from what is told of how far it has come."""

    def __init__(self) -> None:
        self.seconds, self.photos = 0.0, 0
        self._last: tuple[float, int] | None = None

    def told(self, now: float, done: int) -> None:
        if self._last is not None and done > self._last[1]:
            self.seconds += now - self._last[0]
            self.photos += done - self._last[1]
        self._last = now, done

    @property
    def cost(self) -> float:
        """Microseconds a photo."""
        return 1e6 * self.seconds / self.photos if self.photos else math.nan


def train(folder: Path, home: Path, options: argparse.Namespace, *more: str) -> dict[str, float]:
    """Microseconds a photo of each stage of one training, and the `whole process` in seconds."""
    bring_to_memory(folder, home)
    with tempfile.TemporaryDirectory(dir=home) as out:
        command = [
            sys.executable, "-m", "cnn_desktop", "train", str(folder), "--out", str(Path(out, "run")), "--events",
            "--image-size", str(options.image_size), "--device", "cpu", "--batch-size", "64", *more,
        ]  # fmt: skip
        environment = os.environ | {"CNN_DESKTOP_HOME": str(home), "OMP_WAIT_POLICY": "PASSIVE"}
        began = time.perf_counter()
        stages, photos, epochs = {"checking": Stage(), "features": Stage()}, 0, list[float]()
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                event, now = json.loads(line), time.perf_counter()
                if event["event"] == "planned":
                    photos = int(event["train_photos"]) + int(event["val_photos"])
                elif event["event"] == "progress":
                    stages["features" if photos else "checking"].told(now, int(event["done"]))
                elif event["event"] == "epoch_done":
                    epochs.append(float(event["seconds"]))
        if process.returncode:
            raise SystemExit(f"{command} ended with {process.returncode}.")
        costs = {name: stage.cost for name, stage in stages.items()}
        first, last, all_epochs = (1e6 * seconds / photos for seconds in (epochs[0], epochs[-1], sum(epochs)))
        total = costs["checking"] + all_epochs  # of which the features are a part
        return {
            **costs, "first epoch": first, "last epoch": last, "checking and all epochs": total,
            WHOLE: time.perf_counter() - began,
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=[1000, 10_000, 100_000])
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
    *smaller, largest = sorted(options.photos)
    turns = [
        *((photos, "before") for photos in smaller),
        (largest, ""),
        *((photos, "after") for photos in smaller[::-1]),
    ]
    runs: dict[str, dict[int, list[float]]] = {}
    """Stage → number of photos → its cost in each round."""
    with tempfile.TemporaryDirectory() as scratch:
        for photos in options.photos:
            draw(Path(scratch, str(photos)), photos)
        os.sync()
        for number in range(options.rounds):
            with tempfile.TemporaryDirectory(dir=scratch) as home:
                for way, words in ways.items():
                    for turn in ("first", "again"):
                        _round(f"{way}, {turn}", turns, Path(scratch), Path(home), options, words, runs)
            print(f"round {number + 1} of {options.rounds} done", flush=True)
    _print_table(runs, [*smaller, largest], options.image_size)


def _round(
    name: str,
    turns: list[tuple[int, str]],
    scratch: Path,
    home: Path,
    options: argparse.Namespace,
    words: tuple[str, ...],
    runs: dict[str, dict[int, list[float]]],
) -> None:
    """Trains with each number of photos, with a cache for each turn; adds what each stage cost to `runs`."""
    costs: dict[tuple[str, int], list[float]] = {}
    for photos, turn in turns:
        cache = home / f"{photos} {turn}"
        cache.mkdir(exist_ok=True)
        for stage, cost in train(scratch / str(photos), cache, options, *words).items():
            costs.setdefault((stage, photos), []).append(cost)
    for (stage, photos), found in costs.items():
        runs.setdefault(f"{name}: {stage}", {}).setdefault(photos, []).append(statistics.mean(found))


def _print_table(runs: dict[str, dict[int, list[float]]], numbers: list[int], image_size: int) -> None:
    print(f"{image_size} pixels, {os.cpu_count()} cores, medians of the rounds; microseconds a photo, with")
    print(f"{'':40}" + "".join(f"{photos:>12}" for photos in numbers) + "  photos; the last by the one before")
    for stage, found in runs.items():
        costs = [statistics.median(found[photos]) for photos in numbers]
        if WHOLE in stage:
            print(f"{stage:40}" + "".join(f"{seconds:10.1f} s" for seconds in costs))
        elif not any(map(math.isnan, costs[-2:])):
            ratios = [large / small for small, large in zip(found[numbers[-2]], found[numbers[-1]], strict=True)]
            each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
            print(
                f"{stage:40}"
                + "".join(f"{cost:12.1f}" for cost in costs)
                + f"{statistics.median(ratios):8.2f} ({each})"
            )


if __name__ == "__main__":
    main()
