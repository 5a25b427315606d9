"""What a step makes smaller: the mean cross-entropy of its photos, weighted by their classes where that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn import functional

from cnn_desktop.dataset.balance import class_weights


def weights_on(device: str, labels: Sequence[int]) -> torch.Tensor:
    """The `class_weights` of the training photos' labels, for `BatchLoss`."""
    return torch.from_numpy(class_weights(labels)).to(device)


class BatchLoss:
    """The loss of a batch, part by part; weighted it is torch's `CrossEntropyLoss(weight)`.

    With label smoothing a photo's whole loss is weighted, so that the smoothing stays even; torch would smooth more
    towards the classes that weigh more.
    """

    def __init__(self, smoothing: float = 0.0, weights: torch.Tensor | None = None) -> None:
        """`weights`: float32 [classes] on the device; None: each photo weighs the same."""
        self.smoothing, self.weights = smoothing, weights

    def __call__(self, logits: torch.Tensor, labels: torch.Tensor, part: slice) -> torch.Tensor:
        """What the photos `part` of a batch add to its mean loss: `logits` [n, classes] of these, `labels` [B] of all."""
        own, weights = labels[part], self.weights
        if weights is None:
            mean = functional.cross_entropy(logits, own, label_smoothing=self.smoothing)
            return mean * (len(own) / len(labels))
        each = functional.cross_entropy(logits, own, reduction="none", label_smoothing=self.smoothing)
        return (each * weights[own]).sum() / weights[labels].sum()
