"""Time to switch to each tab, with 200 classes beside the same with 2.

    python -m tests.benchmarks.bench_tabs

Each case is a real window off screen in a process of its own, on generated photos with a generated test report; the
child that would hold torch is a small program. Measured from the click in the rail until the page is painted and the
window waits again. Printed: the first visit and later ones, median and worst. Target: 300 ms with 200 classes.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from cnn_desktop.dataset.shown import show_photo
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.jobs.show_photo import PhotoShown, ShowPhoto
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.pixel_file import PhotoHead, pixel_folder
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import BEST, REPORT, RunRecord
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.photo_loader import load_shown
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.viewer.tab import ViewerTab
from cnn_desktop.gui.viewer.view import Facts, view
from cnn_desktop.project.opened import open_existing
from tests.benchmarks.driving import pause, wait

CASES, PROCESSES, ROUNDS, PHOTOS_EACH = (2, 200), 3, 10, 12
TARGET_MS = 300.0
LIMIT = 60.0
NOW = "2026-01-01T00:00:00Z"


class _Painted(QObject):
    """Tells whether something was painted since `begin`."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    times: dict[int, dict[str, list[list[float]]]] = {}
    for classes in CASES:
        times[classes] = {key: [] for key in STEPS}
        for _ in range(PROCESSES):
            for key, visits in _measured(classes).items():
                times[classes][key].append(visits)
    few, many = CASES
    slowest = 0.0
    for key in STEPS:
        for name, part in (("first visit", slice(0, 1)), ("later visits", slice(1, None))):
            small, large = ([ms for visits in times[classes][key] for ms in visits[part]] for classes in CASES)
            slowest = max(slowest, *large)
            ratio = statistics.median(large) / statistics.median(small)
            print(f"{key}, {name}: {many} classes {_words(large)}; {few} classes {_words(small)}; ratio {ratio:.2f}")
    print(f"slowest switch with {many} classes: {slowest:.0f} ms (wanted: {TARGET_MS:.0f} ms)")


def _words(values: list[float]) -> str:
    return f"median {statistics.median(values):.0f} ms, worst {max(values):.0f} ms of {len(values)}"


def _measured(classes: int) -> dict[str, list[float]]:
    """Milliseconds of each tab's visits, the first one first, from a new process."""
    with tempfile.TemporaryDirectory(prefix="bench tabs ", ignore_cleanup_errors=True) as home:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench_tabs", str(classes), home],
            env={**os.environ, "CNN_DESKTOP_HOME": home}, capture_output=True, check=False,
        )  # fmt: skip
    if done.returncode:
        sys.exit(done.stderr.decode())
    result: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return result


def visit(classes: int, home: Path) -> dict[str, list[float]]:
    """Opens a window on `classes` classes and goes round its tabs."""
    fake = [sys.executable, str(Path(__file__).parents[1] / "gui" / "children" / "fake_child.py"), "long"]
    _, window = boot([], Session(Programs(full=fake, job=fake)))
    window.resize(1280, 820)
    session = Wiring.of(window).session
    project, jobs = session.project, session.jobs
    project.open_folder(generate(home / "photos", classes))
    wait(lambda: project.info is not None and not jobs.now.running, LIMIT)
    assert project.info is not None
    folder = Path(project.info.path)
    project.leave()
    closed: list[None] = []
    session.background.run(lambda: None, closed.append)
    wait(lambda: bool(closed), LIMIT)
    scan = add_run(folder)
    project.open_project(folder)
    wait(lambda: session.runs.report is not None and not jobs.now.running and len(window.built) == len(STEPS), LIMIT)
    answer(window, scan)
    window.show_step("dataset")
    pause(2.0)
    times: dict[str, list[float]] = {key: [] for key in STEPS}
    for _ in range(ROUNDS + 1):
        for key in (*STEPS[1:], STEPS[0]):
            times[key].append(switch(window, key))
            pause(0.1)
    Wiring.of(window).close()
    return times


def switch(window: MainWindow, key: str) -> float:
    """Clicks the step; milliseconds until its page is painted and nothing more waits to be done."""
    painted = _Painted()
    page = window.tab(key)
    page.installEventFilter(painted)
    began, loop = time.perf_counter(), QEventLoop()
    window.rail.buttons[key].click()

    def look() -> None:
        if painted.seen or time.perf_counter() - began > LIMIT:
            loop.quit()
        else:
            QTimer.singleShot(0, look)  # after the events that wait now

    QTimer.singleShot(0, look)
    loop.exec()
    page.removeEventFilter(painted)
    return (time.perf_counter() - began) * 1000


def generate(folder: Path, classes: int) -> Path:
    """Class folders with small noisy photos; the names are as long as people's."""
    rng = np.random.default_rng(0)
    for label in range(classes):
        place = folder / f"class number {label:03}"
        place.mkdir(parents=True)
        for number in range(PHOTOS_EACH):
            coarse = Image.fromarray(rng.integers(0, 255, (9, 12, 3), dtype=np.uint8))
            coarse.resize((320, 240), Image.Resampling.BICUBIC).save(place / f"{number:03}.jpg", quality=85)
    return folder


def add_run(project: Path) -> Scan:
    """A finished and tested training in the project's history; returns its photos."""
    opened, _ = open_existing(project)
    run, scan = opened.runs.folder("benchmark"), opened.photos.scan()
    run.mkdir(parents=True)
    (run / BEST).write_bytes(b"")
    save_report(report(scan), run / REPORT)
    opened.runs.update(RunRecord("benchmark", "efficientnet_lite0", "finished", NOW, 60.0, 0.9, 0.8))
    opened.close()
    return scan


def report(scan: Scan) -> Report:
    """A test in which four of five photos are right."""
    chance, classes = random.Random(1), scan.classes
    place = {name: number for number, name in enumerate(classes)}
    counts = np.zeros((len(classes), len(classes)), int)
    photos = []
    for photo in scan.of_split("test"):
        said = photo.label if chance.random() < 0.8 else chance.choice(classes)
        counts[place[photo.label], place[said]] += 1
        shares = [1 / len(classes)] * len(classes)
        photos.append(PhotoResult(str(scan.file(photo)), photo.label, said, chance.random(), chance.random(), shares))
    hits, said_so, real = counts.diagonal(), counts.sum(axis=0), counts.sum(axis=1)
    per_class = [
        ClassReport(name, float(hit / max(1, said)), float(hit / max(1, n)), float(2 * hit / max(1, said + n)), int(n))
        for name, hit, said, n in zip(classes, hits, said_so, real, strict=True)
    ]
    right = int(hits.sum())
    low, high = wilson_interval(right, len(photos))
    return Report(
        "benchmark", "", NOW, classes, len(photos), right / len(photos), low, high, per_class, counts.tolist(), photos,
        1.0, 100.0, "cpu",
    )  # fmt: skip


def answer(window: MainWindow, scan: Scan) -> None:
    """A photo in the viewer with what a model said about it."""
    viewer, file = window.tab("viewer"), str(scan.file(scan.photos[0]))
    assert isinstance(viewer, ViewerTab)
    shown = next(iter(show_photo(ShowPhoto(file, str(pixel_folder(PhotoHead))), Control())))
    assert isinstance(shown, PhotoShown)
    photo = load_shown(shown)
    assert photo is not None
    said = Predicted(file, [ClassScore(name, 1 / len(scan.classes)) for name in scan.classes])
    viewer.show_view(view(Facts(path=file, total=1, file=photo.file, has_model=True, answer=said, is_warm=True)))
    viewer.show_photo(photo)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(visit(int(sys.argv[1]), Path(sys.argv[2]))))
    else:
        main()
