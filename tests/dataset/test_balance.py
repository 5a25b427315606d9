"""What evens out classes: the very weights, and the very counts of an epoch."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_desktop.dataset.balance import class_weights, photos_of_epoch

LABELS = [0] * 60 + [1] * 12 + [3] * 3
"""No photo of class 2."""


def test_weights_are_in_inverse_proportion_and_all_classes_weigh_the_same() -> None:
    weights = class_weights(LABELS)
    assert weights.dtype == np.float32
    assert weights.tolist() == pytest.approx([75 / (3 * 60), 75 / (3 * 12), 1, 75 / (3 * 3)])
    of_photos = weights[LABELS]
    assert of_photos.mean() == pytest.approx(1)
    assert [of_photos[np.asarray(LABELS) == label].sum() for label in (0, 1, 3)] == pytest.approx([25, 25, 25])
    assert class_weights([0, 1, 1, 0]).tolist() == [1, 1]


def test_a_balanced_epoch_shows_equally_many_of_each_class() -> None:
    epochs = [photos_of_epoch(LABELS, True, 0, epoch) for epoch in range(40)]
    for photos in epochs:
        assert len(photos) == 75
        assert Counter(np.asarray(LABELS)[photos].tolist()) == {0: 25, 1: 25, 3: 25}
        times = Counter(photos.tolist())
        assert {times[photo] for photo in range(60)} == {0, 1}, "of a large class each at most once"
        assert {times[photo] for photo in range(60, 72)} == {2, 3}
        assert {times[photo] for photo in range(72, 75)} == {8, 9}
    assert set(np.concatenate(epochs).tolist()) == set(range(75)), "in the end all are seen"
    assert not np.array_equal(epochs[0], epochs[1])
    assert np.array_equal(epochs[1], photos_of_epoch(LABELS, True, 0, 1)), "the same after Resume"
    assert not np.array_equal(epochs[1], photos_of_epoch(LABELS, True, 7, 1))


def test_an_unbalanced_epoch_shows_each_photo_once() -> None:
    assert photos_of_epoch(LABELS, False, 3, 4).tolist() == list(range(75))
    assert photos_of_epoch([], True, 0, 1).tolist() == []


@settings(max_examples=100)
@given(st.lists(st.integers(0, 8), min_size=1, max_size=80), st.integers(0, 9), st.integers(1, 5))
def test_counts_differ_by_one_at_most(labels: list[int], seed: int, epoch: int) -> None:
    photos = photos_of_epoch(labels, True, seed, epoch)
    assert len(photos) == len(labels)
    shown = Counter(labels[photo] for photo in photos)
    counts = [shown[label] for label in set(labels)]
    assert max(counts) - min(counts) <= 1
    for label in set(labels):
        times = [Counter(photos.tolist())[place] for place, one in enumerate(labels) if one == label]
        assert max(times) - min(times) <= 1
