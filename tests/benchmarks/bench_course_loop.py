"""Prints how long the course's loop takes to train a head on a frozen backbone, and how long ours takes.

Run: python -m tests.benchmarks.bench_course_loop FOLDER [--photos 800] [--test 500] [--epochs 10] [--course-epochs N] [--pairs 1]

FOLDER holds class folders. The course's loop is written out below (its photos and network in course_loop.py):
torchvision's transforms, DataLoader without workers, frozen EfficientNet-Lite0, Adam, a check with the validation photos
after each epoch. With --course-epochs fewer epochs of it are run and its training phase is extrapolated; the table
says so. Each run is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import torch

from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, print_medians, run


def course(folder: Path, epochs: int, fine_epochs: int) -> None:
    """The course's loop: the head, then the whole network at 1e-5; prints one JSON line."""
    from torch import nn
    from torch.utils.data import DataLoader

    from tests.benchmarks.course_loop import MIRROR, RESIZE, course_photos, pretrained

    train = course_photos(folder / "train", MIRROR, RESIZE)
    loaders = {
        "train": DataLoader(train, batch_size=32, shuffle=True, num_workers=0),
        "val": DataLoader(course_photos(folder / "val", RESIZE), batch_size=32),
        "test": DataLoader(course_photos(folder / "test", RESIZE), batch_size=32),
    }
    net = pretrained(len(train.classes))
    net.freeze_backbone()
    criterion = nn.CrossEntropyLoss()

    def check(name: str) -> float:
        net.module.eval()
        right = total = 0
        with torch.no_grad():
            for photos, labels in loaders[name]:
                right += (net.module(photos).argmax(1) == labels).sum().item()
                total += len(labels)
        return right / total

    seconds = []
    for epoch in range(epochs + fine_epochs):
        if epoch == 0:
            optimizer = torch.optim.Adam(net.heads[0].parameters(), lr=1e-3)
        if epoch == epochs:
            net.unfreeze()
            optimizer = torch.optim.Adam(net.module.parameters(), lr=1e-5)
        began = time.perf_counter()
        net.module.train()
        for photos, labels in loaders["train"]:
            optimizer.zero_grad()
            loss = criterion(net.module(photos), labels)
            loss.backward()
            optimizer.step()
            loss.item()
        check("val")
        seconds.append(time.perf_counter() - began)
    phase = sum(seconds)
    accuracy = check("test") if os.environ.get("WITH_TEST") else None
    torch.save(net.module.state_dict(), folder / "course.pt")
    print(json.dumps({"seconds": phase, "accuracy": accuracy}))


def ours(folder: Path, epochs: int, home: Path, test: bool) -> dict[str, float]:
    """`cnn-desktop train`, a process of its own; its JSON line with `process`, the seconds of the whole process."""
    out = Path(tempfile.mkdtemp(dir=folder.parent))
    words = ["--out", str(out / "run"), "--head-epochs", str(epochs), "--device", "cpu", *(["--test"] if test else [])]
    return run([*CNN_DESKTOP, "train", str(folder), "--json", *words], {"CNN_DESKTOP_HOME": str(home)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=800)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--course-epochs", type=int)
    parser.add_argument("--pairs", type=int, default=1)
    parser.add_argument("--accuracy", action="store_true", help="also test both on the test photos")
    parser.add_argument("--course-only", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--course-fine-epochs", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.course_only:
        course(options.folder, options.epochs, options.course_fine_epochs)
        return
    with tempfile.TemporaryDirectory() as scratch:
        _compare(options, Path(scratch))


def _compare(options: argparse.Namespace, scratch: Path) -> None:
    data, measured = scratch / "data", options.course_epochs or options.epochs
    draw(options.folder, data, options.photos, options.test)
    rows = []
    for pair in range(options.pairs):
        command = [sys.executable, "-m", "tests.benchmarks.bench_course_loop", str(data), "--course-only", "--epochs"]
        theirs = run([*command, str(measured)], PATIENT | ({"WITH_TEST": "1"} if options.accuracy else {}))
        per_epoch = theirs["seconds"] / measured
        phase = per_epoch * options.epochs
        # Beside the epochs, the course's process also starts, loads and saves (and tests, with --accuracy).
        process = theirs["process"] + phase - theirs["seconds"]
        home = scratch / f"home {pair}"
        first, second = (ours(data, options.epochs, home, options.accuracy and turn == 0) for turn in (0, 1))
        rows.append(
            {
                "course, an epoch": per_epoch, "course, training phase": phase, "course, process": process,
                "ours, training phase": first["seconds"], "ours, process": first["process"],
                "ours again, training phase": second["seconds"], "ours again, process": second["process"],
                "ratio, training phase": phase / first["seconds"], "ratio, process": process / first["process"],
                "ratio again, training phase": phase / second["seconds"],
                "ratio again, process": process / second["process"],
                "course, peak memory, MB": theirs["memory"], "ours, peak memory, MB": first["memory"],
                "ratio, peak memory": first["memory"] / theirs["memory"],
            }
        )  # fmt: skip
        if options.accuracy:
            print(f"test accuracy: course {theirs['accuracy']:.3f}, ours {first['accuracy']:.3f}")
    print(
        f"{options.photos} photos, {options.epochs} epochs; the course's loop was measured over {measured} epochs"
        + ("." if measured == options.epochs else f" and extrapolated to {options.epochs}.")
        + f" Median of {options.pairs} pairs, seconds:"
    )
    print_medians(rows)


if __name__ == "__main__":
    main()
