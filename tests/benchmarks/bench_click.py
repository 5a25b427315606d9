"""Prints how soon the window answers a click on Train, on Test, or a dropped photo, with a child waiting and without.

python -m tests.benchmarks.bench_click FOLDER [--photos 800] [--clicks 3]

FOLDER holds class folders. The default model learns with a frozen backbone; what the backbone sees is in the cache already,
from a training before the first click. "First event" is the first thing the job itself tells (that its child is up does not
count), "first photo counted" the first progress that counts photos. The event loop is watched from click to end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject

from cnn_desktop.domain.events import Ended, Event, Progress, Ready
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.train import EpochDone, TrainProgress
from cnn_desktop.domain.places import HOME_VARIABLE
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.app.selftest import Watch, percentile
from cnn_desktop.gui.frame.wiring import Wiring
from tests.benchmarks.driving import pause, until

IDLE_SECONDS = 10
WANTED = {
    "Train, spare child: first event": 0.5,
    "Train, spare child: first photo counted": 0.7,
    "Test, spare child: first event": 0.5,
    "Train, no spare: first photo counted": 6.0,
    "Dropped photo: its classes": 0.5,
}
STALLS = {"p99": 25.0, "worst": 100.0}


class Clicks(QObject):
    """A window, clicked on, and when it heard what."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.app, self.window = boot([])
        self.session = Wiring.of(self.window).session
        self.watch = Watch()
        self.seconds: dict[str, list[float]] = {name: [] for name in WANTED}
        self.late: dict[str, list[float]] = {}
        self._heard: dict[str, float] = {}
        self.session.jobs.came.connect(self._hear)
        self.session.notice.connect(lambda notice: print(notice.text) if notice.kind == "error" else None)
        self.session.project.open_folder(folder)
        until(lambda: self.session.project.photos is not None and not self.session.jobs.now.running)
        until(lambda: bool(self.session.device.name))

    def click(self, what: Callable[[], object], watched: str) -> dict[str, float]:
        """Does `what` and waits for the job's end. Seconds from the click to "event", "photo" and "end"."""
        self._heard = {"click": time.perf_counter()}
        self.watch.begin()
        what()
        until(lambda: "end" in self._heard and not self.session.jobs.now.running)
        self.late.setdefault(watched, []).extend(self.watch.end())
        return {name: at - self._heard["click"] for name, at in self._heard.items()}

    def ask(self, photo: Path) -> float:
        """Seconds until a dropped photo is classified."""
        self._heard = {"click": time.perf_counter()}
        run = self.session.runs.predictor
        assert run is not None
        job = Predict(run=str(self.session.runs.folder(run.id)), paths=[str(photo)])
        question = self.session.processes.ask(
            job, lambda event: self._note("classes") if isinstance(event, Predicted) else None
        )
        until(lambda: "classes" in self._heard)
        question.drop()
        return self._heard["classes"] - self._heard["click"]

    def have_spare(self, wanted: bool) -> None:
        """Waits until a child is waiting, or none is."""
        self.session.processes.spare.allow(wanted)
        self.watch.begin()
        until(lambda: self.session.processes.spare.ready is wanted)
        late = self.watch.end()
        if wanted:
            self.late.setdefault("while a spare child gets ready", []).extend(late)
        pause(1)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Ready):
            return
        self._note("event")
        if isinstance(event, TrainProgress | EpochDone) or (isinstance(event, Progress) and event.done):
            self._note("photo")
        if isinstance(event, Ended):
            self._note("end")
            if event.outcome != "finished":
                sys.exit(f"It did not come to its end: {event}")

    def _note(self, what: str) -> None:
        self._heard.setdefault(what, time.perf_counter())

    def close(self) -> None:
        Wiring.of(self.window).close()
        self.session.close()


def measure(folder: Path, clicks: int) -> None:
    window = Clicks(folder)
    session, seconds = window.session, window.seconds
    session.settings.set(head_epochs=5, epochs=0)
    pause(2)
    window.watch.begin()
    pause(IDLE_SECONDS)
    window.late["idle"] = window.watch.end()
    window.click(session.runs.train, "while the cache is filled")
    photos = sorted(path for path in folder.rglob("*") if path.is_file())
    for number in range(clicks):
        window.have_spare(False)
        heard = window.click(session.runs.train, "Train without a spare child")
        seconds["Train, no spare: first photo counted"].append(heard["photo"])
        window.have_spare(True)
        heard = window.click(session.runs.train, "Train in the spare child")
        seconds["Train, spare child: first event"].append(heard["event"])
        seconds["Train, spare child: first photo counted"].append(heard["photo"])
        window.have_spare(True)
        heard = window.click(session.runs.evaluate, "Test in the spare child")
        seconds["Test, spare child: first event"].append(heard["event"])
        seconds["Dropped photo: its classes"].append(window.ask(photos[number]))
    window.close()
    print(f"{len(photos)} photos, medians of {clicks} clicks, seconds")
    for name, each in seconds.items():
        print(f"  {name:44} {statistics.median(each):6.2f}   worst {max(each):6.2f}   (wanted: {WANTED[name]})")
    print(
        f"Event loop: how late a 20 ms clock ticks, milliseconds (wanted: p99 {STALLS['p99']:.0f}, worst {STALLS['worst']:.0f})"
    )
    for name, late in window.late.items():
        print(f"  {name:44} p99 {percentile(late, 0.99):6.1f}   worst {max(late):6.1f}   {len(late)} ticks")
    print(f"torch in the window: {'yes' if 'torch' in sys.modules else 'no'} (wanted: no)")
    if hasattr(os, "getloadavg"):
        print(f"load of this computer: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")


def some(folder: Path, photos: int, place: Path) -> Path:
    """A copy of about `photos` of the photos in `folder`, equally many of each class."""
    classes = sorted(one for one in folder.iterdir() if one.is_dir())
    for one in classes:
        (place / one.name).mkdir(parents=True)
        for photo in sorted(one.iterdir())[: photos // len(classes)]:
            shutil.copy(photo, place / one.name)
    return place


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=800)
    parser.add_argument("--clicks", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ[HOME_VARIABLE] = home
        measure(some(options.folder, options.photos, Path(home, "photos")), options.clicks)


if __name__ == "__main__":
    main()
