"""What is learned from few labels: calibrated, the same each time; and which photos are asked about first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.learning.answers.labels.informative import informative, uncertainty
from cnn_desktop.learning.answers.labels.suggest import learn, suggest_for
from tests.dataset.helpers import finish, one_sentence


def clouds(each: int, classes: int = 3, seed: int = 0) -> tuple[torch.Tensor, np.ndarray]:
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(classes), each)
    rows = rng.normal(0, 1, (len(labels), 16))
    rows[np.arange(len(labels)), labels] += 4
    return torch.from_numpy(rows.astype(np.float32)) * 3, labels


def nothing(_: float) -> None:
    """How far it is."""


def test_it_learns_and_says_how_sure_it_is() -> None:
    known, labels = clouds(6)
    unknown, truth = clouds(50, seed=1)
    alone = np.full(len(labels), -1)
    learned = learn(known, labels, alone, unknown, 3, nothing)
    assert learned.probabilities.shape == (150, 3)
    assert np.allclose(learned.probabilities.sum(1), 1, atol=1e-5)
    assert (learned.probabilities.argmax(1) == truth).mean() > 0.9
    assert learned.right.mean() > 0.7
    again = learn(known, labels, alone, unknown, 3, nothing)
    assert np.array_equal(again.probabilities, learned.probabilities)


@pytest.mark.parametrize("counts", [(2, 2), (2, 3, 1), (40, 2), (1, 1, 2, 2)])
def test_few_labels_are_enough(counts: tuple[int, ...]) -> None:
    rows, labels = clouds(max(counts), len(counts))
    some = np.concatenate([np.flatnonzero(labels == label)[:count] for label, count in enumerate(counts)])
    learned = learn(rows[some], labels[some], np.full(len(some), -1), rows, len(counts), nothing)
    assert np.isfinite(learned.probabilities).all()
    assert len(learned.right) == len(some)


def test_what_belongs_together_does_not_measure_itself() -> None:
    """Labels by chance, each photo twice: with its double among what was learned it would be right each time."""
    rng = np.random.default_rng(0)
    rows = torch.from_numpy(rng.normal(0, 3, (40, 256)).astype(np.float32)).repeat(2, 1)
    labels = np.tile(rng.integers(0, 2, 40), 2)
    units = np.tile(np.arange(40), 2)
    apart = learn(rows, labels, np.full(80, -1), rows, 2, nothing).right.mean()
    together = learn(rows, labels, units, rows, 2, nothing).right.mean()
    assert max(together, 0.7) < apart


def test_uncertain_ones_first_and_none_like_another() -> None:
    """Of two equally uncertain heaps and a sure one, both heaps are asked about before either is asked about twice."""
    rows = torch.eye(3).repeat_interleave(20, 0) + 0.01 * torch.rand(60, 3, generator=torch.manual_seed(0))
    told = np.array([[0.5, 0.5]] * 40 + [[0.99, 0.01]] * 20)
    order = informative(told, rows, rows[:0], 4, nothing, batch=20)
    assert {int(order[0]) // 20, int(order[1]) // 20} == {0, 1}
    first = informative(told, rows, rows[:1], 4, nothing, batch=20)[0]
    assert first // 20 == 1, "what is like a labelled photo comes later"


def test_all_come_when_all_are_wanted() -> None:
    rows, _ = clouds(10)
    told = np.full((30, 3), 1 / 3)
    assert sorted(informative(told, rows, rows[:3], 100, nothing).tolist()) == list(range(30))
    assert len(informative(told[:0], rows[:0], rows, 5, nothing)) == 0
    same = torch.ones(30, 4)
    assert sorted(informative(told, same, same, 30, nothing).tolist()) == list(range(30)), "also when all look the same"


def test_uncertainty_is_a_margin() -> None:
    assert uncertainty(np.array([[0.5, 0.5, 0], [1, 0, 0]])).tolist() == [1.0, 0.0]
    assert uncertainty(np.ones((2, 1))).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("labels", "words"),
    [("aabb", "no photos without a label"), ("", "too little"), ("aaaa", "too little"), ("aab", "too little")],
)
def test_what_it_cannot_do_is_told_in_one_sentence(tmp_path: Path, labels: str, words: str) -> None:
    fresh = 0 if labels == "aabb" else 3
    photos = [Photo(f"{k}.jpg", label) for k, label in enumerate(labels)] + [
        Photo(f"n{k}.jpg", "") for k in range(fresh)
    ]
    scan = Scan({"1": str(tmp_path)}, sorted(set(labels)), photos)
    with pytest.raises(DataError) as told:
        finish(suggest_for(scan, (), SplitPlan(), ("efficientnet_lite0",), 10, "cpu", Control()))
    assert words in one_sentence(told.value)


def test_photos_that_are_gone_are_told_with_their_folder(tmp_path: Path) -> None:
    scan = Scan({"1": str(tmp_path / "gone")}, ["a"], [Photo("1.jpg", "a")])
    with pytest.raises(DataError) as told:
        finish(suggest_for(scan, (), SplitPlan(), ("efficientnet_lite0",), 10, "cpu", Control()))
    assert "gone" in one_sentence(told.value)
