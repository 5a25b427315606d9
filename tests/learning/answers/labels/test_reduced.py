"""Fewer numbers that tell the same: distances stay, whatever few photos there are and however alike."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from cnn_desktop.learning.answers.labels.reduced import DIRECTIONS, reduced


def standard(rows: np.ndarray) -> torch.Tensor:
    spread = rows.std(0)
    return torch.from_numpy(((rows - rows.mean(0)) / np.where(spread > 1e-6, spread, np.inf)).astype(np.float32))


def distances(rows: torch.Tensor) -> torch.Tensor:
    return torch.cdist(rows.double(), rows.double(), compute_mode="donot_use_mm_for_euclid_dist")


@pytest.mark.parametrize(("photos", "numbers", "rank"), [(12, 640, 4), (40, 1280, 3), (200, 60, 60), (300, 100, 5)])
def test_distances_stay(photos: int, numbers: int, rank: int) -> None:
    """Of few photos, and of many numbers that say the same or nothing: a solver must not fail of it."""
    rng = np.random.default_rng(0)
    rows = (rng.normal(size=(photos, rank)) @ rng.normal(size=(rank, numbers))).astype(np.float32)
    rows[:, ::3] = 0.5
    found = reduced(rows, "cpu")
    assert found.shape[1] <= min(DIRECTIONS, photos, numbers)
    wanted = standard(rows)
    assert torch.allclose(distances(found), distances(wanted), rtol=1e-3, atol=2e-2)


def test_photos_that_are_all_alike() -> None:
    assert reduced(np.full((5, 640), 3.0, np.float16), "cpu").abs().max() == 0
    assert reduced(np.zeros((1, 640), np.float16), "cpu").shape[0] == 1
