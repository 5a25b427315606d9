"""Prints how well wrong labels are found: planted ones in real photos, beside the published implementation, and the time of many.

Run: python -m tests.benchmarks.bench_labels [FOLDER OF CLASS FOLDERS] [--cleanlab DIR] [--seen A.npy B.npy] [--seeds 0,1,2]
     python -m tests.benchmarks.bench_labels --many 60000        made-up features of so many photos: seconds, bar, Cancel
     python -m tests.benchmarks.bench_labels --sample            where the sample's wrong labels are
     python -m tests.benchmarks.bench_labels --recipe quick      judged by models that are trained so, 10 % flipped at random
     python -m tests.benchmarks.bench_labels --clean             sets without errors: is any called suspicious?
cleanlab is AGPL, so it is no dependency: pip install --target DIR cleanlab pandas, and say --cleanlab DIR.
--seeds: of the flips. What the ranking holds constant was chosen with 0, 1 and 2, so figures of others are the honest ones.
--seen: features of all photos, [N, D], one file a backbone, in the order of the paths, instead of looking at them.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from sklearn.metrics import average_precision_score

from cnn_desktop.dataset.groups import clusters_of, join
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample.draw import MANIFEST, Manifest, draw_sample
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.jobs.check_labels import BACKBONES
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.labels import confident
from cnn_desktop.learning.answers.labels.aside import aside
from cnn_desktop.learning.answers.labels.check import Recipe, check_scan
from cnn_desktop.learning.answers.labels.judge import Judged, judge
from cnn_desktop.learning.answers.labels.reduced import reduced
from cnn_desktop.learning.answers.labels.seen import see, usable

TRASHNET = Path(__file__).parents[3] / "shared/data/trashnet"
SCORES: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "self_confidence": confident.self_confidence,
    "normalized_margin": confident.normalised_margin,
    "confidence_weighted_entropy": confident.confidence_weighted_entropy,
}
Planted = tuple[np.ndarray, np.ndarray]


def _finish(job: Any) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def _judge(parts: list[torch.Tensor], labels: np.ndarray, units: np.ndarray, classes: int) -> Judged:
    return judge(parts, labels, units, classes, lambda share: None)


def _at_random(labels: np.ndarray, classes: int, share: float, seed: int) -> Planted:
    """Labels of which `share` are another class's, and which: bool [N]."""
    rng = np.random.default_rng(seed)
    rows = rng.choice(len(labels), round(share * len(labels)), replace=False)
    flipped, planted = labels.copy(), np.zeros(len(labels), bool)
    flipped[rows] = (labels[rows] + rng.integers(1, classes, len(rows))) % classes
    planted[rows] = True
    return flipped, planted


def _to_most_alike(labels: np.ndarray, clean: Judged, share: float, seed: int) -> Planted:
    """To the class that the model takes each for most often."""
    classes = clean.probabilities.shape[1]
    taken = np.zeros((classes, classes))
    np.add.at(taken, (labels, clean.probabilities.argmax(1)), 1)
    np.fill_diagonal(taken, 0)
    rows = np.random.default_rng(seed).choice(len(labels), round(share * len(labels)), replace=False)
    flipped, planted = labels.copy(), np.zeros(len(labels), bool)
    flipped[rows] = taken.argmax(1)[labels[rows]]
    planted[rows] = True
    return flipped, planted


def _theirs(judged: Judged, labels: np.ndarray, planted: np.ndarray) -> tuple[float, float, str]:
    """cleanlab on each of our probabilities: (largest difference of the three scores, best AP, of which)."""
    from cleanlab.rank import get_label_quality_scores  # type: ignore[import-not-found]

    heads = judged.models
    ours: dict[str, np.ndarray] = {f"head {place}": head for place, head in enumerate(heads)}
    ours |= {"neighbours": judged.neighbours, "heads": np.mean(heads, axis=0), "all": judged.probabilities}
    different, best = 0.0, (0.0, "")
    for name, found in ours.items():
        probabilities = np.asarray(found, np.float64) + 1e-6  # what is exactly 0 or 1 it divides by zero with
        probabilities /= probabilities.sum(1, keepdims=True)
        for (method, score), adjust in itertools.product(SCORES.items(), (False, True)):
            if adjust and method == "confidence_weighted_entropy":
                continue  # they do not adjust it
            theirs = get_label_quality_scores(labels, probabilities, method=method, adjust_pred_probs=adjust)
            if not adjust:
                different = max(different, float(np.abs(theirs - score(labels, probabilities)).max()))
            best = max(best, (float(average_precision_score(planted, -theirs)), f"{method} of {name}"))
    return different, *best


def _trashnet(options: argparse.Namespace) -> None:
    scan: Scan = _finish(read_data(Path(options.data), Control()))
    labels = np.array([scan.classes.index(photo.label) for photo in scan.photos])
    names = join([""] * len(labels), clusters_of(scan.photos, scan.findings))
    numbers = {name: place for place, name in enumerate(sorted(set(names) - {""}))}
    units = np.array([numbers.get(name, -1) for name in names])
    if options.seen:
        features, used = [np.load(file) for file in options.seen], tuple(options.seen)
    else:
        used, _ = usable(BACKBONES)
        began = time.perf_counter()
        files = [scan.file(photo) for photo in scan.photos]
        features = _finish(see(files, used, OWN if scan.tones is None else scan.tones, "cpu", Control())).parts
        print(f"features of {len(files)} photos by {', '.join(used)}: {time.perf_counter() - began:.0f} s")
    parts = [reduced(rows, "cpu") for rows in features]
    classes = len(scan.classes)
    clean = _judge(parts, labels, units, classes)
    print(f"not flipped: {_told(clean)}")
    kinds: dict[str, Callable[[int], Planted]] = {
        f"{share:.0%} at random": partial(_at_random, labels, classes, share) for share in (0.05, 0.1, 0.2)
    }
    kinds["10% to the most alike"] = partial(_to_most_alike, labels, clean, 0.1)
    for kind, plant in kinds.items():
        figures = []
        for seed in map(int, options.seeds.split(",")):
            flipped, planted = plant(seed)
            began = time.perf_counter()
            found = _judge(parts, flipped, units, classes)
            seconds = time.perf_counter() - began
            top = found.ranking.order[: round(0.05 * len(labels))]
            off = (found.estimate.errors - clean.estimate.errors) / planted.sum()
            ap = float(average_precision_score(planted, found.ranking.score))
            line = f"{kind}, seed {seed}: AP {ap:.3f}, top 5% {planted[top].mean():.1%} flipped, {_told(found)}"
            line += f" (less not flipped: {off:.0%} of {planted.sum()}), {seconds:.0f} s"
            row = [ap, planted[top].mean(), off]
            if options.cleanlab:
                different, best, of_which = _theirs(found, flipped, planted)
                line += f"; cleanlab differs by {different:.0e}, its best AP {best:.3f} ({of_which})"
                row.append(best)
            print(line, flush=True)
            figures.append(row)
        mean = np.mean(figures, axis=0)
        theirs = f", cleanlab's best {mean[3]:.3f}" if options.cleanlab else ""
        print(f"{kind}: mean AP {mean[0]:.3f}{theirs}, top 5% {mean[1]:.1%}, estimate {mean[2]:.0%} of planted")


def _by_recipe(options: argparse.Namespace) -> None:
    scan: Scan = _finish(read_data(Path(options.data), Control()))
    labels = np.array([scan.classes.index(photo.label) for photo in scan.photos])
    config = TrainConfig(data=options.data, recipe=options.recipe)
    for seed in map(int, options.seeds.split(",")):
        flipped, planted = _at_random(labels, len(scan.classes), 0.1, seed)
        photos = [
            msgspec.structs.replace(photo, label=scan.classes[label])
            for photo, label in zip(scan.photos, flipped.tolist(), strict=True)
        ]
        wrong = {photo.key for photo, one in zip(photos, planted.tolist(), strict=True) if one}
        with tempfile.TemporaryDirectory() as folder:
            recipe = Recipe(config, Path(folder, "trained"))
            job = check_scan(
                msgspec.structs.replace(scan, photos=photos), SplitPlan(), BACKBONES, "cpu", Control(), recipe
            )
            checked = _finish(job)
        found = np.array([photo.key in wrong for photo in checked.photos])
        ap = float(average_precision_score(found, checked.scores))
        print(
            f"10% at random, seed {seed}, recipe {options.recipe}: AP {ap:.3f}, top 5% {found[: round(0.05 * len(found))].mean():.1%} "
            f"flipped; {checked.check.message()} {checked.check.accuracy:.1%} of the labels foretold, {checked.check.seconds:.0f} s",
            flush=True,
        )


def _told(found: Judged) -> str:
    guess = found.estimate
    return f"{found.verdict}, about {guess.errors:.0f} ({guess.low:.0f}–{guess.high:.0f}), suspects {found.suspects}"


def _many(count: int) -> None:
    """Ten classes, two backbones, one label in ten wrong."""
    rng = np.random.default_rng(0)
    shown = rng.integers(0, 10, count)
    features = []
    for _ in BACKBONES:
        rows = rng.standard_normal((count, 1280), np.float32)
        rows += (rng.standard_normal((10, 1280), np.float32) * 0.12)[shown]
        features.append(rows.astype(np.float16))
    labels, planted = _at_random(shown, 10, 0.1, 0)
    began = time.perf_counter()
    parts = [reduced(rows, "cpu") for rows in features]
    print(f"{count} photos made smaller: {time.perf_counter() - began:.1f} s")
    units, control, told = np.full(count, -1), Control(), list[float]()

    def job() -> Iterator[Any]:
        return aside(lambda step: judge(parts, labels, units, 10, step), say("Comparing the labels"), count, control)

    running, at, pauses = job(), time.perf_counter(), list[float]()
    while True:
        try:
            told.append(next(running).done)
        except StopIteration as stop:
            found: Judged = stop.value
            break
        pauses.append(time.perf_counter() - at)
        at = time.perf_counter()
    print(
        f"judged: {time.perf_counter() - began:.1f} s in all, AP {average_precision_score(planted, found.ranking.score):.3f}, "
        f"{len(told)} progress events, at most {max(pauses):.2f} s apart, the bar's largest leap {np.diff(told).max() / count:.0%}"
    )
    waits = []
    for after in (1.0, 5.0):
        control = Control()
        running, at = job(), time.perf_counter()
        while time.perf_counter() - at < after:
            next(running)
        control.stop()
        at = time.perf_counter()
        try:
            _finish(running)
        except StopRequested:
            waits.append(time.perf_counter() - at)
    print("Cancel took " + ", ".join(f"{wait:.2f} s" for wait in waits))


def _sample() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sample = _finish(draw_sample(Path(folder, "sample"), Control()))
        manifest = msgspec.json.decode((sample / MANIFEST).read_bytes(), type=Manifest)
        wrong = {one.paths[0] for one in manifest.defects if one.kind == "wrong_label"}
        scan = _finish(read_data(sample, Control()))
        checked = _finish(check_scan(scan, SplitPlan(), BACKBONES, "cpu", Control()))
        ranks = [rank for rank, photo in enumerate(checked.photos, 1) if photo.path in wrong]
        print(f"{checked.check.message()} By {', '.join(checked.check.backbones)}, {checked.check.seconds:.0f} s.")
        print(f"ranks of the {len(wrong)} planted wrong labels among {len(checked.photos)}: {ranks}")


def _clean() -> None:
    """scikit-learn's own sets, and made-up ones whose classes hardly overlap; then each with 5 % wrong labels."""
    from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine

    sets = {
        load.__name__[5:]: load(return_X_y=True) for load in (load_digits, load_wine, load_breast_cancer, load_iris)
    }
    for number, apart in enumerate((0.6, 0.5, 0.45, 0.6, 0.5)):
        rng = np.random.default_rng(number)
        shown = rng.integers(0, 5, 800)
        sets[f"made-up {number}"] = (rng.normal(size=(5, 64))[shown] * apart + rng.normal(size=(800, 64)), shown)
    for name, (rows, labels) in sets.items():
        parts, units, classes = [reduced(rows, "cpu")], np.full(len(labels), -1), int(labels.max()) + 1
        flipped, planted = _at_random(labels, classes, 0.05, 0)
        print(f"{name} ({len(labels)}): {_told(_judge(parts, labels, units, classes))}; ", end="")
        print(f"{planted.sum()} planted: {_told(_judge(parts, flipped, units, classes))}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="?", default=str(TRASHNET))
    parser.add_argument("--cleanlab")
    parser.add_argument("--seen", nargs="+", default=[])
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--many", type=int)
    parser.add_argument("--recipe")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--clean", action="store_true")
    options = parser.parse_args()
    if options.cleanlab:
        sys.path.append(options.cleanlab)
    if options.many:
        _many(options.many)
    elif options.recipe:
        _by_recipe(options)
    elif options.sample:
        _sample()
    elif options.clean:
        _clean()
    else:
        if not options.cleanlab:
            print("without cleanlab: say --cleanlab DIR to compare with it")
        _trashnet(options)


if __name__ == "__main__":
    main()
