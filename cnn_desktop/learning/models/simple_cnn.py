"""SimpleCNN, exactly the course's network: two convolutions, two linear layers."""

from __future__ import annotations

import torch
from torch import nn


class SimpleCNN(nn.Module):
    """Conv 3→32, ReLU, max-pool 2; conv 32→64, ReLU, max-pool 2; linear to 512, ReLU; linear to the classes.

    Convolutions are 3×3 with padding 1, so each pooling halves the side S (rounding down) and the first linear layer
    has 64·⌊S/4⌋² inputs. 102,785,482 parameters at 224 px and 10 classes.
    """

    def __init__(self, classes: int, image_size: int = 224) -> None:
        super().__init__()
        side = image_size // 4
        self.conv1 = nn.Conv2d(3, 32, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=3, padding=1)
        self.pool = nn.MaxPool2d(2)
        self.relu = nn.ReLU()
        self.fc1 = nn.Linear(64 * side * side, 512)
        self.fc2 = nn.Linear(512, classes)

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        """[B, 3, S, S] → logits [B, classes]."""
        x = self.pool(self.relu(self.conv1(photos)))  # [B, 32, S/2, S/2]
        x = self.pool(self.relu(self.conv2(x)))  # [B, 64, S/4, S/4]
        x = torch.flatten(x, 1)
        x = self.relu(self.fc1(x))
        return self.fc2(x)
