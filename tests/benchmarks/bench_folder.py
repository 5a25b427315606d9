"""Prints how fast a folder of unseen photos is classified beside the course's loop, and how long the window ever stands still.

Run: python -m tests.benchmarks.bench_folder FOLDER [--test 500] [--pairs 1] [--rows 10000] [--only child|window]

FOLDER: class folders of real photos. Child: EfficientNet-Lite0 whose head was trained for an epoch; from the job's first step
to its last, listing, loading and writing included, photos never seen before, in the process of the course's test loop. Window: a
real one off screen with its real children and as many answers as `--rows`, of which all but the first are rows only: opening,
sorting by each column, filters, scrolling in grid and table, a photo opened and left, rows that are read again as they grow.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import Answer

_WINDOW = """
import json, sys, time
from pathlib import Path
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame.wiring import Wiring
from tests.benchmarks.driving import Stalls, pause, until
from cnn_desktop.gui.state.folder import FolderState
from cnn_desktop.gui.state.viewed_model import ViewedModel
from cnn_desktop.domain.answer_filter import ANSWER_SORT_KEYS, AnswerFilter, AnswerSort

app, window = boot([])
wiring = Wiring.of(window)
session = wiring.session
window.resize(1280, 800)
window.show()
now = time.perf_counter

photos, file = Path(sys.argv[1]), Path(sys.argv[2])
stalls, out = Stalls(), {}
session.project.open_folder(photos)
until(lambda: session.project.photos is not None and not session.jobs.now.running)
tab = window.tab("viewer")
pause(12)  # children come up, and prepare
window._pages.setCurrentWidget(tab)
page = tab.folder
tab.show_page(tab.place_of(page))
pause(1)
stalls.taken()
folder, seen = session.folder, []
folder.listed.connect(seen.append)

def read(act):  # until the new listing is there, and shown
    seen.clear()
    began = now()
    act()
    until(lambda: seen)
    took = now() - began
    pause(0.4)
    return took

folder._file = file
folder.state = FolderState((str(photos),), (str(photos),), ViewedModel(Path("x")), is_whole=True, listed=1)
out["opened"] = read(folder._read)
out["opening stalls"] = stalls.taken()
for form, name in enumerate(("grid", "table")):
    page.forms.choose(form)
    folder.choose(AnswerFilter(), AnswerSort())
    pause(1)
    stalls.taken()
    took = [read(lambda key=key, down=down: folder.choose(AnswerFilter(), AnswerSort(key, down)))
            for key in ANSWER_SORT_KEYS[1:] for down in (False, True)]
    out[f"sorted, {name}"] = max(took)
    out[f"sorting stalls, {name}"] = stalls.taken()
    took = [read(lambda wanted=wanted: folder.choose(wanted, AnswerSort("name"))) for wanted in (
        AnswerFilter("1"), AnswerFilter(label="paper"), AnswerFilter(below=0.5), AnswerFilter(show="right"),
        AnswerFilter(show="wrong"), AnswerFilter())]
    out[f"filtered, {name}"] = max(took)
    out[f"filtering stalls, {name}"] = stalls.taken()
    bar = (page.table if form else page.grid).verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 60)
        pause(0.03)
    for share in (0.1, 0.9, 0.5, 0):
        bar.setValue(int(bar.maximum() * share))
        pause(0.3)
    out[f"scrolling stalls, {name}"] = stalls.taken()
page.opened.emit(session.folder.state.counts.total // 4)
until(lambda: tab.page is None)
pause(1)
for _ in range(20):
    tab.stepped.emit(1)
    pause(0.05)
tab.go_back()
pause(1)
out["large photo stalls"] = stalls.taken()
for _ in range(5):
    read(folder.refresh)
out["growing stalls"] = stalls.taken()
out["rows"] = session.folder.state.counts.total
print(json.dumps(out))
wiring.close()
"""


def measure(trained: Path) -> None:
    """One pair, in this process; prints a JSON line."""
    import torch
    from torch.utils.data import DataLoader

    from cnn_desktop.domain.control import Control
    from cnn_desktop.domain.jobs.classify import ClassifyPhotos, PhotosClassified
    from cnn_desktop.domain.scan_files import load_snapshot
    from cnn_desktop.learning.answers.classify import classify_photos
    from cnn_desktop.learning.models.trained import load_trained
    from tests.benchmarks.bench_evaluate import Photos

    net, _ = load_trained(trained, "cpu")
    scan = load_snapshot(trained)
    files = [scan.file(photo) for photo in scan.of_split("test")]
    net.module.eval()
    began, seen = time.perf_counter(), []
    with torch.no_grad():
        for photos in DataLoader(Photos(files, net.preprocess), batch_size=32):
            seen.append(net.module(photos).softmax(1))
    course, theirs = time.perf_counter() - began, torch.cat(seen)
    home = Path(os.environ["CNN_DESKTOP_HOME"])
    out, folder = home / "answers.sqlite", files[0].parents[1]

    def ours() -> float:
        out.unlink(missing_ok=True)
        began = time.perf_counter()
        *_, done = classify_photos(ClassifyPhotos(str(trained), [str(folder)], str(out), "cpu"), Control())
        assert done == PhotosClassified(len(files)), done
        return time.perf_counter() - began

    first = ours()
    shutil.rmtree(home / "cache" / "features")
    unseen = ours()
    with AnswerTable(out) as table:
        rows = {one.path: one.shares for one in table.answers(table.find(AnswerFilter(), AnswerSort()))}
    answers = torch.tensor([rows[str(file)] for file in files])
    facts = {
        "course, s": course, "ours, first time, s": first, "ours, unseen photos, s": unseen,
        "ratio, first time": course / first, "ratio, unseen photos": course / unseen,
        "largest difference of a probability": float((answers - theirs).abs().max()),
    }  # fmt: skip
    print(json.dumps(facts))


def child(options: argparse.Namespace) -> None:
    from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, print_medians, run

    with tempfile.TemporaryDirectory() as scratch:
        data, trained = Path(scratch) / "data", Path(scratch) / "run"
        draw(options.folder, data, 100, options.test)
        command = [*CNN_DESKTOP, "train", str(data), "--out", str(trained), "--head-epochs", "1", "--json"]
        run([*command, "--device", "cpu"], {"CNN_DESKTOP_HOME": str(trained / "home")})
        rows = []
        for pair in range(options.pairs):
            home = {"CNN_DESKTOP_HOME": f"{scratch}/home {pair}"}
            words = [sys.executable, "-m", "tests.benchmarks.bench_folder", str(trained), "--measure"]
            found = run(words, PATIENT | home)
            rows.append({name: value for name, value in found.items() if name not in ("process", "memory")})
    print(f"{options.test} photos, median of {options.pairs} pairs:")
    print(f"{'largest difference':34} {max(row.pop('largest difference of a probability') for row in rows):10.1e}")
    print_medians(rows)


def lay(file: Path, photos: Path, rows: int) -> None:
    """A table of `rows` answers; the first are of photos that are there."""
    chance = random.Random(1)
    classes = sorted(one.name for one in photos.iterdir() if one.is_dir())
    real = [str(one) for one in sorted(photos.rglob("*.jpg"))][: rows // 2]
    more = (f"/none/{chance.randrange(10**6)} {k:06}.jpg" for k in itertools.count())

    def answer(path: str) -> Answer:
        shares = [chance.random() ** 3 for _ in classes]
        return Answer(path, [share / sum(shares) for share in shares], chance.random() < 0.1)

    with AnswerTable.begin(file, classes) as table:
        answers = [answer(path) for path in itertools.islice(itertools.chain(real, more), rows)]
        table.keep(answers, {one.path: os.path.relpath(one.path, photos) for one in answers})


def window(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as place:
        file, photos = Path(place) / "answers.sqlite", options.folder.resolve()
        lay(file, photos, options.rows)
        own = {"CNN_DESKTOP_HOME": f"{place}/home", "QT_QPA_PLATFORM": "offscreen", "CNN_DESKTOP_LANGUAGE": "en"}
        words = [sys.executable, "-c", _WINDOW, str(photos), str(file)]
        done = subprocess.run(words, env=os.environ | own, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    print(f"{found.pop('rows'):,} answers in the window")
    for name, value in found.items():
        if isinstance(value, dict):
            print(f"  {name + ':':28} {value['worst']:6.1f} ms at most, {value['over']} over 100 ms")
        else:
            print(f"  {name + ':':28} {1000 * value:6.0f} ms until the rows are there")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=1)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--only", choices=["child", "window"])
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.folder)
        return
    if options.only != "window":
        child(options)
    if options.only != "child":
        window(options)


if __name__ == "__main__":
    main()
