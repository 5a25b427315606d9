"""Class weights, balanced sampling and strong changes in real trainings: shown counts, weights used, stopped and resumed."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.dataset.balance import photos_of_epoch
from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import PRESETS, TrainConfig
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.run import LAST
from cnn_desktop.learning.models.cut import head_cut
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.training.course_trainer import CourseTrainer
from cnn_desktop.learning.training.materials import FeatureMaterial, PhotoMaterial
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.trainer import PhaseStart, Trainer
from tests.conftest import draw_photo
from tests.learning.helpers import only, small, train, train_until
from tests.learning.training.test_quick_trainer import CPU
from tests.learning.written_out import courses_loop

Make = Callable[..., Path]
COUNTS = (13, 5, 2)
LABELS = [label for label, count in enumerate(COUNTS) for _ in range(count)]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Thirteen, five and two photos of three classes."""
    made = [tmp_path / "photos" / f"class {label}" / f"{n:02}.png" for n, label in enumerate(LABELS)]
    for n, (file, label) in enumerate(zip(made, LABELS, strict=True)):
        draw_photo(file, label, n)
    return made


def trainer(files: list[Path], **settings: object) -> Trainer:
    config = small(files[0].parent.parent, **settings)
    net = build(config.model, 3, config.image_size)
    facts = (config, net, CPU, files, LABELS, 2)
    made: Trainer = CourseTrainer(*facts) if config.exact_course else QuickTrainer(*facts, PixelCache())
    made.begin(PhaseStart("full", 1e-3, 10))
    return made


def shown(made: Trainer, epoch: int) -> list[int]:
    skipped: list[object] = []
    batches = list(made.batches(epoch, 0, lambda index, reason: skipped.append(reason)))
    assert (len(batches), skipped) == (made.batch_count(), [])
    return [label for batch in batches for label in batch.labels.tolist()]


@pytest.mark.parametrize("exact_course", [False, True])
def test_each_class_is_shown_equally_often(files: list[Path], exact_course: bool) -> None:
    plain, balanced = (trainer(files, exact_course=exact_course, balanced_sampling=on) for on in (False, True))
    for epoch in (1, 2):
        assert Counter(shown(plain, epoch)) == dict(enumerate(COUNTS))
        labels = shown(balanced, epoch)
        assert sorted(Counter(labels).values()) == [6, 7, 7]
        assert labels != sorted(labels), "mixed"


def test_a_photo_shown_twice_is_changed_in_two_ways(files: list[Path]) -> None:
    config = TrainConfig(data="", image_size=32, batch_size=32, balanced_sampling=True, augmentation=PRESETS["strong"])
    material = PhotoMaterial(config, build("simple_cnn", 3, 32), "cpu", files, LABELS, 2, PixelCache())
    (batch,) = material.batches(1, 0, lambda index, reason: pytest.fail(str(reason)))
    inputs = material.inputs(batch, slice(0, 20))
    small_class = inputs[batch.labels == 2]
    assert len({one.numpy().tobytes() for one in small_class}) > 4, "of two photos"


def test_features_are_shown_equally_often_and_belong_to_their_labels() -> None:
    cut = head_cut(build("simple_cnn", 3, 32))
    table = torch.arange(20.0).repeat(2, 1).unsqueeze(2)  # each photo's features: its place
    readable = np.ones(20, bool)
    readable[0] = False
    for balanced in (False, True):
        config = TrainConfig(data="", batch_size=6, balanced_sampling=balanced)
        material = FeatureMaterial(config, cut, "cpu", table, "float32", readable, LABELS, "torch")
        batches = list(material.batches(1, 0, lambda index, reason: None))
        places = torch.cat([batch.inputs for batch in batches]).flatten().int().tolist()
        labels = torch.cat([batch.labels for batch in batches]).tolist()
        assert labels == [LABELS[place] for place in places]
        assert 0 not in places
        counts = Counter(labels)
        assert (max(counts.values()) <= 7) == balanced
        assert sum(counts.values()) == 20 - photos_of_epoch(LABELS, balanced, 0, 1).tolist().count(0)


@pytest.mark.parametrize("exact_course", [False, True])
def test_the_weights_are_those_of_the_training_photos(files: list[Path], exact_course: bool) -> None:
    made = trainer(files, exact_course=exact_course, class_weights=True)
    assert isinstance(made, QuickTrainer | CourseTrainer)
    assert made.loss.weights is not None
    assert made.loss.weights.tolist() == pytest.approx([20 / (3 * count) for count in COUNTS])
    for settings in ({}, {"balanced_sampling": True, "class_weights": True}):
        other = trainer(files, exact_course=exact_course, **settings)
        assert isinstance(other, QuickTrainer | CourseTrainer)
        assert other.loss.weights is None, "shown equally often, they weigh the same"


def test_a_weighted_training_is_the_courses_with_weights(files: list[Path], tmp_path: Path) -> None:
    for split in ("train", "val"):
        shutil.copytree(files[0].parent.parent, tmp_path / "divided" / split)
    config = small(tmp_path / "divided", exact_course=True, epochs=2, batch_size=4, class_weights=True)
    ours = [epoch.train_loss for epoch in only(EpochDone, train(config, tmp_path / "run"))]
    weights = torch.tensor([20 / (3 * count) for count in COUNTS])
    assert ours == pytest.approx(courses_loop(tmp_path / "divided/train", 3, config, weights), abs=1e-4)
    assert ours != pytest.approx(courses_loop(tmp_path / "divided/train", 3, config), abs=1e-4)


def test_stopped_and_resumed_it_ends_as_if_never_stopped(files: list[Path], tmp_path: Path) -> None:
    data = files[0].parent.parent
    config = small(data, epochs=2, batch_size=4, balanced_sampling=True, augmentation=PRESETS["strong"])
    whole = train(config, tmp_path / "whole")
    before = only(EpochDone, train_until(config, tmp_path / "parts", looks=3))
    resumed = only(EpochDone, train(config, tmp_path / "parts", resume=True))
    assert [e.train_loss for e in before + resumed] == [e.train_loss for e in only(EpochDone, whole)]
    one, other = (load_file(tmp_path / run / LAST) for run in ("whole", "parts"))
    assert all(torch.equal(one[key], other[key]) for key in one)
