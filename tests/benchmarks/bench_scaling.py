"""What a photo costs with 1,000, 10,000 and 100,000 photos: `cnn-desktop train`, stage by stage, with small photos.

`python -m tests.benchmarks.bench_scaling [--photos 1000 10000] [--image-size 64] [--head-epochs 3] [--epochs 1]`. Draws
as many distinct JPEGs of 64 × 64 pixels and trains MobileNetV3 small: its head on cached features, and SimpleCNN
through whole photos. Prints microseconds a photo of each stage, the ratio to the smallest number of photos, and marks
what is off by more than 10 %. A stage lasts from one event of the training to another, seen as they come.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = 10
_TOLERANCE = 0.1


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
            "--image-size", str(options.image_size), "--weights", "none", "--device", "cpu", "--batch-size", "64", *more,
        ]  # fmt: skip
        environment = os.environ | {"CNN_DESKTOP_HOME": str(home), "OMP_WAIT_POLICY": "PASSIVE"}
        began = time.perf_counter()
        seconds: dict[str, float] = {}
        epochs: list[float] = []
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            last, stage = time.perf_counter(), "start"
            for line in process.stdout:
                event = json.loads(line)
                now, kind = time.perf_counter(), str(event["type"])
                entered = _stage(kind, event) or stage
                seconds[stage] = seconds.get(stage, 0.0) + now - last
                last, stage = now, entered
                if kind == "epoch_done":
                    epochs.append(float(event["seconds"]))
        if process.returncode:
            raise SystemExit(f"{command} ended with {process.returncode}.")
        seconds["last epoch"] = epochs[-1]
        seconds["whole process"] = time.perf_counter() - began
        return {name: value for name, value in seconds.items() if name != "start"}


def _stage(kind: str, event: dict[str, object]) -> str | None:
    """What begins with an event; None: it goes on."""
    if kind == "progress":
        return "listing and features"
    if kind == "planned":
        return "features"
    if kind == "train_progress":
        return "check" if event["phase"] == "validate" else "epochs"
    return "epochs" if kind == "epoch_done" else "saving" if kind == "trained" else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--image-size", type=int, default=32)
    parser.add_argument("--head-epochs", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    options = parser.parse_args()
    ways = {
        "head on features": (
            "--model",
            "mobilenet_v3_small",
            "--head-epochs",
            str(options.head_epochs),
            "--epochs",
            "0",
        ),
        "whole photos": ("--model", "simple_cnn", "--head-epochs", "0", "--epochs", str(options.epochs)),
    }
    table: dict[tuple[str, str], dict[int, float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for photos in options.photos:
            folder = Path(scratch, str(photos))
            draw(folder, photos)
            home = Path(scratch, f"home {photos}")
            home.mkdir()
            for way, words in ways.items():
                for turn in ("first", "again"):
                    for stage, seconds in train(folder, home, options, *words).items():
                        table.setdefault((f"{way}, {turn}", stage), {})[photos] = 1e6 * seconds / photos
            print(f"{photos} photos done", flush=True)
    print(f"Microseconds a photo, {options.image_size} pixels, {os.cpu_count()} cores:")
    print(f"{'':46}" + "".join(f"{photos:>10}" for photos in options.photos) + "  largest : smallest")
    for (way, stage), costs in table.items():
        values = [costs.get(photos, float("nan")) for photos in options.photos]
        ratio = values[-1] / values[0] if values[0] else float("nan")
        mark = "  not flat" if ratio > 1 + _TOLERANCE else "  cheaper" if ratio < 1 - _TOLERANCE else ""
        print(f"{way + ': ' + stage:46}" + "".join(f"{value:10.1f}" for value in values) + f"{ratio:10.2f}{mark}")


if __name__ == "__main__":
    main()
