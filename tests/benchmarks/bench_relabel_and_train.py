"""Prints what cleaned labels bring: TrashNet with flipped training labels, the list looked through, trained again by the real code.

Run: python -m tests.benchmarks.bench_relabel_and_train [FOLDER OF CLASS FOLDERS] [--seeds 0,1,2] [--flipped 0.2] [--seen 0.25]
     [--recipe quick]
A reviewer who is never wrong looks at the first quarter of the list. Test labels are untouched, and so are validation labels.
The first training looks at the photos, which takes minutes; what it sees is kept in the cache (CNN_DESKTOP_HOME moves that).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.split import share_out
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.check_labels import BACKBONES
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.labels.check import Checked, check_scan
from cnn_desktop.learning.training.train import train

TRASHNET = Path(__file__).parents[3] / "shared/data/trashnet"


def _finish(job: Any) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def _flipped(scan: Scan, share: float, seed: int) -> Scan:
    """With another label on `share` of the training photos, drawn at random."""
    rng = np.random.default_rng(seed)
    training = [row for row, photo in enumerate(scan.photos) if photo.split == "train"]
    photos = list(scan.photos)
    for row in rng.choice(training, round(share * len(training)), replace=False).tolist():
        others = [name for name in scan.classes if name != photos[row].label]
        photos[row] = msgspec.structs.replace(photos[row], label=others[rng.integers(len(others))])
    return msgspec.structs.replace(scan, photos=photos)


def _reviewed(flipped: Scan, clean: Scan, checked: Checked, share: float) -> Scan:
    """The first `share` of the list has the right labels."""
    seen = {photo.key for photo in checked.photos[: round(share * len(checked.photos))]}
    photos = [right if right.key in seen else photo for photo, right in zip(flipped.photos, clean.photos, strict=True)]
    return msgspec.structs.replace(flipped, photos=photos)


def _accuracy(scan: Scan, config: TrainConfig) -> float:
    """On the test photos of a model trained on `scan`."""
    with tempfile.TemporaryDirectory() as folder:
        run, reports = Path(folder, "run"), list[Any]()
        _finish(iter(train(config, run, Control(), scan=scan)))
        _finish(iter(evaluate(run, None, "cpu", Control(), take=reports.append)))
    return float(reports[-1].accuracy)


def _wrong(scan: Scan, clean: Scan) -> int:
    return sum(one.label != other.label for one, other in zip(scan.photos, clean.photos, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="?", default=str(TRASHNET))
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--flipped", type=float, default=0.2)
    parser.add_argument("--seen", type=float, default=0.25)
    parser.add_argument("--recipe", default="quick")
    options = parser.parse_args()
    read: Scan = _finish(read_data(Path(options.data), Control()))
    found = []
    for seed in map(int, options.seeds.split(",")):
        began = time.perf_counter()
        config = TrainConfig(data=options.data, recipe=options.recipe, seed=seed, device="cpu")
        photos = [msgspec.structs.replace(photo, split=None) for photo in read.photos]
        clean = msgspec.structs.replace(read, photos=share_out(photos, SplitPlan(seed), read.findings))
        flipped = _flipped(clean, options.flipped, seed)
        checked = _finish(check_scan(flipped, SplitPlan(), BACKBONES, "cpu", Control()))
        reviewed = _reviewed(flipped, clean, checked, options.seen)
        row = [_accuracy(scan, config) for scan in (clean, flipped, reviewed)]
        found.append(row)
        print(
            f"seed {seed}: never flipped {row[0]:.1%}, {_wrong(flipped, clean)} flipped {row[1]:.1%}, "
            f"{_wrong(reviewed, clean)} left after the first {options.seen:.0%} of the list {row[2]:.1%}: "
            f"{100 * (row[2] - row[0]):+.1f} points; of {len(clean.of_split('test'))} test photos; "
            f"{time.perf_counter() - began:.0f} s",
            flush=True,
        )
    clean_mean, flipped_mean, reviewed_mean = np.mean(found, axis=0)
    print(
        f"mean: never flipped {clean_mean:.1%}, flipped {flipped_mean:.1%}, reviewed {reviewed_mean:.1%}: "
        f"{100 * (reviewed_mean - clean_mean):+.1f} points"
    )


if __name__ == "__main__":
    main()
