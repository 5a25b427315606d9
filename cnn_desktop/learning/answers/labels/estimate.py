"""How many labels are wrong, in all and by pair of classes, and how sure that is.

Confident learning takes every photo for an error that a model is fairly sure of and that is labelled otherwise. Where classes
overlap, or there are few photos, most of these are the model's own mistakes, so its number is the upper one. The lower one is
told by anchors: photos of which the model is as sure as it ever is of a class. There a label that disagrees is hardly the
model's mistake, and labels elsewhere are as often wrong (Liu, Tao, "Classification with Noisy Labels by Importance
Reweighting", TPAMI 38 (2016); Patrini et al., "Making Deep Neural Networks Robust to Label Noise", CVPR 2017).

In all of this `labels` is int [N], `probabilities` float [N, K], out of fold.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.learning.answers.labels.confident import confident_joint, estimated_joint

_DRAWS = 1000
_BIAS = 0.15
"""By what share the number itself may be off, besides chance: measured with planted errors (`tests.benchmarks.bench_labels`)."""
_SUREST = 1 / 3
"""Of the photos that are taken for a class these are its anchors; of all photos, the lowest number is told by as many."""
_LOW, _HIGH = 2.5, 97.5


class Estimate(NamedTuple):
    """Photos with wrong labels; the intervals are of 95 %."""

    errors: float
    low: float
    high: float
    joint: np.ndarray
    """float [K, K]: photos labelled i that are j; off the diagonal these are the errors."""
    joint_low: np.ndarray
    joint_high: np.ndarray


def estimate(labels: np.ndarray, probabilities: np.ndarray, seed: int) -> Estimate:
    """What the anchors tell, and at most confident learning's number, which tells the pairs of classes.

    Its highest values are what confident learning would have made of other photos of the same kind (bootstrap).
    """
    joint, draws = estimated_joint(labels, probabilities), _drawn(labels, probabilities, seed)
    most = _wrong(joint)
    errors = min(most, _by_anchors(labels, probabilities))
    part = errors / most if most else 1.0
    low, high = _interval(most, np.array([_wrong(draw) for draw in draws]))
    cell_low, cell_high = _interval(joint, draws)
    least = min(float(low), errors, _surely(labels, probabilities))
    told = np.where(np.eye(len(joint), dtype=bool), joint, part * joint)
    np.fill_diagonal(told, joint.sum(1) - (told.sum(1) - np.diag(told)))
    return Estimate(errors, least, float(high), told, part * cell_low, cell_high)


def _drawn(labels: np.ndarray, probabilities: np.ndarray, seed: int) -> np.ndarray:
    """float [draws, K, K]: confident learning's joint, of other photos."""
    counted = confident_joint(labels, probabilities)
    rng = np.random.default_rng(seed)
    draws = np.zeros((_DRAWS, *counted.shape))
    for label, count in enumerate(np.bincount(labels, minlength=len(counted)).tolist()):
        # a pseudo-count of a half in all, so that what was not seen once is not taken for impossible
        shares = counted[label] + 0.5 / len(counted)
        unsure = count - counted[label].sum()
        drawn = rng.multinomial(count, [*(shares / (shares.sum() + unsure)), unsure / (shares.sum() + unsure)], _DRAWS)
        drawn = drawn[:, :-1]
        draws[:, label] = drawn / np.maximum(drawn.sum(1, keepdims=True), 1) * count
    return draws


def _by_anchors(labels: np.ndarray, probabilities: np.ndarray) -> float:
    """As if, of the photos taken for a class, as many were labelled otherwise as of its anchors."""
    sure, taken = probabilities.max(1), probabilities.argmax(1)
    wrong = 0.0
    for which in np.unique(taken).tolist():
        members = taken == which
        anchors = members & (sure >= np.quantile(sure[members], 1 - _SUREST))
        wrong += float((labels[anchors] != which).mean() * members.sum())
    return wrong


def _surely(labels: np.ndarray, probabilities: np.ndarray) -> float:
    """At least so many: as if all photos had as few wrong labels as those of which the model is surest."""
    sure = probabilities.max(1)
    surest = sure >= np.quantile(sure, 1 - _SUREST)
    against = int((probabilities.argmax(1)[surest] != labels[surest]).sum())
    return wilson_interval(against, int(surest.sum()))[0] * len(labels)


def _wrong(joint: np.ndarray) -> float:
    return float(joint.sum() - np.trace(joint))


def _interval(value: np.ndarray | float, draws: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Chance and bias together, never below 0."""
    low, high = np.percentile(draws, [_LOW, _HIGH], axis=0)
    bias = _BIAS * np.asarray(value)
    down, up = np.maximum(value - low, 0), np.maximum(high - value, 0)
    return np.maximum(0, value - np.hypot(down, bias)), np.asarray(value + np.hypot(up, bias))
