"""Confident learning against a worked example, and against what the published implementation says of it."""

from __future__ import annotations

import numpy as np

from cnn_desktop.learning.answers.labels import confident

LABELS = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
PROBABILITIES = np.array([
    [0.58, 0.13, 0.29], [0.61, 0.19, 0.2], [0.63, 0.09, 0.28], [0.6, 0.33, 0.07], [0.19, 0.72, 0.09], [0.19, 0.61, 0.2],
    [0.12, 0.74, 0.14], [0.08, 0.73, 0.19], [0.14, 0.19, 0.67], [0.26, 0.13, 0.61], [0.05, 0.1, 0.85], [0.62, 0.27, 0.11],
])  # fmt: skip
# What cleanlab 2.9.0 (AGPL, so it is no dependency) gives for these two: count.get_confident_thresholds,
# count.compute_confident_joint(calibrate=False), count.estimate_joint, rank.get_label_quality_scores, filter.find_label_issues.
JOINT = [[4, 1, 0], [0, 3, 1], [1, 0, 2]]
WEIGHTED_ENTROPY = [
    0.614335, 0.625172, 0.648964, 0.640319, 0.419207, 0.625172, 0.707901, 0.706634, 0.396602, 0.630101, 0.795476, 0.287895,
]  # fmt: skip


def test_thresholds_and_joint() -> None:
    # by hand: class 0: (0.58 + 0.61 + 0.63 + 0.60 + 0.19) / 5
    np.testing.assert_allclose(confident.thresholds(LABELS, PROBABILITIES), [0.522, 0.5675, 0.523333], atol=1e-6)
    assert confident.confident_joint(LABELS, PROBABILITIES).tolist() == JOINT
    np.testing.assert_allclose(confident.estimated_joint(LABELS, PROBABILITIES), JOINT)


def test_the_joint_adds_up_to_the_labels() -> None:
    """Photos of which the model is not sure count like the others of their label."""
    unsure = np.vstack((PROBABILITIES, [[0.4, 0.3, 0.3]] * 5))
    labels = np.append(LABELS, [0] * 5)
    joint = confident.estimated_joint(labels, unsure)
    np.testing.assert_allclose(joint.sum(1), np.bincount(labels))


def test_a_class_of_which_the_model_is_never_sure_has_no_errors() -> None:
    joint = confident.estimated_joint(
        np.array([0, 0, 1, 1]), np.array([[0.9, 0.1], [0.8, 0.2], [0.6, 0.4], [0.5, 0.5]])
    )
    assert joint[1].tolist() == [0, 2]


def test_the_three_scores() -> None:
    own = PROBABILITIES[np.arange(12), LABELS]
    np.testing.assert_allclose(confident.self_confidence(LABELS, PROBABILITIES), own)
    margin = confident.normalised_margin(LABELS, PROBABILITIES)
    np.testing.assert_allclose(margin[[0, 4, 11]], [0.645, 0.235, 0.245])
    entropy = confident.confidence_weighted_entropy(LABELS, PROBABILITIES)
    np.testing.assert_allclose(entropy, WEIGHTED_ENTROPY, atol=1e-6)


def test_both_ways_to_prune() -> None:
    joint = confident.estimated_joint(LABELS, PROBABILITIES)
    for prune in (confident.pruned_by_noise_rate, confident.pruned_by_class):
        assert np.flatnonzero(prune(LABELS, PROBABILITIES, joint)).tolist() == [4, 8, 11]
