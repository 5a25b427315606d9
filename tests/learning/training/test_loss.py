"""The loss of a batch: weighted as torch weighs it, whole or in parts, and even where it is smoothed."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from cnn_desktop.dataset.balance import class_weights
from cnn_desktop.learning.training.loss import BatchLoss, weights_on

LABELS = torch.tensor([0, 0, 0, 0, 0, 1, 1, 2])
WEIGHTS = weights_on("cpu", LABELS.tolist())


def logits() -> torch.Tensor:
    return torch.randn(8, 3, generator=torch.Generator().manual_seed(0)).requires_grad_()


def gradient(loss: BatchLoss | nn.Module, parts: int) -> tuple[float, torch.Tensor]:
    values, total = logits(), torch.zeros(())
    for part in torch.arange(8).chunk(parts):
        at = slice(int(part[0]), int(part[-1]) + 1)
        total = total + (loss(values[at], LABELS, at) if isinstance(loss, BatchLoss) else loss(values, LABELS))
    total.backward()
    assert values.grad is not None
    return total.item(), values.grad


@pytest.mark.parametrize("parts", [1, 2, 3, 8])
@pytest.mark.parametrize("weights", [None, WEIGHTS])
def test_it_is_torchs_loss_in_however_many_parts(parts: int, weights: torch.Tensor | None) -> None:
    value, slope = gradient(BatchLoss(weights=weights), parts)
    expected, wanted = gradient(nn.CrossEntropyLoss(weight=weights), 1)
    assert value == pytest.approx(expected, rel=1e-6)
    torch.testing.assert_close(slope, wanted)


def test_without_weights_it_is_todays_to_the_bit() -> None:
    for smoothing in (0.0, 0.1):
        value, slope = gradient(BatchLoss(smoothing), 1)
        expected, wanted = gradient(nn.CrossEntropyLoss(label_smoothing=smoothing), 1)
        assert value == expected
        assert torch.equal(slope, wanted)


def test_all_classes_pull_equally_hard() -> None:
    """Of a network that knows nothing the slopes of the photos of each class add up to the same."""
    values = torch.zeros(8, 3, requires_grad=True)
    BatchLoss(weights=WEIGHTS)(values, LABELS, slice(None)).backward()
    assert values.grad is not None
    pull = values.grad.norm(dim=1)
    assert [float(pull[label == LABELS].sum()) for label in range(3)] == pytest.approx([float(pull.sum()) / 3] * 3)
    assert class_weights(LABELS.tolist()).tolist() == WEIGHTS.tolist()


def test_smoothing_stays_even() -> None:
    """Each photo's loss is its smoothed one times its weight."""
    value, _ = gradient(BatchLoss(0.1, WEIGHTS), 3)
    each = nn.CrossEntropyLoss(label_smoothing=0.1, reduction="none")(logits().detach(), LABELS)
    own = WEIGHTS[LABELS]
    assert value == pytest.approx(float((each * own).sum() / own.sum()), rel=1e-6)
