"""What a model says of photos it has not seen: a regularised, calibrated linear head, fold by fold."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

from cnn_desktop.domain.label_check import FOLDS

STRENGTH = 1e-3
"""C of the regression: what the losses of all photos together weigh against the squares of its weights."""
_STEPS, _SMALL_STEP = 40, 1e-6
_STEEP = 0.1
"""About p (1 - p) of a photo."""


def folds_of(labels: np.ndarray, units: np.ndarray, seed: int, folds: int = FOLDS) -> np.ndarray:
    """int [N]: the fold of each photo. Those of the same unit (not -1) share one; each class is spread evenly.

    labels, units: int [N].
    """
    rng = np.random.default_rng(seed)
    fold = np.full(len(labels), -1)
    held = np.zeros((folds, int(labels.max(initial=0)) + 1), np.int64)
    together: dict[int, list[int]] = {}
    alone = []
    for row in rng.permutation(len(labels)).tolist():
        if units[row] >= 0:
            together.setdefault(int(units[row]), []).append(row)
        else:
            alone.append(row)
    for rows in sorted(together.values(), key=len, reverse=True):
        counts = np.bincount(labels[rows], minlength=held.shape[1])
        cost = (held * counts).sum(1) / counts.sum() + held.sum(1) * 1e-6
        fold[rows] = best = int(cost.argmin())
        held[best] += counts
    for row in alone:
        fold[row] = best = int(np.lexsort((held.sum(1), held[:, labels[row]]))[0])
        held[best, labels[row]] += 1
    return fold


def out_of_fold(
    rows: torch.Tensor, labels: np.ndarray, fold: np.ndarray, classes: int, step: Callable[[float], object]
) -> np.ndarray:
    """float32 [N, classes]: calibrated probabilities of each photo by heads that have learned from the other folds.

    rows: float32 [N, D], by `reduced`; labels, fold: int [N]. `step` is told the share that is done, and may raise.
    """
    logits = unseen_logits(rows, labels, fold, classes, step)
    target = torch.from_numpy(labels).to(rows.device)
    return calibrated(logits, target, fold)


def unseen_logits(
    rows: torch.Tensor, labels: np.ndarray, fold: np.ndarray, classes: int, step: Callable[[float], object]
) -> torch.Tensor:
    """float32 [N, classes]: what heads say of each photo that have learned from the other folds. See `out_of_fold`."""
    target = torch.from_numpy(labels).to(rows.device)
    logits = torch.zeros(len(rows), classes, device=rows.device)
    every = _folds(fold, rows.device)
    for place, (unseen, seen) in enumerate(every):

        def told(share: float, place: int = place) -> None:
            step((place + share) / len(every))

        weight, bias = fit_head(rows[seen], target[seen], classes, told)
        logits[unseen] = rows[unseen] @ weight + bias
    return logits


def calibrated(logits: torch.Tensor, labels: torch.Tensor, fold: np.ndarray) -> np.ndarray:
    """float32 [N, classes]: probabilities from logits out of fold, each by the temperature that suits the other folds.

    labels: int64 [N], on the device of `logits`; fold: int [N].
    """
    found = torch.empty_like(logits)
    for unseen, others in _folds(fold, logits.device):
        found[unseen] = (logits[unseen] / temperature(logits[others], labels[others])).softmax(1)
    return found.cpu().numpy()


def _folds(fold: np.ndarray, device: torch.device) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Of each fold its rows, and those of all others."""
    members = [torch.from_numpy(np.flatnonzero(fold == number)).to(device) for number in np.unique(fold).tolist()]
    return [(unseen, torch.cat([*members[:place], *members[place + 1 :]])) for place, unseen in enumerate(members)]


def fit_head(
    rows: torch.Tensor, labels: torch.Tensor, classes: int, step: Callable[[float], object], strength: float = STRENGTH
) -> tuple[torch.Tensor, torch.Tensor]:
    """Multinomial logistic regression by L-BFGS: weight [D, classes], bias [classes]."""
    decay = 1 / (strength * len(rows))
    # In units in which the loss is about as steep in all directions, a few steps are enough.
    scale = (_STEEP * rows.var(0) + decay).rsqrt()[:, None]
    rows = rows * scale.T
    weight = torch.zeros(rows.shape[1], classes, device=rows.device, requires_grad=True)
    bias = torch.zeros(classes, device=rows.device, requires_grad=True)
    wanted = torch.nn.functional.one_hot(labels, classes).to(rows.dtype)
    solver = torch.optim.LBFGS(
        [weight, bias],
        max_iter=_STEPS,
        tolerance_grad=1e-6,
        tolerance_change=_SMALL_STEP,
        line_search_fn="strong_wolfe",
    )

    looks = 0

    @torch.no_grad()
    def loss() -> float:
        nonlocal looks
        step(min(1.0, looks / _STEPS))
        looks += 1
        told = torch.addmm(bias, rows, weight).log_softmax(1)
        off = (told.exp() - wanted) / len(rows)
        held = decay * scale**2 * weight
        weight.grad = torch.addmm(held, rows.T, off)
        bias.grad = off.sum(0)
        return float(-(told * wanted).sum() / len(rows) + (held * weight).sum() / 2)

    solver.step(loss)  # type: ignore[no-untyped-call]
    return (weight * scale).detach(), bias.detach()


def temperature(logits: torch.Tensor, labels: torch.Tensor) -> float:
    """By which logits are divided so that probabilities are as often right as they say (Guo et al. 2017)."""
    low, high = -3.0, 3.0  # of its logarithm; the loss has one minimum in 1 / temperature
    logits = logits.double()

    def loss(place: float) -> float:
        return float(torch.nn.functional.cross_entropy(logits / np.exp(place), labels))

    ratio = (5**0.5 - 1) / 2
    one, other = high - ratio * (high - low), low + ratio * (high - low)
    at_one, at_other = loss(one), loss(other)
    for _ in range(30):
        if at_one < at_other:
            high, other, at_other = other, one, at_one
            one = high - ratio * (high - low)
            at_one = loss(one)
        else:
            low, one, at_one = one, other, at_other
            other = low + ratio * (high - low)
            at_other = loss(other)
    return float(np.exp((low + high) / 2))
