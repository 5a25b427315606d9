"""One ranked list: how much speaks for another class than the label, by regressions and neighbours together."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

_LEAST = 1e-2
"""Added to each probability, as none is known more exactly."""
_EVEN = 0.5
"""How far the estimated mix-ups are drawn towards such as chance would make."""
_TRUST = 0.5
"""The power of the mix-ups' rates: how much they count beside the probabilities. Measured on TrashNet
(`tests.benchmarks.bench_labels`): average precision with labels flipped at random 0.945 at 0 and 0.943 at 0.5, flipped to the
class most alike 0.779 and 0.850."""


class Ranking(NamedTuple):
    """Of each photo [N]."""

    score: np.ndarray
    """float, 0..1; the higher, the more speaks for `suggested` against the label."""
    suggested: np.ndarray
    """int: never the label."""
    order: np.ndarray
    """int: the most suspicious first."""


def mixed(regressions: list[np.ndarray], neighbours: np.ndarray) -> np.ndarray:
    """float [N, K]: three regressions and the neighbours, each with the same weight; where there is one backbone its regression
    counts three times."""
    heads = sum(regressions) / len(regressions)
    return np.asarray((3 * heads + neighbours) / 4)


def ranked(labels: np.ndarray, probabilities: np.ndarray, joint: np.ndarray) -> Ranking:
    """Sorts by log(p(other) / p(label)), each with the rate at which photos of that class get this label.

    labels: int [N]; probabilities: [N, K]; joint: [K, K], `confident.estimated_joint`.
    """
    rows = np.arange(len(labels))
    evidence = np.log(probabilities + _LEAST) + _TRUST * np.log(_rates(joint))[labels]
    own = evidence[rows, labels]
    evidence[rows, labels] = -np.inf
    suggested = evidence.argmax(1)
    score = 1 / (1 + np.exp(own - evidence[rows, suggested]))
    return Ranking(score, suggested, np.argsort(-score, kind="stable"))


def _rates(joint: np.ndarray) -> np.ndarray:
    """[label, class]: how often a photo of the class has that label; the mix-ups partly evened out."""
    right = np.diag(np.diag(joint))
    wrong = joint - right
    chance = np.outer(joint.sum(1), joint.sum(0))
    np.fill_diagonal(chance, 0)
    wrong = (1 - _EVEN) * wrong + _EVEN * chance * (wrong.sum() / max(chance.sum(), 1e-12))
    together = right + wrong
    return np.asarray(together / np.maximum(together.sum(0, keepdims=True), 1e-12) + 1e-4)
