"""Prints how well a model tells photos that are unlike its training photos, and how many of the right kind it takes for such.

Run: python -m tests.benchmarks.bench_unknown [FOLDER] [--recipe quick] [--splits 5] [--left-out 6] [--neighbours 60000]

FOLDER holds class folders (TrashNet). Real trainings: --splits of all classes, each asked about its test photos, about drawn shapes
and about noise; then --left-out of all classes but one, asked about the photos of that one. Features stay in the usual cache, so
that a second time takes minutes. AUROC of the distance beside maximum softmax and energy on the same model; false alarms at
each rate, on test photos. --neighbours: how long `FindAlike` takes among so many made-up training photos.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import torch
from PIL import Image
from sklearn.metrics import roc_auc_score

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample.draw import draw_sample
from cnn_desktop.dataset.split import share_out
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.unknown import RATES, UnknownSetting, judge, mark_of_model
from cnn_desktop.learning.answers.logits import Answered, Logits
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.answers.unknown.alike import Neighbours
from cnn_desktop.learning.answers.unknown.familiar import learn_familiar, save_familiar
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.train import train

TRASHNET = Path(__file__).parents[3] / "shared/data/trashnet"
SHAPES, NOISE = 150, 100


class Asked(NamedTuple):
    """What a model makes of some photos, a number each: the stranger, the higher."""

    distance: np.ndarray
    softmax: np.ndarray
    energy: np.ndarray
    familiar: list[float]


def _finish(job: Any) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value


def _ask(predictor: Predictor, files: list[Path]) -> Asked:
    """From the cache of features, where it is known."""
    parts: list[Answered] = []
    for answer in Logits(predictor.net, predictor.device, from_cache=True).of(files, Control(), say("Testing")):
        if isinstance(answer, Answered):
            parts.append(answer)
    assert predictor.familiar is not None
    logits = torch.cat([part.logits for part in parts])
    distance = predictor.familiar.known.distances(torch.cat([part.features for part in parts]), logits)
    familiar = [one for part in parts for one in predictor.familiar.of(part)]
    softmax = -logits.softmax(1).max(1).values
    return Asked(distance.numpy(), softmax.numpy(), -logits.logsumexp(1).numpy(), familiar)


def _trained(scan: Scan, config: TrainConfig, run: Path) -> tuple[Predictor, float, float]:
    """A model, the seconds of its training, and those in which it has looked at its own photos."""
    began = time.perf_counter()
    _finish(train(config, run, Control(), scan=scan, to_be_asked=False))
    trained = time.perf_counter()
    net, _ = load_trained(run, "cpu")
    found = _finish(learn_familiar(net, "cpu", scan, Control()))
    save_familiar(found, run, mark_of_model(run))
    return Predictor(run, "cpu"), trained - began, time.perf_counter() - trained


def _auroc(usual: Asked, strange: Asked) -> list[float]:
    """Of distance, maximum softmax, energy."""
    there = np.r_[np.zeros(len(usual.distance)), np.ones(len(strange.distance))]
    return [float(roc_auc_score(there, np.r_[one, other])) for one, other in zip(usual[:3], strange[:3], strict=True)]


def _called(predictor: Predictor, asked: Asked, rate: float) -> float:
    """The share of photos that are called unknown at `rate`."""
    assert predictor.familiar is not None
    photos, setting = predictor.familiar.yardstick.photos, UnknownSetting(rate)
    return float(np.mean([judge(1.0, one, photos, setting).unknown is True for one in asked.familiar]))


def _strange(folder: Path) -> dict[str, list[Path]]:
    """Drawn shapes, and four kinds of noise: of pixels, grey, of large spots, plain colours."""
    sample = _finish(draw_sample(folder / "sample", Control()))
    shapes = sorted(file for file in Path(sample).rglob("*.png")) or sorted(Path(sample).rglob("*.jpg"))
    rng = np.random.default_rng(0)
    chosen = [shapes[place] for place in sorted(rng.permutation(len(shapes))[:SHAPES].tolist())]
    noise = []
    for number in range(NOISE):
        small = rng.integers(0, 256, (12, 16, 3), np.uint8)
        pictures = (
            rng.integers(0, 256, (384, 512, 3), np.uint8),
            np.clip(rng.normal(128, 60, (384, 512, 3)), 0, 255).astype(np.uint8),
            np.asarray(Image.fromarray(small).resize((512, 384), Image.Resampling.BICUBIC)),
            np.broadcast_to(small[0, 0], (384, 512, 3)),
        )
        noise.append(folder / f"noise {number:03}.png")
        Image.fromarray(np.ascontiguousarray(pictures[number % 4])).save(noise[-1])
    return {"drawn shapes": chosen, "noise": noise}


def _splits(scan: Scan, recipe: Any, count: int, scratch: Path) -> None:
    strange, alarms, figures = _strange(scratch), list[list[float]](), dict[str, list[list[float]]]()
    for seed in range(count):
        photos = share_out(scan.photos, SplitPlan(seed), scan.findings)
        part = msgspec.structs.replace(scan, photos=photos)
        config = TrainConfig(data=str(next(iter(scan.roots.values()))), recipe=recipe, seed=seed, device="cpu")
        predictor, training, looking = _trained(part, config, scratch / f"split {seed}")
        usual = _ask(predictor, [part.file(photo) for photo in part.of_split("test")])
        alarms.append([_called(predictor, usual, rate) for rate in RATES])
        line = f"split {seed}: trained in {training:.1f} s, looked at its own photos in {looking:.1f} s; false alarms "
        line += ", ".join(f"{one:.1%} at {rate:.0%}" for one, rate in zip(alarms[-1], RATES, strict=True))
        for name, files in strange.items():
            asked = _ask(predictor, files)
            figures.setdefault(name, []).append([*_auroc(usual, asked), _called(predictor, asked, 0.05)])
            line += f"; {name}: AUROC {figures[name][-1][0]:.4f}, {figures[name][-1][3]:.0%} unknown at 5%"
        print(line, flush=True)
    for name, rows in figures.items():
        _tell(f"{name}, mean of {count} splits", rows)
    if alarms:
        told = ", ".join(f"{one:.1%} at {rate:.0%}" for one, rate in zip(np.mean(alarms, 0), RATES, strict=True))
        print(f"false alarms on test photos, mean of {count} splits: {told}", flush=True)


def _left_out(scan: Scan, recipe: Any, count: int, scratch: Path) -> None:
    rows = []
    for seed, name in enumerate(scan.classes[:count]):
        kept = [photo for photo in scan.photos if photo.label != name]
        photos = share_out(kept, SplitPlan(seed), scan.findings)
        part = msgspec.structs.replace(scan, photos=photos, classes=[one for one in scan.classes if one != name])
        config = TrainConfig(data=str(next(iter(scan.roots.values()))), recipe=recipe, seed=seed, device="cpu")
        predictor, _, _ = _trained(part, config, scratch / f"without {name}")
        usual = _ask(predictor, [part.file(photo) for photo in part.of_split("test")])
        asked = _ask(predictor, [scan.file(photo) for photo in scan.photos if photo.label == name])
        rows.append([*_auroc(usual, asked), _called(predictor, asked, 0.05)])
        _tell(f"without {name}", rows[-1:])
    if rows:
        _tell(f"mean of {count} left-out classes", rows)


def _tell(what: str, rows: list[list[float]]) -> None:
    distance, softmax, energy, called = np.mean(rows, 0)
    print(
        f"{what}: AUROC {distance:.4f} (maximum softmax {softmax:.4f}, energy {energy:.4f}), {called:.0%} unknown at 5%",
        flush=True,
    )


def _neighbours(count: int, scratch: Path) -> None:
    net = build("efficientnet_lite0", 6, 224)
    photo = scratch / "photo.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (384, 512, 3), np.uint8)).save(photo)
    found = Neighbours(scratch, net, "cpu")
    rng = np.random.default_rng(0)
    found.take(
        [(str(photo.with_name(f"{place}.png")) if place % 2 else str(photo.parent), "a") for place in range(count)],
        torch.cat([found.smaller(torch.from_numpy(rng.random((some, 1280), np.float32)), count)
                   for some in (8192,) * (count // 8192) + (count % 8192,)]),
    )  # fmt: skip
    times = []
    for _ in range(4):
        began = time.perf_counter()
        _finish(found.find(str(photo), 8, Control()))
        times.append(time.perf_counter() - began)
    print(f"neighbours among {count} photos: {min(times):.2f} s, {found.bytes / 1e6:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=TRASHNET)
    parser.add_argument("--recipe", default="quick")
    parser.add_argument("--splits", type=int, default=5)
    parser.add_argument("--left-out", type=int, default=6)
    parser.add_argument("--neighbours", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if options.neighbours:
            _neighbours(options.neighbours, Path(scratch))
            return
        scan = _finish(read_data(options.folder, Control()))
        print(f"{len(scan.photos)} photos, recipe {options.recipe}")
        _splits(scan, options.recipe, options.splits, Path(scratch))
        _left_out(scan, options.recipe, options.left_out, Path(scratch))


if __name__ == "__main__":
    main()
