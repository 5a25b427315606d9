"""Prints how many photos a second the last stage learns from: the course's loop, ours from photos, ours from the cache.

Run: python -m tests.benchmarks.bench_last_stage FOLDER [--photos 400] [--pairs 3] [--stages 1]

EfficientNet-Lite0. Of ours the second epoch is counted: the first also fills the caches. Each run is a process of its own.
The course's loop is written out below (its photos and network in course_loop.py): DataLoader, transforms, everything
frozen but the last stage, Adam at 1e-5.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, print_medians, run

PARTS = {1: "last_stage", 2: "last_two_stages"}
FROZEN: dict[int, tuple[str, ...]] = {
    1: ("conv_stem", "bn1", "blocks.0", "blocks.1", "blocks.2", "blocks.3", "blocks.4", "blocks.5")
}
FROZEN[2] = FROZEN[1][:-1]


def course(folder: Path, stages: int) -> None:
    """One epoch of the course's loop; prints its photos a second as a JSON line."""
    import torch
    from torch import nn
    from torch.utils.data import DataLoader

    from tests.benchmarks.course_loop import MIRROR, RESIZE, course_photos, pretrained

    photos = course_photos(folder / "train", RESIZE, MIRROR)
    network = pretrained(len(photos.classes)).module
    for name, value in network.named_parameters():
        value.requires_grad = not name.startswith(FROZEN[stages])
    optimizer = torch.optim.Adam([value for value in network.parameters() if value.requires_grad], lr=1e-5)
    criterion = nn.CrossEntropyLoss()
    network.train()
    began = time.perf_counter()
    for batch, labels in DataLoader(photos, batch_size=32, shuffle=True, num_workers=0):
        optimizer.zero_grad()
        loss = criterion(network(batch), labels)
        loss.backward()
        optimizer.step()
        loss.item()
    print(json.dumps({"rate": len(photos) / (time.perf_counter() - began)}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--stages", type=int, choices=PARTS, default=1)
    parser.add_argument("--course-only", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.course_only:
        course(options.folder, options.stages)
        return
    with tempfile.TemporaryDirectory() as scratch:
        draw(options.folder, Path(scratch) / "data", options.photos, 20)
        rows = [_pair(Path(scratch), pair, options.stages) for pair in range(options.pairs)]
    print(f"{PARTS[options.stages]} of EfficientNet-Lite0, {options.photos} photos, median of {options.pairs} pairs:")
    print_medians(rows)


def _pair(scratch: Path, pair: int, stages: int) -> dict[str, float]:
    written_out = [sys.executable, "-m", "tests.benchmarks.bench_last_stage", str(scratch / "data"), "--course-only"]
    theirs = float(run([*written_out, "--stages", str(stages)], PATIENT)["rate"])
    slow, quick = (
        _photos_per_second(scratch, scratch / f"{name} {pair}", PARTS[stages], words)
        for name, words in (("photos", ["--no-feature-cache"]), ("cache", []))
    )
    return {
        "the course's loop, a second": theirs, "ours from photos, a second": slow, "ours from the cache, a second": quick,
        "ratio to the course's loop": quick / theirs, "ratio to ours from photos": quick / slow,
    }  # fmt: skip


def _photos_per_second(scratch: Path, folder: Path, part: str, words: list[str]) -> float:
    """Of the second epoch's training, without its validation."""
    epochs = ["--stage-epochs", "2", "--learns", part, "--device", "cpu"]
    command = [*CNN_DESKTOP, "train", str(scratch / "data"), "--out", str(folder), "--json", *epochs, *words]
    run(command, {"CNN_DESKTOP_HOME": str(folder / "home")})
    with open(folder / "epochs.csv", newline="") as table:
        return float(list(csv.DictReader(table))[-1]["images_per_second"])


if __name__ == "__main__":
    main()
