"""Prints how many photos a second the last stage learns from, with and without what the trunk saw kept.

Run: python -m tests.benchmarks.bench_last_stage FOLDER [--photos 400] [--pairs 3] [--stages 1]

EfficientNet-Lite0. The second epoch is counted: the first also fills the cache. Each run is a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from pathlib import Path

from tests.benchmarks.pairs import CNN_DESKTOP, draw, print_medians, run

PARTS = {1: "last_stage", 2: "last_two_stages"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--stages", type=int, choices=PARTS, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        draw(options.folder, Path(scratch) / "data", options.photos, 20)
        rows = [_pair(Path(scratch), pair, PARTS[options.stages]) for pair in range(options.pairs)]
    print(f"{PARTS[options.stages]} of EfficientNet-Lite0, {options.photos} photos, median of {options.pairs} pairs:")
    print_medians(rows)


def _pair(scratch: Path, pair: int, part: str) -> dict[str, float]:
    slow, quick = (
        _photos_per_second(scratch, scratch / f"{name} {pair}", part, words)
        for name, words in (("photos", ["--no-feature-cache"]), ("cache", []))
    )
    return {"from photos, a second": slow, "from the cache, a second": quick, "ratio": quick / slow}


def _photos_per_second(scratch: Path, folder: Path, part: str, words: list[str]) -> float:
    """Of the second epoch's training, without its validation."""
    epochs = ["--stage-epochs", "2", "--learns", part, "--device", "cpu"]
    command = [*CNN_DESKTOP, "train", str(scratch / "data"), "--out", str(folder), "--json", *epochs, *words]
    run(command, {"CNN_DESKTOP_HOME": str(folder / "home")})
    with open(folder / "epochs.csv", newline="") as table:
        return float(list(csv.DictReader(table))[-1]["images_per_second"])


if __name__ == "__main__":
    main()
