"""Prints how long this version takes beside another one, in turns: window start, scan, first epoch, checkpoint, `evaluate`.

Run: python -m tests.benchmarks.bench_versions BEFORE FOLDER [--photos 800] [--test 500] [--rounds 3]

BEFORE is a checkout of the earlier version with a `.venv` of its own, FOLDER holds folders of photos. Every measurement is
a process of its own; each round has fresh caches, so the first epoch reads every photo. Medians of the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench_window import _START
from tests.benchmarks.pairs import draw

_SCAN = """
import sys, time
from pathlib import Path
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
def scan():
    began = time.perf_counter()
    for _ in read_data(Path(sys.argv[1]), Control()):
        pass
    return time.perf_counter() - began
scan()
print(min(scan() for _ in range(5)))
"""
_CHECKPOINT = """
import statistics, sys, time
from pathlib import Path
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.learning.training import chapters
from cnn_desktop.learning.training.train import train
seconds, save = [], chapters.Training._save
def timed(training):
    began = time.perf_counter()
    save(training)
    seconds.append(time.perf_counter() - began)
chapters.Training._save = timed
config = TrainConfig(data=sys.argv[1], model=sys.argv[3], weights="none", head_epochs=0, epochs=5, image_size=64, device="cpu")
for _ in train(config, Path(sys.argv[2]), Control()):
    pass
print(statistics.median(seconds[1:]))
"""
Times = dict[str, float]


def measure(checkout: Path, photos: Path, test: Path, home: Path) -> Times:
    """Seconds of each thing, by the version in `checkout`, with the empty folder `home` for its caches."""
    python = str(checkout / ".venv/bin/python")

    def run(*words: str) -> str:
        environment = {**os.environ, "CNN_DESKTOP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [python, *words], env=environment, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            check=True, text=True,
        )  # fmt: skip
        return done.stdout.splitlines()[-1]

    def timed(*words: str) -> tuple[float, str]:
        began = time.perf_counter()
        told = run(*words)
        return time.perf_counter() - began, told

    run("-c", _START)  # the first start of all compiles and fills the disk's cache
    starts = [float(run("-c", _START)) for _ in range(3)]
    run_folder = str(home / "run")
    train = ("-m", "cnn_desktop", "train", str(photos), "--out", run_folder, "--head-epochs", "1", "--json")
    process, told = timed(*train)
    saves = {
        model: float(run("-c", _CHECKPOINT, str(test), str(home / f"run {model}"), model))
        for model in ("simple_cnn", "resnet18")
    }
    evaluated, _ = timed("-m", "cnn_desktop", "evaluate", run_folder, str(test), "--json")
    again, _ = timed("-m", "cnn_desktop", "evaluate", run_folder, str(test), "--json")
    return {
        "window start (s)": statistics.median(starts),
        "scan of all photos, warm (s)": float(run("-c", _SCAN, str(photos))),
        "first epoch, whole process (s)": process,
        "first epoch, training phase (s)": float(json.loads(told)["seconds"]),
        **{f"checkpoint of {model} (s)": took for model, took in saves.items()},
        "evaluate, first time (s)": evaluated,
        "evaluate, again (s)": again,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=800)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    now = Path(__file__).resolve().parents[2]
    rounds: list[tuple[Times, Times]] = []
    with tempfile.TemporaryDirectory() as place:
        draw(options.folder, Path(place, "all"), options.photos, options.test)
        test = Path(place, "all/test").rename(Path(place, "unseen"))
        for number in range(options.rounds):
            sides = [options.before.absolute(), now]
            if number % 2:
                sides.reverse()
            times = {}
            for side in sides:
                home = Path(place, f"home {number} {side.name}")
                home.mkdir()
                times[side] = measure(side, Path(place, "all"), test, home)
            rounds.append((times[options.before.absolute()], times[now]))
            print(f"round {number + 1} of {options.rounds} done", file=sys.stderr, flush=True)
    for name in rounds[0][0]:
        before, after = (statistics.median(each[side][name] for each in rounds) for side in (0, 1))
        print(f"{name:34} before {before:7.2f}   now {after:7.2f}   ratio {after / before:5.2f}")


if __name__ == "__main__":
    main()
