"""Prints how quickly a project of a million photos opens, finds, sorts, pages and relabels, and what memory that takes.

Run: python -m tests.benchmarks.bench_index [--rows 1000000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from cnn_desktop.domain.photo_filter import SORT_KEYS, Answer, PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import SPLITS, FileFacts, Photo, Scan
from cnn_desktop.domain.report import PhotoResult
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import Steps, photos_step

CLASSES = tuple("abcdefghij")
PAGE = 100
TESTED = 7
"""Each of so many photos has an answer."""


def milliseconds(work: Callable[[], object]) -> float:
    """That `work` takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def best(work: Callable[[], object], times: int = 3) -> str:
    """The first time, and the quickest of the others."""
    first, *others = [milliseconds(work) for _ in range(times)]
    return f"{first:7.1f} ms first, {min(others):7.1f} ms again"


def memory() -> float:
    """The most that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make(folder: Path, rows: int, photos: Path = Path("/photos")) -> None:
    """A project of `rows` photos in ten classes, as if the folder `photos` had been read: what was opened is gone."""
    opened = Opened(folder)
    opened.take(
        Scan({"1": str(photos)}, ["a"], [Photo("a/0.jpg", "a")], files=[FileFacts(b"0", 1, 1)]), Data("/photos")
    )
    with opened.photos.labels._database.changing() as db:
        db.execute("DELETE FROM photos")
        db.executemany(
            "INSERT INTO photos (root, path, told, split, here, content, size, changed) VALUES ('1', ?, ?, ?, 1, ?, ?, ?)",
            (
                (f"{name}/IMG_{k:07}.jpg", name, SPLITS[k % 20 // 17 + (k % 20 == 19)], k.to_bytes(32), k * 7919 % 5_000_000, k * 104729 % 10**9)
                for name in CLASSES for k in range(CLASSES.index(name), rows, len(CLASSES))
            ),
        )  # fmt: skip
    opened.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as place:
        project = Path(place, "a.cnnproj")
        print(f"{rows:,} photos: made in {milliseconds(lambda: make(project, rows)) / 1000:.1f} s")
        print(f"  on the disk: {sum(file.stat().st_size for file in project.glob('project.sqlite*')) / 1e6:.0f} MB")
        started = memory()
        began = time.perf_counter()
        opened, _ = open_existing(project)
        counted = time.perf_counter()
        opened.photos.rows(opened.photos.find(PhotoFilter(), PhotoSort())[:PAGE])
        print(f"  opened and counted: {counted - began:.2f} s; first page of rows: {time.perf_counter() - began:.2f} s")
        answers = [
            PhotoResult(f"/photos/{name}/IMG_{k:07}.jpg", name, CLASSES[k * 7 % 10], k * 7919 % 10_007 / 10_007, 1.0, [])
            for name in CLASSES for k in range(CLASSES.index(name), rows, len(CLASSES)) if k % TESTED == 0
        ]  # fmt: skip
        took = milliseconds(lambda: opened.photos.take_answers(answers, {}))
        print(f"  {len(answers):,} answers of a model taken in: {took:.0f} ms")
        for by in SORT_KEYS:
            for descending in (False, True) if by != "mixed" else (False,):
                order = PhotoSort(by, descending)
                told = best(partial(opened.photos.find, PhotoFilter(), order))
                print(f"  sort by {by:10}{' down' if descending else '':5}: {told}")
        for name, wanted in {
            "one class": PhotoFilter(label="d"),
            "the test photos": PhotoFilter(split="test"),
            "the test photos of a class": PhotoFilter(label="d", split="test"),
            "letters of a name": PhotoFilter(name="99999"),
            "the corrected": PhotoFilter(corrected=True),
            "the excluded": PhotoFilter(excluded=True),
        }.items():
            print(f"  find {name:27}: {best(partial(opened.photos.find, wanted, PhotoSort('name')))}")
        for answer in get_args(Answer):
            for by in ("mixed", "name", "confidence"):
                told = best(partial(opened.photos.find, PhotoFilter(answer=answer), PhotoSort(by)))
                print(f"  find {answer:8}, by {by:10}: {told}")
        ids = opened.photos.find(PhotoFilter(), PhotoSort())
        for row in (0, rows // 2, rows - PAGE):
            print(f"  rows from place {row:>9,}: {best(partial(opened.photos.rows, ids[row : row + PAGE]))}")
        some, steps = ids[:10_000], Steps()
        took = milliseconds(lambda: opened.edit(lambda labels: labels.relabel(some, "z"), steps))
        revision = opened.photos.labels.history()[0]
        steps = steps.add(photos_step(revision))
        back = milliseconds(lambda: opened.make(steps.done[-1].change.turned(), steps.undo()))  # type: ignore[arg-type]
        print(f"  {len(some):,} photos relabelled and counted again: {took:.0f} ms; taken back: {back:.0f} ms")
        took = milliseconds(lambda: opened.photos.find(PhotoFilter(answer="wrong"), PhotoSort("name")))
        print(f"  find wrong by name after that: {took:.0f} ms")
        opened.close()
        print(f"  memory: {memory():.0f} MB at most, {started:.0f} MB before it was opened")


if __name__ == "__main__":
    main()
