"""Which photos to ask a person about first: those the model is unsure of, and of these none that is much like another.

Uncertainty is the margin between the two most probable classes (Scheffer et al. 2001). Diversity is the greedy choice of centres that
covers what there is (k-centre: Sener and Savarese, Active Learning for Convolutional Neural Networks: A Core-Set Approach, 2018),
where a photo counts by its squared distance, as in k-means++ (Arthur and Vassilvitskii 2007), times its uncertainty.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

from cnn_desktop.domain.label_suggestions import BATCH

AMONG = 3
"""Of so many times as many photos as are shown at once, the most uncertain ones, those are chosen that differ (`tests.benchmarks.bench_suggest`)."""
_CENTRES = 4096
"""Labelled photos, drawn at random, from which the chosen are to differ, too."""


def informative(
    probabilities: np.ndarray, rows: torch.Tensor, labelled: torch.Tensor, most: int, step: Callable[[float], object],
    batch: int = BATCH, seed: int = 0,
) -> np.ndarray:  # fmt: skip
    """int [at most `most`]: places in `rows`, the most informative first; each run of `batch` of it is chosen to be asked at once.

    probabilities: float [M, K]; rows: float32 [M, D]; labelled: float32 [N, D], what a person has labelled already. `step` is told
    the share that is done, and may raise. The same each time.
    """
    count = min(most, len(rows))
    if not count:
        return np.zeros(0, np.int64)
    unsure = uncertainty(probabilities)
    pool = np.argsort(-unsure, kind="stable")[: count + (AMONG - 1) * batch]
    weight = torch.from_numpy(unsure[pool].astype(np.float32)).to(rows.device) + 1e-6
    points = torch.nn.functional.normalize(rows[torch.from_numpy(pool).to(rows.device)], dim=1)
    if len(labelled) > _CENTRES:
        some = np.random.default_rng(seed).choice(len(labelled), _CENTRES, replace=False)
        labelled = labelled[torch.from_numpy(some).to(rows.device)]
    far = _far(points, torch.nn.functional.normalize(labelled, dim=1))
    chosen = list[int]()
    candidates = torch.zeros(0, dtype=torch.int64)
    for place in range(count):
        step(place / count)
        if place % batch == 0:  # of those that are left
            candidates = (weight > 0).nonzero()[: AMONG * batch, 0]
        best = int(candidates[(far[candidates] * weight[candidates]).argmax()])
        chosen.append(best)
        weight[best] = -1.0  # never again
        far = torch.minimum(far, _far(points, points[best : best + 1])).clamp(min=1e-9)
    return pool[np.array(chosen)]


def uncertainty(probabilities: np.ndarray) -> np.ndarray:
    """float [M], 0..1: 1 where two classes are equally probable, 0 where one is certain."""
    if probabilities.shape[1] < 2:
        return np.zeros(len(probabilities))
    two = np.partition(probabilities, -2, axis=1)[:, -2:]
    return 1.0 - (two[:, 1] - two[:, 0])


def _far(points: torch.Tensor, centres: torch.Tensor) -> torch.Tensor:
    """float [M]: of each of the points, which have length 1, the squared distance to the nearest centre."""
    nearest = torch.full((len(points),), -1.0, device=points.device)
    for start in range(0, len(centres), 1024):
        nearest = torch.maximum(nearest, (points @ centres[start : start + 1024].T).max(1).values)
    return (2.0 - 2.0 * nearest).clamp(min=0.0)
