"""Prints how long the Viewer takes to show a 12-megapixel JPEG: the next one, going back, and while thumbnails are made.

Run: python -m tests.benchmarks.bench_viewer [BEFORE] [--photos 10] [--rounds 3]

From the key to `PhotoLoader.loaded` in a real window off screen with its real children, medians. BEFORE is a checkout of another
version with a `.venv` of its own, measured in turns with this one. Each photo is looked at for a second before the next.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

WIDE, HIGH = 4000, 3000
SMALL = 400
"""Photos for thumbnails, which are under way while the last ones are shown."""

_SHOW = """
import json, statistics, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QObject, QTimer
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.photo_loader import PhotoLoader

app, window = boot([])
session = Wiring.of(window).session
window.show()
window.resize(1280, 820)
window.show_project("benchmark")
window.rail.buttons["viewer"].setEnabled(True)
window.show_step("viewer")
children = session.processes
children.start()
photos, small = (sorted(map(str, Path(one).glob("*.jpg"))) for one in sys.argv[1:3])
tab = window.tab("viewer")
(loader,) = [one for one in tab.findChildren(QObject) if isinstance(one, PhotoLoader)]
assert tab.isVisible()

def wait(seconds):
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()

def shown(place):
    photo = photos[place]
    loop, took = QEventLoop(), []
    def take(loaded):
        if loaded.path == photo and not took:
            took.append(time.perf_counter() - began)
            loop.quit()
    loader.loaded.connect(take)
    QTimer.singleShot(20_000, loop.quit)
    began = time.perf_counter()
    session.selection.show(photos, photo)
    loop.exec()
    loader.loaded.disconnect(take)
    wait(1)
    return took[0]

wait(15)  # children come up, and prepare
shown(0)
half = (len(photos) - 1) // 2 + 1
times = {"next": [shown(one) for one in range(1, half)]}
times["back"] = [shown(one) for one in range(half - 2, max(half - 6, 0), -1)]
question = children.ask(Thumbnails(small, sys.argv[3]))
wait(0.3)
times["next, while thumbnails are made"] = [shown(one) for one in range(half, len(photos))]
tab.view.actual_size()
began = time.perf_counter()
loop = QEventLoop()
loader.loaded.connect(loop.quit)
QTimer.singleShot(2000, loop.quit)
loop.exec()
times["own pixels, zooming in"] = [time.perf_counter() - began if hasattr(tab.view, "coarse") else 0.0]
print(json.dumps({name: statistics.median(each) for name, each in times.items()}))
Wiring.of(window).close()
"""
Times = dict[str, float]


def draw(folder: Path, count: int, wide: int, high: int) -> None:
    """Photos that take as long to decode as a camera's: some edges, some noise, about 0.3 bytes a pixel."""
    folder.mkdir(parents=True)
    rng = np.random.default_rng(1)
    for number in range(count):
        coarse = Image.fromarray(rng.integers(0, 256, (12, 16, 3), np.uint8)).resize(
            (wide, high), Image.Resampling.BICUBIC
        )
        noise = rng.normal(0, 6, (high, wide, 1)).astype(np.int16)
        pixels = np.clip(np.asarray(coarse, np.int16) + noise, 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{number:03}.jpg", quality=90)


def measure(checkout: Path, place: Path, home: Path) -> Times:
    """Seconds, by the version in `checkout`, with the empty folder `home` for its caches."""
    home.mkdir()
    environment = {**os.environ, "CNN_DESKTOP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    words = [
        str(checkout / ".venv/bin/python"),
        "-c",
        _SHOW,
        str(place / "large"),
        str(place / "small"),
        str(home / "made"),
    ]
    done = subprocess.run(words, env=environment, cwd=checkout, stdout=subprocess.PIPE, check=True, text=True)
    times: Times = json.loads(done.stdout.splitlines()[-1])
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before", type=Path, nargs="?")
    parser.add_argument("--photos", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sides = {"now": Path(__file__).resolve().parents[2]}
    if options.before:
        sides = {"before": options.before.absolute(), **sides}
    rounds: dict[str, list[Times]] = {name: [] for name in sides}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        draw(place / "large", 2 * options.photos + 1, WIDE, HIGH)
        draw(place / "small", SMALL, 800, 600)
        for number in range(options.rounds):
            for name in sorted(sides, reverse=number % 2 == 1):
                rounds[name].append(measure(sides[name], place, place / f"home {number} {name}"))
    for row in rounds["now"][0]:
        figures = {name: statistics.median(times[row] for times in each) for name, each in rounds.items()}
        print(f"{row:34}" + "   ".join(f"{name} {1000 * took:5.0f} ms" for name, took in figures.items()))


if __name__ == "__main__":
    main()
