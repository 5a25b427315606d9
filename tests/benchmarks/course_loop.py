"""For benchmarks: what the course's loop starts from, its photos and a pretrained EfficientNet-Lite0."""

from __future__ import annotations

from pathlib import Path

from torch import nn
from torchvision import datasets, transforms

from cnn_desktop.learning.models.network import Net, build
from cnn_desktop.learning.models.weights import find_weights, load_weights

RESIZE, MIRROR = transforms.Resize((224, 224)), transforms.RandomHorizontalFlip()
_LAST = (transforms.ToTensor(), transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)))


def course_photos(folder: Path, *steps: nn.Module) -> datasets.ImageFolder:
    """The photos in class folders, float32 [3, 224, 224] each, after `steps`."""
    return datasets.ImageFolder(str(folder), transforms.Compose([*steps, *_LAST]))


def pretrained(classes: int) -> Net:
    """EfficientNet-Lite0 with a new last layer for `classes` classes."""
    weights = find_weights("efficientnet_lite0", "auto")
    assert weights
    return build("efficientnet_lite0", classes, 224, load_weights(weights, 224))
