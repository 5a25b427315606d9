"""Whether photos come as quickly as a device can learn: our steady epochs, the same step on one constant batch, the course's loop.

`python -m tests.benchmarks.bench_throughput FOLDER [--models resnet50 efficientnet_b0 resnet18] [--photos 20000] [--image-size 224]
[--side 0] [--batch 256] [--epochs 3] [--course-steps 10] [--device auto]`. FOLDER's photos are encoded anew as JPEG until there
are as many as wanted, `--side` pixels wide and high (0: as large as they are). Everything learns, from random weights. Like
CIFAR-10: `--models resnet18 --photos 50000 --image-size 32 --side 32`. "Busy" is the time that the constant batch would have
taken, by that of a steady epoch. The course's loop: ImageFolder, DataLoader without workers, float32, Adam.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.message import Message
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.run_photos import decode_threads
from cnn_desktop.learning.training.trainer import PhaseStart
from cnn_desktop.learning.tuning.device import DeviceChoice, choose_device

CLASSES = 10


def encode(source: Path, target: Path, photos: int, side: int) -> None:
    """`photos` JPEGs in class folders, no two alike."""
    files = sorted(file for file in source.rglob("*") if file.suffix.lower() in (".jpg", ".jpeg", ".png"))
    for name in range(CLASSES):
        (target / f"class {name}").mkdir(parents=True)

    def write(number: int) -> None:
        with Image.open(files[number % len(files)]) as opened:
            photo = opened.convert("RGB")
        if side:
            photo = photo.resize((side, side))
        photo.putpixel((0, 0), (number % 256, number // 256 % 256, number // 65536))
        photo.save(target / f"class {number % CLASSES}" / f"{number:06}.jpg", quality=75 + number // len(files) % 20)

    with ThreadPoolExecutor(decode_threads()) as pool:
        list(pool.map(write, range(photos)))


class Course:
    """The course's loop, written out."""

    def __init__(self, data: Path, model: str, options: argparse.Namespace, device: str) -> None:
        steps = [
            transforms.Resize((options.image_size, options.image_size)), transforms.RandomHorizontalFlip(),
            transforms.ToTensor(), transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
        ]  # fmt: skip
        photos = datasets.ImageFolder(str(data), transforms.Compose(steps))
        self.loader = DataLoader(photos, batch_size=options.batch, shuffle=True)
        self.model = build(model, CLASSES, options.image_size).module.to(device).train()
        self.device = device

    def photos_per_second(self, steps: int) -> float:
        criterion, optimizer = nn.CrossEntropyLoss(), torch.optim.Adam(self.model.parameters(), lr=1e-3)
        began, seen = time.perf_counter(), 0
        for number, (photos, labels) in enumerate(itertools.islice(self.loader, steps + 1)):
            optimizer.zero_grad()
            loss = criterion(self.model(photos.to(self.device)), labels.to(self.device))
            loss.backward()
            optimizer.step()
            loss.item()
            if number == 0:  # the first step warms up
                began = time.perf_counter()
            else:
                seen += len(labels)
        return seen / (time.perf_counter() - began)


class Ours:
    """The training's own batches and steps."""

    def __init__(self, data: Path, model: str, options: argparse.Namespace, choice: DeviceChoice, store: Path) -> None:
        samples = datasets.ImageFolder(str(data)).samples
        self.files, labels = [Path(file) for file, _ in samples], [label for _, label in samples]
        config = TrainConfig(data=str(data), model=model, batch_size=options.batch, image_size=options.image_size)
        net = build(model, CLASSES, options.image_size)
        cache = PixelCache(folder=store)
        self.trainer = QuickTrainer(config, net, choice, self.files, labels, decode_threads(), cache)
        self.trainer.begin(PhaseStart("full", 1e-3, options.epochs * self.trainer.batch_count()))
        self._device = choice.device
        self._batch = next(self.trainer.batches(0, 0, _fail))
        for said in self.trainer.choose(self._batch, None, Control()):
            print(f"  {said}", flush=True)

    def epoch(self, number: int) -> float:
        """Photos a second."""

        def learn() -> int:
            return sum(len(self.trainer.step(batch).labels) for batch in self.trainer.batches(number, 0, _fail))

        return self._rate(learn)

    def constant(self) -> float:
        """Photos a second of as many steps as an epoch has, on one batch that is there."""
        batch = self._batch._replace(inputs=self._batch.inputs.to(self._device))

        def learn() -> int:
            return sum(len(self.trainer.step(batch).labels) for _ in range(self.trainer.batch_count()))

        return self._rate(learn)

    def _rate(self, learn: Callable[[], int]) -> float:
        began, seen = time.perf_counter(), learn()
        if self._device.startswith("cuda"):
            torch.cuda.synchronize()
        return seen / (time.perf_counter() - began)


def _fail(index: int, why: Message) -> None:
    raise SystemExit(f"Photo {index} cannot be read: {why}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--models", nargs="+", default=["resnet50", "efficientnet_b0", "resnet18"])
    parser.add_argument("--photos", type=int, default=20_000)
    parser.add_argument("--image-size", type=int, default=224)
    parser.add_argument("--side", type=int, default=0)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--epochs", type=int, default=3, help="steady ones, each beside one on the constant batch")
    parser.add_argument("--course-steps", type=int, default=10)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    choice = choose_device(options.device)
    print(
        f"{choice.name}, {choice.precision}, torch {torch.__version__}; {options.photos} photos at {options.image_size} pixels, "
        f"batches of {options.batch}; photos a second, medians of {options.epochs}:"
    )
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch, "data")
        encode(options.folder, data, options.photos, options.side)
        for model in options.models:
            course = Course(data, model, options, choice.device).photos_per_second(options.course_steps)
            ours = Ours(data, model, options, choice, Path(scratch, f"store {model}"))
            first = ours.epoch(1)
            pairs = [(ours.epoch(number + 2), ours.constant()) for number in range(options.epochs)]
            steady = statistics.median(pair[0] for pair in pairs)
            busy = statistics.median(pair[0] / pair[1] for pair in pairs)
            print(
                f"{model}: course {course:.0f}, ours first epoch {first:.0f}, steady {steady:.0f} ({options.photos / steady:.1f} s an epoch), "
                f"constant batch {statistics.median(pair[1] for pair in pairs):.0f}; busy {busy:.1%}, {steady / course:.1f} times the course",
                flush=True,
            )


if __name__ == "__main__":
    main()
