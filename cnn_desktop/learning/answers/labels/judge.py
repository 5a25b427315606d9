"""All that is thought of labels, from features of the photos: probabilities, ranking, estimate, verdict."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch

from cnn_desktop.domain.label_check import Verdict
from cnn_desktop.learning.answers.labels.confident import estimated_joint
from cnn_desktop.learning.answers.labels.estimate import Estimate, estimate
from cnn_desktop.learning.answers.labels.neighbours import neighbour_shares
from cnn_desktop.learning.answers.labels.out_of_fold import calibrated, folds_of, out_of_fold
from cnn_desktop.learning.answers.labels.ranking import Ranking, mixed, ranked

_LEAST_KAPPA = 0.05
"""Agreement beyond chance (Cohen's κ) between labels and predictions that must be sure, or the model has learned nothing."""
_SURE_AGAINST, _ONE_IS_ENOUGH = 2, 0.9
"""Photos, of those the model is surest of, that speak against their labels; the score with which a single photo is worth a look."""
_MORE_PROBABLE = 0.5

Step = Callable[[float], object]
"""Told the share that is done, 0..1; may raise."""


class Told(NamedTuple):
    """What models say of photos that they have not seen."""

    logits: np.ndarray
    """float32 [N, K]"""
    fold: np.ndarray
    """int [N]: by which of them."""


class Judged(NamedTuple):
    """Of N photos and K classes."""

    models: list[np.ndarray]
    """Each float [N, K], out of fold and calibrated: a regression a backbone, and one of all side by side where there are
    several; or what models say that were trained for this."""
    neighbours: np.ndarray
    """float [N, K]."""
    probabilities: np.ndarray
    """float [N, K]: all together."""
    ranking: Ranking
    estimate: Estimate
    accuracy: float
    verdict: Verdict
    suspects: int


def judge(
    parts: Sequence[torch.Tensor], labels: np.ndarray, units: np.ndarray, classes: int, step: Step, seed: int = 0,
    told: Told | None = None,
) -> Judged:  # fmt: skip
    """parts: of each backbone float32 [N, D], by `reduced`; labels: int [N], each class with five units and more; units: int
    [N], photos of the same (not -1) belong together. `told`: what trained models say; None: regressions on the features are
    asked. The same each time."""
    together = torch.cat(list(parts), 1)
    if told is None:
        models = _regressions(parts, together, labels, folds_of(labels, units, seed), classes, step)
    else:
        models = [calibrated(torch.from_numpy(told.logits), torch.from_numpy(labels), told.fold)]
    near = neighbour_shares(
        torch.nn.functional.normalize(together, dim=1),
        labels,
        units,
        classes,
        seed,
        lambda done, of: step(0.8 + 0.2 * done / of),
    )
    probabilities = mixed(models, near)
    found = estimate(labels, probabilities, seed)
    ranking = ranked(labels, probabilities, estimated_joint(labels, probabilities))
    predicted = probabilities.argmax(1)
    can_learn = _kappa_low(labels, predicted, classes) > _LEAST_KAPPA
    suspects = _suspects(labels, probabilities, ranking) if can_learn else 0
    if suspects:  # one at least is probably wrong
        found = found._replace(errors=max(1.0, found.errors), high=max(1.0, found.high))
    verdict: Verdict = "cannot_learn" if not can_learn else "suspicious" if suspects else "nothing"
    return Judged(models, near, probabilities, ranking, found, float((predicted == labels).mean()), verdict, suspects)


def _regressions(
    parts: Sequence[torch.Tensor],
    together: torch.Tensor,
    labels: np.ndarray,
    fold: np.ndarray,
    classes: int,
    step: Step,
) -> list[np.ndarray]:
    views = [*parts, together] if len(parts) > 1 else [together]
    costs = [view.shape[1] for view in views]
    found, spent = [], 0
    for view, cost in zip(views, costs, strict=True):
        told = _within(step, 0.8 * spent / sum(costs), 0.8 * cost / sum(costs))
        found.append(out_of_fold(view, labels, fold, classes, told))
        spent += cost
    return found


def _suspects(labels: np.ndarray, probabilities: np.ndarray, ranking: Ranking) -> int:
    """How many are more probably of another class than of their label's; 0 where that is no more than a model's own mistakes.

    A wrong label may be on any photo, mistakes are on the photos of which the model is not sure: so those of which it is surer
    than of most are looked at. Of nine sets without errors (`tests.benchmarks.bench_labels`) none is called suspicious.
    """
    sure = probabilities.max(1)
    against = int(((probabilities.argmax(1) != labels) & (sure >= np.median(sure))).sum())
    if against < _SURE_AGAINST and ranking.score.max(initial=0) < _ONE_IS_ENOUGH:
        return 0
    return max(1, int((ranking.score > _MORE_PROBABLE).sum()))


def _kappa_low(labels: np.ndarray, predicted: np.ndarray, classes: int) -> float:
    """κ less two of its standard errors (Cohen 1960)."""
    count = len(labels)
    agreed = float((labels == predicted).mean())
    by_chance = float(np.bincount(labels, minlength=classes) @ np.bincount(predicted, minlength=classes)) / count**2
    if by_chance >= 1:
        return 0.0
    error = math.sqrt(max(agreed * (1 - agreed), 1 / count) / count) / (1 - by_chance)
    return (agreed - by_chance) / (1 - by_chance) - 2 * error


def _within(step: Step, start: float, share: float) -> Callable[[float], object]:
    return lambda done: step(start + share * done)
