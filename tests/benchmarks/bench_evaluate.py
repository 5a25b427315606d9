"""Prints how long the course's test loop takes, in float32 through `Preprocess`, and how long `evaluate` and `predict` take.

Run: python -m tests.benchmarks.bench_evaluate FOLDER [--test 500] [--pairs 3]

EfficientNet-Lite0 whose head was trained for an epoch. Ours counts from the question to the report, reading the run
included; once as the first question on this computer (the trunk is exported, the engines are measured), once more with
photos never seen before, once more with the same photos. `predict`: from the question to the last answer, unseen photos.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from tests.benchmarks.pairs import CNN_DESKTOP, PATIENT, draw, print_medians, run


class Photos(Dataset[torch.Tensor]):
    """The test photos as the course reads them, through our `Preprocess`."""

    def __init__(self, files: list[Path], preprocess: object) -> None:
        self.files, self.preprocess = files, preprocess

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, place: int) -> torch.Tensor:
        return torch.from_numpy(self.preprocess(self.files[place]))  # type: ignore[operator]


def measure(trained: Path) -> None:
    """One pair, in this process; prints a JSON line."""
    from cnn_desktop.domain.control import Control
    from cnn_desktop.domain.jobs.predict import Predicted
    from cnn_desktop.domain.scan_files import load_snapshot
    from cnn_desktop.learning.answers.evaluate import evaluate
    from cnn_desktop.learning.answers.predict import Predictor
    from cnn_desktop.learning.models.trained import load_trained

    net, _ = load_trained(trained, "cpu")
    scan = load_snapshot(trained)
    files = [scan.file(photo) for photo in scan.of_split("test")]
    net.module.eval()
    began, seen = time.perf_counter(), []
    with torch.no_grad():
        for photos in DataLoader(Photos(files, net.preprocess), batch_size=32):
            seen.append(net.module(photos).softmax(1))
    course = time.perf_counter() - began
    theirs = torch.cat(seen).numpy()

    def ours() -> float:
        began = time.perf_counter()
        for _ in evaluate(trained, None, "cpu", Control()):
            pass
        return time.perf_counter() - began

    first = ours()
    answers = _answers(trained, scan.classes, files)
    shutil.rmtree(Path(os.environ["CNN_DESKTOP_HOME"]) / "cache" / "features")
    unseen, again = ours(), ours()
    shutil.rmtree(Path(os.environ["CNN_DESKTOP_HOME"]) / "cache" / "features")
    began = time.perf_counter()
    told = list(Predictor(trained, "cpu").predict([str(file) for file in files], Control()))
    predict = time.perf_counter() - began
    assert [one.path for one in told if isinstance(one, Predicted)] == [str(file) for file in files]
    facts = {
        "course, s": course, "ours, first time, s": first, "ours, unseen photos, s": unseen, "ours, again, s": again,
        "predict, unseen photos, s": predict,
        "ratio, first time": course / first, "ratio, unseen photos": course / unseen, "ratio, again": course / again,
        "ratio, predict": course / predict,
        "largest difference of a probability": float(np.abs(answers - theirs).max()),
        "same class, share of photos": float((answers.argmax(1) == theirs.argmax(1)).mean()),
    }  # fmt: skip
    print(json.dumps(facts))


def _answers(trained: Path, classes: list[str], files: list[Path]) -> np.ndarray:
    """[photos, classes]: the probabilities in predictions.csv, in the order of `files`."""
    import csv

    with open(trained / "predictions.csv", newline="") as table:
        rows = {Path(row["path"]).name: row for row in csv.DictReader(table)}
    return np.array([[float(rows[file.name][name]) for name in classes] for file in files])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--test", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.folder)
        return
    with tempfile.TemporaryDirectory() as scratch:
        data, trained = Path(scratch) / "data", Path(scratch) / "run"
        draw(options.folder, data, 100, options.test)
        command = [*CNN_DESKTOP, "train", str(data), "--out", str(trained), "--head-epochs", "1", "--json"]
        run([*command, "--device", "cpu"], {"CNN_DESKTOP_HOME": str(trained / "home")})
        rows = []
        for pair in range(options.pairs):
            home = {"CNN_DESKTOP_HOME": f"{scratch}/home {pair}"}
            found = run(
                [sys.executable, "-m", "tests.benchmarks.bench_evaluate", str(trained), "--measure"], PATIENT | home
            )
            rows.append({name: value for name, value in found.items() if name not in ("process", "memory")})
    print(f"{options.test} test photos, median of {options.pairs} pairs:")
    for name in rows[0]:
        if name.startswith("largest"):
            print(f"{name:34} {max(row[name] for row in rows):10.1e}")
    print_medians([{name: value for name, value in row.items() if not name.startswith("largest")} for row in rows])


if __name__ == "__main__":
    main()
