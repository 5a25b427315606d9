"""How fast batches ready for the network come in an epoch after the first: our store beside the course's DataLoader.

`python -m tests.benchmarks.bench_pipeline FOLDER [--photos 800] [--pairs 3]`; FOLDER holds class folders. Both sides
mirror at random and give normalised float32 at 224 pixels in batches of 32; nothing is trained. The course reads with
two worker processes, which stay alive from epoch to epoch; we read as a training does, with a thread a core.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from torch.utils.data import DataLoader, Subset
from torchvision import datasets, transforms

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.batch_input import BatchInput
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.tuning.device import DeviceChoice

SIZE, BATCH = 224, 32
WORKERS = 2


def course(photos: datasets.ImageFolder, chosen: list[int]) -> Callable[[], Iterator[torch.Tensor]]:
    """An epoch of the course's loader."""
    loader = DataLoader(
        Subset(photos, chosen), batch_size=BATCH, shuffle=True, num_workers=WORKERS, persistent_workers=True
    )

    def epoch() -> Iterator[torch.Tensor]:
        for batch, _ in loader:
            yield batch

    return epoch


def ours(
    files: list[Path], labels: list[int], augmentation: Augmentation, store: Path
) -> Callable[[], Iterator[torch.Tensor]]:
    """An epoch of the training's own batches, up to what the network gets."""
    net = Net("none", torch.nn.Linear(1, 1), [], Preprocess(SIZE))
    config = TrainConfig(data="", batch_size=BATCH, augmentation=augmentation)
    choice = DeviceChoice("cpu", "CPU", say("chosen by you"), torch.float32)
    trainer = QuickTrainer(config, net, choice, files, labels, decode_threads(), PixelCache(folder=store))
    batch_input, number = BatchInput(net.preprocess, "cpu"), 0

    def epoch() -> Iterator[torch.Tensor]:
        nonlocal number
        number += 1
        for batch in trainer.batches(number, 0, _fail):
            yield batch_input(batch.inputs, batch.changes)

    return epoch


def _fail(index: int, why: Message) -> None:
    raise SystemExit(f"Photo {index} cannot be read: {why}")


def photos_per_second(epoch: Callable[[], Iterator[torch.Tensor]], photos: int) -> float:
    began, seen = time.perf_counter(), 0
    for batch in epoch():
        assert batch.shape[1:] == (3, SIZE, SIZE)
        seen += len(batch)
    assert seen == photos
    return photos / (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=800)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    steps = [
        transforms.Resize((SIZE, SIZE)), transforms.RandomHorizontalFlip(), transforms.ToTensor(),
        transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    ]  # fmt: skip
    folder = datasets.ImageFolder(str(options.folder), transforms.Compose(steps))
    chosen = random.Random(0).sample(range(len(folder)), min(options.photos, len(folder)))
    files, labels = [Path(folder.samples[place][0]) for place in chosen], [folder.samples[place][1] for place in chosen]
    with tempfile.TemporaryDirectory() as scratch:
        sides = {
            "course": course(folder, chosen),
            "ours, mirrored": ours(files, labels, Augmentation(), Path(scratch, "plain")),
            "ours, mirrored, cropped and recoloured": ours(
                files, labels, Augmentation(crop=True, jitter=True), Path(scratch, "larger")
            ),
        }
        first = {name: photos_per_second(epoch, len(files)) for name, epoch in sides.items()}
        later: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(options.pairs):
            for name, epoch in sides.items():
                later[name].append(photos_per_second(epoch, len(files)))
    print(f"{len(files)} photos at {SIZE} pixels, {os.cpu_count()} cores; photos a second, median of {options.pairs}:")
    print(f"{'':40} first epoch  later epochs  ratio of later epochs")
    for name, rates in later.items():
        ratio = statistics.median(a / b for a, b in zip(rates, later["course"], strict=True))
        print(f"{name:40} {first[name]:11.0f}  {statistics.median(rates):12.0f}  {ratio:21.1f}")


if __name__ == "__main__":
    main()
