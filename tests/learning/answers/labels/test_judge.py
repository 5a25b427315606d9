"""Labels are judged out of fold: what belongs together is never cut, and each kind of label set gets its verdict."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.message import say
from cnn_desktop.learning.answers.labels.aside import Step, aside
from cnn_desktop.learning.answers.labels.judge import Judged, judge
from cnn_desktop.learning.answers.labels.neighbours import nearest_of_class, neighbour_shares
from cnn_desktop.learning.answers.labels.out_of_fold import FOLDS, fit_head, folds_of, out_of_fold
from cnn_desktop.learning.answers.labels.reduced import reduced
from tests.dataset.helpers import finish

CLASSES, COUNT = 4, 400


def features(apart: float = 0.6) -> tuple[np.ndarray, np.ndarray]:
    """float32 [N, 32] around one centre a class, and the classes."""
    rng = np.random.default_rng(0)
    centres = rng.normal(size=(CLASSES, 32))
    shown = rng.integers(0, CLASSES, COUNT)
    return (centres[shown] * apart + rng.normal(size=(COUNT, 32))).astype(np.float32), shown


def judged(rows: np.ndarray, labels: np.ndarray) -> Judged:
    return judge([reduced(rows, "cpu")], labels, np.full(len(labels), -1), CLASSES, lambda share: None)


def test_folds_keep_groups_whole_and_classes_even() -> None:
    rng = np.random.default_rng(1)
    labels, units = rng.integers(0, CLASSES, COUNT), np.where(rng.random(COUNT) < 0.5, rng.integers(0, 40, COUNT), -1)
    fold = folds_of(labels, units, seed=3)
    for unit in range(40):
        assert len(set(fold[units == unit].tolist())) == 1
    for label in range(CLASSES):
        held = np.bincount(fold[labels == label], minlength=FOLDS)
        assert held.max() - held.min() <= 2
    assert folds_of(labels, units, seed=3).tolist() == fold.tolist()


def test_a_copy_does_not_speak_for_a_photo() -> None:
    """Each photo is there twice, with the same random label: with the copies kept together no label can be foretold."""
    rng = np.random.default_rng(2)
    half = rng.normal(size=(200, 64)).astype(np.float32)
    rows, labels, units = np.vstack((half, half)), np.tile(rng.integers(0, 2, 200), 2), np.tile(np.arange(200), 2)
    torn = judge([reduced(rows, "cpu")], labels, np.full(400, -1), 2, lambda share: None)
    whole = judge([reduced(rows, "cpu")], labels, units, 2, lambda share: None)
    assert whole.verdict == "cannot_learn"
    assert torn.accuracy > whole.accuracy + 0.05
    near = torch.nn.functional.normalize(reduced(rows, "cpu"), dim=1)
    shares = neighbour_shares(near, labels, units, 2, 0, lambda done, of: None)
    assert abs(shares[np.arange(400), labels].mean() - 0.5) < 0.1


def test_planted_errors_come_first_and_are_counted() -> None:
    rows, shown = features()
    labels, wrong = shown.copy(), np.random.default_rng(4).choice(COUNT, 40, replace=False)
    labels[wrong] = (labels[wrong] + 1) % CLASSES
    found = judged(rows, labels)
    assert found.verdict == "suspicious"
    top = found.ranking.order[:30]
    assert np.isin(top, wrong).mean() > 0.9
    assert (found.ranking.suggested[top] == shown[top]).mean() > 0.9
    assert (found.ranking.suggested != labels).all()
    assert found.estimate.low <= 40 <= found.estimate.high
    assert abs(found.estimate.errors - 40) < 12
    assert (np.diff(found.ranking.score[found.ranking.order]) <= 0).all()
    assert found.estimate.joint.sum() == pytest.approx(COUNT)
    again = judged(rows, labels)
    assert again.ranking.order.tolist() == found.ranking.order.tolist()


def test_right_labels_are_not_suspicious() -> None:
    found = judged(*features(1.0))
    assert (found.verdict, found.suspects) == ("nothing", 0)
    assert found.estimate.low == 0


def test_random_labels_cannot_be_learned() -> None:
    rows, _ = features()
    found = judged(rows, np.random.default_rng(5).integers(0, CLASSES, COUNT))
    assert (found.verdict, found.suspects) == ("cannot_learn", 0)


def test_the_head_finds_the_minimum() -> None:
    """Against scikit-learn's."""
    from sklearn.linear_model import LogisticRegression

    rows, labels = features()
    small = reduced(rows, "cpu")
    weight, bias = fit_head(small, torch.from_numpy(labels), CLASSES, lambda share: None, strength=1e-2)
    theirs = LogisticRegression(C=1e-2, tol=1e-8, max_iter=1000).fit(small.numpy(), labels)
    ours = (small @ weight + bias).softmax(1).numpy()
    np.testing.assert_allclose(ours, theirs.predict_proba(small.numpy()), atol=2e-3)


def test_probabilities_are_as_right_as_they_say() -> None:
    rows, labels = features(0.3)
    fold = folds_of(labels, np.full(COUNT, -1), 0)
    told = out_of_fold(reduced(rows, "cpu"), labels, fold, CLASSES, lambda share: None)
    assert told.sum(1) == pytest.approx(np.ones(COUNT), abs=1e-5)
    assert told.max(1).mean() == pytest.approx((told.argmax(1) == labels).mean(), abs=0.06)


def test_numbers_that_are_the_same_everywhere_tell_nothing() -> None:
    rows, _ = features()
    with_constant = np.hstack((rows, np.full((COUNT, 3), 7, np.float32)))
    assert torch.isfinite(reduced(with_constant, "cpu")).all()
    few = reduced(np.random.default_rng(0).normal(size=(12, 300)), "cpu")
    assert few.shape == (12, 11), "so many directions tell 12 photos apart"
    assert torch.isfinite(few).all()


def test_the_most_alike_of_a_class_without_itself() -> None:
    rows = torch.nn.functional.normalize(torch.tensor([[1.0, 0], [1, 0.1], [1, 0.3], [0, 1], [0.1, 1]]), dim=1)
    labels = np.array([0, 0, 0, 1, 1])
    found = nearest_of_class(rows, np.array([0, 3]), np.array([0, 0]), labels, 4, lambda done, of: None)
    assert found.tolist() == [[1, 2, -1, -1], [2, 1, 0, -1]]


def test_work_aside_stops_when_asked() -> None:
    control = Control()

    def work(step: Step) -> None:
        while True:
            step(0.5)

    job = aside(work, say("Comparing the labels"), 10, control)
    told = next(job)
    assert isinstance(told, Progress)
    assert (str(told.doing), told.total) == ("Comparing the labels", 10)
    control.stop()
    with pytest.raises(StopRequested):
        finish(job)
