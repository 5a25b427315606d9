"""What the backbones that come with the app are worth: a linear head on each one's features, and on all side by side.

`python -m tests.benchmarks.bench_backbones FOLDER [--folds 5] [--seeds 3] [--photos 0] [--home DIR]`. FOLDER holds class folders, such
as TrashNet's. The head is scikit-learn's logistic regression on standardised features (C 1e-3); accuracy is that of all photos
out of fold, a seed each and their mean. Milliseconds a photo count reading, decoding and the backbone, at the size its weights are
for; what lies in the cache below `--home` is not read again. `--photos`: of each class only so many.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.features.backbones import Seen, features_of


def see(files: Sequence[Path], name: str) -> Seen:
    reading = features_of(files, [name], OWN, "cpu", Control())
    while True:
        try:
            next(reading)
        except StopIteration as end:
            seen: Seen = end.value
            return seen


def accuracies(features: np.ndarray, labels: np.ndarray, folds: int, seeds: int) -> list[float]:
    """Out of fold, one a seed."""
    head = make_pipeline(StandardScaler(), LogisticRegression(C=1e-3, max_iter=300))
    splits = (StratifiedKFold(folds, shuffle=True, random_state=seed) for seed in range(seeds))
    return [float((cross_val_predict(head, features, labels, cv=split) == labels).mean()) for split in splits]


def compare(options: argparse.Namespace) -> None:
    folders = sorted(folder for folder in options.folder.iterdir() if folder.is_dir())
    photos = [(file, label) for label, folder in enumerate(folders)
              for file in sorted(folder.iterdir())[: options.photos or None]]  # fmt: skip
    files, labels = [file for file, _ in photos], np.array([label for _, label in photos])
    parts, readable = [], np.ones(len(files), bool)
    for row in ARCHITECTURES:
        if row.bundled:
            began = time.perf_counter()
            seen = see(files, row.name)
            took = time.perf_counter() - began
            print(f"{row.title}: {row.image_size} px, {1000 * took / len(files):.1f} ms a photo", flush=True)
            parts.append((row.title, seen.parts[0]))
            readable &= seen.readable
    together = ("side by side", np.concatenate([part for _, part in parts], axis=1))
    for title, features in (*parts, together):
        shares = accuracies(features[readable], labels[readable], options.folds, options.seeds)
        each = ", ".join(f"{share:.2%}" for share in shares)
        print(f"{title}: {np.mean(shares):.2%} of {readable.sum()} right ({each})", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--photos", type=int, default=0)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["CNN_DESKTOP_HOME"] = str(options.home or name)
        compare(options)


if __name__ == "__main__":
    main()
