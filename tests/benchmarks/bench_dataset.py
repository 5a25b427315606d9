"""Prints how quickly photos are scanned, decoded and thumbnailed; the loader beside the course's DataLoader.

Run: python -m tests.benchmarks.bench_dataset [FOLDER OF CLASS FOLDERS]   (default: the built-in sample)
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from cnn_desktop.dataset.pixels.loader import load_batches
from cnn_desktop.dataset.pixels.source import DecodedPhotos
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.dataset.thumbnails import make_thumbnail
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable


def _finish(job: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _loader(scan: Scan, threads: int) -> int:
    """Every photo decoded at 224 pixels. What a training's later epochs take: see `bench_pipeline`."""
    files = [scan.file(photo) for photo in scan.photos]
    source = DecodedPhotos(files, 224)
    batches = load_batches(source, [0] * len(files), range(len(files)), 32, threads, lambda i, why: None)
    return sum(len(batch.indices) for batch in batches)


def _course(folder: Path, workers: int) -> int:
    """The course's own way: ImageFolder, Resize, RandomHorizontalFlip, ToTensor, Normalize, DataLoader."""
    from torch.utils.data import DataLoader
    from torchvision import datasets, transforms

    steps = transforms.Compose(
        [
            transforms.Resize((224, 224)),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ]
    )
    loader = DataLoader(datasets.ImageFolder(folder, steps), batch_size=32, num_workers=workers)
    return sum(len(labels) for _, labels in loader)


def _project(folder: Path, rows: int) -> None:
    """Prints how quickly a project takes in `rows` photos. How it is searched: see `bench_index`."""
    big = Scan({"1": "/"}, ["a", "b"], [Photo(f"{'ab'[k % 2]}/{k:07}.jpg", "ab"[k % 2]) for k in range(rows)])
    with Database.create(folder) as database:
        photos = PhotoTable(database)
        print(f"{rows:,} photos taken into a project: {_seconds(lambda: photos.take(big)):.2f} s")
        print(f"  and again, nothing new: {_seconds(lambda: photos.take(big)):.2f} s")
        print(f"  all read again: {_seconds(photos.scan):.2f} s")
    with Database.open(folder) as database:
        photos = PhotoTable(database)
        print(f"  counted: {1000 * _seconds(photos.facts):.0f} ms")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1])
        else:
            folder = scratch / "sample"
            print(f"sample drawn in {_seconds(lambda: _finish(draw_sample(folder, Control()))):.1f} s")
        scan = _finish(read_data(folder, Control()))
        n = len(scan.photos)
        print(f"scan of {n} photos, warm: {_seconds(lambda: _finish(read_data(folder, Control()))):.2f} s")
        threads = os.cpu_count() or 2
        print(f"loader, {threads} threads: {n / _seconds(lambda: _loader(scan, threads)):.0f} photos/s")
        some = scan.photos[:300]
        took = _seconds(lambda: [make_thumbnail(scan.file(photo), scratch / "cache", 256) for photo in some])
        print(f"thumbnails, one thread: {len(some) / took:.0f} photos/s")
        for n_rows in (100_000, 1_000_000):
            _project(scratch / f"{n_rows}.cnnproj", n_rows)
        if not scan.left_out:  # ImageFolder's loader stops at the first broken photo
            for workers in (0, 2):
                print(f"course's DataLoader, {workers} workers: {n / _seconds(partial(_course, folder, workers)):.0f} photos/s")  # fmt: skip


if __name__ == "__main__":
    main()
