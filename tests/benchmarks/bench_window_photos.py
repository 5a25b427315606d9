"""The whole window with a project of a million photos: how soon it shows, jumps, sorts, finds and relabels; memory, stalls.

    python -m tests.benchmarks.bench_window_photos [--rows 1000000] [--real 100000]

A synthetic project is opened off screen in a window of its own process; small files lie behind the rows that are looked at.
With --real, a folder of so many JPEGs of 64 x 64 pixels is imported by the window, too, and then read again with nothing
changed. A stall is how late a 5 ms timer of the window fires. Memory is the most that the window's process has held.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PIL import Image
from PySide6.QtCore import QEvent, QObject

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort, SortKey
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.domain.places import HOME_VARIABLE
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.dataset.photos_page import PhotosPage
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from tests.benchmarks.bench_index import make
from tests.benchmarks.bench_scan import draw
from tests.benchmarks.driving import StallMeter, pause, until

WANTED = "wanted: first thumbnails 1 s, placeholders 50 ms, thumbnails 200 ms, sort and find 300 ms, relabel and undo 1 s, 500 MB, no stall over 100 ms, 2,000 photos read a second"
PLACES = (0.11, 0.37, 0.5, 0.93)
"""Of all rows, where files lie, beside the first ones."""
NEAR = 400
"""Files at each place."""
RELABELLED = 10_000
SORTS: tuple[SortKey, ...] = ("name", "size", "date", "label", "split", "mixed")
P = ParamSpec("P")


def most_memory() -> float:
    """In MB; since this program began, not since the one that started it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


class Painted(QObject):
    """Tells when a widget was painted last."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class Bench:
    """The window, and a clock in its event loop."""

    def __init__(self) -> None:
        self.app, self.window = boot([])
        self.window.resize(1400, 900)
        self.session = Wiring.of(self.window).session
        self.session.notice.connect(lambda notice: print(f"  said: {notice.text}", flush=True))
        self.meter = StallMeter()
        until(lambda: len(self.window.built) == 6 and bool(self.session.device.name))
        pause(1.0)

    @property
    def page(self) -> PhotosPage:
        tab = self.window.tab("dataset")
        assert isinstance(tab, DatasetTab)
        return tab.photos

    def seen(self) -> range:
        grid = self.page.grid
        rows = grid.rows_within(0, grid.viewport().height() - 1)
        return range(rows.start, min(rows.stop, grid.tiles.rowCount()))

    def tiles(self) -> list[bool | None]:
        """Of each row on the screen whether its picture is here; None: its row is not."""
        found = [self.page.grid.tiles.tile(row) for row in self.seen()]
        return [
            (tile.locked or self.page.source.picture(tile.path) is not None) if tile.text else None for tile in found
        ]

    def watched(self, name: str, work: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> str:
        self.meter.start()
        told = work(*args, **kwargs)
        pause(0.7)
        return f"{name}: {told}; stalls {self.meter.stop()}"

    def timed(self, name: str, work: Callable[P, float], *args: P.args, **kwargs: P.kwargs) -> str:
        """As `watched`, of what tells milliseconds."""
        return self.watched(name, lambda: f"{work(*args, **kwargs):.0f} ms")

    def listed(self, change: Callable[[], object]) -> float:
        """Milliseconds until the grid shows other rows, known ones."""
        before = self.page.listing
        change()
        return 1000 * until(lambda: self.page.listing is not before and None not in self.tiles())

    def sort(self, by: SortKey) -> float:
        return self._choose(sort=PhotoSort(by))

    def find(self, wanted: PhotoFilter) -> float:
        return self._choose(wanted=wanted)

    def _choose(self, **facts: object) -> float:
        bar = self.page.bar

        def change() -> None:
            bar.show_facts(msgspec.structs.replace(bar.facts, **facts))
            bar.changed.emit(bar.facts.wanted, bar.facts.sort)

        return self.listed(change)

    def jump(self, row: int) -> tuple[float, float, float]:
        """Milliseconds until the place is painted, until its photos are known, until their pictures are here."""
        painted, began = Painted(self.page.grid.viewport()), time.perf_counter()
        self.page.grid.go_to(row)
        until(lambda: painted.at > began)
        empty = 1000 * (painted.at - began)
        until(lambda: None not in self.tiles())
        known = 1000 * (time.perf_counter() - began)
        until(lambda: all(self.tiles()))
        return empty, known, 1000 * (time.perf_counter() - began)

    def changed_photos(self, change: Callable[[], object]) -> float:
        """Milliseconds until a change of labels is made, counted and shown."""
        before, listing = self.session.project.photos, self.page.listing
        change()
        return 1000 * until(
            lambda: (
                self.session.project.photos is not before
                and self.page.listing is not listing
                and None not in self.tiles()
            )
        )

    def synthetic(self, project: Path, rows: int) -> Iterator[str]:
        yield f"the window before: {most_memory():.0f} MB"
        yield self.watched("idle", self._idle)
        yield self.watched("opening", self._open, project)
        for place in PLACES:
            yield self.watched(f"jump to row {int(rows * place):,}", self._jump, int(rows * place))
        for by in SORTS:
            yield self.timed(f"sort by {by}", self.sort, by)
        yield self.timed("find the label d", self._filter, label="d")
        yield self.timed("find the split val", self._filter, split="val")
        yield self.timed("find all again", self._filter)
        yield self.timed("find the name 99999", self.find, PhotoFilter(name="99999"))
        yield self.timed("find the corrected", self.find, PhotoFilter(corrected=True))
        yield self.timed("find all again", self.find, PhotoFilter())
        for name, change in (
            ("relabel", self._relabel),
            ("undo", self.session.undo.undo),
            ("redo", self.session.undo.redo),
        ):
            yield self.timed(f"{name} {RELABELLED:,}", self.changed_photos, change)
        yield f"the window after all: {most_memory():.0f} MB at most"

    def _filter(self, label: str | None = None, split: str | None = None) -> float:
        def change() -> None:
            self.page.splits.choose(["train", "val", "test"].index(split) + 1 if split else 0)
            self.page.chart.choose(label)

        return self.listed(change)

    def _idle(self) -> str:
        pause(2.0)
        return ""

    def _open(self, project: Path) -> str:
        began = time.perf_counter()
        self.session.project.open_project(project)
        until(lambda: self.session.project.photos is not None)
        counted = time.perf_counter() - began
        until(lambda: True in self.tiles())
        first = time.perf_counter() - began
        until(lambda: all(self.tiles()))
        done = time.perf_counter() - began
        return f"counted after {counted:.2f} s, first thumbnail {first:.2f} s, all {len(self.seen())} {done:.2f} s, {most_memory():.0f} MB"

    def _jump(self, row: int) -> str:
        empty, known, shown = self.jump(row)
        return f"painted {empty:.0f} ms, names known {known:.0f} ms, all thumbnails {shown:.0f} ms"

    def _relabel(self) -> None:
        grid = self.page.grid
        grid.pick([range(RELABELLED)], 0)
        self.page.labelling.relabel_wanted.emit(grid.picked_rows(), "z")

    def real(self, folder: Path, count: int) -> Iterator[str]:
        project = self.session.project
        yield f"the window before: {most_memory():.0f} MB"
        for name, begin in (("import", lambda: project.open_folder(folder)), ("read again", project.rescan)):
            yield self.watched(name, self._read, begin, count)

    def _read(self, begin: Callable[[], object], count: int) -> str:
        before: PhotoFacts | None = self.session.project.photos
        began = time.perf_counter()
        read: list[float] = []
        self.session.jobs.came.connect(lambda event: read.append(time.perf_counter() - began))
        begin()
        until(lambda: self.session.project.photos is not before and not self.session.jobs.now.running)
        took, facts = time.perf_counter() - began, self.session.project.photos
        known = facts.count() if facts else 0
        return (
            f"{known:,} of {count:,} photos in {took:.1f} s, {known / took:,.0f} a second "
            f"(the child {read[-1]:.1f} s, taking in {took - read[-1]:.1f} s), {most_memory():.0f} MB at most"
        )

    def close(self) -> None:
        Wiring.of(self.window).close()
        self.session.close()


def lay_files(project: Path, folder: Path, rows: int) -> None:
    """Behind the first rows and at `PLACES`, as the grid shows a project first."""
    with Database.open(project, read_only=True) as database:
        photos = PhotoTable(database)
        ids = photos.find(PhotoFilter(), PhotoSort())
        for start in (0, *(max(0, int(rows * place) - NEAR // 2) for place in PLACES)):
            for k, row in enumerate(photos.rows(ids[start : start + NEAR])):
                file = folder / row.path
                file.parent.mkdir(parents=True, exist_ok=True)
                Image.new("RGB", (320, 240), (k * 7 % 256, k * 13 % 256, k * 29 % 256)).save(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--real", type=int, default=0)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        bench = Bench()
        if options.real:
            lines = bench.real(options.inside, options.real)
        else:
            lines = bench.synthetic(options.inside, options.rows)
        for line in lines:
            print(f"  {line}", flush=True)
        bench.close()
        return
    with tempfile.TemporaryDirectory(prefix="bench window ") as name:
        place = Path(name)
        if options.rows:
            began = time.perf_counter()
            make(place / "a.cnnproj", options.rows, place / "photos")
            lay_files(place / "a.cnnproj", place / "photos", options.rows)
            print(f"{options.rows:,} photos, made in {time.perf_counter() - began:.0f} s", flush=True)
            _inside(place, place / "a.cnnproj", "--rows", options.rows)
        if options.real:
            draw(place / "real", options.real)
            print(f"{options.real:,} files", flush=True)
            _inside(place, place / "real", "--real", options.real)
    print(WANTED)
    print(f"load of this computer: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def _inside(place: Path, what: Path, name: str, count: int) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_window_photos", "--inside", str(what), name, str(count)],
        env={**os.environ, HOME_VARIABLE: str(place / "home")}, check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
