"""What a photo's nearest neighbours are labelled, and which photos of a class look most like it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

NEIGHBOURS = 10
MOST = 1 << 16
"""Photos among which neighbours are looked for: of more, so many drawn at random stand for all."""
MOST_OF_CLASS = 1 << 13
"""Likewise within a class, for photos that are only shown."""
_ROWS = 1024
_OUT = -2.0
"""Less than any cosine."""

Step = Callable[[int, int], object]
"""Told (rows done, rows in all); may raise."""


def neighbour_shares(
    rows: torch.Tensor, labels: np.ndarray, units: np.ndarray, classes: int, seed: int, step: Step
) -> np.ndarray:
    """float32 [N, classes]: the share of each class among a photo's `NEIGHBOURS` nearest, by cosine.

    rows: float32 [N, D], each of length 1; units: int [N], photos of the same (not -1) do not count for each other, so that
    this is out of fold as well.
    """
    among = _some(len(rows), MOST, seed)
    columns, of_column = rows[among].T.contiguous(), units[among]
    wanted = torch.from_numpy(labels[among]).to(rows.device)
    shares = np.zeros((len(rows), classes), np.float32)
    count = min(NEIGHBOURS, len(among))
    place = np.full(len(rows), -1)
    place[among] = np.arange(len(among))
    for start in range(0, len(rows), _ROWS):
        step(start, len(rows))
        cosines = rows[start : start + _ROWS] @ columns
        _leave_out(cosines, units[start : start + _ROWS], of_column, place[start : start + _ROWS])
        near, found = cosines.topk(count, dim=1)
        weights = (near > _OUT).to(rows.dtype)
        votes = torch.zeros(len(near), classes, device=rows.device).scatter_add_(1, wanted[found], weights)
        shares[start : start + _ROWS] = (votes / weights.sum(1, keepdim=True).clamp(min=1)).cpu().numpy()
    return shares


def nearest_of_class(
    rows: torch.Tensor, asked: np.ndarray, classes: np.ndarray, labels: np.ndarray, count: int, step: Step
) -> np.ndarray:
    """int [asked, count]: the rows most like each of the rows `asked` among those of its class in `classes`, nearest first;
    -1 where there are no more."""
    found = np.full((len(asked), count), -1)
    done = 0
    for label in np.unique(classes).tolist():
        members = np.flatnonzero(labels == label)
        members = members[_some(len(members), MOST_OF_CLASS, seed=0)]
        which = np.flatnonzero(classes == label)
        columns = rows[torch.from_numpy(members).to(rows.device)].T.contiguous()
        place = np.full(len(rows), -1)
        place[members] = np.arange(len(members))
        for start in range(0, len(which), _ROWS):
            step(done, len(asked))
            part = which[start : start + _ROWS]
            cosines = rows[torch.from_numpy(asked[part]).to(rows.device)] @ columns
            _leave_out(cosines, None, None, place[asked[part]])
            best, near = (one.cpu().numpy() for one in cosines.topk(min(count, len(members)), dim=1))
            found[part, : near.shape[1]] = np.where(best > _OUT, members[near], -1)
            done += len(part)
    return found


def _leave_out(cosines: torch.Tensor, units: np.ndarray | None, of_column: np.ndarray | None, own: np.ndarray) -> None:
    """Takes a photo itself, and those of its unit, out of the reckoning. own: its column, or -1."""
    known = np.flatnonzero(own >= 0)
    cosines[torch.from_numpy(known), torch.from_numpy(own[known])] = _OUT
    if units is not None and of_column is not None and (units >= 0).any():
        grouped = np.flatnonzero(units >= 0)
        same = torch.from_numpy(units[grouped, None] == of_column).to(cosines.device)
        cosines[torch.from_numpy(grouped)] = cosines[torch.from_numpy(grouped)].masked_fill(same, _OUT)


def _some(count: int, most: int, seed: int) -> np.ndarray:
    """Numbers below `count`, all or `most` of them, in order."""
    if count <= most:
        return np.arange(count)
    return np.sort(np.random.default_rng(seed).choice(count, most, replace=False))
