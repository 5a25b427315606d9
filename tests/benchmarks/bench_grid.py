"""The thumbnail grid with 100,000 photos: stalls while scrolling, time to a picture, memory. Prints one line a figure.

    python -m tests.benchmarks.bench_grid [PHOTOS]

Photos are generated files (400 different pictures, hard-linked to PHOTOS names, so each needs a thumbnail of its own).
The real Dataset tab is shown off screen; it looks photos up in a real project, and the real child makes the thumbnails. A stall is how late a 5 ms timer fires;
the idle window beside it tells what the machine adds by itself, and the window's own computing between two ticks what
it would be on a machine with nothing else to do. Targets: stalls ≤ 100 ms, any picture ≤ 200 ms,
memory ≤ 500 MB.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.places import HOME_VARIABLE
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.dataset.listing import Found, Listing
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.dataset.view import Facts, view
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.background import Background
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened, create_project
from cnn_desktop.project.query import Ids
from tests.benchmarks.driving import StallMeter, pause, wait

DIFFERENT, CLASSES = 400, 10
LIMIT = 10.0


def generate(folder: Path, count: int) -> Scan:
    """`count` JPEG files of 640×480 in ten class folders."""
    rng = np.random.default_rng(0)
    base = []
    (folder / "base").mkdir(parents=True)
    for number in range(DIFFERENT):
        coarse = Image.fromarray(rng.integers(0, 255, (12, 16, 3), dtype=np.uint8))
        file = folder / "base" / f"{number}.jpg"
        coarse.resize((640, 480), Image.Resampling.BICUBIC).save(file, quality=85)
        base.append(file)
    photos = []
    for label in range(CLASSES):
        (folder / "photos" / f"class {label}").mkdir(parents=True)
    for number in range(count):
        path = f"class {number % CLASSES}/{number:06}.jpg"
        os.link(base[number % DIFFERENT], folder / "photos" / path)
        photos.append(Photo(path, f"class {number % CLASSES}", ("train", "val", "test")[number % 3]))
    return Scan({"1": str(folder / "photos")}, [f"class {label}" for label in range(CLASSES)], photos)


class Bench:
    """The tab in a window, on a real project, fed by a real child."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.meter = StallMeter()
        self.children, self.background = Children(Programs()), Background()
        self.children.spare.allow(False)  # torch would take the time of what is measured
        self.tab = DatasetTab(self.children.ask, self._list)
        self.tab.resize(1400, 900)

    def _list(self, wanted: PhotoFilter, sort: PhotoSort, then: Callable[[Listing], None]) -> None:
        self.background.run(lambda: self.opened.photos.find(wanted, sort), lambda ids: then(Found(ids, self._rows)))

    def _rows(self, ids: Ids, then: Callable[[list[PhotoRow]], None]) -> None:
        self.background.run(lambda: self.opened.photos.rows(ids), then)

    def seen(self) -> range:
        """Rows on the screen now."""
        grid = self.tab.photos.grid
        return grid.rows_within(0, grid.viewport().height() - 1)

    def has_picture(self, row: int) -> bool:
        path = self.tab.photos.grid.tiles.tile(row).path
        return path != "" and self.tab.photos.source.picture(path) is not None

    def jump(self, place: int) -> tuple[float, float]:
        """Seconds until the first and until the last picture of another part of the grid is there."""
        began = time.perf_counter()
        self.tab.photos.grid.verticalScrollBar().setValue(place)
        shown = self.seen()
        wait(lambda: any(map(self.has_picture, shown)), LIMIT)
        first = time.perf_counter() - began
        wait(lambda: all(map(self.has_picture, shown)), LIMIT)
        return first, time.perf_counter() - began

    def close(self) -> None:
        self.children.close()
        self.background.close()
        self.opened.close()

    def run(self) -> Iterator[str]:
        self.tab.show()
        pause(1.0)
        self.meter.start()
        pause(2.0)
        yield f"idle window: stalls {self.meter.stop()}"
        self.meter.start()
        began = time.perf_counter()
        photos = self.opened.photos.facts()
        assert photos
        self.tab.show_view(view(Facts("bench", photos, opened=frozenset({None}))))
        yield f"showing {photos.count():,} photos: {(time.perf_counter() - began) * 1000:.0f} ms"
        pause(2.0)
        yield f"    stalls {self.meter.stop()}"
        bar = self.tab.photos.grid.verticalScrollBar()
        scroll = QTimer(interval=16)
        scroll.timeout.connect(lambda: bar.setValue(bar.value() + 90))
        self.meter.start()
        scroll.start()
        pause(6.0)
        scroll.stop()
        yield f"scrolling steadily, no thumbnail made before: stalls {self.meter.stop()}"
        scroll = QTimer(interval=16)
        scroll.timeout.connect(lambda: bar.setValue(random.randrange(bar.maximum())))
        self.meter.start()
        scroll.start()
        pause(4.0)
        scroll.stop()
        yield f"scroll bar dragged wildly: stalls {self.meter.stop()}"
        pause(1.0)
        places = [random.randrange(bar.maximum()) for _ in range(20)]
        for name in ("never seen", "seen before"):
            self.meter.start()
            times = np.array([self.jump(place) for place in places]) * 1000
            first, last = times[:, 0], times[:, 1]
            yield (
                f"picture after a jump, {name}: first {np.median(first):.0f} ms (worst {first.max():.0f}), "
                f"all {len(self.seen())} on the screen {np.median(last):.0f} ms (worst {last.max():.0f}); stalls {self.meter.stop()}"
            )
        self.meter.start()
        self.tab.resize(1000, 700)
        pause(1.0)
        yield f"resizing: stalls {self.meter.stop()}"
        self.meter.start()
        self.tab.photos.chart.choose("class 3")
        pause(0.5)
        self.tab.photos.chart.choose(None)
        pause(0.5)
        yield f"choosing a class and all again: stalls {self.meter.stop()}"
        memory = psutil.Process().memory_info().rss / 1e6
        yield f"window memory: {memory:.0f} MB, decoded pictures {self.tab.photos.source.bytes_used / 1e6:.0f} MB of it"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    random.seed(0)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app)
    folder = Path(tempfile.mkdtemp(prefix="bench grid "))
    os.environ[HOME_VARIABLE] = str(folder / "home")
    try:
        began = time.perf_counter()
        opened, _ = create_project(Data(str(folder / "photos")), generate(folder, count))
        bench = Bench(opened)
        print(f"{count:,} photos generated and taken in in {time.perf_counter() - began:.0f} s", flush=True)
        for line in bench.run():
            print(line, flush=True)
        bench.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
