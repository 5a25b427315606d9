"""SimpleCNN from scratch: seconds an epoch in the course's loop and in ours, on the same photos.

`python -m tests.benchmarks.bench_simple_cnn FOLDER [--photos 200] [--val 40] [--epochs 3] [--seeds 3] [--accuracy]`;
FOLDER holds class folders. Each side is a process of its own; a pair runs one after the other. The course's loop is ImageFolder,
Resize, horizontal flip, ToTensor, Normalize, DataLoader without workers, Adam, as in the course, with our draws: the same start
values, order and flips, so that chance plays as small a part in the comparison as it can. An epoch is its training and its validation. Ours counts from the second epoch on (`ours, first epoch`: decoding, measuring).
With `--accuracy` the best validation accuracy of both is compared over the seeds.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, run

SIZE, BATCH, LR = 224, 32, 1e-3


def course(folder: Path, epochs: int, seed: int) -> None:
    """The course's loop, written out; prints a line of JSON."""
    import torch
    from torch import nn
    from torch.utils.data import DataLoader
    from torchvision import datasets, transforms

    from cnn_desktop.dataset.pixels.augment import draw_changes
    from cnn_desktop.dataset.pixels.loader import plan_batches
    from cnn_desktop.domain.config import Augmentation
    from cnn_desktop.learning.models.simple_cnn import SimpleCNN

    class Mirrored(datasets.ImageFolder):  # type: ignore[misc]  # torchvision tells no types
        """Flips the photos of this epoch's draw."""

        which: np.ndarray

        def __getitem__(self, place: int) -> tuple[torch.Tensor, int]:
            file, label = self.samples[place]
            photo = resize(self.loader(file))
            return last(transforms.functional.hflip(photo) if self.which[place] else photo), label

    torch.manual_seed(seed)
    resize = transforms.Resize((SIZE, SIZE))
    last = transforms.Compose(
        [transforms.ToTensor(), transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))]
    )
    train, val = Mirrored(str(folder / "train")), datasets.ImageFolder(str(folder / "val"), lambda it: last(resize(it)))
    model, criterion = SimpleCNN(len(train.classes), SIZE), nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    seconds, accuracies = [], []
    for epoch in range(1, epochs + 1):
        began = time.perf_counter()
        model.train()
        order = np.random.default_rng((seed, epoch)).permutation(len(train)).tolist()
        mirrored = draw_changes(Augmentation(), len(train), seed, epoch).mirrored
        assert mirrored is not None
        train.which = mirrored
        for photos, labels in DataLoader(train, batch_sampler=plan_batches(order, BATCH)):
            optimizer.zero_grad()
            loss = criterion(model(photos), labels)
            loss.backward()
            optimizer.step()
            loss.item()
        model.eval()
        right = 0
        with torch.no_grad():
            for photos, labels in DataLoader(val, BATCH):
                right += int((model(photos).argmax(1) == labels).sum())
        seconds.append(time.perf_counter() - began)
        accuracies.append(right / len(val))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"first": seconds[0], "epoch": statistics.mean(seconds), "accuracy": max(accuracies), "mb": peak}))


def ours(folder: Path, epochs: int, seed: int, home: Path) -> dict[str, float]:
    """`cnn-desktop train`, a process of its own."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        kept = Path(out, "run")
        command = [
            *CNN_DESKTOP, "train", str(folder), "--out", str(kept), "--model", "simple_cnn", "--weights", "none",
            "--head-epochs", "0", "--epochs", str(epochs), "--batch-size", str(BATCH),
            "--image-size", str(SIZE), "--lr", str(LR), "--seed", str(seed), "--device", "cpu", "--json",
        ]  # fmt: skip
        peak = run(command, PATIENT | {"CNN_DESKTOP_HOME": str(home)})["memory"]
        with open(kept / "epochs.csv", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
    seconds = [float(row["seconds"]) for row in rows]
    accuracy = max(float(row["val_accuracy"]) for row in rows)
    return {"first": seconds[0], "epoch": statistics.mean(seconds[1:] or seconds), "accuracy": accuracy, "mb": peak}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--val", type=int, help="validation photos (default: a fifth of the training photos)")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--accuracy", action="store_true", help="also compare the best validation accuracy")
    parser.add_argument("--course-only", type=int, metavar="SEED", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.course_only is not None:
        course(options.folder, options.epochs, options.course_only)
        return
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch, "data")
        draw(options.folder, data, options.photos, test=0, val=options.val or max(1, options.photos // 5))
        pairs = []
        for seed in range(options.seeds):
            command = [sys.executable, "-m", "tests.benchmarks.bench_simple_cnn", str(data)]
            facts = run([*command, "--course-only", str(seed), "--epochs", str(options.epochs)], PATIENT)
            theirs = {name: facts[name] for name in ("first", "epoch", "accuracy", "mb")}
            pairs.append((theirs, ours(data, options.epochs, seed, Path(scratch, "home"))))
            print(f"seed {seed}: course {pairs[-1][0]}, ours {pairs[-1][1]}", flush=True)
    print(
        f"SimpleCNN, {SIZE} pixels, {options.photos} photos, {options.epochs} epochs; medians of {options.seeds} pairs:"
    )
    print(f"{'':28} {'course':>9} {'ours':>9} {'ratio':>7}")
    for name, key in (("an epoch, s", "epoch"), ("first epoch, s", "first"), ("peak memory, MB", "mb")):
        one, other = (statistics.median(pair[side][key] for pair in pairs) for side in (0, 1))
        ratio = statistics.median(pair[0][key] / pair[1][key] for pair in pairs)
        print(f"{name:28} {one:9.2f} {other:9.2f} {ratio:7.2f}")
    if options.accuracy:
        one, other = (statistics.mean(pair[side]["accuracy"] for pair in pairs) for side in (0, 1))
        gains = [pair[1]["accuracy"] - pair[0]["accuracy"] for pair in pairs]
        error = statistics.stdev(gains) / len(gains) ** 0.5 if len(gains) > 1 else 0.0
        print(
            f"{'best validation accuracy':28} {one:9.3f} {other:9.3f} {other - one:+7.3f}  (means; standard error of the difference {error:.3f})"
        )


if __name__ == "__main__":
    main()
