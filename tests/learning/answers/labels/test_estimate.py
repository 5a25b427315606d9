"""How many labels are wrong: mistakes a model makes where classes overlap are not taken for wrong labels."""

from __future__ import annotations

import numpy as np
import pytest

from cnn_desktop.learning.answers.labels.confident import estimated_joint
from cnn_desktop.learning.answers.labels.estimate import Estimate, estimate

COUNT = 2000


def overlapping(wrong: float, apart: float = 1.0, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Labels of two classes whose photos overlap, of which the share `wrong` is flipped; what a model knows at best of each."""
    rng = np.random.default_rng(seed)
    shown = rng.integers(0, 2, COUNT)
    seen = rng.normal(loc=apart * (2 * shown - 1))
    flipped = rng.random(COUNT) < wrong
    second = 1 / (1 + np.exp(-2 * apart * seen))
    second = second * (1 - wrong) + (1 - second) * wrong  # calibrated to labels that are wrong so often
    return np.where(flipped, 1 - shown, shown), np.stack((1 - second, second), 1)


def by_confident_learning(labels: np.ndarray, probabilities: np.ndarray) -> float:
    joint = estimated_joint(labels, probabilities)
    return float(joint.sum() - np.trace(joint))


def check(found: Estimate, labels: np.ndarray) -> None:
    """It adds up."""
    assert 0 <= found.low <= found.errors <= found.high
    assert found.joint.sum(1) == pytest.approx(np.bincount(labels, minlength=len(found.joint)))
    assert found.joint.sum() - np.trace(found.joint) == pytest.approx(found.errors)
    off = ~np.eye(len(found.joint), dtype=bool)
    assert (found.joint_low <= found.joint + 1e-9)[off].all()
    assert (found.joint <= found.joint_high + 1e-9)[off].all()


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_classes_that_overlap_have_no_wrong_labels_for_it(seed: int) -> None:
    labels, probabilities = overlapping(0.0, seed=seed)
    found = estimate(labels, probabilities, 0)
    check(found, labels)
    most = by_confident_learning(labels, probabilities)
    assert most > 0.03 * COUNT
    assert found.errors < most / 2


@pytest.mark.parametrize("wrong", [0.05, 0.1, 0.2])
def test_wrong_labels_are_counted_where_classes_overlap(wrong: float) -> None:
    labels, probabilities = overlapping(wrong)
    found = estimate(labels, probabilities, 0)
    check(found, labels)
    assert found.errors == pytest.approx(wrong * COUNT, rel=0.3)
    assert found.low <= wrong * COUNT <= found.high


def test_it_is_never_more_than_confident_learning_tells() -> None:
    """However few the anchors are: here one photo in three is of a class, and all that are taken for it are labelled otherwise."""
    labels, probabilities = np.array([0] * 8 + [1]), np.tile([0.9, 0.1], (9, 1))
    probabilities[6:] = [0.2, 0.8]
    found = estimate(labels, probabilities, 0)
    check(found, labels)
    assert found.errors <= by_confident_learning(labels, probabilities)


def test_labels_nothing_speaks_against_are_right() -> None:
    labels = np.arange(30) % 3
    found = estimate(labels, np.eye(3)[labels] * 0.9 + 0.1 / 3, 0)
    check(found, labels)
    assert (found.errors, found.low) == (0, 0)
