"""Confident learning: which labels disagree with what a model is sure of, and how often each class is taken for another.

Northcutt, Jiang, Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels", JAIR 70 (2021). In all of this
`labels` is int [N], `probabilities` float [N, K], out of fold: of each photo by a model that has not seen it.
"""

from __future__ import annotations

import numpy as np

_LEAST = 1e-12
_SLACK = 1e-6
"""So much below a threshold still counts as reaching it, as rounding does that."""


def thresholds(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """float [K]: how sure the model is of a class on average, among the photos labelled so (section 3.1)."""
    counts = np.bincount(labels, minlength=probabilities.shape[1])
    sums = np.zeros(len(counts))
    np.add.at(sums, labels, probabilities[np.arange(len(labels)), labels])
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.inf)


def confident_joint(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """int [K, K]: photos labelled i of which the model is sure that they are j (equation 1)."""
    reached = probabilities >= thresholds(labels, probabilities) - _SLACK
    best = np.where(reached, probabilities, -1).argmax(1)
    counted = reached.any(1)
    joint = np.zeros((probabilities.shape[1],) * 2, np.int64)
    np.add.at(joint, (labels[counted], best[counted]), 1)
    return joint


def estimated_joint(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """float [K, K], sum N: photos labelled i that really are j, so that each row adds up to the photos of its label (equation 3)."""
    joint = confident_joint(labels, probabilities).astype(float)
    counts = np.bincount(labels, minlength=len(joint))
    unsure = joint.sum(1) == 0
    joint[unsure, unsure.nonzero()[0]] = 1  # nothing speaks against these labels
    return joint / joint.sum(1, keepdims=True) * counts[:, None]


def self_confidence(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """float [N], 0..1: the probability of the label. The lower, the more suspicious, as of the other two."""
    return probabilities[np.arange(len(labels)), labels]


def normalised_margin(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """float [N], 0..1: by how much the label is more probable than the best other class (section 3.2)."""
    others = probabilities.copy()
    others[np.arange(len(labels)), labels] = -1
    return (self_confidence(labels, probabilities) - others.max(1) + 1) / 2


def confidence_weighted_entropy(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """float [N], 0..1: the entropy of the answer, of its most possible, over the label's probability; brought to 0..1 by
    log(1 + x) / x."""
    safe = np.clip(probabilities, np.finfo(probabilities.dtype).tiny, None)
    entropy = -(safe * np.log(safe)).sum(1) / np.log(probabilities.shape[1])
    ratio = entropy / np.clip(self_confidence(labels, probabilities), _LEAST, None)
    ratio = np.clip(ratio, _LEAST, None)
    return np.log1p(ratio) / ratio


def pruned_by_noise_rate(labels: np.ndarray, probabilities: np.ndarray, joint: np.ndarray) -> np.ndarray:
    """bool [N]: of each pair i ≠ j as many photos as `joint` says are labelled i and are j: those where j leads i most
    (section 3.2, method 4)."""
    found = np.zeros(len(labels), bool)
    for label, suggested in np.argwhere(np.rint(joint) > 0):
        if label != suggested:
            rows = np.flatnonzero(labels == label)
            lead = probabilities[rows, suggested] - probabilities[rows, label]
            found[rows[np.argsort(-lead, kind="stable")[: round(joint[label, suggested])]]] = True
    return found


def pruned_by_class(labels: np.ndarray, probabilities: np.ndarray, joint: np.ndarray) -> np.ndarray:
    """bool [N]: of each class as many photos as `joint` says are wrongly in it: those whose label is least probable (method 3)."""
    found = np.zeros(len(labels), bool)
    for label in range(len(joint)):
        rows = np.flatnonzero(labels == label)
        wrong = round(joint[label].sum() - joint[label, label])
        found[rows[np.argsort(probabilities[rows, label], kind="stable")[:wrong]]] = True
    return found
