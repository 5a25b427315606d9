"""Prints how quickly the result of a label check is taken in, reviewed and undone in a project of many photos.

Run: python -m tests.benchmarks.bench_review [--rows 100000] [--decisions 200]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from cnn_desktop.domain.decisions import Said
from cnn_desktop.domain.photos import FileFacts, Photo, Scan, Split
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened, open_existing
from cnn_desktop.project.undo import PhotosChange, Steps
from tests.benchmarks.bench_index import milliseconds
from tests.project.review_helpers import SPLITS, write_check

TRAIN: tuple[Split, ...] = ("train",)
TEST: tuple[Split, ...] = ("test",)
KINDS: Sequence[Said] = ("suggested", "keep", "unsure", "suggested", "exclude")


def many(work: Callable[[], object], times: int) -> str:
    """What it takes usually, and at most."""
    took = [milliseconds(work) for _ in range(times)]
    return f"{statistics.median(took):6.1f} ms usually, {max(took):6.1f} ms at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--decisions", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        project, rows = Path(place, "a.cnnproj"), asked.rows
        opened = Opened(project)
        photos = [Photo(f"{'ab'[k % 2]}/{k:07}.jpg", "ab"[k % 2], SPLITS[k % 10]) for k in range(rows)]
        files = [FileFacts(k.to_bytes(32), k, k) for k in range(rows)]
        opened.take(Scan({"1": "/photos"}, ["a", "b"], photos, files=files, has_splits=True), Data("/photos"))
        result = write_check(Path(place, "result"), photos)
        suspects = opened.suspects
        print(f"{rows:,} photos, each of them suspicious")
        print(f"  taken in: {milliseconds(lambda: suspects.take(result)) / 1000:.2f} s")
        print(f"  the first page of 50:    {many(suspects.page, 20)}")
        print(f"  a page from the middle:  {many(lambda: suspects.page(after=rows // 2), 20)}")
        print(f"  the last of one split:   {many(lambda: suspects.page(splits=TEST, after=rows - 600), 20)}")
        print(f"  ids of all:              {many(suspects.ids, 5)}")
        print(f"  the check and how far:   {many(suspects.check, 10)}")
        train = iter(suspects.ids(splits=TRAIN).tolist())
        kinds, steps = iter(KINDS * asked.decisions), Steps()

        def decide() -> None:
            nonlocal steps
            steps = steps.add(opened.decide(next(train), next(kinds), steps).step)

        print(f"  {asked.decisions} decisions, each:     {many(decide, asked.decisions)}")
        print(f"  the next page then:      {many(suspects.page, 20)}")

        def count() -> None:
            opened.photos.forget()
            opened.photos.facts()

        print(f"  photos counted again:    {many(count, 5)}")

        def undo() -> None:
            nonlocal steps
            change, steps = steps.done[-1].change.turned(), steps.undo()
            assert isinstance(change, PhotosChange)
            opened.make(change, steps)

        print(f"  each taken back, counted: {many(undo, len(steps.done))}")
        every = suspects.ids(splits=TRAIN)
        print(
            f"  {len(every):,} suggestions taken in one step: {milliseconds(lambda: opened.decide_many(every, 'suggested', steps)):.0f} ms"
        )
        print(f"  a page of what is left:  {many(suspects.page, 20)}")
        print(f"  of what was decided:     {many(lambda: suspects.page('decided'), 20)}")
        print(f"  how far:                 {many(suspects.progress, 10)}")
        print(f"  as a table: {milliseconds(lambda: opened.decisions.export(Path(place, 'a.csv'))):.0f} ms")
        print(f"  blind queue: {milliseconds(lambda: opened.blind.queue('Ann')):.0f} ms")
        print(f"  back to the folders' labels: {milliseconds(lambda: opened.restore_to(0, steps)):.0f} ms")
        opened.close()
        print(f"  opened again: {milliseconds(lambda: open_existing(project)[0]):.0f} ms")


if __name__ == "__main__":
    main()
