"""How many labels are wrong, in all and by pair of classes, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.learning.answers.labels.confident import confident_joint, estimated_joint

_DRAWS = 1000
_BIAS = 0.15
"""By what share the number itself may be off, besides chance: measured with planted errors (`tests.benchmarks.bench_labels`)."""
_SUREST = 1 / 3
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
    """Confident learning's number, with what other photos of the same kind would have made of it (bootstrap).

    labels: int [N]; probabilities: float [N, K], out of fold.
    """
    joint, counted = estimated_joint(labels, probabilities), confident_joint(labels, probabilities)
    counts = np.bincount(labels, minlength=len(joint))
    rng = np.random.default_rng(seed)
    draws = np.zeros((_DRAWS, *joint.shape))
    for label, count in enumerate(counts.tolist()):
        # a pseudo-count of a half in all, so that what was not seen once is not taken for impossible
        shares = counted[label] + 0.5 / len(joint)
        unsure = count - counted[label].sum()
        drawn = rng.multinomial(count, [*(shares / (shares.sum() + unsure)), unsure / (shares.sum() + unsure)], _DRAWS)
        drawn = drawn[:, :-1]
        draws[:, label] = drawn / np.maximum(drawn.sum(1, keepdims=True), 1) * count
    errors = _wrong(joint)
    low, high = _interval(errors, np.array([_wrong(draw) for draw in draws]))
    cell_low, cell_high = _interval(joint, draws)
    least = min(float(low), _surely(labels, probabilities))
    return Estimate(float(errors), least, float(high), joint, cell_low, cell_high)


def _surely(labels: np.ndarray, probabilities: np.ndarray) -> float:
    """At least so many: as if all photos had as few wrong labels as those of which the model is surest.

    Where classes overlap, photos between them look like errors; those are not among the surest third.
    """
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
