"""Prints that the app computes what the course and a few lines of torch compute: parameters, loss curve, probabilities.

python -m tests.benchmarks.show_parity

The other side of each line is in `tests/learning/written_out.py`.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.report import load_report
from cnn_desktop.domain.run import OTHER_REPORT
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.predict import Predictor
from cnn_desktop.learning.models.network import build
from tests.learning.helpers import only, small, train
from tests.learning.written_out import (
    CLASSES,
    MODES,
    TURNS,
    CourseNet,
    by_hand,
    courses_loop,
    draw_divided,
    draw_gallery,
    train_on_gallery,
)

MOST_LOSS, MOST_PROBABILITY = 1e-4, 1e-6
EPOCHS = 10


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        fine = [show_parameters(), show_losses(Path(place)), show_answers(Path(place))]
    return 0 if all(fine) else 1


def show_parameters() -> bool:
    ours = build("simple_cnn", 10, 224).parameter_count
    courses = sum(parameter.numel() for parameter in CourseNet(10, 224 // 4).parameters())
    print(f"SimpleCNN, 10 classes, 224 pixels: {ours:,} parameters, the course's {courses:,} (wanted: equal)")
    return ours == courses


def show_losses(place: Path) -> bool:
    """Trains the course's way, in the app and as the course writes it."""
    data = draw_divided(place / "divided")
    config = small(data, exact_course=True, epochs=EPOCHS, batch_size=4, precision="auto")
    told = only(EpochDone, train(config, place / "exact"))
    ours = [epoch.train_loss for epoch in told if epoch.train_loss is not None]
    courses = courses_loop(data / "train", 3, config)
    worst = max(abs(one - other) for one, other in zip(ours, courses, strict=True))
    print(
        f"--exact-course, {EPOCHS} epochs: loss from {ours[0]:.4f} to {ours[-1]:.4f}, "
        f"largest difference to the course's loop {worst:.1e} (wanted: at most {MOST_LOSS:.0e})"
    )
    return worst <= MOST_LOSS


def show_answers(place: Path) -> bool:
    """Every colour mode in every EXIF turn, through prediction, evaluation, and a few lines of torch."""
    gallery = draw_gallery(place / "gallery", product(MODES, TURNS))
    run = place / "run"
    train_on_gallery(gallery, run, batch_size=8)
    files = sorted(path for path in gallery.rglob("*") if path.is_file())
    wanted = by_hand(run, files)
    told = list(Predictor(run, "cpu").predict([str(file) for file in files], Control()))
    rows = [{score.name: score.probability for score in event.scores} for event in told if isinstance(event, Predicted)]
    predicted = torch.tensor([[row[name] for name in CLASSES] for row in rows])
    list(evaluate(run, gallery, "cpu", Control()))
    photos = {photo.path: photo.probabilities for photo in load_report(run / OTHER_REPORT).photos}
    evaluated = torch.tensor([photos[str(file)] for file in files])
    fine = True
    for name, found in (("predict", predicted), ("evaluate", evaluated)):
        worst = float((found - wanted).abs().max())
        print(
            f"{name}: {len(files)} photos, {len(MODES)} colour modes in {len(TURNS)} EXIF turns, largest difference of a "
            f"probability to torch {worst:.1e} (wanted: at most {MOST_PROBABILITY:.0e})"
        )
        fine = fine and worst <= MOST_PROBABILITY
    return fine


if __name__ == "__main__":
    sys.exit(main())
