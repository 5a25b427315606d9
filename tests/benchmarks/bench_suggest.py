"""Prints how good suggestions get as photos without a label are labelled, most informative first or at random, and how long a round takes.

Run: python -m tests.benchmarks.bench_suggest [--data shared/data/trashnet] [--rounds 8] [--batch 30] [--seeds 5] [--backbones a,b]

A simulated person labels 30 photos by chance (so that each class has some), then in each round as many as `--batch`, always
rightly. The others, and a third of all that is never labelled, tell the accuracy.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from msgspec.structs import replace

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.suggest_labels import BACKBONES
from cnn_desktop.domain.label_suggestions import MOST
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.labels.informative import informative
from cnn_desktop.learning.answers.labels.reduced import reduced
from cnn_desktop.learning.answers.labels.suggest import learn, suggest_for
from cnn_desktop.learning.features.backbones import features_of
from tests.dataset.helpers import finish

Choose = Callable[[np.ndarray, torch.Tensor, torch.Tensor, int, int], np.ndarray]


def by_chance(told: np.ndarray, rows: torch.Tensor, labelled: torch.Tensor, most: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).permutation(len(rows))[:most]


def most_informative(told: np.ndarray, rows: torch.Tensor, labelled: torch.Tensor, most: int, seed: int) -> np.ndarray:
    return informative(told, rows, labelled, most, lambda _: None, most)


def curve(rows: torch.Tensor, labels: np.ndarray, choose: Choose, asked: argparse.Namespace, seed: int) -> np.ndarray:
    """[rounds + 1, 4]: labelled; accuracy on those still to label, on those never labelled, and as measured out of fold."""
    rng = np.random.default_rng(seed)
    classes, order = int(labels.max()) + 1, rng.permutation(len(labels))
    never, pool = order[: len(order) // 3], order[len(order) // 3 :]
    known = start(labels, pool, asked.start)
    by_hand, found = len(known), []
    for number in range(asked.rounds + 1):
        rest = np.setdiff1d(pool, known, assume_unique=True)
        learned = learn(
            rows[known], labels[known], np.full(len(known), -1), rows[np.concatenate([rest, never])], classes,
            lambda _: None,
        )  # fmt: skip
        right = learned.probabilities.argmax(1) == labels[np.concatenate([rest, never])]
        measured = learned.right[:by_hand].mean()
        found.append((len(known), right[: len(rest)].mean(), right[len(rest) :].mean(), measured))
        told = learned.probabilities[: len(rest)]
        known = np.concatenate([known, rest[choose(told, rows[rest], rows[known], asked.batch, 100 * seed + number)]])
    return np.array(found)


def start(labels: np.ndarray, pool: np.ndarray, count: int) -> np.ndarray:
    """The first `count` of the pool; of each class two at least."""
    first = [row for name in np.unique(labels) for row in pool[labels[pool] == name][:2]]
    return np.array([*first, *(row for row in pool if row not in set(first))][:count])


def seconds_a_round(scan: Scan, asked: argparse.Namespace, backbones: tuple[str, ...]) -> list[float]:
    """Of the whole job with features from the cache, as many photos being labelled as in the rounds above."""
    took, order = [], np.random.default_rng(0).permutation(len(scan.photos))
    for number in range(asked.rounds + 1):
        labelled = {int(row) for row in order[: asked.start + number * asked.batch]}
        photos = [
            replace(photo, split=None, label=photo.label if row in labelled else "")
            for row, photo in enumerate(scan.photos)
        ]
        began = time.monotonic()
        finish(suggest_for(replace(scan, photos=photos), (), SplitPlan(), backbones, MOST, "cpu", Control()))
        took.append(time.monotonic() - began)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", default="shared/data/trashnet")
    parser.add_argument("--start", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--batch", type=int, default=30)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--backbones", default=",".join(BACKBONES))
    asked = parser.parse_args()
    backbones = tuple(asked.backbones.split(","))
    scan: Scan = finish(read_data(Path(asked.data), Control()))[1]
    files = [scan.file(photo) for photo in scan.photos]
    began = time.monotonic()
    seen = finish(features_of(files, backbones, OWN, "cpu", Control()))[1]
    print(
        f"{len(files)} photos, features of {asked.backbones}: {time.monotonic() - began:.1f} s (less when in the cache)"
    )
    rows = torch.cat([reduced(part, "cpu") for part in seen.parts], 1)
    number = {name: at for at, name in enumerate(scan.classes)}
    labels = np.array([number[photo.label] for photo in scan.photos])
    print("labelled   still to label      never labelled      measured out of fold, on those labelled by hand")
    for name, choose in (("most informative first", most_informative), ("at random", by_chance)):
        every = np.stack([curve(rows, labels, choose, asked, seed) for seed in range(asked.seeds)])
        print(name)
        for mean, spread in zip(every.mean(0), every.std(0), strict=True):
            parts = [f"{mean[at]:.1%} ± {spread[at]:.1%}" for at in (1, 2, 3)]
            print(f"{mean[0]:8.0f}   " + "      ".join(f"{part:>14}" for part in parts))
    took = seconds_a_round(scan, asked, backbones)
    print(f"a round of the job, features from the cache: {np.median(took):.1f} s usually, {max(took):.1f} s at most")


if __name__ == "__main__":
    main()
