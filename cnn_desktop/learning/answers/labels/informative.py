"""Which photos to ask a person about first: those the model is unsure of, and of these none that is much like another.

Uncertainty is the margin between the two most probable classes (Scheffer et al. 2001). Diversity is the greedy choice of centres that
covers what there is (k-centre: Sener and Savarese, Active Learning for Convolutional Neural Networks: A Core-Set Approach, 2018),
where a photo counts by its squared distance, as in k-means++ (Arthur and Vassilvitskii 2007), times its uncertainty.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

AMONG = 10
"""So many times as many photos as are wanted are candidates: the most uncertain ones."""
_CENTRES = 4096
"""Labelled photos, drawn at random, from which candidates are to differ."""


def informative(
    probabilities: np.ndarray, rows: torch.Tensor, labelled: torch.Tensor, most: int, step: Callable[[float], object],
    seed: int = 0,
) -> np.ndarray:  # fmt: skip
    """int [at most `most`]: places in `rows`, the most informative first; any beginning of it is a good choice, too.

    probabilities: float [M, K]; rows: float32 [M, D]; labelled: float32 [N, D], what a person has labelled already. `step` is told
    the share that is done, and may raise. The same each time.
    """
    count = min(most, len(rows))
    if not count:
        return np.zeros(0, np.int64)
    unsure = uncertainty(probabilities)
    pool = np.argsort(-unsure, kind="stable")[: AMONG * count]
    weight = torch.from_numpy(unsure[pool].astype(np.float32)).to(rows.device) + 1e-6
    points = torch.nn.functional.normalize(rows[torch.from_numpy(pool).to(rows.device)], dim=1)
    if len(labelled) > _CENTRES:
        some = np.random.default_rng(seed).choice(len(labelled), _CENTRES, replace=False)
        labelled = labelled[torch.from_numpy(some).to(rows.device)]
    far = torch.full((len(points),), 4.0, device=rows.device)
    if len(labelled):
        far = _far(points, torch.nn.functional.normalize(labelled, dim=1))
    chosen = []
    for place in range(count):
        step(place / count)
        best = int((far * weight).argmax())
        chosen.append(best)
        weight[best] = -1.0  # never again
        far = torch.minimum(far, _far(points, points[best : best + 1]))
        far.clamp_(min=1e-9)
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
