"""Prints how quickly the review of suspicious photos shows the next one, and how long the window ever stands still.

Run: python -m tests.benchmarks.bench_label_window [--rows 100000] [--pace 0.4] [--decisions 200] [--photos FOLDER]

A real window off screen with its real children; the photos are real ones, the result of the check is planted. From the key to
the paint of the decoded next photo, by somebody who decides about one photo each `--pace` seconds; then `--decisions` keys as
fast as they are taken, undone again; then as many photos at once. With 300 suspicious photos, and with as many as `--rows`, of
which all but the first are rows only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cnn_desktop.domain.label_check import LabelCheck, Suspect, write_label_check
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened

REAL = 300
_WINDOW = """
import json, statistics, sys, time
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame.wiring import Wiring
from tests.benchmarks.driving import Stalls, pause, until
from pathlib import Path

app, window = boot([])
wiring = Wiring.of(window)
session = wiring.session
window.resize(1280, 800)
window.show()
now = time.perf_counter

class Paints(QObject):
    '''Sees when a photo is painted.'''
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched._levels:
            self.when, self.name = now(), watched.accessibleName()
        return False
    when, name = 0.0, ""

folder, pace, decisions = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
began = now()
stalls = Stalls()
session.project.open_project(Path(folder))
until(lambda: session.project.photos is not None and not session.jobs.now.running)
until(lambda: session.review.left > 0)
review, tab, out = session.review, window.tab("labels"), {}
out["opened"] = now() - began
pause(15)  # children come up, and prepare
out["opening stalls"] = stalls.taken()
window.show_step("labels")
tab.check.pressed.emit()
page = tab.review
assert page.isVisible() and page.picture.isVisible()
paints = Paints()
page.picture.installEventFilter(paints)
window.activateWindow()
page.setFocus()

def shown():
    question = review.now
    return bool(question) and paints.name == f"{question.row.path.rsplit('/', 1)[-1]}, {question.row.label}"

until(shown)
pause(2)
out["first stalls"] = stalls.taken()
took = []
for number in range(40):
    pause(pace)
    pressed, paints.name = now(), ""
    QTest.keyClick(page, (Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_U)[number % 3])
    until(shown, 20)
    took.append(1000 * (paints.when - pressed))
out["next"] = {"median": statistics.median(took), "worst": max(took), "all": took}
pause(2)
out["reading stalls"] = stalls.taken()
began = now()
for number in range(decisions):
    until(lambda: review.now is not None, 20)
    QTest.keyClick(page, (Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_U, Qt.Key.Key_X)[number % 4])
    pause(0.001)
out["fast"] = now() - began
until(lambda: not session.background._pieces)
out["fast written"] = now() - began
pause(1)
out["fast stalls"] = stalls.taken()
began, left = now(), review.left
for number in range(50):
    session.undo.undo()
    pause(0.001)
until(lambda: not session.background._pieces)
assert review.left == left + 50, (review.left, left)
out["undone"] = now() - began
pause(1)
out["undo stalls"] = stalls.taken()
page.many_button.click()
pause(2)
out["many stalls"] = stalls.taken()
began = now()
bar = page.many.grid.verticalScrollBar()
for share in (0.3, 0.6, 0.9, 1.0):
    bar.setValue(int(bar.maximum() * share))
    pause(0.3)
page.many._pick_all()
pause(0.5)
out["picking stalls"] = stalls.taken()
began, n = now(), review.left
QTest.keyClick(page.many.grid, Qt.Key.Key_S)
until(lambda: not session.background._pieces)
assert review.left == 0
out["all at once"] = now() - began
pause(1)
out["all at once stalls"] = stalls.taken()
began = now()
session.undo.undo()
until(lambda: not session.background._pieces)
assert review.left == n
out["all taken back"] = now() - began
pause(1)
out["taken back stalls"] = stalls.taken()
print(json.dumps(out))
wiring.close()
"""


def project(place: Path, photos: Path, rows: int) -> Path:
    """A project of the photos and of as many more that are not there, all of them suspicious."""
    classes = sorted(one.name for one in photos.iterdir() if one.is_dir())
    files = [sorted((photos / name).glob("*.jpg")) for name in classes]
    real = [
        Photo(f"{file.parent.name}/{file.name}", file.parent.name, "train")
        for each in zip(*files, strict=False)
        for file in each
    ]
    real = real[: max(REAL, len(real))]
    more = [
        Photo(f"{classes[k % len(classes)]}/none {k:06}.jpg", classes[k % len(classes)], "train")
        for k in range(rows - len(real))
    ]
    every = real + more
    opened = Opened(place / "a.cnnproj")
    scan = Scan({"1": str(photos.resolve())}, classes, sorted(every, key=lambda one: one.path), has_splits=True)
    opened.take(scan, Data(str(photos.resolve())))
    suspects = every if more else every[:REAL]
    found = [
        Suspect(
            one.key, one.path, one.label, classes[(classes.index(one.label) + 1) % len(classes)], 1 - k / 1e7, 0.9, 0.05,
            near_label=tuple(each.key for each in real[k % 200 : k % 200 + 4]),
            near_suggested=tuple(each.key for each in real[k % 100 + 200 : k % 100 + 204]), rank=k + 1, split="train",
        )
        for k, one in enumerate(suspects)
    ]  # fmt: skip
    check = LabelCheck(
        photos=len(every), suspects=len(found), listed=len(found), errors=len(found) / 2, low=1.0, high=len(found), accuracy=0.8,
        confused=(), cannot_judge=(), verdict="suspicious", revision=0, backbones=(), seconds=1.0, when="2026-01-02T03:04:05+00:00",
    )  # fmt: skip
    (place / "result").mkdir()
    write_label_check(place / "result", check, found)
    opened.suspects.take(place / "result")
    opened.close()
    return place / "a.cnnproj"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pace", type=float, default=0.4)
    parser.add_argument("--decisions", type=int, default=200)
    parser.add_argument("--photos", type=Path, default=Path(__file__).resolve().parents[3] / "shared/data/trashnet")
    parser.add_argument("--only", choices=["small", "large"])
    asked = parser.parse_args()
    for rows in {"small": [0], "large": [asked.rows]}.get(asked.only, [0, asked.rows]):
        with tempfile.TemporaryDirectory() as place:
            folder = project(Path(place), asked.photos, rows)
            environment = {
                **os.environ,
                "CNN_DESKTOP_HOME": f"{place}/home",
                "QT_QPA_PLATFORM": "offscreen",
                "CNN_DESKTOP_LANGUAGE": "en",
            }
            words = [sys.executable, "-c", _WINDOW, str(folder), str(asked.pace), str(asked.decisions)]
            done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, check=True, text=True)
        found = json.loads(done.stdout.splitlines()[-1])
        print(f"{rows or REAL:,} suspicious photos")
        print(f"  opened, with its review:          {found['opened']:6.2f} s")
        print(
            f"  key → next photo painted:         {found['next']['median']:6.1f} ms usually, {found['next']['worst']:.1f} ms at most"
        )
        print(
            f"  {asked.decisions} keys as fast as they are taken: {found['fast']:6.2f} s, all written after {found['fast written']:.2f} s"
        )
        print(f"  50 taken back:                    {found['undone']:6.2f} s")
        print(f"  all at once, and taken back:      {found['all at once']:6.2f} s, {found['all taken back']:.2f} s")
        for name, stall in found.items():
            if name.endswith("stalls"):
                print(f"  {name + ':':33} {stall['worst']:6.1f} ms at most, {stall['over']} over 100 ms")


if __name__ == "__main__":
    main()
